package vn.antin.verify;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Where the states of a file end: after an end-of-file marker that follows {@code startxref} and the place of a
 * cross-reference section (ISO 32000-2, 7.5.5).
 */
final class Revisions {
    private static final byte[] START = {'s', 't', 'a', 'r', 't', 'x', 'r', 'e', 'f'};
    private static final byte[] END = {'%', '%', 'E', 'O', 'F'};

    private final byte[] file;
    private final List<Integer> markers;

    private Revisions(byte[] file, List<Integer> markers) {
        this.file = file;
        this.markers = markers;
    }

    static Revisions of(byte[] file) {
        List<Integer> markers = new ArrayList<>();
        for (int at = find(file, START, 0); at >= 0; at = find(file, START, at + 1)) {
            int i = Syntax.skipWhite(file, at + START.length);
            long place = 0;
            int digits = i;
            while (i < file.length && file[i] >= '0' && file[i] <= '9' && i - digits < 12) {
                place = place * 10 + file[i] - '0';
                i++;
            }
            int marker = Syntax.skipWhite(file, i);
            if (i > digits && marker > i && startsWith(file, END, marker) && place > 0 && place < at) {
                markers.add(marker + END.length);
                // Some producers write it twice.
                int again = Syntax.skipWhite(file, marker + END.length);
                while (again > markers.getLast() && startsWith(file, END, again)) {
                    markers.add(again + END.length);
                    again = Syntax.skipWhite(file, again + END.length);
                }
            }
        }
        return new Revisions(file, markers);
    }

    /** Whether a state of the file ends there: after a marker and at most white space. */
    boolean endsAt(int end) {
        return markerBefore(end) >= 0;
    }

    /**
     * The ends of all later states, in order, and the end of the file, if bytes other than white space follow the last.
     */
    List<Integer> endsAfter(int signed) {
        List<Integer> ends = new ArrayList<>();
        for (int marker : markers) {
            if (marker > signed) {
                ends.add(withLineEnd(marker));
            }
        }
        if (file.length > (ends.isEmpty() ? signed : ends.getLast())) {
            ends.add(file.length);
        }
        return ends;
    }

    /** Where the state ends within which that place lies; -1 when none does. */
    int endAfter(int place) {
        for (int marker : markers) {
            if (marker > place) {
                return withLineEnd(marker);
            }
        }
        return -1;
    }

    /** Whether only white space stands in between. */
    boolean white(int from, int to) {
        return Syntax.skipWhite(file, from) >= to;
    }

    /** Whether nothing but ends of file, said once more, stands in between. */
    boolean endsAgain(int from, int to) {
        int at = Syntax.skipWhite(file, from);
        while (startsWith(file, END, at)) {
            at = Syntax.skipWhite(file, at + END.length);
        }
        return at >= to;
    }

    private int markerBefore(int end) {
        for (int marker : markers) {
            if (marker <= end && white(marker, end)) {
                return marker;
            }
        }
        return -1;
    }

    private int withLineEnd(int marker) {
        int end = marker;
        if (end < file.length && file[end] == '\r') {
            end++;
        }
        if (end < file.length && file[end] == '\n') {
            end++;
        }
        return end;
    }

    /** The first place from there on; -1 when there is none. What is sought is ASCII. */
    static int find(byte[] file, byte[] sought, int from) {
        // Whole lengths are passed over where the last byte occurs nowhere in what is sought (after Horspool, 1980).
        long low = 0;
        long high = 0;
        for (byte it : sought) {
            low |= it < 64 ? 1L << it : 0;
            high |= it < 64 ? 0 : 1L << (it - 64);
        }
        for (int last = from + sought.length - 1; last < file.length; ) {
            byte it = file[last];
            if (it < 0 || (((it < 64 ? low : high) >>> it) & 1) == 0) {
                last += sought.length;
            } else if (startsWith(file, sought, last - sought.length + 1)) {
                return last - sought.length + 1;
            } else {
                last++;
            }
        }
        return -1;
    }

    static boolean startsWith(byte[] file, byte[] sought, int at) {
        return at + sought.length <= file.length
                && Arrays.equals(file, at, at + sought.length, sought, 0, sought.length);
    }
}
