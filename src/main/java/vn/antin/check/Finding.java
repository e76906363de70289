package vn.antin.check;

import java.util.Objects;
import org.jspecify.annotations.Nullable;
import vn.antin.compose.Place;
import vn.antin.kernel.Sha256;
import vn.antin.kernel.Waiver;

/**
 * One breach of one written rule, told to the person in Vietnamese.
 *
 * @param rule the rule's class name
 * @param citation where the rule is written
 * @param where which part of the document
 * @param what what is wrong
 * @param mend how to put it right
 * @param place the same as {@code where}, for machines
 * @param replacement what the quoted words of the place are to become when one click can mend it; else empty
 * @param waivable whether a named person may let it pass with a reason
 * @param text digest of all the text at the place, by which a waiver knows that nothing was changed there
 * @param spot where it stands on the pages; absent when the words are not to be found there
 * @param waiver who let it pass and why; absent for a breach that counts
 */
public record Finding(
        String rule,
        String citation,
        Severity severity,
        String where,
        String what,
        String mend,
        Place place,
        String replacement,
        boolean waivable,
        @Nullable Sha256 text,
        @Nullable Spot spot,
        @Nullable Waiver waiver) {

    /**
     * A line on a page.
     *
     * @param page from 1
     * @param left from the paper's left edge in millimetres, {@code top} from its upper edge
     */
    public record Spot(int page, double left, double top, double width) {}

    /** Whether it keeps the document from being signed. */
    public boolean stops() {
        return severity == Severity.ERROR && waiver == null;
    }

    /** Whether the document's signatory may let it pass. */
    public boolean mayBeWaived() {
        return stops() && waivable && text != null;
    }

    /** Which part of the document it is in, as a {@link Waiver} says it. */
    public String part() {
        return place.annex() < 0 ? place.part().name() : place.part().name() + "/" + place.annex();
    }

    /** Whether that waiver was given for this very breach. */
    boolean isCoveredBy(Waiver it) {
        return severity == Severity.ERROR
                && waivable
                && it.rule().equals(rule)
                && it.part().equals(part())
                && it.words().equals(place.quote())
                && Objects.equals(it.text(), text);
    }

    /** Stands for so many breaches of the same rule that follow and are not listed; nobody can let pass what was not seen. */
    Finding andMore(int count) {
        return new Finding(
                rule,
                citation,
                severity,
                where,
                "Còn " + count + " lỗi cùng loại ở các chỗ sau, chưa liệt kê.",
                "Sửa các lỗi cùng loại đã nêu ở trên trong toàn văn bản rồi kiểm tra lại.",
                place,
                "",
                false,
                null,
                spot,
                null);
    }

    Finding waivedBy(Waiver it) {
        return new Finding(rule, citation, severity, where, what, mend, place, replacement, waivable, text, spot, it);
    }
}
