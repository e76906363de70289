package vn.antin.attest;

import java.security.Principal;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import vn.antin.agency.Agencies;
import vn.antin.agency.Agency;
import vn.antin.agency.Member;
import vn.antin.agency.Role;
import vn.antin.attest.Inquiry.Item;
import vn.antin.kernel.Content;
import vn.antin.kernel.Refusal;
import vn.antin.sign.CopySealer;
import vn.antin.sign.LongTerm;
import vn.antin.sign.Pin;
import vn.antin.verify.Report;

/** Verdicts on paper (phiếu xác minh): for anyone who asked, and with the body's seal for its registrar. */
@Controller
class PrintPages {
    private final InquiryDesk desk;
    private final Inquiries inquiries;
    private final SummaryPaper paper;
    private final CopySealer sealer;
    private final LongTerm longTerm;
    private final Agencies agencies;
    private final ApplicationEventPublisher events;
    private final TransactionTemplate transaction;

    PrintPages(
            InquiryDesk desk,
            Inquiries inquiries,
            SummaryPaper paper,
            CopySealer sealer,
            LongTerm longTerm,
            Agencies agencies,
            ApplicationEventPublisher events,
            PlatformTransactionManager transactions) {
        this.desk = desk;
        this.inquiries = inquiries;
        this.paper = paper;
        this.sealer = sealer;
        this.longTerm = longTerm;
        this.agencies = agencies;
        this.events = events;
        this.transaction = new TransactionTemplate(transactions);
    }

    /** @param place of one file; 0 for all of the inquiry */
    @GetMapping("/xac-minh/nhieu/{id}/phieu")
    String ask(
            @PathVariable String id,
            @RequestParam(name = "tep", defaultValue = "0") int place,
            Principal signedIn,
            Model page) {
        Member member = desk.member(signedIn);
        Inquiry inquiry = desk.theirs(id, member);
        page.addAttribute("id", inquiry.id().toString());
        page.addAttribute("place", place);
        page.addAttribute("files", reports(inquiry, place).size());
        page.addAttribute("seals", member.is(Role.REGISTRAR));
        return "attest/paper";
    }

    @GetMapping("/xac-minh/nhieu/{id}/phieu-chua-ky.pdf")
    ResponseEntity<byte[]> unsealed(
            @PathVariable String id, @RequestParam(name = "tep", defaultValue = "0") int place, Principal signedIn) {
        Member member = desk.member(signedIn);
        Inquiry inquiry = desk.theirs(id, member);
        Agency agency = agencies.named(member.agency());
        return download(paper.of(reports(inquiry, place), agency, false), "phieu-xac-minh-chua-ky.pdf");
    }

    @PostMapping("/xac-minh/nhieu/{id}/phieu")
    ResponseEntity<byte[]> sealed(
            @PathVariable String id,
            @RequestParam(name = "tep", defaultValue = "0") int place,
            @RequestParam(name = "pin", defaultValue = "") String typed,
            Principal signedIn) {
        Member member = desk.member(signedIn);
        Inquiry inquiry = desk.theirs(id, member);
        if (!member.is(Role.REGISTRAR)) {
            throw new Refusal(AttestReason.NOT_A_REGISTRAR);
        }
        Agency agency = agencies.named(member.agency());
        var maker = new CopySealer.Maker(agency.id(), agency.name(), agency.place());
        Content sealed;
        int files;
        try (var pin = new Pin(typed)) {
            // A wrong PIN is told before the work.
            sealer.requireKey(agency.id(), pin);
            List<Report> reports = reports(inquiry, place);
            files = reports.size();
            sealed = longTerm.raised(
                    sealer.attestation(paper.of(reports, agency, true), SummaryPaper.TITLE, maker, pin));
        }
        transaction.executeWithoutResult(status -> events.publishEvent(new VerificationAttested(
                member.person().value(),
                Map.of(
                        "agency", agency.id().value(),
                        "files", Integer.toString(files),
                        "sha256", sealed.digest().hex()))));
        return download(sealed, "phieu-xac-minh.pdf");
    }

    private List<Report> reports(Inquiry inquiry, int place) {
        List<Report> reports = inquiries.items(inquiry.id(), 0, InquiryDesk.MOST_FILES).stream()
                .filter(it -> place == 0 || it.place() == place)
                .map(Item::report)
                .filter(Objects::nonNull)
                .toList();
        if (reports.isEmpty() || (place == 0 && !inquiries.tally(inquiry.id()).done())) {
            throw new Refusal(AttestReason.NOT_JUDGED_YET);
        }
        return reports;
    }

    private static ResponseEntity<byte[]> download(Content pdf, String name) {
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_PDF)
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment().filename(name).build().toString())
                .body(pdf.bytes());
    }
}
