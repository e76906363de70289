package vn.antin.attest;

import jakarta.servlet.http.HttpServletResponse;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.security.Principal;
import java.text.Collator;
import java.time.Clock;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
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
import tools.jackson.databind.json.JsonMapper;
import vn.antin.attest.Inquiry.Item;
import vn.antin.attest.Inquiry.State;
import vn.antin.kernel.Refusal;
import vn.antin.verify.AnswerWords;
import vn.antin.verify.Answers;
import vn.antin.verify.Conclusion;
import vn.antin.verify.EtsiReport;
import vn.antin.verify.Report;
import vn.antin.verify.ReportTable;
import vn.antin.verify.ReportWords;

/** Handing in many files, watching them being judged, and reading what came of each. */
@Controller
class InquiryPages {
    private static final int ROWS_SHOWN = 500;
    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("HH:mm 'ngày' dd/MM/uuuu");
    private static final MediaType XLSX =
            MediaType.parseMediaType("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");

    private final InquiryDesk desk;
    private final Inquiries inquiries;
    private final AnswerWords answers;
    private final ReportTable table;
    private final ReportWords words;
    private final EtsiReport etsi;
    private final JsonMapper json;
    private final Clock clock;

    InquiryPages(
            InquiryDesk desk,
            Inquiries inquiries,
            AnswerWords answers,
            ReportTable table,
            ReportWords words,
            EtsiReport etsi,
            JsonMapper json,
            Clock clock) {
        this.desk = desk;
        this.inquiries = inquiries;
        this.answers = answers;
        this.table = table;
        this.words = words;
        this.etsi = etsi;
        this.json = json;
        this.clock = clock;
    }

    /** One inquiry of the list; public because pages read it. */
    public record Line(String id, String made, String state, String summary) {}

    /** One file of the table; public because pages read it. */
    public record Row(
            int place,
            String name,
            String badge,
            String conclusion,
            String unchanged,
            String signed,
            String signers,
            String registered,
            boolean ended,
            boolean judged) {}

    /** A choice of what the table shows; public because pages read it. */
    public record Choice(String key, String title, int count) {}

    @GetMapping("/xac-minh/nhieu")
    String ask(Principal signedIn, Model page) {
        var member = desk.member(signedIn);
        page.addAttribute("mostFiles", InquiryDesk.MOST_FILES);
        page.addAttribute(
                "inquiries",
                inquiries.of(member.person()).stream()
                        .map(it -> new Line(
                                it.id().toString(), moment(it.madeAt()), state(it), summary(inquiries.tally(it.id()))))
                        .toList());
        return "attest/ask";
    }

    @PostMapping("/xac-minh/nhieu")
    String begin(
            @RequestParam(name = "file", required = false) @Nullable List<MultipartFile> file,
            Principal signedIn,
            RedirectAttributes after) {
        try {
            return "redirect:/xac-minh/nhieu/"
                    + desk.begin(file, desk.member(signedIn)).id();
        } catch (Refusal refused) {
            after.addFlashAttribute("refusal", refused);
            return "redirect:/xac-minh/nhieu";
        }
    }

    @GetMapping("/xac-minh/nhieu/{id}")
    String show(
            @PathVariable String id,
            @RequestParam(name = "loc", defaultValue = "") String filter,
            @RequestParam(name = "xep", defaultValue = "") String order,
            Principal signedIn,
            Model page) {
        Inquiry inquiry = theirs(id, signedIn);
        var tally = inquiries.tally(inquiry.id());
        progress(inquiry, page);
        List<Item> chosen = inquiries.items(inquiry.id(), 0, InquiryDesk.MOST_FILES).stream()
                .filter(it -> filter.isEmpty() || key(it).equals(filter))
                .sorted(order(order))
                .toList();
        page.addAttribute("made", moment(inquiry.madeAt()));
        page.addAttribute("filter", filter);
        page.addAttribute("order", order);
        page.addAttribute("choices", choices(tally));
        page.addAttribute(
                "rows", chosen.stream().limit(ROWS_SHOWN).map(this::row).toList());
        page.addAttribute("rowCount", chosen.size());
        page.addAttribute("rowsShown", ROWS_SHOWN);
        return "attest/inquiry";
    }

    /** The piece of the page that changes while files are judged; asks for the whole page once all are. */
    @GetMapping("/xac-minh/nhieu/{id}/tien-do")
    String progress(@PathVariable String id, Principal signedIn, Model page, HttpServletResponse answer) {
        Inquiry inquiry = theirs(id, signedIn);
        progress(inquiry, page);
        if (inquiries.tally(inquiry.id()).done()) {
            answer.setHeader("HX-Refresh", "true");
        }
        answer.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        return "attest/progress";
    }

    @PostMapping("/xac-minh/nhieu/{id}/dung")
    String cancel(@PathVariable String id, Principal signedIn) {
        Inquiry inquiry = theirs(id, signedIn);
        desk.cancel(inquiry);
        return "redirect:/xac-minh/nhieu/" + inquiry.id();
    }

    @PostMapping("/xac-minh/nhieu/{id}/xoa")
    String forget(@PathVariable String id, Principal signedIn) {
        desk.forget(theirs(id, signedIn));
        return "redirect:/xac-minh/nhieu";
    }

    @GetMapping("/xac-minh/nhieu/{id}/tep/{place}")
    String report(@PathVariable String id, @PathVariable int place, Principal signedIn, Model page) {
        Inquiry inquiry = theirs(id, signedIn);
        page.addAttribute("id", inquiry.id().toString());
        page.addAttribute("place", place);
        page.addAttribute("report", words.of(judged(inquiry, place)));
        return "attest/report";
    }

    @GetMapping("/xac-minh/nhieu/{id}/tep/{place}/bao-cao.xml")
    ResponseEntity<byte[]> etsi(@PathVariable String id, @PathVariable int place, Principal signedIn) {
        return download(
                etsi.of(judged(theirs(id, signedIn), place)), MediaType.APPLICATION_XML, "bao-cao-" + place + ".xml");
    }

    @GetMapping("/xac-minh/nhieu/{id}/ket-qua.xlsx")
    ResponseEntity<byte[]> spreadsheet(@PathVariable String id, Principal signedIn) throws IOException {
        var out = new ByteArrayOutputStream();
        table.write(reports(theirs(id, signedIn)), true, out);
        return download(out.toByteArray(), XLSX, "ket-qua-xac-minh.xlsx");
    }

    @GetMapping("/xac-minh/nhieu/{id}/ket-qua.json")
    ResponseEntity<byte[]> json(@PathVariable String id, Principal signedIn) {
        return download(
                json.writeValueAsBytes(reports(theirs(id, signedIn))),
                MediaType.APPLICATION_JSON,
                "ket-qua-xac-minh.json");
    }

    private Inquiry theirs(String id, Principal signedIn) {
        return desk.theirs(id, desk.member(signedIn));
    }

    private Report judged(Inquiry inquiry, int place) {
        return inquiries
                .item(inquiry.id(), place)
                .map(Item::report)
                .orElseThrow(() -> new Refusal(AttestReason.NOT_JUDGED_YET));
    }

    private List<Report> reports(Inquiry inquiry) {
        return inquiries.items(inquiry.id(), 0, InquiryDesk.MOST_FILES).stream()
                .map(Item::report)
                .filter(Objects::nonNull)
                .toList();
    }

    private void progress(Inquiry inquiry, Model page) {
        var tally = inquiries.tally(inquiry.id());
        page.addAttribute("id", inquiry.id().toString());
        page.addAttribute("moving", !tally.done());
        page.addAttribute("all", tally.all());
        page.addAttribute("judged", tally.judged());
        page.addAttribute("stopped", tally.cancelled());
        page.addAttribute("summary", summary(tally));
    }

    private String summary(Inquiry.Tally tally) {
        List<Conclusion> all = tally.conclusions().entrySet().stream()
                .flatMap(it -> java.util.Collections.nCopies(it.getValue(), it.getKey()).stream())
                .toList();
        return all.isEmpty() ? "" : table.summary(all, tally.ended());
    }

    private String state(Inquiry it) {
        return inquiries.tally(it.id()).done() ? it.cancelled() ? "Đã dừng" : "Xong" : "Đang kiểm tra";
    }

    private List<Choice> choices(Inquiry.Tally tally) {
        return Arrays.stream(Conclusion.values())
                .filter(tally.conclusions()::containsKey)
                .map(it -> new Choice(
                        it.name(),
                        table.conclusion(it),
                        Objects.requireNonNullElse(tally.conclusions().get(it), 0)))
                .toList();
    }

    private static String key(Item it) {
        return it.conclusion() == null ? it.state().name() : it.conclusion().name();
    }

    /** By what is asked for; what is worst first when by conclusion. */
    private Comparator<Item> order(String typed) {
        Comparator<Item> byPlace = Comparator.comparingInt(Item::place);
        return switch (typed) {
            case "ten" ->
                Comparator.comparing(Item::name, Collator.getInstance(Locale.forLanguageTag("vi")))
                        .thenComparing(byPlace);
            case "ket-luan" -> Comparator.comparingInt(InquiryPages::weight).thenComparing(byPlace);
            case "so" -> Comparator.comparing(InquiryPages::number).thenComparing(byPlace);
            default -> byPlace;
        };
    }

    private static int weight(Item it) {
        if (it.conclusion() == null) {
            return 9;
        }
        return switch (it.conclusion()) {
            case TOTAL_FAILED -> 0;
            case INDETERMINATE -> 1;
            case UNREADABLE -> 2;
            case NOT_A_PDF -> 3;
            case NO_SIGNATURE -> 4;
            case TOTAL_PASSED -> 5;
        };
    }

    /** Those of the register first, by number. */
    private static String number(Item it) {
        Report report = it.report();
        return report == null || report.register() == null
                ? "\uFFFF"
                : report.register().number();
    }

    private Row row(Item it) {
        Report report = it.report();
        if (report == null) {
            String state = it.state() == State.WAITING ? "Đang đợi" : "Đã dừng, chưa kiểm tra";
            return new Row(it.place(), it.name(), "", state, "", "", "", "", false, false);
        }
        Answers said = answers.of(report);
        boolean ended = report.ended();
        String badge = ended
                ? ""
                : switch (report.conclusion()) {
                    case TOTAL_PASSED -> "passed";
                    case TOTAL_FAILED -> "failed";
                    case INDETERMINATE, NO_SIGNATURE, NOT_A_PDF, UNREADABLE -> "indeterminate";
                };
        return new Row(
                it.place(),
                it.name(),
                badge,
                table.conclusion(report.conclusion()),
                said.unchanged().brief(),
                said.signed().brief(),
                report.signatures().stream()
                        .map(Report.Signature::signer)
                        .filter(Objects::nonNull)
                        .distinct()
                        .collect(Collectors.joining(", ")),
                said.registered().brief()
                        + (report.register() == null
                                ? ""
                                : ": " + report.register().number()),
                ended,
                true);
    }

    private String moment(Instant at) {
        return MOMENT.format(at.atZone(clock.getZone()));
    }

    private static ResponseEntity<byte[]> download(byte[] file, MediaType type, String name) {
        return ResponseEntity.ok()
                .contentType(type)
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment().filename(name).build().toString())
                .body(file);
    }
}
