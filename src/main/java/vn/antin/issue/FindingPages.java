package vn.antin.issue;

import java.security.Principal;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import vn.antin.agency.Member;
import vn.antin.check.Finding;
import vn.antin.check.Severity;
import vn.antin.kernel.Refusal;
import vn.antin.kernel.Sha256;

/** What a person can do about one finding of the gate: have it mended, or let it pass and say why. */
@Controller
class FindingPages {
    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("HH:mm 'ngày' dd/MM/yyyy");

    private final OutgoingDesk desk;
    private final Reader reader;

    FindingPages(OutgoingDesk desk, Reader reader) {
        this.desk = desk;
        this.reader = reader;
    }

    /**
     * One finding as it is read on the page; public because pages read it.
     *
     * @param sheet the page it stands on; 0 when that is not known
     * @param depth how far down that page, in centimetres
     */
    public record Line(
            int number,
            boolean error,
            boolean waived,
            String where,
            String what,
            String mend,
            String citation,
            int sheet,
            int depth,
            boolean mendable,
            boolean waivable,
            String name,
            String reason,
            String moment) {}

    /** The findings, those that stop the document first. */
    static List<Line> lines(Issuance it, Set<Integer> mendable, boolean bySignatory, java.time.ZoneId zone) {
        var lines = new ArrayList<Line>();
        for (int i = 0; i < it.findings().size(); i++) {
            Finding finding = it.findings().get(i);
            var spot = finding.spot();
            var waiver = finding.waiver();
            lines.add(new Line(
                    i,
                    finding.severity() == Severity.ERROR,
                    waiver != null,
                    finding.where(),
                    finding.what(),
                    finding.mend(),
                    finding.citation(),
                    spot == null ? 0 : spot.page(),
                    spot == null ? 0 : (int) Math.round(spot.top() / 10),
                    mendable.contains(i),
                    bySignatory && it.stage().open() && finding.mayBeWaived(),
                    waiver == null ? "" : waiver.name(),
                    waiver == null ? "" : waiver.reason(),
                    waiver == null ? "" : MOMENT.withZone(zone).format(waiver.at())));
        }
        lines.sort(java.util.Comparator.comparing(Line::waived).thenComparing(line -> !line.error()));
        return lines;
    }

    @PostMapping("/van-ban/{id}/sua-giup")
    String mend(
            @PathVariable String id,
            @RequestParam("diem") int number,
            @RequestParam("trang") String seen,
            Principal signedIn,
            RedirectAttributes after) {
        Member member = reader.writer(signedIn);
        Issuance it = reader.document(id, member);
        try {
            Finding finding =
                    number >= 0 && number < it.findings().size() ? it.findings().get(number) : null;
            desk.mend(it.id(), member.person(), number, digest(seen));
            after.addFlashAttribute("said", mended(finding));
        } catch (Refusal refused) {
            after.addFlashAttribute("refusal", refused);
        }
        return "redirect:/van-ban/" + it.id();
    }

    private static String mended(@Nullable Finding finding) {
        return finding == null
                ? "Đã sửa và dựng lại trang."
                : "Đã sửa “" + finding.place().quote() + "” thành “" + finding.replacement()
                        + "” và dựng lại trang. Muốn đổi lại, bấm “Sửa nội dung”.";
    }

    @PostMapping("/van-ban/{id}/cho-qua")
    String waive(
            @PathVariable String id,
            @RequestParam("diem") int number,
            @RequestParam("trang") String seen,
            @RequestParam(name = "ly-do", defaultValue = "") String reason,
            Principal signedIn,
            RedirectAttributes after) {
        Member member = reader.member(signedIn);
        Issuance it = reader.document(id, member);
        try {
            desk.waive(it.id(), member.person(), number, digest(seen), reason);
            after.addFlashAttribute("said", "Đã cho qua; lý do được lưu cùng văn bản.");
        } catch (Refusal refused) {
            after.addFlashAttribute("refusal", refused);
            after.addFlashAttribute("typedReason", reason);
            after.addFlashAttribute("typedFor", number);
        }
        return "redirect:/van-ban/" + it.id();
    }

    private static Sha256 digest(String typed) {
        try {
            return new Sha256(typed);
        } catch (IllegalArgumentException e) {
            throw new Refusal(IssueReason.NOT_THIS_STAGE, e);
        }
    }
}
