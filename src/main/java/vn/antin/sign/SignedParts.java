package vn.antin.sign;

import java.io.IOException;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSString;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.interactive.form.PDField;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1InputStream;
import org.bouncycastle.asn1.cms.Attribute;
import org.bouncycastle.asn1.cms.ContentInfo;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cms.CMSException;
import org.bouncycastle.cms.CMSSignedData;
import org.bouncycastle.cms.SignerInformation;
import org.bouncycastle.tsp.TSPException;
import org.bouncycastle.tsp.TimeStampToken;
import vn.antin.kernel.Refusal;

/**
 * The signatures and time-stamps of a file, read for their certificates. Whether they hold is not asked here: what is
 * preserved is what is there, and the verifying room judges.
 *
 * @param signers who signed or stamped
 * @param carried all certificates that came along
 * @param stamps every time-stamp, of signatures and of the document, the oldest first
 * @param signatures how many signatures there are, document time-stamps not counted
 */
record SignedParts(Set<X509Certificate> signers, Set<X509Certificate> carried, List<Stamp> stamps, int signatures) {
    /** One time-stamp and by whom; {@code digest} as its imprint and its signature name it. */
    record Stamp(Instant when, X509Certificate signer, String digest, boolean ofDocument) {}

    static SignedParts of(PDDocument document) throws IOException {
        var parts = new SignedParts(new LinkedHashSet<>(), new LinkedHashSet<>(), new ArrayList<>(), 0);
        int signatures = 0;
        var form = document.getDocumentCatalog().getAcroForm(null);
        if (form == null) {
            throw new Refusal(SignReason.NOT_READY);
        }
        for (PDField field : form.getFieldTree()) {
            COSDictionary value = field.getCOSObject().getCOSDictionary(COSName.V);
            if (COSName.SIG.equals(field.getCOSObject().getCOSName(COSName.FT))
                    && value != null
                    && value.getDictionaryObject(COSName.CONTENTS) instanceof COSString contents) {
                boolean stamp = LongTermRevision.RFC3161.equals(value.getCOSName(COSName.SUB_FILTER));
                signatures += stamp ? 0 : 1;
                parts.read(contents.getBytes(), stamp);
            }
        }
        parts.stamps.sort(java.util.Comparator.comparing(Stamp::when));
        return new SignedParts(parts.signers, parts.carried, parts.stamps, signatures);
    }

    private void read(byte[] padded, boolean stamp) throws IOException {
        // Zeros fill the room that the signature did not need, so only the first structure is read.
        try (var stream = new ASN1InputStream(padded)) {
            var signed = new CMSSignedData(ContentInfo.getInstance(stream.readObject()));
            if (stamp) {
                stamped(new TimeStampToken(signed), true);
                return;
            }
            for (SignerInformation it : signed.getSignerInfos()) {
                signer(signed, it);
                Attribute token = it.getUnsignedAttributes() == null
                        ? null
                        : it.getUnsignedAttributes().get(PKCSObjectIdentifiers.id_aa_signatureTimeStampToken);
                if (token != null) {
                    for (ASN1Encodable value : token.getAttrValues()) {
                        stamped(new TimeStampToken(ContentInfo.getInstance(value)), false);
                    }
                }
            }
        } catch (CMSException | TSPException | CertificateException | IllegalArgumentException | ClassCastException e) {
            throw new Refusal(SignReason.NOT_READY, e);
        }
    }

    private void stamped(TimeStampToken token, boolean ofDocument) throws CertificateException, CMSException {
        var signed = token.toCMSSignedData();
        for (SignerInformation it : signed.getSignerInfos()) {
            X509Certificate signer = signer(signed, it);
            String digest = token.getTimeStampInfo()
                            .getMessageImprintAlgOID()
                            .equals(org.bouncycastle.asn1.nist.NISTObjectIdentifiers.id_sha256)
                    ? "SHA256"
                    : new org.bouncycastle.operator.DefaultAlgorithmNameFinder()
                            .getAlgorithmName(token.getTimeStampInfo().getHashAlgorithm())
                            .replaceFirst("^SHA-", "SHA");
            stamps.add(new Stamp(token.getTimeStampInfo().getGenTime().toInstant(), signer, digest, ofDocument));
        }
    }

    private X509Certificate signer(CMSSignedData signed, SignerInformation info) throws CertificateException {
        var converter = new JcaX509CertificateConverter();
        X509Certificate found = null;
        for (X509CertificateHolder it : signed.getCertificates().getMatches(null)) {
            X509Certificate certificate = converter.getCertificate(it);
            carried.add(certificate);
            if (info.getSID().match(it)) {
                found = certificate;
            }
        }
        if (found == null) {
            throw new Refusal(SignReason.NOT_READY);
        }
        signers.add(found);
        return found;
    }
}
