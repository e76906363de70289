package vn.antin.easel;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** A stream that may not give more than so much. */
final class Counted extends FilterInputStream {
    private long left;

    Counted(InputStream in, long most) {
        super(in);
        this.left = most;
    }

    @Override
    public int read() throws IOException {
        int it = super.read();
        count(it < 0 ? 0 : 1);
        return it;
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
        int read = super.read(target, offset, length);
        count(Math.max(0, read));
        return read;
    }

    private void count(int read) throws IOException {
        left -= read;
        if (left < 0) {
            throw new TooMuch();
        }
    }

    /** It gave more. */
    static final class TooMuch extends IOException {
        private static final long serialVersionUID = 1L;
    }
}
