package vn.antin.word;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.io.IOException;
import java.security.Principal;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.context.annotation.Bean;
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
import vn.antin.agency.Agencies;
import vn.antin.agency.Agency;
import vn.antin.agency.Member;
import vn.antin.agency.Signatory;
import vn.antin.check.Severity;
import vn.antin.kernel.Content;
import vn.antin.kernel.NavigationLink;
import vn.antin.kernel.PersonId;
import vn.antin.kernel.Refusal;

/** The page on which any Word file is checked; the copy with comments waits a quarter of an hour to be fetched. */
@Controller
@ConditionalOnWebApplication
class CheckPages {
    private static final MediaType DOCX =
            MediaType.parseMediaType("application/vnd.openxmlformats-officedocument.wordprocessingml.document");
    private static final int MOST_BYTES_WAITING = 100 * 1024 * 1024;

    private final WordCheck check;
    private final Agencies agencies;
    private final RandomGenerator chance;
    private final Clock clock;
    private final Cache<String, Copy> copies = Caffeine.newBuilder()
            .maximumWeight(MOST_BYTES_WAITING)
            .weigher((String token, Copy copy) -> copy.content().size())
            .expireAfterWrite(Duration.ofMinutes(15))
            .build();

    private record Copy(String person, String name, Content content) {}

    CheckPages(WordCheck check, Agencies agencies, RandomGenerator chance, Clock clock) {
        this.check = check;
        this.agencies = agencies;
        this.chance = chance;
        this.clock = clock;
    }

    @Bean
    static NavigationLink wordCheckLink() {
        return new NavigationLink(
                "/kiem-tra-word", "Kiểm tra tệp Word", 50, java.util.Set.of("SIGNATORY", "REGISTRAR", "ARCHIVIST"));
    }

    @GetMapping("/kiem-tra-word")
    String ask() {
        return "word/ask";
    }

    @PostMapping("/kiem-tra-word")
    String judge(
            @RequestParam(name = "file", required = false) @Nullable List<MultipartFile> files,
            Principal signedIn,
            Model page)
            throws IOException {
        var upload = WordUpload.of(files);
        LocalDate today = LocalDate.now(clock);
        Optional<Agency> agency = agencies.member(new PersonId(signedIn.getName()), today)
                .map(Member::agency)
                .map(agencies::named);
        Signatory signatory = agency.flatMap(
                        it -> agencies.signatories(it.id(), today).stream().findFirst())
                .orElse(WordCheck.NO_SIGNATORY);
        var checked = check.check(upload.content(), agency.orElse(WordCheck.NO_AGENCY), signatory);
        byte[] random = new byte[16];
        chance.nextBytes(random);
        String token = HexFormat.of().formatHex(random);
        copies.put(token, new Copy(signedIn.getName(), upload.name(), checked.copy()));
        page.addAttribute("name", upload.name());
        page.addAttribute("kind", checked.draft().kind().vietnamese());
        page.addAttribute("findings", checked.findings());
        page.addAttribute(
                "errors",
                checked.findings().stream()
                        .filter(it -> it.severity() == Severity.ERROR)
                        .count());
        page.addAttribute("account", WordAccount.of(checked.draft()));
        page.addAttribute("token", token);
        return "word/report";
    }

    @GetMapping("/kiem-tra-word/{token}/ban-sao")
    ResponseEntity<byte[]> copy(@PathVariable String token, Principal signedIn) {
        Copy copy = copies.getIfPresent(token);
        if (copy == null || !copy.person().equals(signedIn.getName())) {
            throw new Refusal(WordReason.COPY_GONE);
        }
        String name = copy.name().replaceAll("(?i)\\.do[ct][xm]?$", "") + " - loi binh.docx";
        return ResponseEntity.ok()
                .contentType(DOCX)
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename(name, java.nio.charset.StandardCharsets.UTF_8)
                                .build()
                                .toString())
                .body(copy.content().bytes());
    }
}
