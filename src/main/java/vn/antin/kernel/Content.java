package vn.antin.kernel;

import java.util.Arrays;

/** The bytes of one file together with their digest; equal when the bytes are equal. */
public final class Content {
    private final byte[] bytes;
    private final Sha256 digest;

    private Content(byte[] bytes) {
        this.bytes = bytes;
        this.digest = Sha256.of(bytes);
    }

    /** Takes the array over: the caller must not write to it afterwards. */
    public static Content of(byte[] bytes) {
        return new Content(bytes);
    }

    /** The bytes themselves, not a copy: read, never write. */
    public byte[] bytes() {
        return bytes;
    }

    /** Length in bytes. */
    public int size() {
        return bytes.length;
    }

    public Sha256 digest() {
        return digest;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Content that && Arrays.equals(bytes, that.bytes);
    }

    @Override
    public int hashCode() {
        return digest.hashCode();
    }

    @Override
    public String toString() {
        return bytes.length + " bytes, SHA-256 " + digest;
    }
}
