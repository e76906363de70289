package vn.antin.authoring;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.IntStream;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import org.xml.sax.SAXParseException;
import tools.jackson.databind.JsonNode;
import vn.antin.agency.Agencies;
import vn.antin.agency.Agency;
import vn.antin.agency.Member;
import vn.antin.agency.Signatory;
import vn.antin.check.Gate;
import vn.antin.compose.ComposeReason;
import vn.antin.compose.Composer;
import vn.antin.kernel.DocumentId;
import vn.antin.kernel.LookupCode;
import vn.antin.kernel.Refusal;
import vn.antin.render.RenderedDocument;
import vn.antin.render.Renderer;
import vn.antin.template.TemplateFiles;
import vn.antin.template.TemplateReason;
import vn.antin.template.TemplateRevision;
import vn.antin.template.TemplateTrouble;

/** Tries a template on its own sample, by the very composer, renderer and gate that documents go through. */
@Component
class Workshop {
    /** What stands on a trial's pages in place of a document's own: it is none. */
    private static final DocumentId NO_DOCUMENT = new DocumentId(new UUID(0, 0));

    private static final LookupCode NO_CODE = new LookupCode("0000-0000-0000");
    private static final Locale VIETNAMESE = Locale.forLanguageTag("vi");
    private static final int AROUND = 2;
    private static final int LONGEST_LINE = 200;
    private static final int MOST_TROUBLES = 20;

    private final Agencies agencies;
    private final Composer composer;
    private final Renderer renderer;
    private final Gate gate;
    private final MessageSource messages;
    private final Clock clock;

    Workshop(Agencies agencies, Composer composer, Renderer renderer, Gate gate, MessageSource messages, Clock clock) {
        this.agencies = agencies;
        this.composer = composer;
        this.renderer = renderer;
        this.gate = gate;
        this.messages = messages;
        this.clock = clock;
    }

    /** Ends in bounded time whatever the files say: see {@link TemplateFiles#onTrial}. */
    Trial trial(String name, TemplateFiles files, Member who) {
        Agency issuer = agencies.named(who.agency());
        Signatory signatory = agencies.signatories(who.agency(), LocalDate.now(clock)).stream()
                .findFirst()
                .orElseThrow(() -> new Refusal(AuthoringReason.NO_SIGNATORY));
        List<TemplateTrouble> troubles = files.troubles(name);
        if (!troubles.isEmpty()) {
            return Trial.failed(troubles);
        }
        TemplateRevision revision = files.onTrial(name);
        JsonNode sample = revision.sample();
        var problems = revision.problems(sample);
        if (!problems.isEmpty()) {
            return Trial.failed(problems.stream()
                    .limit(MOST_TROUBLES)
                    .map(it -> new TemplateTrouble(
                            TemplateFiles.SAMPLE,
                            0,
                            it.field().isEmpty() ? it.message() : "“" + it.field() + "”: " + it.message()))
                    .toList());
        }
        try {
            RenderedDocument rendered =
                    renderer.render(composer.compose(revision, sample, issuer, signatory, NO_DOCUMENT, NO_CODE));
            return new Trial(rendered.pdf(), List.of(), gate.examine(rendered).findings(), List.of());
        } catch (Refusal refusal) {
            if (refusal.reason() == TemplateReason.TEMPLATE_FAILED) {
                return Trial.failed(List.of(revision.trouble(refusal)));
            }
            if (refusal.reason() == ComposeReason.TEMPLATE_MAKES_NO_DOCUMENT) {
                return noDocument(refusal, composer.fill(revision, sample, issuer, signatory));
            }
            return Trial.failed(List.of(new TemplateTrouble(TemplateFiles.SAMPLE, 0, words(refusal))));
        }
    }

    private Trial noDocument(Refusal refusal, String filled) {
        if (!(refusal.getCause() instanceof SAXParseException wrong)) {
            return Trial.failed(List.of(new TemplateTrouble(
                    TemplateFiles.TEXT,
                    0,
                    "phải có <subject> với trích yếu; công văn phải có <unit>, loại khác thì không")));
        }
        int line = wrong.getLineNumber();
        String[] lines = filled.split("\n", -1);
        var around = IntStream.rangeClosed(Math.max(1, line - AROUND), Math.min(lines.length, line + AROUND))
                .mapToObj(it -> new Trial.FilledLine(it, brief(lines[it - 1]), it == line))
                .toList();
        var trouble = new TemplateTrouble(
                TemplateFiles.TEXT, 0, "kết quả điền mẫu sai ở dòng " + line + ": " + Markup.inWords(wrong));
        return new Trial(null, List.of(trouble), List.of(), around);
    }

    private String words(Refusal refusal) {
        var words = new ArrayList<String>();
        for (String part : List.of("what", "why")) {
            words.add(messages.getMessage(
                    "refusal." + refusal.reason().key() + "." + part,
                    refusal.arguments().toArray(),
                    VIETNAMESE));
        }
        return String.join(" ", words);
    }

    private static String brief(String line) {
        return line.length() <= LONGEST_LINE ? line : line.substring(0, LONGEST_LINE) + "…";
    }
}
