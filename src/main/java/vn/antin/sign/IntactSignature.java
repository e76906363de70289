package vn.antin.sign;

import java.io.IOException;
import java.io.OutputStream;
import java.security.GeneralSecurityException;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSString;
import org.bouncycastle.asn1.ASN1InputStream;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.cms.CMSObjectIdentifiers;
import org.bouncycastle.asn1.cms.ContentInfo;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cms.CMSException;
import org.bouncycastle.cms.CMSSignedData;
import org.bouncycastle.cms.CMSTypedData;
import org.bouncycastle.cms.SignerInformation;
import org.bouncycastle.cms.jcajce.JcaSimpleSignerInfoVerifierBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import vn.antin.kernel.Content;

/**
 * Whether the last act on a file was a signature of ours that still holds: it covers the whole file, its digest and value
 * agree, it bears a time-stamp where one is laid down. Whether the certificate is to be trusted is for the verifying room to say.
 */
final class IntactSignature {
    private IntactSignature() {}

    /** @param stamped whether it must bear a time-stamp */
    static boolean coversAllOf(Content file, COSDictionary signature, boolean stamped) {
        COSArray range = signature.getCOSArray(COSName.BYTERANGE);
        if (range == null
                || range.size() != 4
                || !(signature.getDictionaryObject(COSName.CONTENTS) instanceof COSString contents)) {
            return false;
        }
        int from = range.getInt(1);
        int to = range.getInt(2);
        byte[] bytes = file.bytes();
        boolean whole = range.getInt(0) == 0
                && from > 0
                && to > from
                && (long) to + range.getInt(3) == bytes.length
                && to < bytes.length
                && bytes[from] == '<'
                && bytes[to - 1] == '>'
                && to - from - 2 == 2 * contents.getBytes().length;
        return whole && holds(new Around(file, from, to), contents.getBytes(), stamped);
    }

    private static boolean holds(CMSTypedData covered, byte[] padded, boolean stamped) {
        // Zeros fill the room that the signature did not need, so only the first structure is read.
        try (var stream = new ASN1InputStream(padded)) {
            var signed = new CMSSignedData(covered, ContentInfo.getInstance(stream.readObject()));
            if (signed.getSignerInfos().size() != 1) {
                return false;
            }
            SignerInformation signer = signed.getSignerInfos().iterator().next();
            for (X509CertificateHolder it : signed.getCertificates().getMatches(null)) {
                if (!signer.getSID().match(it)) {
                    continue;
                }
                return signer.verify(new JcaSimpleSignerInfoVerifierBuilder().build(it))
                        && (!stamped || bearsStamp(signer));
            }
            return false;
        } catch (CMSException
                | IOException
                | OperatorCreationException
                | GeneralSecurityException
                | IllegalArgumentException e) {
            // Whatever does not even parse is no signature of ours.
            return false;
        }
    }

    private static boolean bearsStamp(SignerInformation signer) {
        return signer.getUnsignedAttributes() != null
                && signer.getUnsignedAttributes().get(PKCSObjectIdentifiers.id_aa_signatureTimeStampToken) != null;
    }

    /** The file without the room for the signature. */
    private record Around(Content file, int from, int to) implements CMSTypedData {
        @Override
        public ASN1ObjectIdentifier getContentType() {
            return CMSObjectIdentifiers.data;
        }

        @Override
        public void write(OutputStream out) throws IOException {
            out.write(file.bytes(), 0, from);
            out.write(file.bytes(), to, file.size() - to);
        }

        @Override
        public Object getContent() {
            return file;
        }
    }
}
