package vn.antin.kernel;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.regex.Pattern;

/** A SHA-256 digest (FIPS 180-4), written as 64 lower-case hexadecimal digits. */
public record Sha256(String hex) {
    private static final Pattern FORM = Pattern.compile("[0-9a-f]{64}");

    public Sha256 {
        if (!FORM.matcher(hex).matches()) {
            throw new IllegalArgumentException("Not 64 lower-case hexadecimal digits: " + hex);
        }
    }

    /** The digest of all the bytes. */
    public static Sha256 of(byte[] bytes) {
        return ofDigest(newDigest().digest(bytes));
    }

    /** The digest that {@code finished} holds; 32 bytes. */
    public static Sha256 ofDigest(byte[] finished) {
        return new Sha256(HexFormat.of().formatHex(finished));
    }

    /** An empty SHA-256 computation, for bytes that come in pieces. */
    public static MessageDigest newDigest() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }

    /** The 32 bytes of the digest. */
    public byte[] bytes() {
        return HexFormat.of().parseHex(hex);
    }

    @Override
    public String toString() {
        return hex;
    }
}
