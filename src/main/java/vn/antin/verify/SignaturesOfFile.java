package vn.antin.verify;

import java.io.IOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.interactive.digitalsignature.PDSignature;
import org.bouncycastle.asn1.nist.NISTObjectIdentifiers;
import org.bouncycastle.cms.CMSException;
import org.bouncycastle.cms.CMSSignedData;
import org.jspecify.annotations.Nullable;
import vn.antin.kernel.Content;

/** Makes of a file the question that can be asked without it: digests and signature values, and nothing of what it says. */
final class SignaturesOfFile {
    private SignaturesOfFile() {}

    /** @throws IOException when it is no PDF that can be read */
    static DigestQuestion of(Content file) throws IOException {
        List<DigestQuestion.Handed> signatures = new ArrayList<>();
        try (PDDocument document = Loader.loadPDF(file.bytes())) {
            for (var field : document.getSignatureFields()) {
                PDSignature it = field.getSignature();
                // A time-stamp over the document signs itself, not a digest that could be handed over.
                if (it != null
                        && !"ETSI.RFC3161".equals(it.getSubFilter())
                        && signatures.size() < SignatureByDigest.MOST) {
                    signatures.add(handed(field.getFullyQualifiedName(), it, file.bytes()));
                }
            }
        }
        return new DigestQuestion(file.digest().hex(), signatures);
    }

    private static DigestQuestion.Handed handed(@Nullable String name, PDSignature it, byte[] file) throws IOException {
        try {
            byte[] cms = SignatureByDigest.unpadded(it.getContents(file));
            String algorithm = algorithm(SignatureByDigest.bare(cms));
            byte[] digest = MessageDigest.getInstance(algorithm).digest(it.getSignedContent(file));
            return new DigestQuestion.Handed(
                    name,
                    algorithm,
                    HexFormat.of().formatHex(digest),
                    Base64.getEncoder().encodeToString(cms),
                    it.getSubFilter());
        } catch (NoSuchAlgorithmException | CMSException | RuntimeException e) {
            throw new IOException("A signature that cannot be taken out", e);
        }
    }

    private static String algorithm(byte[] cms) throws CMSException {
        String used = new CMSSignedData(cms).getSignerInfos().iterator().next().getDigestAlgOID();
        if (used.equals(NISTObjectIdentifiers.id_sha512.getId())) {
            return "SHA-512";
        }
        return used.equals(NISTObjectIdentifiers.id_sha384.getId()) ? "SHA-384" : "SHA-256";
    }
}
