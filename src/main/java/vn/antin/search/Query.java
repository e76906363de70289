package vn.antin.search;

import java.time.LocalDate;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.antin.kernel.AgencyId;
import vn.antin.kernel.DocumentKind;
import vn.antin.kernel.Refusal;

/**
 * What is looked for. Every condition that is given must hold; an empty text or an absent value is no condition.
 *
 * @param visible the bodies whose documents the person may see; nothing else is ever found
 * @param words in any order, with or without Vietnamese marks; “words in quotation marks” stand together
 * @param number as printed or in part: {@code 459}, {@code 459/CV}, {@code 12/KH-THTT}
 * @param issuer words of the issuing body's name
 * @param signatory words of the signatory's name
 * @param from the earliest date of issue
 * @param to the latest date of issue
 * @param page from 1
 */
public record Query(
        Set<AgencyId> visible,
        String words,
        @Nullable DocumentKind kind,
        String number,
        String issuer,
        String signatory,
        @Nullable LocalDate from,
        @Nullable LocalDate to,
        int page) {
    static final int LONGEST = 1000;
    static final int LAST_PAGE = 50;

    public Query {
        visible = Set.copyOf(visible);
        for (String typed : new String[] {words, number, issuer, signatory}) {
            if (typed.length() > LONGEST) {
                throw new Refusal(SearchReason.TOO_LONG, Integer.toString(LONGEST));
            }
        }
        page = Math.clamp(page, 1, LAST_PAGE);
    }

    /** Words alone, first page. */
    public static Query of(Set<AgencyId> visible, String words) {
        return new Query(visible, words, null, "", "", "", null, null, 1);
    }
}
