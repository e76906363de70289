package vn.antin.verify;

import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * A report as people read it. It answers three questions in this order: is it unchanged, who signed and with what right,
 * is it in the register.
 */
@Component
class ReportWords {
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd/MM/uuuu");

    private final Phrases phrases;

    ReportWords(Phrases phrases) {
        this.phrases = phrases;
    }

    Map<String, Object> of(Report report) {
        Map<String, Object> words = new HashMap<>();
        words.put("file", report.file());
        words.put("tone", tone(report.conclusion()));
        words.put("headline", phrases.text("conclusion." + report.conclusion()));
        words.put("summary", phrases.text("summary." + report.conclusion()));
        words.put("reason", report.reason() == null ? "" : report.reason().text());
        words.put("unchanged", unchanged(report));
        words.put(
                "signatures", report.signatures().stream().map(this::signature).toList());
        words.put("revisions", report.revisions().stream().map(this::revision).toList());
        // What was not asked of the certificates' issuers belongs to who signed, not to what was changed.
        words.put("remarks", texts(without(report.remarks(), Finding.REVOCATION_NOT_CHECKED)));
        words.put("trust", texts(only(report.remarks(), Finding.REVOCATION_NOT_CHECKED)));
        words.put("registered", registered(report.register()));
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

    private String unchanged(Report report) {
        if (report.signatures().isEmpty()) {
            return phrases.text(report.conclusion() == Conclusion.TOTAL_FAILED ? "unchanged.no" : "unchanged.unknown");
        }
        var all = report.signatures();
        boolean changed = all.stream()
                .anyMatch(it -> it.integrity() == Report.Integrity.BROKEN
                        || it.laterChanges() == Report.LaterChanges.NOT_PERMITTED
                        || it.coverage() == Report.Coverage.NOT_COVERED);
        boolean doubtful = report.conclusion() == Conclusion.TOTAL_FAILED
                || all.stream().anyMatch(it -> it.laterChanges() == Report.LaterChanges.SUSPICIOUS);
        boolean whole = all.stream().anyMatch(it -> it.coverage() == Report.Coverage.WHOLE_DOCUMENT);
        if (changed) {
            return phrases.text("unchanged.no");
        }
        return phrases.text(doubtful ? "unchanged.doubtful" : whole ? "unchanged.yes" : "unchanged.partly");
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
        String signed = String.join(", ", it.signatures());
        return Map.of(
                "title",
                signed.isEmpty()
                        ? phrases.text("revision.plain", it.number())
                        : phrases.text("revision.signed", it.number(), signed),
                "verdict",
                phrases.text("revision." + it.changes()),
                "added",
                texts(it.added()));
    }

    private static Map<String, Object> registered(Report.@Nullable Registered it) {
        return it == null
                ? Map.of()
                : Map.of(
                        "number", it.number(),
                        "day", DAY.format(it.issuedOn()),
                        "issuer", it.issuer(),
                        "kind", it.kind(),
                        "code", it.code());
    }

    private static List<Report.Remark> only(List<Report.Remark> remarks, Finding finding) {
        return remarks.stream().filter(it -> it.code().equals(finding.name())).toList();
    }

    private static List<Report.Remark> without(List<Report.Remark> remarks, Finding finding) {
        return remarks.stream().filter(it -> !it.code().equals(finding.name())).toList();
    }

    private static List<String> texts(List<Report.Remark> remarks) {
        return remarks.stream().map(Report.Remark::text).toList();
    }

    /** In one line, for the help desk. */
    private static String codes(Report report) {
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
