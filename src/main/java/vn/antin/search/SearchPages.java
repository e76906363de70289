package vn.antin.search;

import java.security.Principal;
import java.time.Clock;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;
import org.springframework.web.util.UriComponentsBuilder;
import vn.antin.agency.Agencies;
import vn.antin.kernel.AgencyId;
import vn.antin.kernel.DocumentKind;
import vn.antin.kernel.PersonId;
import vn.antin.kernel.Refusal;

/** The search page and the same as JSON. A person finds the documents of their own body. */
@Controller
class SearchPages {
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd/MM/uuuu");

    private final Search search;
    private final Agencies agencies;
    private final Clock clock;

    SearchPages(Search search, Agencies agencies, Clock clock) {
        this.search = search;
        this.agencies = agencies;
        this.clock = clock;
    }

    @GetMapping("/tim-kiem")
    String page(
            @RequestParam(name = "q", defaultValue = "") String words,
            @RequestParam(name = "loai", defaultValue = "") String kind,
            @RequestParam(name = "so", defaultValue = "") String number,
            @RequestParam(name = "co-quan", defaultValue = "") String issuer,
            @RequestParam(name = "nguoi-ky", defaultValue = "") String signatory,
            @RequestParam(name = "tu", defaultValue = "") String from,
            @RequestParam(name = "den", defaultValue = "") String to,
            @RequestParam(name = "trang", defaultValue = "1") int page,
            Principal visitor,
            Model model) {
        var results = search.find(
                new Query(visible(visitor), words, kind(kind), number, issuer, signatory, day(from), day(to), page));
        var asked = new LinkedHashMap<String, String>();
        asked.put("q", words);
        asked.put("loai", kind);
        asked.put("so", number);
        asked.put("co-quan", issuer);
        asked.put("nguoi-ky", signatory);
        asked.put("tu", from);
        asked.put("den", to);
        model.addAttribute("asked", asked);
        model.addAttribute("kinds", DocumentKind.values());
        model.addAttribute("total", results.total());
        model.addAttribute("page", results.page());
        model.addAttribute("pages", results.pages());
        model.addAttribute(
                "hits", results.hits().stream().map(SearchPages::line).toList());
        model.addAttribute(
                "byKind",
                results.kinds().entrySet().stream()
                        .map(it -> new Facet(
                                DocumentKind.valueOf(it.getKey()).vietnamese(),
                                it.getValue(),
                                address(asked, Map.of("loai", it.getKey()))))
                        .toList());
        model.addAttribute(
                "byYear",
                results.years().entrySet().stream()
                        .map(it -> new Facet(
                                it.getKey(),
                                it.getValue(),
                                address(asked, Map.of("tu", it.getKey() + "-01-01", "den", it.getKey() + "-12-31"))))
                        .toList());
        if (results.page() > 1) {
            model.addAttribute("before", address(asked, Map.of("trang", Integer.toString(results.page() - 1))));
        }
        if (results.page() < results.pages()) {
            model.addAttribute("after", address(asked, Map.of("trang", Integer.toString(results.page() + 1))));
        }
        return "search/results";
    }

    @GetMapping(path = "/api/v1/documents", produces = MediaType.APPLICATION_JSON_VALUE)
    @ResponseBody
    Found documents(
            @RequestParam(name = "q", defaultValue = "") String words,
            @RequestParam(name = "kind", defaultValue = "") String kind,
            @RequestParam(name = "number", defaultValue = "") String number,
            @RequestParam(name = "issuer", defaultValue = "") String issuer,
            @RequestParam(name = "signatory", defaultValue = "") String signatory,
            @RequestParam(name = "from", defaultValue = "") String from,
            @RequestParam(name = "to", defaultValue = "") String to,
            @RequestParam(name = "page", defaultValue = "1") int page,
            Principal visitor) {
        var results = search.find(
                new Query(visible(visitor), words, kind(kind), number, issuer, signatory, day(from), day(to), page));
        return new Found(
                results.total(),
                results.page(),
                results.pages(),
                results.hits().stream()
                        .map(it -> new Found.Document(
                                it.document().toString(),
                                it.number(),
                                it.issuedOn().toString(),
                                it.kind().name(),
                                it.issuer(),
                                it.signatory(),
                                it.subject(),
                                it.subjectHtml(),
                                it.snippetHtml(),
                                original(it)))
                        .toList(),
                results.kinds(),
                results.issuers(),
                results.years());
    }

    private Set<AgencyId> visible(Principal visitor) {
        return agencies.member(new PersonId(visitor.getName()), LocalDate.now(clock))
                .map(it -> Set.of(it.agency()))
                .orElseThrow(() -> new Refusal(SearchReason.NOT_A_MEMBER));
    }

    private static @Nullable DocumentKind kind(String typed) {
        if (typed.isBlank()) {
            return null;
        }
        return Arrays.stream(DocumentKind.values())
                .filter(it -> it.name().equals(typed))
                .findFirst()
                .orElseThrow(() -> new Refusal(SearchReason.BAD_KIND));
    }

    private static @Nullable LocalDate day(String typed) {
        if (typed.isBlank()) {
            return null;
        }
        try {
            return LocalDate.parse(typed.strip());
        } catch (DateTimeParseException e) {
            throw new Refusal(SearchReason.BAD_DATE, e);
        }
    }

    private static String original(Results.Hit hit) {
        return "/luu-tru/" + hit.document() + "/ban-goc.pdf";
    }

    private static Line line(Results.Hit hit) {
        return new Line(
                original(hit),
                hit.number(),
                hit.issuedOn().format(DAY),
                hit.kind().vietnamese(),
                hit.issuer(),
                hit.signatory(),
                hit.subjectHtml(),
                hit.snippetHtml());
    }

    private static String address(Map<String, String> asked, Map<String, String> changed) {
        var all = new LinkedHashMap<>(asked);
        all.putAll(changed);
        all.values().removeIf(String::isBlank);
        var address = UriComponentsBuilder.fromPath("/tim-kiem");
        all.keySet().forEach(it -> address.queryParam(it, "{" + it + "}"));
        return address.encode().buildAndExpand(all).toUriString();
    }

    /** One document as it is read on the page; the two HTML texts are safe as they are. */
    public record Line(
            String original,
            String number,
            String date,
            String kind,
            String issuer,
            String signatory,
            String subjectHtml,
            String snippetHtml) {}

    /** A way to narrow the search down. */
    public record Facet(String name, int count, String address) {}

    /** The answer of the API; {@code …Html} is safe HTML with {@code mark} elements. */
    record Found(
            long total,
            int page,
            int pages,
            List<Document> documents,
            Map<String, Integer> kinds,
            Map<String, Integer> issuers,
            Map<String, Integer> years) {
        record Document(
                String id,
                String number,
                String issuedOn,
                String kind,
                String issuer,
                String signatory,
                String subject,
                String subjectHtml,
                String snippetHtml,
                String original) {}
    }
}
