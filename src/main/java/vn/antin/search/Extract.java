package vn.antin.search;

import java.io.IOException;
import java.io.StringWriter;
import java.io.Writer;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.antin.kernel.Content;

/** The words on the pages, as far as they are worth indexing. */
final class Extract {
    private static final Logger LOG = LoggerFactory.getLogger(Extract.class);
    private static final int MOST_PAGES = 500;
    private static final int MOST_CHARACTERS = 1_000_000;

    private Extract() {}

    /** What could be read; a file that breaks off half-way still gives its beginning. */
    static String text(Content pdf) {
        var text = new Bounded();
        try (var document = Loader.loadPDF(pdf.bytes())) {
            var stripper = new PDFTextStripper();
            stripper.setEndPage(MOST_PAGES);
            stripper.writeText(document, text);
        } catch (Full e) {
            LOG.debug("Only the beginning of {} is indexed", pdf.digest());
        } catch (IOException | RuntimeException e) {
            // The original is kept as it is, whatever a reader of pages makes of it; it is found by its register line.
            LOG.warn("Cannot read the words of {}", pdf.digest(), e);
        }
        return Words.clean(text.toString());
    }

    private static final class Full extends IOException {
        private static final long serialVersionUID = 1L;
    }

    private static final class Bounded extends Writer {
        private final StringWriter text = new StringWriter();

        @Override
        public void write(char[] buffer, int offset, int length) throws IOException {
            int room = MOST_CHARACTERS - text.getBuffer().length();
            text.write(buffer, offset, Math.min(room, length));
            if (length > room) {
                throw new Full();
            }
        }

        @Override
        public void flush() {
            text.flush();
        }

        @Override
        public void close() throws IOException {
            text.close();
        }

        @Override
        public String toString() {
            return text.toString();
        }
    }
}
