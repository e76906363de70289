package vn.antin.sign;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSObject;
import org.apache.pdfbox.cos.COSObjectKey;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.cos.COSString;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.interactive.form.PDField;
import org.bouncycastle.asn1.ASN1InputStream;
import org.bouncycastle.asn1.ASN1Primitive;
import org.bouncycastle.asn1.cms.Attribute;
import org.bouncycastle.asn1.cms.AttributeTable;
import org.bouncycastle.asn1.cms.ContentInfo;
import org.bouncycastle.asn1.nist.NISTObjectIdentifiers;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cms.CMSException;
import org.bouncycastle.cms.CMSProcessableByteArray;
import org.bouncycastle.cms.CMSSignedData;
import org.bouncycastle.cms.SignerInformation;
import org.bouncycastle.cms.SignerInformationStore;
import org.bouncycastle.cms.jcajce.JcaSimpleSignerInfoVerifierBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.tsp.TSPException;
import org.bouncycastle.tsp.TimeStampToken;
import org.jspecify.annotations.Nullable;
import vn.antin.kernel.Content;
import vn.antin.kernel.Refusal;
import vn.antin.kernel.Sha256;

/**
 * A signature that a tool elsewhere put into the signatory's field of a file given to it. Accepted is exactly the file with
 * one revision appended, which fills that field with one right signature and changes nothing else; what is not understood
 * is refused.
 *
 * @param from where the signature's contents begin, with the bracket
 * @param rawValue the raw signature value, over which a time-stamp is made
 * @param stamped whether it bears a time-stamp over that value already
 */
record AppendedSignature(int from, int to, List<X509Certificate> chain, Content rawValue, boolean stamped) {
    /** Fonts and a picture of the signature; the file itself is bounded where it comes in. */
    private static final int LONGEST_REVISION = 8 * 1024 * 1024;
    /** The shortest tokens with their certificate. */
    private static final int LEAST_ROOM = 3 * 1024;

    private static final Set<COSName> FILLED_IN = Set.of(COSName.V, COSName.AP, COSName.M);
    private static final Set<COSName> SIG_FLAGS = Set.of(COSName.SIG_FLAGS);
    private static final Set<COSName> CERTIFYING = Set.of(COSName.PERMS, COSName.ACRO_FORM);
    private static final Set<String> SUB_FILTERS = Set.of("ETSI.CAdES.detached", "adbe.pkcs7.detached");
    private static final Set<String> DIGESTS = Set.of(
            NISTObjectIdentifiers.id_sha256.getId(),
            NISTObjectIdentifiers.id_sha384.getId(),
            NISTObjectIdentifiers.id_sha512.getId());
    private static final int FILLING_IN = 2;

    byte[] value() {
        return rawValue.bytes();
    }

    /**
     * Judges a file that was brought.
     *
     * @throws Refusal one of the reasons {@code FILE_…}
     */
    static AppendedSignature of(Content before, Content after) {
        requireOneRevision(before.bytes(), after.bytes());
        try (PDDocument old = Loader.loadPDF(before.bytes());
                PDDocument now = Loader.loadPDF(after.bytes())) {
            requireNothingElse(old, now);
            return signature(after, field(now));
        } catch (IOException e) {
            throw new Refusal(SignReason.FILE_NOT_APPENDED, e);
        }
    }

    private static void requireOneRevision(byte[] before, byte[] after) {
        boolean appended = after.length > before.length
                && after.length - before.length <= LONGEST_REVISION
                && Arrays.mismatch(after, 0, before.length, before, 0, before.length) < 0;
        if (!appended
                || count(after, before.length, "startxref") != 1
                || count(after, before.length, "%%EOF") != 1
                || !new String(after, after.length - 7, 7, StandardCharsets.ISO_8859_1)
                        .strip()
                        .endsWith("%%EOF")) {
            throw new Refusal(SignReason.FILE_NOT_APPENDED);
        }
    }

    private static int count(byte[] bytes, int start, String word) {
        byte[] sought = word.getBytes(StandardCharsets.US_ASCII);
        int found = 0;
        for (int i = start; i <= bytes.length - sought.length; i++) {
            if (Arrays.equals(bytes, i, i + sought.length, sought, 0, sought.length)) {
                found++;
            }
        }
        return found;
    }

    // Objects of one document are the same when they are the same object, whatever they hold.
    @SuppressWarnings("ReferenceEquality")
    private static void requireNothingElse(PDDocument old, PDDocument now) {
        Map<COSObjectKey, Long> places = old.getDocument().getXrefTable();
        Map<COSObjectKey, Long> newPlaces = now.getDocument().getXrefTable();
        COSDictionary oldTrailer = old.getDocument().getTrailer();
        COSDictionary trailer = now.getDocument().getTrailer();
        require(!now.isEncrypted()
                && trailer.getItem(COSName.getPDFName("XRefStm")) == null
                && same(oldTrailer.getItem(COSName.ROOT), trailer.getItem(COSName.ROOT))
                && same(oldTrailer.getItem(COSName.INFO), trailer.getItem(COSName.INFO)));
        COSDictionary filled = field(now);
        COSDictionary form = Objects.requireNonNull(now.getDocumentCatalog().getAcroForm(null))
                .getCOSObject();
        for (Map.Entry<COSObjectKey, Long> it : places.entrySet()) {
            Long place = newPlaces.get(it.getKey());
            if (place == null) {
                throw new Refusal(SignReason.FILE_CHANGED_MORE);
            }
            if (place.equals(it.getValue())) {
                continue;
            }
            COSBase was = old.getDocument().getObjectFromPool(it.getKey()).getObject();
            COSBase is = now.getDocument().getObjectFromPool(it.getKey()).getObject();
            if (is == filled) {
                requireFilledIn(was, filled);
            } else if (is == form) {
                require(equal(was, is, SIG_FLAGS));
            } else if (is == now.getDocumentCatalog().getCOSObject()) {
                requireCatalog((COSDictionary) was, (COSDictionary) is, filled);
            } else {
                require(equal(was, is, Set.of()));
            }
        }
    }

    private static void requireFilledIn(@Nullable COSBase was, COSDictionary filled) {
        COSDictionary looks = filled.getCOSDictionary(COSName.AP);
        require(was instanceof COSDictionary field
                && !field.containsKey(COSName.V)
                && equal(field, filled, FILLED_IN)
                && looks != null
                && looks.keySet().equals(Set.of(COSName.N)));
    }

    @SuppressWarnings("ReferenceEquality")
    private static void requireCatalog(COSDictionary was, COSDictionary is, COSDictionary filled) {
        require(equal(was, is, CERTIFYING));
        COSDictionary permissions = is.getCOSDictionary(COSName.PERMS);
        require(permissions == null
                || (permissions.keySet().equals(Set.of(COSName.DOCMDP))
                        && permissions.getDictionaryObject(COSName.DOCMDP) == filled.getDictionaryObject(COSName.V)));
        COSBase oldForm = was.getItem(COSName.ACRO_FORM);
        COSBase form = is.getItem(COSName.ACRO_FORM);
        require(oldForm instanceof COSObject ? same(oldForm, form) : equal(oldForm, form, SIG_FLAGS));
    }

    private static COSDictionary field(PDDocument document) {
        var form = document.getDocumentCatalog().getAcroForm(null);
        PDField field = form == null ? null : form.getField(OpenForm.SIGNATORY);
        if (field == null) {
            throw new Refusal(SignReason.FILE_CHANGED_MORE);
        }
        return field.getCOSObject();
    }

    /** Whether two values are the same; references are when they name the same object, which is compared by itself. */
    private static boolean same(@Nullable COSBase a, @Nullable COSBase b) {
        if (a instanceof COSObject || b instanceof COSObject) {
            return a instanceof COSObject one
                    && b instanceof COSObject other
                    && Objects.equals(one.getKey(), other.getKey());
        }
        return equal(a, b, Set.of());
    }

    private static boolean equal(@Nullable COSBase a, @Nullable COSBase b, Set<COSName> besides) {
        if (a instanceof COSStream one && b instanceof COSStream other) {
            return equalEntries(one, other, Set.of(COSName.LENGTH)) && Arrays.equals(raw(one), raw(other));
        }
        if (a instanceof COSStream || b instanceof COSStream) {
            return false;
        }
        if (a instanceof COSDictionary one && b instanceof COSDictionary other) {
            return equalEntries(one, other, besides);
        }
        if (a instanceof COSArray one && b instanceof COSArray other) {
            boolean equal = one.size() == other.size();
            for (int i = 0; equal && i < one.size(); i++) {
                equal = same(one.get(i), other.get(i));
            }
            return equal;
        }
        return Objects.equals(a, b);
    }

    private static boolean equalEntries(COSDictionary one, COSDictionary other, Set<COSName> besides) {
        var names = new java.util.HashSet<>(one.keySet());
        names.addAll(other.keySet());
        names.removeAll(besides);
        return names.stream().allMatch(it -> same(one.getItem(it), other.getItem(it)));
    }

    private static byte[] raw(COSStream stream) {
        try (var in = stream.createRawInputStream()) {
            return in.readAllBytes();
        } catch (IOException e) {
            throw new Refusal(SignReason.FILE_CHANGED_MORE, e);
        }
    }

    private static AppendedSignature signature(Content file, COSDictionary field) {
        COSDictionary signature = field.getCOSDictionary(COSName.V);
        requireRight(signature != null && signature.getDictionaryObject(COSName.CONTENTS) instanceof COSString);
        COSString contents = (COSString) Objects.requireNonNull(signature.getDictionaryObject(COSName.CONTENTS));
        COSArray range = signature.getCOSArray(COSName.BYTERANGE);
        requireRight(range != null
                && range.size() == 4
                && SUB_FILTERS.contains(signature.getNameAsString(COSName.SUB_FILTER)));
        requirePermitsOurNextSteps(signature);
        byte[] bytes = file.bytes();
        int from = range.getInt(1);
        int to = range.getInt(2);
        requireRight(range.getInt(0) == 0
                && from > 0
                && to > from
                && to < bytes.length
                && (long) to + range.getInt(3) == bytes.length
                && bytes[from] == '<'
                && bytes[to - 1] == '>'
                && Arrays.equals(hexadecimal(bytes, from, to), contents.getBytes()));
        return judged(bytes, from, to, contents.getBytes());
    }

    /** Nothing but digits: readers skip blanks and guess at the rest, and no signature covers either. */
    private static byte[] hexadecimal(byte[] bytes, int from, int to) {
        try {
            return HexFormat.of().parseHex(new String(bytes, from + 1, to - from - 2, StandardCharsets.ISO_8859_1));
        } catch (IllegalArgumentException e) {
            throw new Refusal(SignReason.FILE_SIGNATURE_WRONG, e);
        }
    }

    /** Number, date and seal still come: a certification that forbids them, or a lock, would make them break it. */
    private static void requirePermitsOurNextSteps(COSDictionary signature) {
        COSArray references = signature.getCOSArray(COSName.getPDFName("Reference"));
        for (int i = 0; references != null && i < references.size(); i++) {
            requireRight(references.getObject(i) instanceof COSDictionary reference && certifiesForFilling(reference));
        }
    }

    private static boolean certifiesForFilling(COSDictionary reference) {
        COSDictionary said = reference.getCOSDictionary(COSName.getPDFName("TransformParams"));
        return COSName.DOCMDP.equals(reference.getCOSName(COSName.getPDFName("TransformMethod")))
                && said != null
                && said.getInt(COSName.P, FILLING_IN) >= FILLING_IN;
    }

    private static AppendedSignature judged(byte[] bytes, int from, int to, byte[] padded) {
        var covered = new ByteArrayOutputStream(bytes.length);
        covered.write(bytes, 0, from);
        covered.write(bytes, to, bytes.length - to);
        try (var stream = new ASN1InputStream(padded)) {
            ASN1Primitive structure = Objects.requireNonNull(stream.readObject());
            int used = structure.getEncoded().length;
            // Nobody's signature covers what stands behind this one in its room, so nothing may.
            for (int i = used; i < padded.length; i++) {
                requireRight(padded[i] == 0);
            }
            var signed = new CMSSignedData(
                    new CMSProcessableByteArray(covered.toByteArray()), ContentInfo.getInstance(structure));
            requireRight(signed.getSignerInfos().size() == 1);
            SignerInformation signer = signed.getSignerInfos().iterator().next();
            requireRight(DIGESTS.contains(signer.getDigestAlgOID()) && signer.getSignedAttributes() != null);
            List<X509Certificate> chain = chain(signed, signer);
            requireRight(signer.verify(new JcaSimpleSignerInfoVerifierBuilder().build(chain.getFirst())));
            boolean stamped = stamped(signer);
            if (!stamped && padded.length - used < LEAST_ROOM) {
                throw new Refusal(SignReason.FILE_WITHOUT_ROOM);
            }
            return new AppendedSignature(from, to, chain, Content.of(signer.getSignature()), stamped);
        } catch (CMSException
                | IOException
                | TSPException
                | OperatorCreationException
                | GeneralSecurityException
                | NullPointerException
                | IllegalArgumentException e) {
            throw new Refusal(SignReason.FILE_SIGNATURE_WRONG, e);
        }
    }

    private static List<X509Certificate> chain(CMSSignedData signed, SignerInformation signer)
            throws GeneralSecurityException {
        var converter = new JcaX509CertificateConverter();
        var chain = new ArrayList<X509Certificate>();
        for (X509CertificateHolder it : signed.getCertificates().getMatches(null)) {
            chain.add(signer.getSID().match(it) ? 0 : chain.size(), converter.getCertificate(it));
        }
        requireRight(!chain.isEmpty() && signer.getSID().match(holder(chain.getFirst())));
        return chain;
    }

    private static X509CertificateHolder holder(X509Certificate certificate) throws GeneralSecurityException {
        return new org.bouncycastle.cert.jcajce.JcaX509CertificateHolder(certificate);
    }

    private static boolean stamped(SignerInformation signer) throws IOException, TSPException, CMSException {
        Attribute stamp = signer.getUnsignedAttributes() == null
                ? null
                : signer.getUnsignedAttributes().get(PKCSObjectIdentifiers.id_aa_signatureTimeStampToken);
        if (stamp == null) {
            return false;
        }
        var token = new TimeStampToken(ContentInfo.getInstance(stamp.getAttributeValues()[0]));
        return NISTObjectIdentifiers.id_sha256.equals(token.getTimeStampInfo().getMessageImprintAlgOID())
                && Arrays.equals(
                        token.getTimeStampInfo().getMessageImprintDigest(),
                        Sha256.of(signer.getSignature()).bytes());
    }

    /** The file with a time-stamp put beside the value, in the room that the signature did not need. */
    static Content stamped(Content file, int from, int to, byte[] token) {
        byte[] bytes = file.bytes().clone();
        byte[] padded = HexFormat.of().parseHex(new String(bytes, from + 1, to - from - 2, StandardCharsets.US_ASCII));
        try (var stream = new ASN1InputStream(padded)) {
            var signed = new CMSSignedData(ContentInfo.getInstance(stream.readObject()));
            SignerInformation signer = signed.getSignerInfos().iterator().next();
            AttributeTable unsigned = Objects.requireNonNullElseGet(
                            signer.getUnsignedAttributes(),
                            () -> new AttributeTable(new org.bouncycastle.asn1.ASN1EncodableVector()))
                    .add(PKCSObjectIdentifiers.id_aa_signatureTimeStampToken, ASN1Primitive.fromByteArray(token));
            byte[] finished = CMSSignedData.replaceSigners(
                            signed,
                            new SignerInformationStore(SignerInformation.replaceUnsignedAttributes(signer, unsigned)))
                    .getEncoded();
            if (finished.length > padded.length) {
                throw new Refusal(SignReason.FILE_WITHOUT_ROOM);
            }
            byte[] hex = HexFormat.of()
                    .formatHex(Arrays.copyOf(finished, padded.length))
                    .getBytes(StandardCharsets.US_ASCII);
            System.arraycopy(hex, 0, bytes, from + 1, hex.length);
            return Content.of(bytes);
        } catch (IOException | CMSException e) {
            throw new Refusal(SignReason.FILE_SIGNATURE_WRONG, e);
        }
    }

    private static void require(boolean unchanged) {
        if (!unchanged) {
            throw new Refusal(SignReason.FILE_CHANGED_MORE);
        }
    }

    private static void requireRight(boolean right) {
        if (!right) {
            throw new Refusal(SignReason.FILE_SIGNATURE_WRONG);
        }
    }
}
