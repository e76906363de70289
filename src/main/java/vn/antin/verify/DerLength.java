package vn.antin.verify;

import java.io.IOException;

/** How long a structure is by its own headers (ITU-T X.690, 8.1.3): DER, or BER with lengths left open. */
final class DerLength {
    private static final int DEEPEST = 64;

    private DerLength() {}

    /** Bytes of header and content together. */
    static int of(byte[] bytes) throws IOException {
        return end(bytes, 0, 0);
    }

    private static int end(byte[] bytes, int from, int depth) throws IOException {
        int at = from;
        int tag = octet(bytes, at++);
        if ((tag & 0x1f) == 0x1f) {
            while ((octet(bytes, at++) & 0x80) != 0) {
                // A tag of several octets goes on.
            }
        }
        int first = octet(bytes, at++);
        if (first == 0x80) {
            return endOfOpen(bytes, at, depth);
        }
        long length = first;
        if (first > 0x80) {
            int octets = first - 0x80;
            if (octets > 4) {
                throw new IOException("Longer than what is there");
            }
            length = 0;
            for (int i = 0; i < octets; i++) {
                length = (length << 8) | octet(bytes, at++);
            }
        }
        if (at + length > bytes.length) {
            throw new IOException("Longer than what is there");
        }
        return (int) (at + length);
    }

    private static int endOfOpen(byte[] bytes, int from, int depth) throws IOException {
        if (depth > DEEPEST) {
            throw new IOException("Nested too deep");
        }
        int at = from;
        while (octet(bytes, at) != 0 || octet(bytes, at + 1) != 0) {
            at = end(bytes, at, depth + 1);
        }
        return at + 2;
    }

    private static int octet(byte[] bytes, int at) throws IOException {
        if (at >= bytes.length) {
            throw new IOException("No structure");
        }
        return bytes[at] & 0xff;
    }
}
