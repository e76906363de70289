package vn.antin.verify;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** A report as its page shows it: the verdict, three answers, and each signature by itself. */
@Component
class ReportWords {
    private final Phrases phrases;
    private final AnswerWords answers;

    ReportWords(Phrases phrases, AnswerWords answers) {
        this.phrases = phrases;
        this.answers = answers;
    }

    Map<String, Object> of(Report report) {
        Map<String, Object> words = new HashMap<>();
        words.put("file", report.file());
        words.put("tone", tone(report.conclusion()));
        words.put("headline", phrases.text("conclusion." + report.conclusion()));
        words.put("summary", phrases.text("summary." + report.conclusion()));
        words.put("reason", report.reason() == null ? "" : report.reason().text());
        words.put("answers", answers.of(report).all());
        words.put(
                "signatures", report.signatures().stream().map(this::signature).toList());
        words.put("revisions", report.revisions().stream().map(this::revision).toList());
        words.put("sha256", report.sha256() == null ? "" : report.sha256());
        words.put("size", Long.toString(report.size()));
        words.put("judgedAt", phrases.time(report.judgedAt()));
        words.put("codes", codes(report));
        return words;
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
