package vn.antin.bulk;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.security.Principal;
import java.time.Clock;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import vn.antin.agency.Member;
import vn.antin.bulk.Batch.State;
import vn.antin.kernel.Refusal;
import vn.antin.template.TemplateRevision;
import vn.antin.template.Templates;

/** Choosing a template, fetching its form, sending it back filled, and watching what comes of it. */
@Controller
class BulkPages {
    private static final int BATCHES_SHOWN = 50;
    private static final int FAULTS_SHOWN = 200;
    private static final int ROWS_SHOWN = 300;
    private static final int LONGEST_NAME = 120;
    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("HH:mm dd/MM/yyyy");
    private static final MediaType XLSX =
            MediaType.parseMediaType("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");

    private final BulkDesk desk;
    private final Batches batches;
    private final BatchRun run;
    private final Visitors visitors;
    private final Templates templates;
    private final Clock clock;

    BulkPages(BulkDesk desk, Batches batches, BatchRun run, Visitors visitors, Templates templates, Clock clock) {
        this.desk = desk;
        this.batches = batches;
        this.run = run;
        this.visitors = visitors;
        this.templates = templates;
        this.clock = clock;
    }

    /** One batch of the list; public because pages read it. */
    public record Line(String id, String template, String file, String state, String made, int done, int good) {}

    /** One row of a batch; public because pages read it. */
    public record Shown(int row, String name, String subject, String state, String badge, String document) {}

    @GetMapping("/hang-loat")
    String choose(Principal signedIn, Model page) {
        Member member = visitors.member(signedIn);
        Map<String, String> titles = titles(member);
        page.addAttribute("writes", member.writes());
        page.addAttribute("templates", templates.all(member.agency()));
        page.addAttribute(
                "batches",
                batches.of(member.agency(), BATCHES_SHOWN).stream()
                        .map(it -> {
                            var tally = batches.tally(it.id());
                            return new Line(
                                    it.id().toString(),
                                    titles.getOrDefault(it.template(), it.template()),
                                    it.fileName(),
                                    state(it),
                                    moment(it.madeAt()),
                                    tally.done(),
                                    tally.good());
                        })
                        .toList());
        return "bulk/choose";
    }

    @GetMapping("/hang-loat/mau/{template}")
    String ask(@PathVariable String template, Principal signedIn, Model page) {
        Member member = visitors.writer(signedIn);
        page.addAttribute("template", templates.named(member.agency(), template));
        page.addAttribute("mostRows", Form.MOST_ROWS);
        page.addAttribute("mostMegabytes", Parcel.LARGEST_FILE >> 20);
        return "bulk/template";
    }

    @GetMapping("/hang-loat/mau/{template}/bieu-mau.xlsx")
    ResponseEntity<byte[]> form(@PathVariable String template, Principal signedIn) {
        Member member = visitors.writer(signedIn);
        return download(desk.form(template, member.agency()), "bieu-mau-" + template + ".xlsx");
    }

    @PostMapping("/hang-loat/mau/{template}")
    String read(
            @PathVariable String template,
            @RequestParam(name = "tep", required = false) MultipartFile file,
            Principal signedIn,
            RedirectAttributes after)
            throws IOException {
        Member member = visitors.writer(signedIn);
        TemplateRevision revision = templates.named(member.agency(), template);
        try {
            if (file == null || file.isEmpty()) {
                throw new Refusal(BulkReason.NO_FILE);
            }
            if (file.getSize() > Parcel.LARGEST_FILE) {
                throw new Refusal(BulkReason.FILE_TOO_LARGE, Parcel.LARGEST_FILE >> 20);
            }
            Batch batch = desk.read(
                    file.getBytes(),
                    plain(file.getOriginalFilename() == null ? "" : file.getOriginalFilename()),
                    revision.name(),
                    member.agency(),
                    member.person().value());
            return "redirect:/hang-loat/" + batch.id();
        } catch (Refusal refused) {
            after.addFlashAttribute("refusal", refused);
            return "redirect:/hang-loat/mau/" + revision.name();
        }
    }

    @GetMapping("/hang-loat/{id}")
    String batch(@PathVariable String id, Principal signedIn, Model page) {
        Member member = visitors.member(signedIn);
        Batch batch = visitors.batch(id, member);
        var rows = batches.rowsWithoutAnswers(batch.id());
        var faults = BulkDesk.faults(batch, rows);
        progress(batch, page);
        page.addAttribute("title", titles(member).getOrDefault(batch.template(), batch.template()));
        page.addAttribute("template", batch.template());
        page.addAttribute("file", batch.fileName());
        page.addAttribute("made", moment(batch.madeAt()));
        page.addAttribute("changed", moment(batch.changedAt()));
        page.addAttribute("remarks", batch.remarks());
        page.addAttribute("faults", faults.stream().limit(FAULTS_SHOWN).toList());
        page.addAttribute("faultCount", faults.size());
        page.addAttribute(
                "rows", rows.stream().limit(ROWS_SHOWN).map(BulkPages::shown).toList());
        page.addAttribute("rowCount", rows.size());
        page.addAttribute("writes", member.writes());
        if (batch.state() == State.READ) {
            desk.earlierRun(batch).ifPresent(it -> {
                page.addAttribute("earlier", it.id().toString());
                page.addAttribute("earlierAt", moment(it.madeAt()));
            });
        }
        return "bulk/batch";
    }

    /** The piece of the page that changes while the batch runs; asks for the whole page once it stands still. */
    @GetMapping("/hang-loat/{id}/tien-do")
    String progress(@PathVariable String id, Principal signedIn, Model page, HttpServletResponse answer) {
        Batch batch = visitors.batch(id, visitors.member(signedIn));
        progress(batch, page);
        if (batch.state() != State.RUNNING || !run.holds(batch.id())) {
            answer.setHeader("HX-Refresh", "true");
        }
        answer.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        return "bulk/progress";
    }

    @PostMapping("/hang-loat/{id}/chay")
    String start(
            @PathVariable String id,
            @RequestParam(name = "lai", defaultValue = "false") boolean again,
            Principal signedIn,
            RedirectAttributes after) {
        return act(id, signedIn, after, batch -> {
            if (batch.state() == State.READ && !again) {
                desk.earlierRun(batch).ifPresent(it -> {
                    throw new Refusal(BulkReason.ALREADY_RUN, moment(it.madeAt()));
                });
            }
            run.start(batch.id(), again);
        });
    }

    @PostMapping("/hang-loat/{id}/dung")
    String cancel(@PathVariable String id, Principal signedIn, RedirectAttributes after) {
        return act(id, signedIn, after, batch -> run.cancel(batch.id()));
    }

    @PostMapping("/hang-loat/{id}/bo")
    String forget(@PathVariable String id, Principal signedIn) {
        batches.forget(visitors.batch(id, visitors.writer(signedIn)).id());
        return "redirect:/hang-loat";
    }

    @GetMapping("/hang-loat/{id}/ket-qua.xlsx")
    ResponseEntity<byte[]> result(@PathVariable String id, Principal signedIn) {
        Batch batch = visitors.batch(id, visitors.member(signedIn));
        return download(desk.result(batch.id()), "ket-qua-" + batch.template() + ".xlsx");
    }

    private String act(
            String id, Principal signedIn, RedirectAttributes after, java.util.function.Consumer<Batch> act) {
        UUID batch = visitors.batch(id, visitors.writer(signedIn)).id();
        try {
            act.accept(batches.find(batch).orElseThrow(() -> new Refusal(BulkReason.UNKNOWN_BATCH)));
        } catch (Refusal refused) {
            after.addFlashAttribute("refusal", refused);
        }
        return "redirect:/hang-loat/" + batch;
    }

    private void progress(Batch batch, Model page) {
        var tally = batches.tally(batch.id());
        boolean held = run.holds(batch.id());
        page.addAttribute("id", batch.id().toString());
        page.addAttribute("state", batch.state().name());
        page.addAttribute("moving", batch.state() == State.RUNNING && held);
        page.addAttribute("interrupted", batch.state() == State.RUNNING && !held);
        page.addAttribute("all", tally.all());
        page.addAttribute("good", tally.good());
        page.addAttribute("done", tally.done());
        page.addAttribute("wrong", tally.wrong());
        page.addAttribute("ready", tally.made());
        page.addAttribute("draft", tally.draft());
        page.addAttribute("refused", tally.refused());
        page.addAttribute("waiting", tally.waiting());
    }

    private static Shown shown(Batch.Row it) {
        String badge = switch (it.state()) {
            case MADE -> "passed";
            case WAITING -> "blue";
            case DRAFT -> "waiting";
            case WRONG, REFUSED -> "failed";
        };
        return new Shown(
                it.number(),
                it.name(),
                it.subject(),
                it.state().vietnamese(),
                badge,
                it.code() == null || it.document() == null ? "" : it.document().toString());
    }

    private String state(Batch it) {
        return switch (it.state()) {
            case READ -> "Đã đọc, chưa lập";
            case RUNNING -> run.holds(it.id()) ? "Đang lập" : "Bị gián đoạn";
            case CANCELLED -> "Đã dừng";
            case DONE -> "Xong";
        };
    }

    private Map<String, String> titles(Member member) {
        return templates.all(member.agency()).stream().collect(Collectors.toMap(it -> it.name(), it -> it.title()));
    }

    private String moment(Instant at) {
        return MOMENT.format(at.atZone(clock.getZone()));
    }

    /** The file's own name: no folders, nothing that cannot be seen. */
    private static String plain(String typed) {
        String last = typed.substring(Math.max(typed.lastIndexOf('/'), typed.lastIndexOf('\\')) + 1);
        String clean = last.replaceAll("[\\p{Cc}\\p{Cf}]", "").strip();
        return clean.isEmpty() ? "khong-ten.xlsx" : FormWriter.brief(clean, LONGEST_NAME);
    }

    private static ResponseEntity<byte[]> download(byte[] file, String name) {
        return ResponseEntity.ok()
                .contentType(XLSX)
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment().filename(name).build().toString())
                .body(file);
    }
}
