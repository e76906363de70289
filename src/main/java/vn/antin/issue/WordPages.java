package vn.antin.issue;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.io.IOException;
import java.security.Principal;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import tools.jackson.databind.JsonNode;
import vn.antin.agency.Agencies;
import vn.antin.agency.Agency;
import vn.antin.agency.Member;
import vn.antin.agency.Signatory;
import vn.antin.check.Finding;
import vn.antin.compose.AdministrativeDocument;
import vn.antin.kernel.DocumentId;
import vn.antin.kernel.PersonId;
import vn.antin.kernel.Refusal;
import vn.antin.template.TemplateRevision;
import vn.antin.template.Templates;
import vn.antin.word.DraftAnswers;
import vn.antin.word.Remark;
import vn.antin.word.WordAccount;
import vn.antin.word.WordCheck;
import vn.antin.word.WordDraft;
import vn.antin.word.WordReader;
import vn.antin.word.WordUpload;

/**
 * Taking over a draft written in Word: what was understood and what was not is shown first; then it becomes an unsaved
 * form like any other. The file itself is not kept: what of it is in the document is in the form, and the rest was told.
 */
@Controller
class WordPages {
    private static final int WAITING = 50;

    private final Reader reader;
    private final Sketches sketches;
    private final OutgoingDesk desk;
    private final Templates templates;
    private final Agencies agencies;
    private final WordCheck check;
    private final RandomGenerator chance;
    private final Clock clock;
    private final Cache<String, Waiting> waiting = Caffeine.newBuilder()
            .maximumSize(WAITING)
            .expireAfterWrite(Duration.ofMinutes(30))
            .build();

    /** A draft that was read and not yet taken over. */
    private record Waiting(String person, String name, WordDraft draft, List<Finding> findings) {}

    WordPages(
            Reader reader,
            Sketches sketches,
            OutgoingDesk desk,
            Templates templates,
            Agencies agencies,
            WordCheck check,
            RandomGenerator chance,
            Clock clock) {
        this.reader = reader;
        this.sketches = sketches;
        this.desk = desk;
        this.templates = templates;
        this.agencies = agencies;
        this.check = check;
        this.chance = chance;
        this.clock = clock;
    }

    @GetMapping("/van-ban/tu-word")
    String ask(Principal signedIn) {
        reader.writer(signedIn);
        return "issue/from-word";
    }

    @PostMapping("/van-ban/tu-word")
    String read(@RequestParam(name = "file", required = false) @Nullable List<MultipartFile> files, Principal signedIn)
            throws IOException {
        Member member = reader.writer(signedIn);
        var upload = WordUpload.of(files);
        WordDraft draft = WordReader.read(upload.content()).withoutAnchors();
        byte[] random = new byte[16];
        chance.nextBytes(random);
        String token = HexFormat.of().formatHex(random);
        List<Finding> findings = check.findings(draft, agency(member), usualSignatory(member));
        waiting.put(token, new Waiting(signedIn.getName(), upload.name(), draft, findings));
        return "redirect:/van-ban/tu-word/" + token;
    }

    @GetMapping("/van-ban/tu-word/{token}")
    String account(@PathVariable String token, Principal signedIn, Model page) {
        Member member = reader.writer(signedIn);
        Waiting it = waiting(token, signedIn);
        page.addAttribute("token", token);
        page.addAttribute("name", it.name());
        page.addAttribute("kind", it.draft().kind().vietnamese());
        page.addAttribute("account", WordAccount.of(it.draft()));
        page.addAttribute("findings", it.findings());
        page.addAttribute(
                "mendable", it.findings().stream().filter(Mend::concernsAnswers).count());
        List<TemplateRevision> fitting = fitting(it.draft(), member);
        page.addAttribute("templates", fitting);
        page.addAttribute(
                "signatories",
                agencies.signatories(member.agency(), LocalDate.now(clock)).stream()
                        .map(WritingPages.Signing::of)
                        .toList());
        page.addAttribute("signatory", usualSignatory(member).person().value());
        return "issue/word-account";
    }

    @PostMapping("/van-ban/tu-word/{token}")
    String take(
            @PathVariable String token,
            @RequestParam("mau-van-ban") String template,
            @RequestParam(name = "nguoi-ky", defaultValue = "") String signatory,
            @RequestParam(name = "sua", defaultValue = "false") boolean mend,
            Principal signedIn,
            RedirectAttributes after) {
        Member member = reader.writer(signedIn);
        Waiting it = waiting(token, signedIn);
        TemplateRevision revision = templates.named(member.agency(), template);
        DraftAnswers taken = DraftAnswers.of(it.draft(), revision, agency(member));
        JsonNode answers = taken.answers();
        int mended = 0;
        if (mend) {
            AdministrativeDocument meaning = check.meaning(it.draft(), agency(member), usualSignatory(member));
            for (Finding finding : it.findings()) {
                Optional<JsonNode> better =
                        Mend.concernsAnswers(finding) ? Mend.of(answers, meaning, finding) : Optional.empty();
                answers = better.orElse(answers);
                mended += better.isPresent() ? 1 : 0;
            }
        }
        DocumentId document = desk.newDocument();
        sketches.keep(document, member.person(), template, signatory, answers);
        waiting.invalidate(token);
        List<Remark> lost = new ArrayList<>(taken.remarks());
        after.addFlashAttribute(
                "taken",
                "Đã điền biểu mẫu từ tệp " + it.name() + (mended > 0 ? ", sửa sẵn " + mended + " chỗ" : "")
                        + ". Đọc lại rồi bấm “Lưu và dựng trang”.");
        if (!lost.isEmpty()) {
            after.addFlashAttribute("lost", WordAccount.of(it.draft(), lost));
        }
        return "redirect:/van-ban/" + document + "/soan";
    }

    private Waiting waiting(String token, Principal signedIn) {
        Waiting it = waiting.getIfPresent(token);
        if (it == null || !it.person().equals(signedIn.getName())) {
            throw new Refusal(IssueReason.WORD_DRAFT_GONE);
        }
        return it;
    }

    /** Templates of the draft's kind first, and of these the ones that ask for a whole text. */
    private List<TemplateRevision> fitting(WordDraft draft, Member member) {
        return templates.all(member.agency()).stream()
                .sorted(Comparator.comparingInt((TemplateRevision it) -> it.kind() == draft.kind() ? 0 : 2)
                        .thenComparingInt(it ->
                                it.fields().stream().anyMatch(f -> f.name().equals("body")) ? 0 : 1)
                        .thenComparingInt(it -> it.fields().size()))
                .toList();
    }

    private Agency agency(Member member) {
        return agencies.named(member.agency());
    }

    private Signatory usualSignatory(Member member) {
        LocalDate today = LocalDate.now(clock);
        List<Signatory> all = agencies.signatories(member.agency(), today);
        PersonId usual = all.stream()
                .map(Signatory::person)
                .filter(it -> it.equals(member.person()))
                .findFirst()
                .orElseGet(() -> desk.usualSignatory(member.agency()));
        return agencies.signatory(member.agency(), usual, today);
    }
}
