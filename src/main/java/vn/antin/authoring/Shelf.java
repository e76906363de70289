package vn.antin.authoring;

import java.time.Clock;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import vn.antin.agency.Member;
import vn.antin.kernel.Refusal;
import vn.antin.template.KeptRevision;
import vn.antin.template.TemplateReason;
import vn.antin.template.TemplateRevisions;

/** A template's history as its readers see it: the body's own lines and the installation's, numbered. */
@Component
class Shelf {
    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("HH:mm dd/MM/yyyy");

    private final TemplateRevisions revisions;
    private final Author author;
    private final Clock clock;

    Shelf(TemplateRevisions revisions, Author author, Clock clock) {
        this.revisions = revisions;
        this.author = author;
        this.clock = clock;
    }

    /**
     * One line of a history; public because pages read it.
     *
     * @param number from 1 in the order of saving, for the body's own and the installation's apart
     * @param own whether it is the body's
     * @param inForce whether new documents of the body are written with it
     */
    public record Line(
            long id,
            int number,
            boolean own,
            String digest,
            String author,
            String saved,
            String note,
            String state,
            String published,
            boolean inForce) {
        /** {@code bản 3}, or {@code bản gốc 1} of the installation. */
        public String name() {
            return (own ? "bản " : "bản hệ thống ") + number;
        }
    }

    /** Newest first, the body's own before the installation's; a refusal when there is no such template. */
    List<Line> lines(Member member, String name) {
        List<KeptRevision> own = revisions.own(member.agency(), name);
        List<KeptRevision> installed = revisions.installed(name);
        if (own.isEmpty() && installed.isEmpty()) {
            throw new Refusal(TemplateReason.UNKNOWN_TEMPLATE, name.length() > 60 ? name.substring(0, 60) + "…" : name);
        }
        boolean overridden = own.stream().anyMatch(it -> it.state() == KeptRevision.State.PUBLISHED);
        var lines = new ArrayList<Line>();
        // A long history has few authors.
        Map<String, String> names = new HashMap<>();
        for (int i = 0; i < own.size(); i++) {
            lines.add(line(own.get(i), own.size() - i, own.get(i).state() == KeptRevision.State.PUBLISHED, names));
        }
        for (int i = 0; i < installed.size(); i++) {
            boolean inForce = !overridden && installed.get(i).state() == KeptRevision.State.PUBLISHED;
            lines.add(line(installed.get(i), installed.size() - i, inForce, names));
        }
        return lines;
    }

    private Line line(KeptRevision it, int number, boolean inForce, Map<String, String> names) {
        String by = it.publishedBy();
        Instant at = it.publishedAt();
        return new Line(
                it.id(),
                number,
                it.agency() != null,
                it.digest().hex(),
                names.computeIfAbsent(it.author(), author::name),
                moment(it.savedAt()),
                it.note(),
                it.state().name(),
                by == null || at == null ? "" : names.computeIfAbsent(by, author::name) + ", " + moment(at),
                inForce);
    }

    String moment(Instant instant) {
        return MOMENT.format(instant.atZone(clock.getZone()));
    }
}
