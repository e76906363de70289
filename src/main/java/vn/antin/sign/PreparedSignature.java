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
 * A signature half made: the file with room for it, and what must be signed. Three steps, so that the key can be anywhere:
 * prepare, have {@link #toBeSigned} signed, embed (PAdES, ETSI EN 319 142-1). It can be put aside between any two of them
 * ({@link PendingSignatures}); nothing is made anew afterwards, and everything is proved anew.
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
            OpenForm form, COSDictionary field, LaterChanges permitted, Statement said, List<X509Certificate> chain)
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
        signature.setContents(new byte[room(chain)]);
        signature.setByteRange(new int[] {0, 1_000_000_000, 1_000_000_000, 1_000_000_000});
        var references = new COSArray();
        references.setDirect(true);
        references.add(permitted.declare(form, dictionary));
        dictionary.setItem(REFERENCE, references);
        field.setItem(COSName.V, dictionary);
        field.setNeedToBeUpdated(true);
        dictionary.setNeedToBeUpdated(true);
        return locate(form.appendedUnsigned(), form, chain);
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
        var attributes = SignedAttributes.of(around(bytes, from, to), chain.getFirst());
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

    /** The signed attributes, DER: what a program hashes itself when it does not take a digest. */
    byte[] attributes() {
        return attributes.encoded();
    }

    Content file() {
        return file;
    }

    int from() {
        return from;
    }

    int to() {
        return to;
    }

    List<X509Certificate> chain() {
        return chain;
    }

    /**
     * The same signature as it was put aside.
     *
     * @param source length and digest of the pages that were prepared
     * @throws Refusal {@link SignReason#PENDING_DAMAGED} when any of it is not what it was
     */
    static PreparedSignature restored(
            Content file, Source source, int from, int to, byte[] attributes, List<X509Certificate> chain) {
        byte[] bytes = file.bytes();
        boolean whole = source.size() > 0
                && from >= source.size()
                && to - from > 2
                && to < bytes.length
                && bytes[from] == '<'
                && bytes[to - 1] == '>'
                && !chain.isEmpty();
        for (int i = from + 1; whole && i < to - 1; i++) {
            whole = bytes[i] == '0';
        }
        if (whole) {
            whole = Sha256.of(Arrays.copyOf(bytes, source.size())).equals(source.digest())
                    && SignedAttributes.agree(attributes, around(bytes, from, to), chain.getFirst());
        }
        if (!whole) {
            throw new Refusal(SignReason.PENDING_DAMAGED);
        }
        return new PreparedSignature(file, from, to, SignedAttributes.restored(attributes), chain);
    }

    /** The pages that a signature was prepared for. */
    record Source(Sha256 digest, int size) {}

    private static Sha256 around(byte[] bytes, int from, int to) {
        MessageDigest digest = Sha256.newDigest();
        digest.update(bytes, 0, from);
        digest.update(bytes, to, bytes.length - to);
        return Sha256.ofDigest(digest.digest());
    }

    /** Whether the value is the certificate's, over these attributes. */
    boolean fits(byte[] value) {
        return Algorithm.of(chain.getFirst().getPublicKey())
                .filter(it -> it.verifies(chain.getFirst().getPublicKey(), attributes.encoded(), value))
                .isPresent();
    }

    /**
     * Has the digest signed and stamped, then embeds both. Nothing leaves this method unless all of it was had.
     *
     * @param owner whose key, for the refusal
     */
    Content completed(SigningKey key, TimestampAuthority time, String owner) {
        byte[] value = key.sign(toBeSigned());
        // A key that does not belong to the certificate must not spoil a document.
        if (!fits(value)) {
            throw new Refusal(SignReason.KEY_UNUSABLE, owner);
        }
        // Without a time stamp nobody can later tell a valid signature from one made after revocation (ETSI EN 319
        // 102-1, 5.5), so there is no signature without one unless the operator has laid that down (Unstamped).
        return completed(value, time.stamp(Sha256.of(value)));
    }

    /**
     * The finished file.
     *
     * @param value one that {@link #fits}
     * @param token the time-stamp over it
     */
    Content completed(byte[] value, byte[] token) {
        Algorithm algorithm =
                Algorithm.of(chain.getFirst().getPublicKey()).orElseThrow(() -> new IllegalStateException("no fit"));
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
