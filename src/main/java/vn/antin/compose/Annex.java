package vn.antin.compose;

import java.util.List;

/**
 * An annex in the same file (phụ lục; annex I, part I, III.1): its own pages, its own page numbers.
 *
 * @param ordinal Roman number from 1; 0 when it is the only annex and so bears none
 * @param reference {@code (Kèm theo …)}; number and date stay blank in an electronic document (III.1.c)
 */
public record Annex(int ordinal, String title, String reference, List<Block> body) {
    public Annex {
        body = List.copyOf(body);
    }

    /** {@code Phụ lục} or {@code Phụ lục II}. */
    public String heading() {
        return ordinal == 0 ? "Phụ lục" : "Phụ lục " + Level.roman(ordinal);
    }
}
