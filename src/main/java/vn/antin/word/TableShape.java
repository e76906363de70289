package vn.antin.word;

import java.util.Arrays;
import java.util.List;

/** The relative widths of a table's columns, out of their lengths in the file. */
final class TableShape {
    /** Before the widths asked for, in the alternative text of a table of ours whose columns had to be fitted to their words. */
    static final String DESCRIPTION = "Độ rộng cột: ";

    private static final int MOST_PARTS = 200;
    private static final double TOLERANCE = 0.02;

    private TableShape() {}

    /** The smallest whole numbers of the same proportions, or the nearest parts of 100. */
    static List<Integer> widths(List<Integer> lengths, String description) {
        if (description.startsWith(DESCRIPTION)) {
            List<String> asked =
                    List.of(description.substring(DESCRIPTION.length()).strip().split(" ", -1));
            if (asked.size() == lengths.size() && asked.stream().allMatch(it -> it.matches("\\d{1,3}"))) {
                return asked.stream().map(Integer::valueOf).toList();
            }
        }
        double total = lengths.stream().mapToInt(it -> it).sum();
        if (total <= 0) {
            return lengths.stream().map(it -> 1).toList();
        }
        for (int parts = lengths.size(); parts <= MOST_PARTS; parts++) {
            double unit = parts / total;
            int[] rounded =
                    lengths.stream().mapToInt(it -> (int) Math.round(it * unit)).toArray();
            boolean fits = true;
            for (int i = 0; i < rounded.length; i++) {
                fits &= rounded[i] > 0 && Math.abs(lengths.get(i) * unit - rounded[i]) < TOLERANCE;
            }
            if (fits && Arrays.stream(rounded).sum() == parts) {
                return Arrays.stream(rounded).boxed().toList();
            }
        }
        return lengths.stream()
                .map(it -> Math.max(1, (int) Math.round(100 * it / total)))
                .toList();
    }
}
