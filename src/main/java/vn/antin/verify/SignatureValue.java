package vn.antin.verify;

import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.Signature;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSString;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1Encoding;
import org.bouncycastle.asn1.ASN1Object;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.ASN1OctetString;
import org.bouncycastle.asn1.ASN1Primitive;
import org.bouncycastle.asn1.ASN1Sequence;
import org.bouncycastle.asn1.ASN1Set;
import org.bouncycastle.asn1.ASN1TaggedObject;
import org.bouncycastle.asn1.DERNull;
import org.bouncycastle.asn1.bsi.BSIObjectIdentifiers;
import org.bouncycastle.asn1.cms.Attribute;
import org.bouncycastle.asn1.cms.AttributeTable;
import org.bouncycastle.asn1.cms.CMSAlgorithmProtection;
import org.bouncycastle.asn1.cms.CMSAttributes;
import org.bouncycastle.asn1.cms.CMSObjectIdentifiers;
import org.bouncycastle.asn1.cms.ContentInfo;
import org.bouncycastle.asn1.cms.IssuerAndSerialNumber;
import org.bouncycastle.asn1.cms.SignedData;
import org.bouncycastle.asn1.cms.SignerIdentifier;
import org.bouncycastle.asn1.cms.SignerInfo;
import org.bouncycastle.asn1.ess.ESSCertID;
import org.bouncycastle.asn1.ess.ESSCertIDv2;
import org.bouncycastle.asn1.ess.SigningCertificate;
import org.bouncycastle.asn1.ess.SigningCertificateV2;
import org.bouncycastle.asn1.oiw.OIWObjectIdentifiers;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x509.Certificate;
import org.bouncycastle.asn1.x9.X9ObjectIdentifiers;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cms.CMSException;
import org.bouncycastle.cms.CMSProcessableByteArray;
import org.bouncycastle.cms.CMSSignedData;
import org.bouncycastle.cms.SignerInformation;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.tsp.TSPException;
import org.bouncycastle.tsp.TimeStampToken;
import org.bouncycastle.tsp.TimeStampTokenInfo;
import org.jspecify.annotations.Nullable;

/**
 * The value of a signature (CMS, RFC 5652; PAdES, ETSI EN 319 142-1): whether the file and every byte of the value itself
 * agree. No signature covers the bytes between its own brackets, so each of them must be explained: by a digest, by
 * another signature, or by having only one lawful form.
 *
 * @param problems what is wrong; whether certificates are trusted is asked elsewhere
 * @param signer the certificate whose key made it, if it is in the value
 * @param stamped the time of the embedded time-stamp, if it is whole
 * @param certificates all that the value and its time-stamp carry
 * @param made what was verified in it: the value first, then its time-stamps
 */
record SignatureValue(
        Set<Finding> problems,
        @Nullable X509CertificateHolder signer,
        @Nullable Instant stamped,
        List<X509CertificateHolder> certificates,
        List<Made> made) {
    /**
     * One value that holds.
     *
     * @param own the certificate whose key made it
     * @param token what it says of the time, if it is a time-stamp token
     */
    record Made(
            CMSSignedData cms,
            SignerInformation by,
            X509CertificateHolder own,
            @Nullable TimeStampTokenInfo token) {}

    /** A time and who vouches for it; whether that one is believed is asked elsewhere. */
    record Stamp(Instant time, X509CertificateHolder authority) {}

    /** ETSI EN 319 122-1, 5 and annex A; RFC 5126, 6; RFC 4998: what CAdES and evidence records may put there. */
    private static final Set<ASN1ObjectIdentifier> LAWFUL_UNSIGNED = Stream.of(
                    "21", "22", "23", "24", "25", "26", "27", "44", "45", "48", "49", "50")
            .map(it -> new ASN1ObjectIdentifier("1.2.840.113549.1.9.16.2." + it))
            .collect(Collectors.toUnmodifiableSet());

    /** Forms whose value cannot be judged without what it covers. */
    private static final Set<String> OVER_THE_FILE = Set.of("adbe.pkcs7.sha1", "adbe.x509.rsa_sha1", "ETSI.RFC3161");

    private static final int MOST_SIGNERS = 8;

    /** Where anyone may name attributes of his own (RFC 5652 leaves the list open). */
    private static final ASN1ObjectIdentifier PRIVATE = new ASN1ObjectIdentifier("1.3.6.1.4.1");

    SignatureValue {
        problems = Set.copyOf(problems);
        certificates = List.copyOf(certificates);
        made = List.copyOf(made);
    }

    /** All time-stamps that are whole, the embedded ones or the value itself. */
    List<Stamp> stamps() {
        return made.stream()
                .flatMap(
                        it -> Optional.ofNullable(it.token())
                                .map(said -> new Stamp(said.getGenTime().toInstant(), it.own()))
                                .stream())
                .toList();
    }

    /** The certificate in a signature dictionary, its own one first. */
    static byte @Nullable [] beside(COSDictionary signature) {
        COSBase it = signature.getDictionaryObject(COSName.getPDFName("Cert"));
        if (it instanceof COSArray several) {
            it = several.size() == 0 ? null : several.getObject(0);
        }
        return it instanceof COSString certificate ? certificate.getBytes() : null;
    }

    boolean broken() {
        return problems.stream().anyMatch(it -> it.weight() == Finding.Weight.BROKEN);
    }

    /**
     * Examines one.
     *
     * @param known certificates of the installation, anchors and others
     */
    static SignatureValue of(
            byte[] file, ByteRangeCheck range, String subFilter, Collection<X509CertificateHolder> known) {
        return of(new CoveredDigests(file), range, subFilter, null, known);
    }

    /**
     * Examines one.
     *
     * @param beside the certificate in the signature dictionary, where the oldest form has it (ISO 32000-1, table 252)
     * @param known certificates of the installation, anchors and others
     */
    static SignatureValue of(
            CoveredDigests file,
            ByteRangeCheck range,
            String subFilter,
            byte @Nullable [] beside,
            Collection<X509CertificateHolder> known) {
        return of(new Covered(file, range), range.contents(), subFilter, beside, known);
    }

    /**
     * The same without the file, for forms whose value is over a digest: nothing is looked at less closely.
     *
     * @param contents with the zeros that fill it, if they are known
     * @param digests of what is covered, by the algorithms' identifiers
     */
    static SignatureValue ofDigest(
            byte[] contents, String subFilter, Map<String, byte[]> digests, Collection<X509CertificateHolder> known) {
        if (OVER_THE_FILE.contains(subFilter)) {
            return new SignatureValue(Set.of(Finding.FORM_UNKNOWN), null, null, List.of(), List.of());
        }
        return of(new Known(digests), contents, subFilter, null, known);
    }

    private static SignatureValue of(
            Signed file,
            byte[] contents,
            String subFilter,
            byte @Nullable [] beside,
            Collection<X509CertificateHolder> known) {
        var work = new Examination(file, contents);
        try {
            switch (subFilter) {
                case "ETSI.CAdES.detached" -> work.signature(true);
                case "adbe.pkcs7.detached" -> work.signature(false);
                case "ETSI.RFC3161" -> work.documentTimestamp();
                case "adbe.pkcs7.sha1" -> work.signatureOfDigest();
                case "adbe.x509.rsa_sha1" -> work.bareSignature(beside);
                default -> {
                    // Whatever it is called, it is whole only if it is one of the forms that can be examined.
                    work.problems.add(Finding.FORM_UNKNOWN);
                    work.signature(false);
                }
            }
            work.certificatesAreWhole(known);
        } catch (CMSException
                | TSPException
                | IOException
                | GeneralSecurityException
                | OperatorCreationException
                | RuntimeException e) {
            // The value is not what it says it is; a library may say so in any of these ways.
            work.problems.add(Finding.STRUCTURE_INVALID);
        }
        return new SignatureValue(work.problems, work.signer, work.stamped, work.certificates, work.made);
    }

    private static final class Examination {
        private final Signed file;
        private final byte[] contents;
        private final Set<Finding> problems = EnumSet.noneOf(Finding.class);
        private final List<X509CertificateHolder> certificates = new ArrayList<>();
        private final List<X509CertificateHolder> pinned = new ArrayList<>();
        private final List<Made> made = new ArrayList<>();
        private @Nullable X509CertificateHolder signer;
        private @Nullable Instant stamped;

        Examination(Signed file, byte[] contents) {
            this.file = file;
            this.contents = contents;
        }

        void signature(boolean pades)
                throws CMSException, IOException, GeneralSecurityException, OperatorCreationException, TSPException {
            ContentInfo info = structure(contents, pades, true);
            onlySigner(info, CMSObjectIdentifiers.data, pades, false);
            CMSSignedData signed = file.with(info);
            for (SignerInformation by : signed.getSignerInfos()) {
                X509CertificateHolder one = verified(signed, by, pades);
                if (signer != null && !signer.equals(one)) {
                    // Who of several is meant by the signature, nobody can tell.
                    problems.add(Finding.FORM_UNKNOWN);
                }
                signer = one;
                made(signed, by, one, null);
                unsignedAttributes(by.toASN1Structure(), by, pades);
            }
        }

        private void made(
                CMSSignedData cms,
                SignerInformation by,
                @Nullable X509CertificateHolder own,
                @Nullable TimeStampTokenInfo token) {
            if (own != null) {
                made.add(new Made(cms, by, own, token));
            }
        }

        /** The value signs the SHA-1 digest of what is covered, which it carries (ISO 32000-1, 12.8.3.3.1). */
        void signatureOfDigest()
                throws CMSException, IOException, GeneralSecurityException, OperatorCreationException, TSPException {
            problems.add(Finding.FORM_OLD);
            ContentInfo info = structure(contents, false, true);
            SignerInfo single = onlySigner(info, CMSObjectIdentifiers.data, false, true);
            var signed = new CMSSignedData(info);
            byte[] carried = ASN1OctetString.getInstance(SignedData.getInstance(info.getContent())
                            .getEncapContentInfo()
                            .getContent())
                    .getOctets();
            byte[] digest = file.digest(OIWObjectIdentifiers.idSHA1.getId());
            if (!Arrays.equals(carried, digest)) {
                problems.add(Finding.DIGEST_MISMATCH);
            }
            SignerInformation by = signed.getSignerInfos().iterator().next();
            signer = verified(signed, by, false);
            unsignedAttributes(single, by, false);
        }

        /** A PKCS#1 value in an octet string, its certificate beside it (ISO 32000-1, 12.8.3.2). */
        void bareSignature(byte @Nullable [] certificate)
                throws IOException, GeneralSecurityException, OperatorCreationException {
            problems.add(Finding.FORM_OLD);
            if (certificate == null) {
                throw new IOException("No certificate");
            }
            int end = DerLength.of(contents);
            for (int i = end; i < contents.length; i++) {
                if (contents[i] != 0) {
                    problems.add(Finding.CONTENTS_ALTERED);
                    break;
                }
            }
            byte[] value =
                    ASN1OctetString.getInstance(Arrays.copyOf(contents, end)).getOctets();
            var own = new X509CertificateHolder(certificate);
            certificates.add(own);
            signer = own;
            var check = Signature.getInstance("SHA1withRSA");
            check.initVerify(
                    new JcaX509CertificateConverter().getCertificate(own).getPublicKey());
            check.update(file.bytes());
            if (!check.verify(value)) {
                problems.add(Finding.VALUE_MISMATCH);
            }
        }

        void documentTimestamp()
                throws CMSException, IOException, GeneralSecurityException, OperatorCreationException, TSPException {
            ContentInfo info = structure(contents, true, true);
            signer = token(info, file::digest);
        }

        private void unsignedAttributes(SignerInfo single, SignerInformation by, boolean pades)
                throws CMSException, IOException, GeneralSecurityException, OperatorCreationException, TSPException {
            ASN1Set attributes = single.getUnauthenticatedAttributes();
            if (attributes == null) {
                return;
            }
            int stamps = 0;
            for (ASN1Encodable it : attributes) {
                var attribute = Attribute.getInstance(it);
                same(attribute, it);
                if (attribute.getAttrType().equals(PKCSObjectIdentifiers.id_aa_signatureTimeStampToken)) {
                    stamps++;
                    for (ASN1Encodable value : attribute.getAttrValues()) {
                        try {
                            ContentInfo token = ContentInfo.getInstance(value);
                            same(token, value);
                            token(token, name -> MessageDigest.getInstance(name).digest(by.getSignature()));
                        } catch (CMSException
                                | TSPException
                                | IOException
                                | GeneralSecurityException
                                | OperatorCreationException
                                | RuntimeException e) {
                            problems.add(Finding.TIMESTAMP_BROKEN);
                        }
                    }
                } else if (LAWFUL_UNSIGNED.contains(attribute.getAttrType())
                        || attribute.getAttrType().on(PRIVATE)) {
                    // Long-term data that other forms of AdES put here; nothing is concluded from them.
                    problems.add(Finding.ATTRIBUTE_IGNORED);
                } else if (pades) {
                    // PAdES knows no other unsigned attribute (ETSI EN 319 142-1, 6.3); one damaged letter would hide
                    // the time-stamp behind an unknown name.
                    problems.add(Finding.STRUCTURE_INVALID);
                }
            }
            if (stamps == 0 && attributes.size() == 0) {
                problems.add(Finding.ENCODING_LOOSE);
            }
        }

        /** A time-stamp token (RFC 3161, 2.4.2) over those bytes. */
        private @Nullable X509CertificateHolder token(ContentInfo info, Digested covered)
                throws CMSException, IOException, GeneralSecurityException, OperatorCreationException, TSPException {
            SignerInfo single = onlySigner(info, PKCSObjectIdentifiers.id_ct_TSTInfo, true, true);
            var token = new TimeStampToken(info);
            TimeStampTokenInfo said = token.getTimeStampInfo();
            byte[] digest = covered.by(said.getMessageImprintAlgOID().getId());
            CMSSignedData signed = token.toCMSSignedData();
            SignerInformation by = signed.getSignerInfos().iterator().next();
            X509CertificateHolder authority = verified(signed, by, true);
            if (!Arrays.equals(digest, said.getMessageImprintDigest()) || authority == null) {
                problems.add(Finding.TIMESTAMP_BROKEN);
                return authority;
            }
            if (single.getUnauthenticatedAttributes() != null) {
                for (ASN1Encodable it : single.getUnauthenticatedAttributes()) {
                    var attribute = Attribute.getInstance(it);
                    same(attribute, it);
                    problems.add(
                            LAWFUL_UNSIGNED.contains(attribute.getAttrType())
                                    ? Finding.ATTRIBUTE_IGNORED
                                    : Finding.FORM_UNKNOWN);
                }
            }
            made(signed, by, authority, said);
            Instant time = said.getGenTime().toInstant();
            stamped = stamped == null || time.isBefore(stamped) ? time : stamped;
            return authority;
        }

        /**
         * The structure, followed by nothing but zeros; written in the one form that DER allows, or by a producer that
         * writes BER throughout.
         */
        private ContentInfo structure(byte[] padded, boolean strictly, boolean mayBePadded) throws IOException {
            int end = DerLength.of(padded);
            for (int i = end; i < padded.length; i++) {
                if (padded[i] != 0 || !mayBePadded) {
                    problems.add(Finding.CONTENTS_ALTERED);
                    break;
                }
            }
            byte[] bare = Arrays.copyOf(padded, end);
            ASN1Primitive read = ASN1Primitive.fromByteArray(bare);
            // Sets may stand in any order here: many time-stamping authorities do not sort their certificates.
            if (!Arrays.equals(bare, read.getEncoded(ASN1Encoding.DL))) {
                if (Arrays.equals(bare, read.getEncoded(ASN1Encoding.BER))) {
                    // DER is asked for (ISO 32000-2, 12.8.3.3.1); many write lengths that are only known at the end.
                    problems.add(Finding.ENCODING_LOOSE);
                } else if (strictly) {
                    problems.add(Finding.STRUCTURE_INVALID);
                }
            }
            ContentInfo info = ContentInfo.getInstance(read);
            same(info, read);
            return info;
        }

        /**
         * What was read, written again, is what stands there. Reading is tolerant of tags, and what it tolerates would
         * be room that nothing protects.
         */
        private void same(ASN1Object read, ASN1Encodable stands) throws IOException {
            if (!alike(read.toASN1Primitive(), stands.toASN1Primitive())) {
                problems.add(Finding.STRUCTURE_INVALID);
            }
        }

        /** Writing it again may sort a set, also one behind an implicit tag; it must be the same set. */
        private static boolean alike(ASN1Primitive one, ASN1Primitive other) throws IOException {
            if (Arrays.equals(one.getEncoded(ASN1Encoding.DL), other.getEncoded(ASN1Encoding.DL))
                    || Arrays.equals(one.getEncoded(ASN1Encoding.DER), other.getEncoded(ASN1Encoding.DER))) {
                return true;
            }
            if (one instanceof ASN1TaggedObject a && other instanceof ASN1TaggedObject b) {
                return a.hasTag(b.getTagClass(), b.getTagNo())
                        && !a.isExplicit()
                        && !b.isExplicit()
                        && Arrays.equals(
                                ASN1Set.getInstance(a, false).getEncoded(ASN1Encoding.DER),
                                ASN1Set.getInstance(b, false).getEncoded(ASN1Encoding.DER));
            }
            if (!(one instanceof ASN1Sequence a && other instanceof ASN1Sequence b && a.size() == b.size())) {
                return false;
            }
            for (int i = 0; i < a.size(); i++) {
                if (!alike(a.getObjectAt(i).toASN1Primitive(), b.getObjectAt(i).toASN1Primitive())) {
                    return false;
                }
            }
            return true;
        }

        /** Everything around the one signer that has a single lawful form (RFC 5652, 5.1 and 5.3). */
        private SignerInfo onlySigner(
                ContentInfo info, ASN1ObjectIdentifier content, boolean strictly, boolean attached)
                throws CMSException, IOException {
            if (!info.getContentType().equals(CMSObjectIdentifiers.signedData)) {
                throw new CMSException("Not signed data");
            }
            var data = SignedData.getInstance(info.getContent());
            same(data, info.getContent());
            if (data.getCertificates() != null) {
                for (ASN1Encodable it : data.getCertificates()) {
                    // Attribute certificates and older kinds stand behind tags; nothing is concluded from them.
                    if (it.toASN1Primitive() instanceof ASN1Sequence) {
                        same(Certificate.getInstance(it), it);
                    } else {
                        problems.add(Finding.ATTRIBUTE_IGNORED);
                    }
                }
            }
            // PAdES allows one (ETSI EN 319 142-1, 6.3); PDF itself is silent, and some producers write the same one
            // twice.
            int signers = data.getSignerInfos().size();
            if (signers == 0 || signers > (strictly ? 1 : MOST_SIGNERS)) {
                throw new CMSException("Not exactly one signer");
            }
            for (ASN1Encodable it : data.getSignerInfos()) {
                var one = SignerInfo.getInstance(it);
                same(one, it);
                surroundings(data, one, content, strictly, attached);
            }
            return SignerInfo.getInstance(data.getSignerInfos().getObjectAt(0));
        }

        private void surroundings(
                SignedData data, SignerInfo single, ASN1ObjectIdentifier content, boolean strictly, boolean attached)
                throws IOException {
            boolean byKey = single.getSID().getId() instanceof ASN1OctetString;
            int signerVersion = byKey ? 3 : 1;
            int dataVersion = byKey || !content.equals(CMSObjectIdentifiers.data) ? 3 : 1;
            boolean listed = false;
            for (ASN1Encodable it : data.getDigestAlgorithms()) {
                var algorithm = AlgorithmIdentifier.getInstance(it);
                listed |= algorithm
                        .getAlgorithm()
                        .equals(single.getDigestAlgorithm().getAlgorithm());
                plain(algorithm);
            }
            plain(single.getDigestAlgorithm());
            // Other tags than that of an octet string would be digested alike.
            ASN1Encodable carried = data.getEncapContentInfo().getContent();
            boolean contentAsDue = attached ? carried instanceof ASN1OctetString : carried == null;
            boolean versions = data.getVersion().hasValue(dataVersion)
                    && single.getVersion().hasValue(signerVersion);
            if (!listed
                    || !versions
                    || !data.getEncapContentInfo().getContentType().equals(content)
                    || !contentAsDue
                    || (strictly && single.getAuthenticatedAttributes() == null)) {
                problems.add(Finding.STRUCTURE_INVALID);
            }
            algorithms(single);
        }

        /** The parameters of a digest algorithm are absent or NULL (RFC 5754, 2). */
        private void plain(AlgorithmIdentifier algorithm) {
            if (algorithm.getParameters() != null && !DERNull.INSTANCE.equals(algorithm.getParameters())) {
                problems.add(Finding.STRUCTURE_INVALID);
            }
        }

        /** The signature algorithm names the same digest, or the signed attributes name both (RFC 6211). */
        private void algorithms(SignerInfo single) {
            ASN1ObjectIdentifier digest = single.getDigestAlgorithm().getAlgorithm();
            AlgorithmIdentifier named = single.getDigestEncryptionAlgorithm();
            // Without signed attributes the value is over the bytes themselves (RFC 5652, 5.4).
            Attribute protection = single.getAuthenticatedAttributes() == null
                    ? null
                    : new AttributeTable(single.getAuthenticatedAttributes()).get(CMSAttributes.cmsAlgorithmProtect);
            if (protection != null) {
                var both = CMSAlgorithmProtection.getInstance(protection.getAttributeValues()[0]);
                if (!named.equals(both.getSignatureAlgorithm())
                        || !single.getDigestAlgorithm().equals(both.getDigestAlgorithm())) {
                    problems.add(Finding.STRUCTURE_INVALID);
                }
            } else if (named.getAlgorithm().equals(PKCSObjectIdentifiers.rsaEncryption)
                    || named.getAlgorithm().equals(X9ObjectIdentifiers.id_ecPublicKey)) {
                problems.add(Finding.ALGORITHM_UNPROTECTED);
            } else if (named.getAlgorithm().equals(PKCSObjectIdentifiers.id_RSASSA_PSS)) {
                // Its parameters enter the computation, so a changed one is a wrong value.
                return;
            } else if (!SignatureAlgorithms.digestOf(named.getAlgorithm()).equals(Optional.of(digest))) {
                problems.add(Finding.STRUCTURE_INVALID);
            }
            // A curve named there must be the key's own (looked at where the key is known).
            if (!named.getAlgorithm().equals(PKCSObjectIdentifiers.id_RSASSA_PSS) && !namesCurve(named)) {
                plain(named);
            }
        }

        /** Plain ECDSA is written with its curve by some (BSI TR-03111, 5.2.1). */
        private static boolean namesCurve(AlgorithmIdentifier named) {
            return named.getAlgorithm().on(BSIObjectIdentifiers.ecdsa_plain_signatures)
                    && named.getParameters() instanceof ASN1ObjectIdentifier;
        }

        /** The certificate that the signed attributes name, if digest and value hold; otherwise says what does not. */
        private @Nullable X509CertificateHolder verified(CMSSignedData signed, SignerInformation by, boolean named)
                throws CMSException, GeneralSecurityException, OperatorCreationException, IOException {
            Collection<X509CertificateHolder> carried = signed.getCertificates().getMatches(null);
            certificates.addAll(carried);
            X509CertificateHolder own = carried.stream()
                    .filter(it -> by.getSID().match(it))
                    .findFirst()
                    .orElse(null);
            if (own == null) {
                problems.add(Finding.STRUCTURE_INVALID);
                return null;
            }
            // A library finds the certificate by what it makes of the identifier; here it must be written as the
            // certificate has it (RFC 5652, 5.3).
            var bySerial = new SignerIdentifier(new IssuerAndSerialNumber(own.toASN1Structure()));
            SignerIdentifier said = by.toASN1Structure().getSID();
            if (!said.equals(bySerial) && !(said.getId() instanceof ASN1OctetString)) {
                problems.add(Finding.STRUCTURE_INVALID);
            }
            AlgorithmIdentifier algorithm = by.toASN1Structure().getDigestEncryptionAlgorithm();
            ASN1Encodable curve = own.getSubjectPublicKeyInfo().getAlgorithm().getParameters();
            if (namesCurve(algorithm) && !algorithm.getParameters().equals(curve)) {
                problems.add(Finding.STRUCTURE_INVALID);
            }
            AttributeTable attributes = by.getSignedAttributes();
            Optional<Boolean> same = attributes == null ? Optional.empty() : namedIn(attributes, own);
            if (same.isPresent() && !same.get()) {
                problems.add(Finding.CERTIFICATE_DAMAGED);
            } else if (same.isEmpty() && named) {
                // PAdES asks for it; without it the value is whole all the same, only not at a level of PAdES.
                problems.add(Finding.SIGNER_UNNAMED);
            }
            if (same.isPresent() && same.get()) {
                pinned.add(own);
            }
            // By its key alone: whether the certificate was valid that day is for the standard's validation to say.
            try {
                if (!by.verify(SignatureAlgorithms.verifier(own, by.getEncryptionAlgOID()))) {
                    problems.add(Finding.VALUE_MISMATCH);
                }
            } catch (CMSException e) {
                // Thrown when the digest in the signed attributes is not that of the bytes, or an attribute is amiss.
                problems.add(digestHolds(by) ? Finding.VALUE_MISMATCH : Finding.DIGEST_MISMATCH);
            }
            return own;
        }

        private static boolean digestHolds(SignerInformation by) {
            byte[] found;
            try {
                found = by.getContentDigest();
            } catch (IllegalStateException e) {
                // It did not come so far: an attribute is amiss.
                return true;
            }
            AttributeTable attributes = by.getSignedAttributes();
            Attribute said = attributes == null ? null : attributes.get(CMSAttributes.messageDigest);
            return found != null
                    && said != null
                    && said.getAttrValues().size() == 1
                    && Arrays.equals(
                            found,
                            ASN1OctetString.getInstance(said.getAttrValues().getObjectAt(0))
                                    .getOctets());
        }

        /** Whether the signed attributes name exactly that certificate (RFC 5035); nothing when they name none. */
        private static Optional<Boolean> namedIn(AttributeTable attributes, X509CertificateHolder own)
                throws GeneralSecurityException, IOException {
            Attribute second = attributes.get(PKCSObjectIdentifiers.id_aa_signingCertificateV2);
            if (second != null) {
                ESSCertIDv2 id = SigningCertificateV2.getInstance(second.getAttributeValues()[0])
                        .getCerts()[0];
                return Optional.of(Arrays.equals(
                        id.getCertHash(),
                        MessageDigest.getInstance(
                                        id.getHashAlgorithm().getAlgorithm().getId())
                                .digest(own.getEncoded())));
            }
            Attribute first = attributes.get(PKCSObjectIdentifiers.id_aa_signingCertificate);
            if (first != null) {
                ESSCertID id = SigningCertificate.getInstance(first.getAttributeValues()[0])
                        .getCerts()[0];
                return Optional.of(Arrays.equals(
                        id.getCertHash(), MessageDigest.getInstance("SHA-1").digest(own.getEncoded())));
            }
            return Optional.empty();
        }

        /** No certificate that came along was damaged. */
        void certificatesAreWhole(Collection<X509CertificateHolder> known) {
            var carried = new CarriedCertificates(certificates, pinned, known);
            if (carried.anyDamaged()) {
                problems.add(Finding.CERTIFICATE_DAMAGED);
            }
        }
    }

    /** The digest of some bytes by an algorithm, that is named by its object identifier. */
    private interface Digested {
        byte[] by(String algorithm) throws GeneralSecurityException, IOException;
    }

    /** What a value signs. */
    private interface Signed {
        CMSSignedData with(ContentInfo info) throws CMSException, GeneralSecurityException, IOException;

        byte[] digest(String algorithm) throws GeneralSecurityException, IOException;

        byte[] bytes() throws IOException;
    }

    /** Only its digests are known. */
    private record Known(Map<String, byte[]> digests) implements Signed {
        @Override
        public CMSSignedData with(ContentInfo info) throws CMSException {
            return new CMSSignedData(digests, info);
        }

        @Override
        public byte[] digest(String algorithm) throws IOException {
            byte[] known = digests.get(algorithm);
            if (known == null) {
                throw new IOException("The file is not there");
            }
            return known;
        }

        @Override
        public byte[] bytes() throws IOException {
            throw new IOException("The file is not there");
        }
    }

    /** The file without the brackets and what stands between them. */
    private record Covered(CoveredDigests file, ByteRangeCheck range) implements Signed {
        @Override
        public CMSSignedData with(ContentInfo info) throws CMSException, GeneralSecurityException {
            Map<String, byte[]> digests = new HashMap<>();
            for (ASN1Encodable it : SignedData.getInstance(info.getContent()).getSignerInfos()) {
                var one = SignerInfo.getInstance(it);
                if (one.getAuthenticatedAttributes() == null) {
                    // Signed without attributes: the bytes themselves are (RFC 5652, 5.4).
                    return new CMSSignedData(new CMSProcessableByteArray(bytes()), info);
                }
                String algorithm = one.getDigestAlgorithm().getAlgorithm().getId();
                digests.put(algorithm, digest(algorithm));
            }
            return new CMSSignedData(digests, info);
        }

        @Override
        public byte[] digest(String algorithm) throws GeneralSecurityException {
            return file.of(algorithm, range);
        }

        @Override
        public byte[] bytes() {
            byte[] all = Arrays.copyOf(file.file(), range.gapFrom() + range.end() - range.gapTo());
            System.arraycopy(file.file(), range.gapTo(), all, range.gapFrom(), range.end() - range.gapTo());
            return all;
        }
    }
}
