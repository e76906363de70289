package vn.antin.word;

/**
 * How a run looks once all styles are taken together.
 *
 * @param font empty when it cannot be known
 * @param size in points; 0 when it cannot be known
 */
record Look(
        boolean bold, boolean italic, boolean capitals, boolean hidden, boolean decorated, String font, double size) {}
