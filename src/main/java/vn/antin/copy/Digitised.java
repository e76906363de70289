package vn.antin.copy;

import java.util.List;
import vn.antin.kernel.Content;

/**
 * A paper document digitised, ready to be sealed: upright pages that show the scanned pictures and hold nothing else.
 *
 * @param archival whether it is PDF/A-2b (ISO 19005-2); else it is a sound PDF 1.7
 */
record Digitised(Content pdf, List<Sheet> sheets, boolean archival) {
    Digitised {
        sheets = List.copyOf(sheets);
    }
}
