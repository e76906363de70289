package vn.antin.verify;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSObject;
import org.apache.pdfbox.cos.COSObjectKey;
import org.bouncycastle.cert.X509CertificateHolder;
import org.jspecify.annotations.Nullable;

/**
 * Our own judgement of the signatures of one file, from its bytes and objects: what each covers, whether it is whole, and
 * what was done after it. Who is to be trusted is asked elsewhere.
 *
 * @param signatures in the order of what they cover
 * @param steps from nothing to the first state of the file, and from each state to the next
 * @param problems of the whole file
 */
record Analysis(List<Examined> signatures, List<Step> steps, Set<Finding> problems) {
    private static final byte[] BYTE_RANGE = {'/', 'B', 'y', 't', 'e', 'R', 'a', 'n', 'g', 'e'};
    private static final int MOST_SIGNATURES = 500;
    private static final int MOST_STATES = 1500;

    /**
     * One signature.
     *
     * @param range absent when what it covers is not a whole state of the file
     * @param filled names of fields that were filled after it
     */
    record Examined(
            String field,
            boolean timestamp,
            COSDictionary dictionary,
            Optional<ByteRangeCheck> range,
            Optional<SignatureValue> value,
            Rights rights,
            Report.Coverage coverage,
            Report.LaterChanges laterChanges,
            Set<String> filled,
            Set<Finding> problems) {
        boolean broken() {
            return problems.stream().anyMatch(it -> it.weight() == Finding.Weight.BROKEN);
        }
    }

    /**
     * One state of the file.
     *
     * @param acts what it did, with the names of the fields, where it was done to fields
     * @param signed the fields of the signatures that cover exactly this state
     */
    record Step(int from, int to, Map<Act, Set<String>> acts, Report.LaterChanges changes, List<String> signed) {}

    static Analysis of(byte[] file, Revision whole, Collection<X509CertificateHolder> known, Deadline deadline) {
        return new Work(file, whole, known, deadline).analysis();
    }

    /** Whether the bytes hold something that looks like a signature, whatever a parser makes of them. */
    static boolean looksSigned(byte[] file) {
        return Revisions.find(file, BYTE_RANGE, 0) >= 0;
    }

    private static final class Work {
        private final byte[] file;
        private final Revision whole;
        private final Collection<X509CertificateHolder> known;
        private final Deadline deadline;
        private final CoveredDigests digests;
        private final Revisions revisions;
        private final Set<Finding> problems = EnumSet.noneOf(Finding.class);
        private final List<Step> steps = new ArrayList<>();
        private final List<Syntax.Span> dictionaries = new ArrayList<>();

        Work(byte[] file, Revision whole, Collection<X509CertificateHolder> known, Deadline deadline) {
            this.file = file;
            this.whole = whole;
            this.known = known;
            this.deadline = deadline;
            this.digests = new CoveredDigests(file);
            this.revisions = Revisions.of(file);
        }

        Analysis analysis() {
            Form form = Form.of(whole.catalog(), deadline);
            List<Begun> begun = new ArrayList<>();
            Set<COSObjectKey> values = new HashSet<>();
            Set<String> names = new HashSet<>();
            for (Form.Field field : form.fields()) {
                boolean twice = !names.add(field.name());
                if (!field.signature() || field.value() == null) {
                    if (twice) {
                        problems.add(Finding.FIELD_DUPLICATED);
                    }
                    continue;
                }
                if (begun.size() >= MOST_SIGNATURES) {
                    problems.add(Finding.NOT_JUDGED);
                    break;
                }
                Begun it = begin(field);
                if (twice) {
                    it.problems.add(Finding.FIELD_DUPLICATED);
                }
                if (it.key != null && !values.add(it.key)) {
                    it.problems.add(Finding.SIGNATURE_SHARED);
                }
                begun.add(it);
            }
            hidden(begun);
            if (!begun.isEmpty() && whole.trailer().containsKey(COSName.ENCRYPT)) {
                problems.add(Finding.ENCRYPTED);
            }
            begun.sort(Comparator.comparingInt(Begun::end));
            laterChanges(begun);
            return new Analysis(
                    begun.stream().map(it -> it.examined(file.length)).toList(), steps, problems);
        }

        private Begun begin(Form.Field field) {
            var reference = field.signed();
            if (reference.isEmpty() || reference.get().getKey() == null) {
                return direct(field);
            }
            COSObject object = reference.get();
            COSObjectKey key = object.getKey();
            var begun = new Begun(field, (COSDictionary) object.getObject(), key);
            Long place = whole.places().get(key);
            var raw = place == null
                    ? Optional.<Syntax.Dictionary>empty()
                    : Syntax.object(file, place, key.getNumber(), key.getGeneration());
            examine(begun, raw);
            return begun;
        }

        /** A signature inside its field, as some programs write it (ISO 32000-2, 7.3.10 allows it). */
        private Begun direct(Form.Field field) {
            COSDictionary none =
                    field.dictionary().getDictionaryObject(COSName.V) instanceof COSDictionary it ? it : null;
            var begun = new Begun(field, none == null ? new COSDictionary() : none, null);
            Optional<Syntax.Dictionary> raw = Optional.empty();
            for (COSObjectKey key : field.objects()) {
                Long place = whole.places().get(key);
                if (raw.isEmpty() && place != null) {
                    raw = Syntax.object(file, place, key.getNumber(), key.getGeneration())
                            .flatMap(it -> it.value("V"))
                            .flatMap(it -> Syntax.dictionary(file, it.from(), it.to() - it.from()));
                }
            }
            examine(begun, raw);
            return begun;
        }

        private void examine(Begun begun, Optional<Syntax.Dictionary> raw) {
            raw.ifPresent(it -> dictionaries.add(it.whole()));
            begun.range = raw.flatMap(it -> ByteRangeCheck.of(file, it, revisions));
            if (begun.range.isEmpty()) {
                begun.problems.add(Finding.BYTE_RANGE_FORGED);
                return;
            }
            String subFilter = begun.dictionary.getNameAsString(COSName.SUB_FILTER);
            var value = SignatureValue.of(
                    digests,
                    begun.range.get(),
                    subFilter == null ? "" : subFilter,
                    SignatureValue.beside(begun.dictionary),
                    known);
            begun.value = Optional.of(value);
            begun.problems.addAll(value.problems());
        }

        /**
         * Everything in the bytes that looks like a signature is one that the form leads to, or was taken away. What was
         * taken away is looked for in the state in which it was made.
         */
        private void hidden(List<Begun> begun) {
            var states = new TakenAway(file, revisions, deadline);
            for (int at = Revisions.find(file, BYTE_RANGE, 0); at >= 0; at = Revisions.find(file, BYTE_RANGE, at + 1)) {
                deadline.check();
                int next = Syntax.skipWhite(file, at + BYTE_RANGE.length);
                if (accounted(at) || next >= file.length || file[next] != '[' || states.inData(whole, at)) {
                    continue;
                }
                var found = begun.size() < MOST_SIGNATURES ? states.at(at) : TakenAway.UNKNOWN;
                switch (found) {
                    case TakenAway.Found.Nothing nothing -> {}
                    case TakenAway.Found.Unknown unknown -> problems.add(Finding.SIGNATURE_HIDDEN);
                    case TakenAway.Found.Signature it -> {
                        var removed = new Begun(it.field(), it.dictionary(), it.key());
                        examine(removed, Optional.of(it.raw()));
                        removed.problems.add(Finding.SIGNATURE_TAKEN_AWAY);
                        problems.add(Finding.SIGNATURE_HIDDEN);
                        begun.add(removed);
                    }
                }
            }
        }

        private boolean accounted(int place) {
            return dictionaries.stream().anyMatch(it -> it.from() <= place && place < it.to());
        }

        private void laterChanges(List<Begun> begun) {
            int first = begun.stream()
                    .filter(it -> it.range.isPresent())
                    .mapToInt(Begun::end)
                    .min()
                    .orElse(file.length);
            List<Integer> ends = ends(begun);
            if (ends.size() > MOST_STATES) {
                begun.forEach(it -> it.became(Report.LaterChanges.SUSPICIOUS));
                return;
            }
            List<Begun> open = new ArrayList<>();
            Revision before = null;
            int from = 0;
            try {
                for (int end : ends) {
                    // What came before the first signature is what was signed.
                    Revision after = end < first ? null : end == file.length ? whole : state(end);
                    Map<Act, Set<String>> acts = open.isEmpty() ? Map.of() : acts(before, after, from, end);
                    var changes = Report.LaterChanges.NONE;
                    Optional<Integer> level = Optional.empty();
                    for (Begun it : open) {
                        changes = changes.worseOf(it.after(acts, level));
                        level = it.rights.within(level).level();
                    }
                    close(before);
                    before = after;
                    List<String> signed = new ArrayList<>();
                    for (Begun it : begun) {
                        if (it.range.isPresent() && it.end() == end) {
                            signed.add(it.field.name());
                            if (after != null) {
                                it.rightsIn(after, deadline);
                            } else {
                                it.became(Report.LaterChanges.SUSPICIOUS);
                            }
                            open.add(it);
                        }
                    }
                    steps.add(new Step(from, end, acts, changes, signed));
                    from = end;
                }
            } finally {
                close(before);
            }
        }

        /** Every state of the file, and every state that a signature covers. */
        private List<Integer> ends(List<Begun> begun) {
            Set<Integer> ends = new TreeSet<>(revisions.endsAfter(0));
            begun.stream().filter(it -> it.range.isPresent()).forEach(it -> {
                ends.removeIf(
                        end -> end != it.end() && revisions.white(Math.min(end, it.end()), Math.max(end, it.end())));
                ends.add(it.end());
            });
            ends.add(file.length);
            return List.copyOf(ends);
        }

        private Map<Act, Set<String>> acts(@Nullable Revision before, @Nullable Revision after, int from, int to) {
            if (revisions.white(from, to)) {
                // Some programs leave the end of the last line out of what they sign.
                boolean lineEnd = to - from <= 2
                        && Arrays.stream(new int[] {from, to - 1}).allMatch(i -> file[i] == '\r' || file[i] == '\n');
                return Map.of(lineEnd ? Act.HOUSEKEEPING : Act.WHITE_SPACE, Set.of());
            }
            if (revisions.endsAgain(from, to)) {
                return Map.of(Act.WHITE_SPACE, Set.of());
            }
            if (!revisions.endsAt(to)) {
                // Bytes that are no state of the file were put behind a signature.
                return Map.of(Act.TRAILING_BYTES, Set.of());
            }
            if (before == null || after == null) {
                return Map.of(Act.UNREADABLE, Set.of());
            }
            var differences = ObjectDiff.between(file, before, after, deadline);
            return PermittedChanges.in(differences, before, after, deadline);
        }

        private @Nullable Revision state(int end) {
            try {
                return whole.earlier(end, deadline);
            } catch (Revision.Unparsable e) {
                // A state that cannot be read by itself is not understood.
                return null;
            }
        }

        private void close(@Nullable Revision revision) {
            if (revision != null && revision != whole) {
                revision.close();
            }
        }
    }

    /** A signature while it is being examined. */
    private static final class Begun {
        private final Form.Field field;
        private final COSDictionary dictionary;
        private final @Nullable COSObjectKey key;
        private final Set<Finding> problems = EnumSet.noneOf(Finding.class);
        private final Set<String> filled = new TreeSet<>();
        private Optional<ByteRangeCheck> range = Optional.empty();
        private Optional<SignatureValue> value = Optional.empty();
        private Rights rights;
        private Report.LaterChanges laterChanges = Report.LaterChanges.NONE;

        Begun(Form.Field field, COSDictionary dictionary, @Nullable COSObjectKey key) {
            this.field = field;
            this.dictionary = dictionary;
            this.key = key;
            this.rights = Rights.of(dictionary, field.dictionary());
        }

        int end() {
            return range.map(ByteRangeCheck::end).orElse(Integer.MAX_VALUE);
        }

        /** What it left open is read where it was said, not where it may have been rewritten since. */
        void rightsIn(Revision signed, Deadline deadline) {
            Form.of(signed.catalog(), deadline)
                    .named(field.name())
                    .ifPresent(it -> rights = Rights.of(dictionary, it.dictionary()));
        }

        void became(Report.LaterChanges changes) {
            laterChanges = laterChanges.worseOf(changes);
        }

        Report.LaterChanges after(Map<Act, Set<String>> acts, Optional<Integer> others) {
            var changes = Report.LaterChanges.PERMITTED;
            Rights within = rights.within(others);
            for (var done : acts.entrySet()) {
                if (done.getKey() == Act.FILLED || done.getKey() == Act.REFILLED) {
                    filled.addAll(done.getValue());
                }
                changes = changes.worseOf(within.judge(done.getKey(), done.getValue()));
            }
            became(changes);
            return changes;
        }

        Examined examined(int fileEnd) {
            if (laterChanges == Report.LaterChanges.NOT_PERMITTED) {
                problems.add(Finding.CHANGE_NOT_PERMITTED);
            } else if (laterChanges == Report.LaterChanges.SUSPICIOUS) {
                problems.add(Finding.CHANGE_SUSPICIOUS);
            }
            Report.Coverage coverage = range.isEmpty()
                    ? Report.Coverage.NOT_COVERED
                    : end() == fileEnd ? Report.Coverage.WHOLE_DOCUMENT : Report.Coverage.EARLIER_REVISION;
            return new Examined(
                    field.name(),
                    "ETSI.RFC3161".equals(dictionary.getNameAsString(COSName.SUB_FILTER)),
                    dictionary,
                    range,
                    value,
                    rights,
                    coverage,
                    laterChanges,
                    Set.copyOf(filled),
                    Set.copyOf(problems));
        }
    }
}
