package vn.antin.word;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** Collects remarks while a file is read; of what comes in thousands it keeps the first ones and the number. */
final class Account {
    private static final int MOST_OF_A_SORT = 100;

    private final List<Remark> remarks = new ArrayList<>();
    private final Map<Remark.Sort, Integer> counted = new EnumMap<>(Remark.Sort.class);
    private String where = "";

    /** What is read next stands there. */
    void at(String place) {
        where = place;
    }

    String where() {
        return where;
    }

    void tell(Remark.Sort sort, String words) {
        String shown = words.strip();
        int before = counted.merge(sort, 1, Integer::sum) - 1;
        boolean again = !remarks.isEmpty()
                && shown.isEmpty()
                && remarks.getLast().sort() == sort
                && remarks.getLast().where().equals(where)
                && remarks.getLast().words().isEmpty();
        // Words that are not in the document are always told, however many there are.
        if (!again && (before < MOST_OF_A_SORT || (!shown.isEmpty() && new Remark(sort, "", "").dropped()))) {
            remarks.add(new Remark(sort, where, shown));
        }
    }

    List<Remark> remarks() {
        return List.copyOf(remarks);
    }
}
