package vn.antin.verify;

import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** A report as its page shows it: the verdict, three answers, and each signature by itself. */
@Component
public class ReportWords {
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd/MM/uuuu");

    private final Phrases phrases;
    private final AnswerWords answers;

    ReportWords(Phrases phrases, AnswerWords answers) {
        this.phrases = phrases;
        this.answers = answers;
    }

    /** What the page macro {@code verify.full} shows. */
    public Map<String, Object> of(Report report) {
        Map<String, Object> words = new HashMap<>();
        words.put("file", report.file());
        // A sound signature under what was recalled must not look like leave to use it.
        words.put("tone", report.ended() ? "ended" : tone(report.conclusion()));
        words.put("headline", phrases.text("conclusion." + report.conclusion()));
        words.put("summary", phrases.text("summary." + report.conclusion()));
        words.put("reason", report.reason() == null ? "" : report.reason().text());
        words.put("standing", standing(report));
        words.put("answers", answers.of(report).all());
        words.put(
                "signatures", report.signatures().stream().map(this::signature).toList());
        words.put("revisions", report.revisions().stream().map(this::revision).toList());
        words.put("changedSinceSigned", !SignedState.of(report).isEmpty());
        words.put("sha256", report.sha256() == null ? "" : report.sha256());
        words.put("size", Long.toString(report.size()));
        words.put("judgedAt", phrases.time(report.judgedAt()));
        words.put("codes", codes(report));
        return words;
    }

    /** The third answer alone, for a file that was not shown. */
    Answers.Answer answer(DigestReport report) {
        return answers.of(report);
    }

    /** The register's line as the public may read it. */
    Map<String, Object> facts(Report.Registered it) {
        return Map.of(
                "number", it.number(),
                "day", DAY.format(it.issuedOn()),
                "issuer", it.issuer(),
                "kind", it.kind(),
                "signatory", it.signatory(),
                "authority", it.authority() == null ? "" : it.authority(),
                "code", it.code());
    }

    /** What has become of the document since; empty when nothing has. */
    private Map<String, Object> standing(Report report) {
        Report.Registered line = report.register();
        if (line == null || line.standing().changes().isEmpty()) {
            return Map.of();
        }
        return Map.of(
                "tone", report.ended() ? "failed" : "indeterminate",
                "title", phrases.text("standing." + line.standing().state()),
                "changes",
                        line.standing().changes().stream()
                                .map(it ->
                                        Map.of("text", answers.changed(it), "code", it.code() == null ? "" : it.code()))
                                .toList());
    }

    /** Never green unless everything was proved. */
    private static String tone(Conclusion conclusion) {
        return switch (conclusion) {
            case TOTAL_PASSED -> "passed";
            case TOTAL_FAILED -> "failed";
            case INDETERMINATE, NO_SIGNATURE, NOT_A_PDF, UNREADABLE -> "indeterminate";
        };
    }

    private Map<String, Object> signature(Report.Signature it) {
        Map<String, Object> words = new HashMap<>();
        words.put("field", it.field());
        words.put("tone", tone(Conclusion.valueOf(it.indication().name())));
        words.put("signer", it.signer() == null ? phrases.text("signer.unknown") : it.signer());
        words.put("title", it.title() == null ? "" : it.title());
        words.put("organisation", it.organisation() == null ? "" : it.organisation());
        words.put("issuer", it.issuer() == null ? "" : it.issuer());
        words.put("verdict", phrases.text("indication." + it.indication()));
        words.put("kind", phrases.text("kind." + it.kind()));
        words.put("integrity", phrases.text("integrity." + it.integrity()));
        words.put("coverage", phrases.text("coverage." + it.coverage()));
        words.put("changes", phrases.text("changes." + it.laterChanges()));
        words.put(
                "time",
                it.signingTime() == null
                        ? ""
                        : phrases.text(
                                it.timeProved() ? "time.proved" : "time.claimed", phrases.time(it.signingTime())));
        words.put("remarks", texts(it.remarks()));
        words.put("authority", it.authority() == null ? "" : it.authority().text());
        return words;
    }

    private Map<String, Object> revision(Report.Revision it) {
        return Map.of(
                "number", Integer.toString(it.number()),
                "badge",
                        switch (it.changes()) {
                            case NONE, PERMITTED -> "";
                            case SUSPICIOUS -> "indeterminate";
                            case NOT_PERMITTED -> "failed";
                        },
                "verdict", phrases.text("revision." + it.changes()),
                "signatures", String.join(", ", it.signatures()),
                "added", texts(it.added()));
    }

    private static List<String> texts(List<Report.Remark> remarks) {
        return remarks.stream().map(Report.Remark::text).toList();
    }

    /** In one line, for the help desk. */
    static String codes(Report report) {
        var line = new StringBuilder(report.conclusion().name());
        if (report.reason() != null) {
            line.append(" · ").append(report.reason().code());
        }
        for (Report.Signature it : report.signatures()) {
            line.append(" · ").append(it.field()).append(": ").append(it.indication());
            if (it.subIndication() != null) {
                line.append('/').append(it.subIndication());
            }
            line.append(' ').append(it.integrity());
            line.append(' ').append(it.coverage());
            line.append(' ').append(it.laterChanges());
            if (it.level() != null) {
                line.append(' ').append(it.level());
            }
            it.remarks().forEach(remark -> line.append(' ').append(remark.code()));
        }
        report.remarks().forEach(remark -> line.append(" · ").append(remark.code()));
        return line.toString();
    }
}
