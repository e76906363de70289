package vn.antin.compose;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import vn.antin.agency.Agency;
import vn.antin.agency.Authority;
import vn.antin.agency.Signatory;
import vn.antin.kernel.DocumentId;
import vn.antin.kernel.DocumentKind;
import vn.antin.kernel.LookupCode;
import vn.antin.kernel.Particulars;
import vn.antin.kernel.Refusal;
import vn.antin.template.FieldProblem;
import vn.antin.template.TemplateRevision;

/**
 * Makes of a template and answers what a document says. The same template, answers, body, signatory and identifiers
 * always make an equal document.
 *
 * <p>Ours, not the template's or the writer's: the numbers of items, articles and annexes, the numbers of footnotes,
 * the symbol, and closing marks where they were left out.
 */
@Component
public class Composer {
    private static final Pattern TYPED_DASH = Pattern.compile("^[-–•+]\\s+");
    private static final Pattern BLANK = Pattern.compile(" {2,}");
    private static final Pattern TYPED_ABOUT =
            Pattern.compile("^(V/v|Về việc)[:.]?\\s+", Pattern.UNICODE_CASE | Pattern.CASE_INSENSITIVE);

    /** The document, or a refusal that lists what is wrong with the answers. */
    public AdministrativeDocument compose(
            TemplateRevision template,
            JsonNode answers,
            Agency issuer,
            Signatory signatory,
            DocumentId id,
            LookupCode code) {
        List<FieldProblem> problems = template.problems(answers);
        if (!problems.isEmpty()) {
            throw new Refusal(
                    ComposeReason.ANSWERS_NOT_VALID,
                    String.join(
                            " ",
                            problems.stream()
                                    .limit(10)
                                    .map(FieldProblem::message)
                                    .toList()));
        }
        String xml = fill(template, answers, issuer, signatory);
        DocumentReader.Filled filled = DocumentReader.read(template.name(), xml);
        boolean letter = template.kind() == DocumentKind.LETTER;
        if (filled.subject().isEmpty() || letter == filled.unit().isEmpty()) {
            throw new Refusal(ComposeReason.TEMPLATE_MAKES_NO_DOCUMENT, template.name(), 1);
        }
        String subject = letter ? TYPED_ABOUT.matcher(filled.subject()).replaceFirst("") : filled.subject();
        String symbol = template.kind().symbol(issuer.symbol(), filled.unit());
        List<String> recipients = list(filled.recipients());
        var particulars = new Particulars(
                id,
                code,
                template.kind(),
                issuer.id(),
                issuer.name(),
                issuer.place(),
                symbol,
                subject,
                signatory.person(),
                signatory.fullName(),
                recipients,
                template.retention(),
                template.name() + "@" + template.digest());
        return new AdministrativeDocument(
                particulars,
                issuer,
                signatory,
                filled.marks(),
                filled.addressees().size() == 1 ? plain(filled.addressees()) : list(filled.addressees()),
                bases(filled.bases()),
                filled.enactedBy(),
                ended(filled.body()),
                filled.cosigners(),
                recipients,
                annexes(filled.annexes(), template.kind(), symbol, issuer),
                new Answers(
                        "/mau-van-ban/" + template.name() + "/" + template.digest() + "/fields.schema.json",
                        answers.toString()));
    }

    /** What the template yields for answers without problems, before it is read; for whoever writes templates. */
    public String fill(TemplateRevision template, JsonNode answers, Agency issuer, Signatory signatory) {
        return template.fill(model(template, answers, issuer, signatory));
    }

    private static Map<String, Object> model(
            TemplateRevision template, JsonNode answers, Agency issuer, Signatory signatory) {
        List<String> lines = signatory.authority().lines();
        var agency = new LinkedHashMap<String, Object>();
        agency.put("name", issuer.name());
        agency.put("superior", Optional.ofNullable(issuer.superior()).orElse(""));
        agency.put("symbol", issuer.symbol());
        agency.put("place", issuer.place());
        return Map.of(
                "data", template.answers(answers),
                "agency", agency,
                "signatory",
                        Map.of(
                                "name", signatory.fullName(),
                                "post", lines.getLast(),
                                "enacts", enacts(signatory.authority(), issuer)));
    }

    /** Whose decision it is (thẩm quyền ban hành): the head of the body, or its collective, whoever signs. */
    private static String enacts(Authority authority, Agency issuer) {
        String head = switch (authority) {
            case Authority.Head it -> it.post();
            case Authority.Acting it -> it.headPost();
            case Authority.Deputy it -> it.headPost();
            case Authority.ByOrder it -> it.headPost();
            case Authority.Delegated it -> it.headPost();
            case Authority.OnBehalf it -> "";
        };
        // TRƯỞNG PHÒNG of PHÒNG GIÁO DỤC … is TRƯỞNG PHÒNG GIÁO DỤC …, not PHÒNG twice.
        String lastWord = head.substring(head.lastIndexOf(' ') + 1);
        boolean overlaps = !lastWord.isEmpty() && issuer.name().startsWith(lastWord + " ");
        String name = overlaps ? issuer.name().substring(lastWord.length() + 1) : issuer.name();
        return (head + " " + name).strip();
    }

    private static List<String> plain(List<String> entries) {
        return entries.stream()
                .map(it -> TYPED_DASH.matcher(it).replaceFirst(""))
                .toList();
    }

    private static List<String> list(List<String> entries) {
        List<String> plain = plain(entries);
        var closed = new ArrayList<String>();
        for (int i = 0; i < plain.size(); i++) {
            closed.add(Texts.closed(plain.get(i), i == plain.size() - 1));
        }
        return closed;
    }

    private static List<Inline.Text> bases(List<Inline.Text> bases) {
        var closed = new ArrayList<Inline.Text>();
        for (int i = 0; i < bases.size(); i++) {
            closed.add(Texts.closed(bases.get(i), i == bases.size() - 1));
        }
        return closed;
    }

    /** A text that ends in a table has no word to set the closing mark after. */
    private static List<Block> ended(List<Block> body) {
        if (body.isEmpty()) {
            return body;
        }
        var blocks = new ArrayList<>(body);
        int last = blocks.size() - 1;
        switch (blocks.get(last)) {
            case Block.Paragraph it -> blocks.set(last, new Block.Paragraph(Texts.ended(it.text())));
            case Block.Item it -> {
                if (!it.titled()) {
                    blocks.set(
                            last, new Block.Item(it.level(), it.ordinal(), false, it.typed(), Texts.ended(it.text())));
                }
            }
            case Block.Centred it -> {}
            case Block.Table it -> {}
        }
        return blocks;
    }

    private static List<Annex> annexes(
            List<DocumentReader.FilledAnnex> filled, DocumentKind kind, String symbol, Agency issuer) {
        var annexes = new ArrayList<Annex>();
        long numbered = filled.stream().filter(it -> it.enacted() == null).count();
        // Whose document it is, is told even where number and date are left blank (annex III, form 2.2, note 4).
        String by = issuer.nameInText().map(it -> "của " + it).orElse("");
        int ordinal = 0;
        for (var it : filled) {
            String reference = it.reference().isEmpty()
                    ? "(Kèm theo " + kind.vietnamese() + " số      /" + symbol + " ngày      tháng      năm      " + by
                            + ")"
                    : it.reference();
            ordinal += it.enacted() == null ? 1 : 0;
            // Only annexes are counted; the text that a decision enacts is none (annex III, form 1.3).
            int number = it.enacted() == null && numbered > 1 ? ordinal : 0;
            annexes.add(new Annex(
                    number, it.enacted(), it.landscape(), it.title(), keepingBlanks(reference), ended(it.body())));
        }
        return annexes;
    }

    /** Room left for a number or a day stays room: spaces that do not shrink to one when lines are set. */
    private static String keepingBlanks(String reference) {
        return BLANK.matcher(reference)
                .replaceAll(it -> " " + "\u00a0".repeat(it.group().length() - 1));
    }
}
