package vn.antin.verify;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.antin.verify.Answers.Answer;
import vn.antin.verify.Answers.Tone;

/** Puts a report into three answers; says of each what was proved and what was not, and never more. */
@Component
public class AnswerWords {
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd/MM/uuuu");
    /** What findings on certificates, times and algorithms are called; all others speak of the file itself. */
    private static final List<String> OF_THE_SIGNER = List.of(
            "CERTIFICATE",
            "REVOCATION",
            "CHAIN",
            "TIME",
            "ALGORITHM",
            "STANDARD",
            "NOT_JUDGED",
            "AUTHORITY",
            "SIGNER",
            "TRUST");
    /** Lawful, and told so. */
    private static final List<String> FOR_THE_FILE = List.of("FIELDS_FILLED");

    private final Phrases phrases;

    AnswerWords(Phrases phrases) {
        this.phrases = phrases;
    }

    /** With the register asked. */
    public Answers of(Report report) {
        return of(report, true);
    }

    /**
     * The same when the register may not have been asked.
     *
     * @param asked whether it was
     */
    public Answers of(Report report, boolean asked) {
        return new Answers(unchanged(report), signed(report), registered(report.register(), asked));
    }

    private Answer unchanged(Report report) {
        var all = report.signatures();
        List<String> proved = new ArrayList<>();
        List<String> unproved = new ArrayList<>();
        for (Report.Signature it : all) {
            String words = phrases.text("integrity." + it.integrity()) + "; "
                    + phrases.text("coverage." + it.coverage()) + "; "
                    + phrases.text("changes." + it.laterChanges()) + ".";
            boolean sound = it.integrity() == Report.Integrity.INTACT
                    && it.coverage() != Report.Coverage.NOT_COVERED
                    && it.laterChanges().compareTo(Report.LaterChanges.PERMITTED) <= 0;
            (sound ? proved : unproved).add(phrases.text("answer.signature", name(it), words));
            it.remarks().stream()
                    .filter(remark -> !ofTheSigner(remark))
                    .forEach(remark -> (FOR_THE_FILE.contains(remark.code()) ? proved : unproved).add(remark.text()));
        }
        report.remarks().stream().filter(it -> !ofTheSigner(it)).forEach(it -> unproved.add(it.text()));
        if (report.reason() != null) {
            unproved.add(report.reason().text());
        }
        return answer("unchanged", unchangedKey(report), proved, unproved);
    }

    private static String unchangedKey(Report report) {
        var all = report.signatures();
        if (all.isEmpty()) {
            return report.conclusion() == Conclusion.TOTAL_FAILED ? "no" : "unknown";
        }
        boolean changed = all.stream()
                .anyMatch(it -> it.integrity() == Report.Integrity.BROKEN
                        || it.laterChanges() == Report.LaterChanges.NOT_PERMITTED
                        || it.coverage() == Report.Coverage.NOT_COVERED);
        if (changed) {
            return "no";
        }
        // A certificate that does not hold says nothing of the bytes; a finding on the file itself does.
        boolean doubtful = all.stream().anyMatch(it -> it.laterChanges() == Report.LaterChanges.SUSPICIOUS)
                || Stream.concat(report.remarks().stream(), all.stream().flatMap(it -> it.remarks().stream()))
                        .anyMatch(AnswerWords::doubtful);
        if (doubtful) {
            return "doubtful";
        }
        boolean whole = all.stream()
                .anyMatch(it -> it.coverage() == Report.Coverage.WHOLE_DOCUMENT
                        && it.indication() == Report.Indication.TOTAL_PASSED);
        return whole
                ? "yes"
                : all.stream().anyMatch(it -> it.coverage() == Report.Coverage.WHOLE_DOCUMENT) ? "unowned" : "partly";
    }

    private static boolean doubtful(Report.Remark remark) {
        try {
            return !ofTheSigner(remark) && Finding.valueOf(remark.code()).atBest() != Report.Indication.TOTAL_PASSED;
        } catch (IllegalArgumentException e) {
            return true;
        }
    }

    private Answer signed(Report report) {
        List<String> proved = new ArrayList<>();
        List<String> unproved = new ArrayList<>();
        for (Report.Signature it : report.signatures()) {
            boolean passed = it.indication() == Report.Indication.TOTAL_PASSED;
            String who = Stream.of(name(it), it.title(), it.organisation())
                    .filter(Objects::nonNull)
                    .collect(Collectors.joining(", "));
            String issuer = it.issuer() == null ? "" : phrases.text("answer.issuer", it.issuer());
            (passed ? proved : unproved)
                    .add(phrases.text(
                            "answer.signature", who + issuer, phrases.text("indication." + it.indication()) + "."));
            if (it.signingTime() != null && it.timeProved()) {
                proved.add(phrases.text(
                        "answer.signature",
                        name(it),
                        phrases.text("time.proved", phrases.time(it.signingTime())) + "."));
            }
            Report.Anchor anchor = it.anchor();
            if (anchor != null && passed) {
                String kinds = anchor.kinds().stream()
                        .map(kind -> phrases.text("trust.kind." + kind))
                        .collect(Collectors.joining(", "));
                proved.add(phrases.text(
                        "answer.signature",
                        name(it),
                        phrases.text("answer.anchor", anchor.name(), kinds, phrases.time(anchor.at()))));
            }
            it.remarks().stream()
                    .filter(AnswerWords::ofTheSigner)
                    .forEach(remark -> unproved.add(phrases.text("answer.signature", name(it), remark.text())));
        }
        report.remarks().stream().filter(AnswerWords::ofTheSigner).forEach(it -> unproved.add(it.text()));
        right(report, proved, unproved);
        return answer("signed", signedKey(report), proved, unproved);
    }

    /** A certificate names a post; only the body's own register says what that post could sign on that day. */
    private void right(Report report, List<String> proved, List<String> unproved) {
        Report.Registered line = report.register();
        if (report.signatures().isEmpty()) {
            return;
        }
        var told = report.signatures().stream()
                .filter(it -> it.authority() != null)
                .toList();
        if (!told.isEmpty()) {
            for (Report.Signature it : told) {
                Report.Authority authority = Objects.requireNonNull(it.authority());
                boolean held = authority.held() == Report.Held.YES && it.indication() == Report.Indication.TOTAL_PASSED;
                (held ? proved : unproved).add(phrases.text("answer.signature", name(it), authority.text()));
            }
            return;
        }
        boolean same = line != null
                && report.signatures().stream()
                        .anyMatch(it -> it.indication() == Report.Indication.TOTAL_PASSED
                                && line.signatory().equals(it.signer()));
        if (line != null && line.authority() != null && same) {
            proved.add(phrases.text("answer.right", DAY.format(line.issuedOn()), line.signatory(), line.authority()));
        } else {
            unproved.add(phrases.text("answer.right.unknown"));
        }
    }

    private static String signedKey(Report report) {
        if (report.signatures().isEmpty()) {
            return "unknown";
        }
        var worst = report.signatures().stream()
                .map(Report.Signature::indication)
                .max(Report.Indication::compareTo)
                .orElseThrow();
        return switch (worst) {
            case TOTAL_PASSED -> report.conclusion() == Conclusion.TOTAL_PASSED ? "yes" : "beside";
            case INDETERMINATE -> "doubtful";
            case TOTAL_FAILED -> "no";
        };
    }

    /** Of a file that was not shown, only the third question can be answered. */
    public Answer of(DigestReport report) {
        return registered(report.register(), true);
    }

    private Answer registered(Report.@Nullable Registered line, boolean asked) {
        if (line == null) {
            return answer("registered", asked ? "no" : "unasked", List.of(), List.of());
        }
        List<String> proved = new ArrayList<>();
        List<String> unproved = new ArrayList<>();
        proved.add(phrases.text("answer.line", line.number(), DAY.format(line.issuedOn()), line.issuer(), line.code()));
        proved.add(phrases.text("answer.same-bytes"));
        for (Report.StandingChange it : line.standing().changes()) {
            proved.add(changed(it));
        }
        unproved.add(phrases.text("answer.standing.unproved"));
        return answer("registered", line.standing().state().name(), proved, unproved);
    }

    /** One change in words: {@code bị thay thế từ ngày … bởi văn bản …}. */
    String changed(Report.StandingChange it) {
        String by = it.code() == null ? it.by() : phrases.text("answer.by-code", it.by(), it.code());
        return phrases.text("answer.change." + it.change(), day(it.since()), by);
    }

    private static String day(LocalDate it) {
        return DAY.format(it);
    }

    private Answer answer(String question, String key, List<String> proved, List<String> unproved) {
        String stem = "answer." + question + ".";
        return new Answer(
                phrases.text(stem + "question"),
                tone(question, key),
                phrases.text(stem + key + ".brief"),
                phrases.text(stem + key),
                proved,
                unproved,
                phrases.text(stem + key + ".next"));
    }

    private static Tone tone(String question, String key) {
        return switch (key) {
            case "yes", "IN_FORCE", "CORRECTED" -> Tone.PASSED;
            case "REPLACED", "RECALLED" -> Tone.FAILED;
            case "no" -> question.equals("registered") ? Tone.INDETERMINATE : Tone.FAILED;
            default -> Tone.INDETERMINATE;
        };
    }

    private String name(Report.Signature it) {
        return it.signer() == null ? phrases.text("signer.unknown") : it.signer();
    }

    private static boolean ofTheSigner(Report.Remark remark) {
        return OF_THE_SIGNER.stream().anyMatch(remark.code()::startsWith);
    }
}
