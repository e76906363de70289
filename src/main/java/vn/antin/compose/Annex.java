package vn.antin.compose;

import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.antin.kernel.DocumentKind;

/**
 * What follows the main text in the same file, with its own pages and its own page numbers: an annex (phụ lục; annex I,
 * part I, III.1), or a text that a decision enacts or approves (văn bản kèm theo; annex III, form 1.3).
 *
 * @param ordinal Roman number from 1; 0 when it is the only annex and so bears none
 * @param enacted the kind of the enacted text ({@code QUY CHẾ}), which then stands in place of {@code Phụ lục}; else null
 * @param landscape whether its pages lie on their long side, for wide tables (annex I, part I, I.2)
 * @param reference {@code (Kèm theo …)}; number and date stay blank in an electronic document (III.1.c)
 */
public record Annex(
        int ordinal,
        @Nullable DocumentKind enacted,
        boolean landscape,
        String title,
        String reference,
        List<Block> body) {
    public Annex {
        body = List.copyOf(body);
    }

    public Annex(int ordinal, String title, String reference, List<Block> body) {
        this(ordinal, null, false, title, reference, body);
    }

    /** {@code Phụ lục}, {@code Phụ lục II} or, for an enacted text, {@code QUY CHẾ}. */
    public String heading() {
        if (enacted != null) {
            return enacted.heading();
        }
        return ordinal == 0 ? "Phụ lục" : "Phụ lục " + Level.roman(ordinal);
    }
}
