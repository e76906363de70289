package vn.antin.copy;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.springframework.stereotype.Component;
import vn.antin.kernel.Content;
import vn.antin.kernel.Refusal;
import vn.antin.verify.Conclusion;
import vn.antin.verify.Report;
import vn.antin.verify.Verifier;

/**
 * Takes in a digitised paper document: one PDF or several pictures, judged by annex I, part II, I.2 (in colour, at least
 * 200 dots an inch, in the size of the paper), made into one PDF that holds nothing but what is seen.
 */
@Component
class Scans {
    static final int MOST_FILES = 100;
    static final int MOST_PAGES = 300;

    private static final byte[] PDF = {'%', 'P', 'D', 'F', '-'};
    private static final long PATIENCE_SECONDS = 60;

    private final Verifier verifier;
    /** A large picture takes some hundred megabytes while it is unpacked. */
    private final Semaphore glass = new Semaphore(1);

    Scans(Verifier verifier) {
        this.verifier = verifier;
    }

    /**
     * The pages in the order sent.
     *
     * @param otherPaper whether the person has said that the original is on paper other than A3, A4 or A5
     * @throws Refusal a {@link CopyReason} that names the page
     */
    Digitised take(List<Content> files, boolean otherPaper) {
        if (files.isEmpty()) {
            throw new Refusal(CopyReason.NO_FILE);
        }
        if (files.size() > MOST_FILES) {
            throw new Refusal(CopyReason.TOO_MANY_FILES, MOST_FILES);
        }
        files.stream().filter(Scans::isPdf).forEach(this::requireHarmless);
        try {
            if (!glass.tryAcquire(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                throw new Refusal(CopyReason.BUSY);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Refusal(CopyReason.BUSY, e);
        }
        try (var scan = new ScanFile()) {
            for (int i = 0; i < files.size(); i++) {
                if (isPdf(files.get(i))) {
                    ScannedPdf.add(files.get(i), otherPaper, scan, MOST_PAGES);
                } else {
                    Pictures.add(files.get(i), i + 1, otherPaper, scan, MOST_PAGES);
                }
            }
            return scan.finished();
        } catch (IOException e) {
            throw new Refusal(CopyReason.FILE_UNREADABLE, e);
        } finally {
            glass.release();
        }
    }

    /** The verifier opens any file within bounds of time and memory; what it cannot read, we do not open. */
    private void requireHarmless(Content file) {
        Report report = verifier.verify(file, "");
        if (report.conclusion() == Conclusion.UNREADABLE || report.conclusion() == Conclusion.NOT_A_PDF) {
            throw new Refusal(CopyReason.FILE_UNREADABLE);
        }
        // From electronic to electronic there is no sao y (art. 25.1): such a document is simply sent.
        if (report.conclusion() != Conclusion.NO_SIGNATURE) {
            throw new Refusal(CopyReason.ALREADY_SIGNED);
        }
    }

    private static boolean isPdf(Content file) {
        byte[] bytes = file.bytes();
        for (int at = 0; at <= Math.min(1024, bytes.length - PDF.length); at++) {
            int same = 0;
            while (same < PDF.length && bytes[at + same] == PDF[same]) {
                same++;
            }
            if (same == PDF.length) {
                return true;
            }
        }
        return false;
    }
}
