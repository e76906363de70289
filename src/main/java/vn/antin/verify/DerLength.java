package vn.antin.verify;

import java.io.IOException;

/** How long a DER structure is by its own header (ITU-T X.690, 8.1.3 and 10.1). */
final class DerLength {
    private DerLength() {}

    /** Bytes of header and content together. */
    static int of(byte[] bytes) throws IOException {
        if (bytes.length < 2) {
            throw new IOException("No structure");
        }
        int first = bytes[1] & 0xff;
        if (first < 0x80) {
            return fitting(2L + first, bytes);
        }
        int octets = first - 0x80;
        if (octets == 0 || octets > 4 || bytes.length < 2 + octets) {
            throw new IOException("No definite length");
        }
        long length = 0;
        for (int i = 0; i < octets; i++) {
            length = (length << 8) | (bytes[2 + i] & 0xff);
        }
        return fitting(2 + octets + length, bytes);
    }

    private static int fitting(long length, byte[] bytes) throws IOException {
        if (length > bytes.length) {
            throw new IOException("Longer than what is there");
        }
        return (int) length;
    }
}
