package vn.antin.verify;

import java.io.IOException;
import org.apache.pdfbox.io.RandomAccessRead;
import org.apache.pdfbox.io.RandomAccessReadView;

/** The first bytes of a file, as the PDF library reads them; ends its work when the time is up. */
final class BoundedBytes implements RandomAccessRead {
    private static final int READS_BETWEEN_LOOKS = 4096;

    private final byte[] file;
    private final int length;
    private final Deadline deadline;
    private int at;
    private int reads;
    private boolean closed;

    BoundedBytes(byte[] file, int length, Deadline deadline) {
        this.file = file;
        this.length = length;
        this.deadline = deadline;
    }

    private void count() {
        if (++reads % READS_BETWEEN_LOOKS == 0) {
            deadline.check();
        }
    }

    @Override
    public int read() {
        count();
        return at < length ? file[at++] & 0xff : -1;
    }

    @Override
    public int read(byte[] target, int offset, int wanted) {
        count();
        if (at >= length) {
            return -1;
        }
        int given = Math.min(wanted, length - at);
        System.arraycopy(file, at, target, offset, given);
        at += given;
        return given;
    }

    @Override
    public long getPosition() {
        return at;
    }

    @Override
    public void seek(long position) throws IOException {
        count();
        if (position < 0) {
            throw new IOException("Before the start of the file");
        }
        at = (int) Math.min(position, length);
    }

    @Override
    public long length() {
        return length;
    }

    @Override
    public void close() {
        closed = true;
    }

    @Override
    public boolean isClosed() {
        return closed;
    }

    @Override
    public boolean isEOF() {
        return at >= length;
    }

    @Override
    public RandomAccessReadView createView(long start, long size) {
        return new RandomAccessReadView(new BoundedBytes(file, length, deadline), start, size, true);
    }
}
