package vn.antin.sign;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.interactive.digitalsignature.PDSignature;
import vn.antin.kernel.Content;
import vn.antin.kernel.Refusal;
import vn.antin.kernel.Sha256;
import vn.antin.trust.TimestampAuthority;
import vn.antin.trust.TrustReason;

/**
 * A signature half made, wholly in memory: the file with room for it, and what must be signed. Three steps, so that the
 * key can be anywhere: prepare, have {@link #toBeSigned} signed, embed (PAdES, ETSI EN 319 142-1).
 */
final class PreparedSignature {
    /** Tokens with their certificates were seen up to 6.2 KB. */
    private static final int ROOM_FOR_TIMESTAMP = 9 * 1024;

    /** Attributes, references and the value itself; RSA-4096 takes 512 bytes of it. */
    private static final int ROOM_FOR_THE_REST = 1536;

    private static final byte[] CONTENTS = "/Contents <0000".getBytes(StandardCharsets.US_ASCII);
    private static final DateTimeFormatter PDF_DATE = DateTimeFormatter.ofPattern("'D:'uuuuMMddHHmmss");
    private static final int SIGNATURES_EXIST_APPEND_ONLY = 3;
    private static final COSName REFERENCE = COSName.getPDFName("Reference");

    private final Content file;
    private final int from;
    private final int to;
    private final SignedAttributes attributes;
    private final List<X509Certificate> chain;

    private PreparedSignature(
            Content file, int from, int to, SignedAttributes attributes, List<X509Certificate> chain) {
        this.file = file;
        this.from = from;
        this.to = to;
        this.attributes = attributes;
        this.chain = chain;
    }

    /** What the signature dictionary tells people (ISO 32000-2, table 255). */
    record Statement(String name, String reason, String location, ZonedDateTime when) {}

    /**
     * Appends the signature dictionary to the open document.
     *
     * @param field an unsigned field of it
     */
    static PreparedSignature prepare(
            OpenForm form, COSDictionary field, LaterChanges permitted, Statement said, SigningKey key)
            throws IOException {
        var signature = new PDSignature();
        signature.setFilter(PDSignature.FILTER_ADOBE_PPKLITE);
        signature.setSubFilter(PDSignature.SUBFILTER_ETSI_CADES_DETACHED);
        signature.setName(said.name());
        signature.setReason(said.reason());
        signature.setLocation(said.location());
        COSDictionary dictionary = signature.getCOSObject();
        if (form.form().getInt(COSName.SIG_FLAGS) != SIGNATURES_EXIST_APPEND_ONLY) {
            form.form().setInt(COSName.SIG_FLAGS, SIGNATURES_EXIST_APPEND_ONLY);
        }
        String offset = said.when().getOffset().getId().equals("Z")
                ? "+00'00'"
                : said.when().getOffset().getId().replace(":", "'") + "'";
        dictionary.setString(COSName.M, PDF_DATE.format(said.when()) + offset);
        // In this order: PDFBox looks for the contents until it has seen the range, whose value means "not yet known".
        signature.setContents(new byte[room(key.chain())]);
        signature.setByteRange(new int[] {0, 1_000_000_000, 1_000_000_000, 1_000_000_000});
        var references = new COSArray();
        references.setDirect(true);
        references.add(permitted.declare(form, dictionary));
        dictionary.setItem(REFERENCE, references);
        field.setItem(COSName.V, dictionary);
        field.setNeedToBeUpdated(true);
        dictionary.setNeedToBeUpdated(true);
        return locate(form.appendedUnsigned(), form, key.chain());
    }

    private static int room(List<X509Certificate> chain) {
        int certificates = 0;
        try {
            for (X509Certificate it : chain) {
                certificates += it.getEncoded().length;
            }
        } catch (CertificateEncodingException e) {
            throw new IllegalStateException("A certificate that was read can be written", e);
        }
        return certificates + ROOM_FOR_TIMESTAMP + ROOM_FOR_THE_REST;
    }

    /** Finds the room in the revision just written, and digests everything around it. */
    private static PreparedSignature locate(Content file, OpenForm form, List<X509Certificate> chain) {
        byte[] bytes = file.bytes();
        int from = indexOf(bytes, CONTENTS, form.size()) + CONTENTS.length - 5;
        int to = from;
        while (bytes[to] != '>') {
            to++;
        }
        to++;
        MessageDigest digest = Sha256.newDigest();
        digest.update(bytes, 0, from);
        digest.update(bytes, to, bytes.length - to);
        var attributes = SignedAttributes.of(Sha256.ofDigest(digest.digest()), chain.getFirst());
        return new PreparedSignature(file, from, to, attributes, chain);
    }

    private static int indexOf(byte[] bytes, byte[] sought, int start) {
        for (int i = start; i <= bytes.length - sought.length; i++) {
            if (Arrays.equals(bytes, i, i + sought.length, sought, 0, sought.length)) {
                return i;
            }
        }
        throw new IllegalStateException("The revision has no room for a signature");
    }

    /** The digest a key must sign: that of the signed attributes, not of the file. */
    Sha256 toBeSigned() {
        return attributes.digest();
    }

    /**
     * Has the digest signed and stamped, then embeds both. Nothing leaves this method unless all of it was had.
     *
     * @param owner whose key, for the refusal
     */
    Content completed(SigningKey key, TimestampAuthority time, String owner) {
        byte[] value = key.sign(toBeSigned());
        Algorithm algorithm = Algorithm.of(key.certificate().getPublicKey())
                .orElseThrow(() -> new Refusal(SignReason.KEY_UNUSABLE, owner));
        // A key that does not belong to the certificate must not spoil a document.
        if (!algorithm.verifies(key.certificate().getPublicKey(), attributes.encoded(), value)) {
            throw new Refusal(SignReason.KEY_UNUSABLE, owner);
        }
        // Without a time stamp nobody can later tell a valid signature from one made after revocation (ETSI EN 319
        // 102-1, 5.5), so there is no signature without one unless the operator has laid that down (Unstamped).
        byte[] token = time.stamp(Sha256.of(value));
        try {
            return embedded(attributes.cms(chain, algorithm, value, token));
        } catch (IOException e) {
            throw new Refusal(TrustReason.TIMESTAMP_UNAVAILABLE, e);
        }
    }

    private Content embedded(byte[] cms) throws IOException {
        if (2 * cms.length > to - from - 2) {
            throw new IOException("The time-stamp is too long to be embedded");
        }
        byte[] finished = file.bytes().clone();
        byte[] hex = HexFormat.of().formatHex(cms).getBytes(StandardCharsets.US_ASCII);
        System.arraycopy(hex, 0, finished, from + 1, hex.length);
        return Content.of(finished);
    }
}
