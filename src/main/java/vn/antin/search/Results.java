package vn.antin.search;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import vn.antin.kernel.DocumentId;
import vn.antin.kernel.DocumentKind;

/**
 * One page of what was found, best first; without words the newest first.
 *
 * @param total how many documents answer the query
 * @param pages how many pages can be leafed through
 * @param kinds how many of them are of each kind; likewise issuers and years, the most first
 */
public record Results(
        List<Hit> hits,
        long total,
        int page,
        int pages,
        Map<String, Integer> kinds,
        Map<String, Integer> issuers,
        Map<String, Integer> years) {
    public Results {
        hits = List.copyOf(hits);
    }

    /**
     * One document.
     *
     * @param number as printed: {@code 07/KH-THTT}
     * @param subjectHtml the subject, safe HTML, what matches in {@code mark} elements
     * @param snippetHtml the places of the text that match best, likewise
     */
    public record Hit(
            DocumentId document,
            String number,
            LocalDate issuedOn,
            DocumentKind kind,
            String issuer,
            String signatory,
            String subject,
            String subjectHtml,
            String snippetHtml) {}
}
