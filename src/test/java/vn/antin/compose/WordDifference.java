package vn.antin.compose;

import java.util.ArrayList;
import java.util.List;

/** What differs between two texts word by word, by the shortest edit script (Myers, Algorithmica 1 (1986) 251–266). */
public record WordDifference(int seedWords, int ourWords, List<String> changes) {
    /** {@code -} before a word of the seed that ours lacks, {@code +} before one that only ours has. */
    public static WordDifference between(SeedText seed, SeedText ours) {
        var changes = new ArrayList<String>();
        add(seed.opening(), ours.opening(), changes);
        add(seed.text(), ours.text(), changes);
        add(seed.notes(), ours.notes(), changes);
        add(seed.closing(), ours.closing(), changes);
        add(seed.annexes(), ours.annexes(), changes);
        return new WordDifference(seed.size(), ours.size(), List.copyOf(changes));
    }

    /** Words equal in order, as a share of the longer text. */
    public double share() {
        long removed = changes.stream().filter(it -> it.startsWith("-")).count();
        return (double) (seedWords - removed) / Math.max(seedWords, ourWords);
    }

    private static void add(List<String> a, List<String> b, List<String> changes) {
        var trace = new ArrayList<int[]>();
        int longest = a.size() + b.size();
        int[] reach = new int[2 * longest + 3];
        int middle = longest + 1;
        for (int d = 0; d <= longest; d++) {
            trace.add(reach.clone());
            for (int k = -d; k <= d; k += 2) {
                int x = k == -d || (k != d && reach[middle + k - 1] < reach[middle + k + 1])
                        ? reach[middle + k + 1]
                        : reach[middle + k - 1] + 1;
                while (x < a.size() && x - k < b.size() && a.get(x).equals(b.get(x - k))) {
                    x++;
                }
                reach[middle + k] = x;
                if (x >= a.size() && x - k >= b.size()) {
                    changes.addAll(walkBack(trace, a, b, d, middle));
                    return;
                }
            }
        }
    }

    private static List<String> walkBack(List<int[]> trace, List<String> a, List<String> b, int edits, int middle) {
        var changes = new ArrayList<String>();
        int x = a.size();
        int y = b.size();
        for (int d = edits; d > 0; d--) {
            int[] reach = trace.get(d);
            int k = x - y;
            int before = k == -d || (k != d && reach[middle + k - 1] < reach[middle + k + 1]) ? k + 1 : k - 1;
            int fromX = reach[middle + before];
            if (before == k + 1) {
                changes.addFirst("+" + b.get(fromX - before));
            } else {
                changes.addFirst("-" + a.get(fromX));
            }
            x = fromX;
            y = fromX - before;
        }
        return changes;
    }
}
