package vn.antin.verify;

import java.util.ArrayList;
import java.util.List;

/**
 * A state of a file that was signed and to which something was appended.
 *
 * @param end where it ends, in bytes
 * @param signatures those that cover exactly it; document time-stamps are none
 * @param later what was appended since
 */
record SignedState(int end, List<Report.Signature> signatures, List<Report.Revision> later) {
    /** More are not compared; the first and the last tell most. */
    static final int MOST = 5;

    SignedState {
        signatures = List.copyOf(signatures);
        later = List.copyOf(later);
    }

    /** Those of the file, the first one first. */
    static List<SignedState> of(Report report) {
        List<SignedState> all = new ArrayList<>();
        List<Report.Revision> revisions = report.revisions();
        for (int i = 0; i < revisions.size() - 1; i++) {
            Report.Revision it = revisions.get(i);
            List<Report.Signature> signatures = report.signatures().stream()
                    .filter(signature -> it.signatures().contains(signature.field()))
                    .filter(signature -> signature.kind() != Report.Kind.DOCUMENT_TIMESTAMP)
                    .toList();
            if (!signatures.isEmpty()) {
                all.add(new SignedState((int) it.to(), signatures, revisions.subList(i + 1, revisions.size())));
            }
        }
        if (all.size() > MOST) {
            all.subList(1, all.size() - MOST + 1).clear();
        }
        return List.copyOf(all);
    }

    /** Whether what the signatures cover is what was signed. */
    boolean proved() {
        return signatures.stream().allMatch(it -> it.integrity() == Report.Integrity.INTACT);
    }

    /** The worst of what was appended since. */
    Report.LaterChanges changes() {
        return later.stream()
                .map(Report.Revision::changes)
                .reduce(Report.LaterChanges.NONE, Report.LaterChanges::worseOf);
    }
}
