package vn.antin.check.nd30;

import vn.antin.check.Citation;
import vn.antin.check.Rule;
import vn.antin.check.Severity;

/** What the rules of one source have in common. */
abstract class FormatRule implements Rule {
    private final Severity severity;
    private final Citation citation;

    /** A rule of the decree's annex I, part I. */
    FormatRule(Severity severity, String clause) {
        this(severity, Citation.decree30(clause));
    }

    FormatRule(Severity severity, Citation citation) {
        this.severity = severity;
        this.citation = citation;
    }

    @Override
    public final Citation citation() {
        return citation;
    }

    @Override
    public final Severity severity() {
        return severity;
    }
}
