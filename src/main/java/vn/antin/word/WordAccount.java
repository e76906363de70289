package vn.antin.word;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;

/**
 * What a person is shown of a file that was read; public because pages read it.
 *
 * @param dropped what is in the file and not in the document
 * @param changed what is in the document in another form
 */
public record WordAccount(List<Understood> understood, List<Group> dropped, List<Group> changed) {
    private static final int SHOWN = 40;

    /** All of one sort, with their places. */
    public record Group(String what, List<Remark> places, int more) {}

    public static WordAccount of(WordDraft draft) {
        return of(draft, draft.remarks());
    }

    /** With other remarks than the draft's own. */
    public static WordAccount of(WordDraft draft, List<Remark> remarks) {
        return new WordAccount(draft.understood(), groups(remarks, true), groups(remarks, false));
    }

    private static List<Group> groups(List<Remark> remarks, boolean dropped) {
        var bySort = new LinkedHashMap<Remark.Sort, List<Remark>>();
        remarks.stream()
                .filter(it -> it.dropped() == dropped)
                .forEach(it -> bySort.computeIfAbsent(it.sort(), sort -> new ArrayList<>())
                        .add(it));
        return bySort.values().stream()
                .map(it -> new Group(
                        it.getFirst().what(),
                        it.subList(0, Math.min(SHOWN, it.size())),
                        Math.max(0, it.size() - SHOWN)))
                .toList();
    }
}
