package vn.antin.register;

import java.security.Principal;
import java.time.Clock;
import java.time.LocalDate;
import java.time.Year;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import vn.antin.agency.Agencies;
import vn.antin.kernel.PersonId;
import vn.antin.kernel.Refusal;

/** The outgoing register of the visitor's own body, in the columns of Decree 30/2020/NĐ-CP annex IV, part I.2. */
@Controller
class RegisterPage {
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd/MM/uuuu");

    private final OutgoingRegister register;
    private final Agencies agencies;
    private final Clock clock;

    RegisterPage(OutgoingRegister register, Agencies agencies, Clock clock) {
        this.register = register;
        this.agencies = agencies;
        this.clock = clock;
    }

    @GetMapping("/so-van-ban-di")
    String outgoing(@RequestParam(name = "nam", defaultValue = "0") int asked, Principal visitor, Model model) {
        LocalDate today = LocalDate.now(clock);
        var member = agencies.member(new PersonId(visitor.getName()), today)
                .orElseThrow(() -> new Refusal(RegisterReason.NOT_A_MEMBER));
        int year = asked < 1945 || asked > today.getYear() ? today.getYear() : asked;
        var entries = register.year(member.agency(), Year.of(year));
        model.addAttribute("agency", agencies.named(member.agency()).name());
        model.addAttribute("year", year);
        model.addAttribute("thisYear", today.getYear());
        // A linked map keeps the series in the order the register gives them.
        model.addAttribute(
                "books",
                entries.stream()
                        .collect(Collectors.groupingBy(
                                it -> Series.of(it.particulars().kind()).name(),
                                java.util.LinkedHashMap::new,
                                Collectors.mapping(Line::of, Collectors.toList())))
                        .values()
                        .stream()
                        .map(Book::new)
                        .toList());
        model.addAttribute("count", entries.size());
        return "register/outgoing";
    }

    /** One series of the year. */
    public record Book(List<Line> lines) {
        public String kind() {
            return lines.getFirst().kind();
        }
    }

    /** One line as it is read on the page. */
    public record Line(
            String document,
            String number,
            String date,
            String kind,
            String subject,
            String signatory,
            List<String> recipients,
            List<String> filed) {
        static Line of(RegisterEntry entry) {
            var particulars = entry.particulars();
            // The last line of a document's recipients says who keeps the file copy: "Lưu: VT, CM".
            Predicate<String> filed = it -> it.strip().startsWith("Lưu");
            return new Line(
                    particulars.id().toString(),
                    entry.number().printed(),
                    entry.issuedOn().format(DAY),
                    particulars.kind().vietnamese(),
                    particulars.subject(),
                    particulars.signatoryName(),
                    particulars.recipients().stream().filter(filed.negate()).toList(),
                    particulars.recipients().stream().filter(filed).toList());
        }
    }
}
