package vn.antin.check.wording;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import tools.jackson.databind.json.JsonMapper;
import vn.antin.agency.Signatory;
import vn.antin.check.Appearance;
import vn.antin.check.Examined;
import vn.antin.check.Rule;
import vn.antin.compose.AdministrativeDocument;
import vn.antin.compose.Composer;
import vn.antin.compose.DemonstrationBodies;
import vn.antin.kernel.DocumentKind;
import vn.antin.kernel.Particulars;
import vn.antin.template.ProjectTemplates;

/** A document made of a few lines in the outline notation, for one rule to look at. */
public record Draft(
        DocumentKind kind,
        String subject,
        List<String> bases,
        List<String> body,
        List<String> recipients,
        List<List<String>> annexes,
        String signatory,
        LocalDate day) {
    private static final Composer COMPOSER = new Composer();

    /** A plan with that text. */
    public static Draft plan(String... body) {
        return new Draft(
                DocumentKind.PLAN,
                "Triển khai nhiệm vụ chuyển đổi số năm học 2026-2027",
                List.of(),
                List.of(body),
                List.of("Các tổ chuyên môn;", "Lưu: VT."),
                List.of(),
                "",
                LocalDate.of(2026, 11, 24));
    }

    public Draft of(DocumentKind other) {
        return new Draft(other, subject, bases, body, recipients, annexes, signatory, day);
    }

    public Draft about(String other) {
        return new Draft(kind, other, bases, body, recipients, annexes, signatory, day);
    }

    public Draft on(String... grounds) {
        return new Draft(kind, subject, List.of(grounds), body, recipients, annexes, signatory, day);
    }

    public Draft to(String... others) {
        return new Draft(kind, subject, bases, body, List.of(others), annexes, signatory, day);
    }

    public Draft with(String... annex) {
        var more = new ArrayList<>(annexes);
        more.add(List.of(annex));
        return new Draft(kind, subject, bases, body, recipients, more, signatory, day);
    }

    public Draft signedBy(String name) {
        return new Draft(kind, subject, bases, body, recipients, annexes, name, day);
    }

    public Draft at(LocalDate other) {
        return new Draft(kind, subject, bases, body, recipients, annexes, signatory, other);
    }

    /** What a rule tells of it. */
    public List<Rule.Breach> breaches(Rule rule) {
        var breaches = new ArrayList<Rule.Breach>();
        rule.examine(new Examined(document(), unseen(), day), breaches::add);
        return breaches;
    }

    /** An appearance of which nothing is known, for rules that only read. */
    public static Appearance unseen() {
        return new Appearance(Appearance.Origin.WORD, List.of(), List.of(), Set.of());
    }

    public AdministrativeDocument document() {
        try {
            var data = JsonMapper.shared().createObjectNode();
            data.put("subject", subject);
            bases.forEach(data.putArray("legalBases")::add);
            body.forEach(data.putArray("body")::add);
            recipients.forEach(data.putArray("recipients")::add);
            var array = data.putArray("annexes");
            for (List<String> annex : annexes) {
                var it = array.addObject();
                it.put("title", annex.getFirst());
                it.put("reference", "(Kèm theo Kế hoạch)");
                annex.subList(1, annex.size()).forEach(it.putArray("body")::add);
            }
            var bodies = new DemonstrationBodies();
            AdministrativeDocument plan = COMPOSER.compose(
                    ProjectTemplates.read().named("ke-hoach"),
                    data,
                    bodies.agency("th-toan-thang"),
                    bodies.signatory("pham-thi-nga"),
                    DemonstrationBodies.ID,
                    DemonstrationBodies.CODE);
            return changed(plan);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private AdministrativeDocument changed(AdministrativeDocument it) {
        Particulars p = it.particulars();
        var particulars = new Particulars(
                p.id(),
                p.code(),
                kind,
                p.agency(),
                p.agencyName(),
                p.place(),
                p.symbol(),
                p.subject(),
                p.signatory(),
                p.signatoryName(),
                p.recipients(),
                p.retention(),
                p.template());
        Signatory s = it.signatory();
        return new AdministrativeDocument(
                particulars,
                it.issuer(),
                signatory.isEmpty() ? s : new Signatory(s.person(), signatory, s.agency(), s.authority()),
                it.marks(),
                it.addressees(),
                it.legalBases(),
                it.enactedBy(),
                it.body(),
                it.cosigners(),
                it.recipients(),
                it.annexes(),
                it.answers());
    }
}
