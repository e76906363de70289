package vn.antin.trust;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.security.Principal;
import java.time.Clock;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import vn.antin.kernel.NavigationLink;
import vn.antin.kernel.Refusal;
import vn.antin.kernel.Sha256;

/** Trust data for the administrator: what is in force, what was loaded, what would change, and the signing off. */
@Controller
class TrustPages {
    private static final String ADMINISTRATOR = "ADMINISTRATOR";
    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("HH:mm 'ngày' dd/MM/uuuu");

    private final TrustVersions versions;
    private final TrustInForce inForce;
    private final Clock clock;

    TrustPages(TrustVersions versions, TrustInForce inForce, Clock clock) {
        this.versions = versions;
        this.inForce = inForce;
        this.clock = clock;
    }

    /** The way from the page frame to this room. */
    @Configuration(proxyBeanMethods = false)
    @ConditionalOnWebApplication
    static class Navigation {
        @Bean
        NavigationLink trustLink() {
            return new NavigationLink("/tin-cay", "Tin cậy", 70, Set.of(ADMINISTRATOR));
        }
    }

    @GetMapping("/tin-cay")
    String all(HttpServletRequest request, Model model) {
        requireAdministrator(request);
        TrustData data = inForce.data();
        var digest = versions.inForceDigest();
        model.addAttribute("version", data.version());
        model.addAttribute("note", data.note());
        model.addAttribute("parts", TrustDifference.between(data, data));
        model.addAttribute(
                "folder",
                inForce.folderAnchors().stream()
                        .map(it -> it.getSubjectX500Principal().getName())
                        .toList());
        model.addAttribute(
                "versions",
                versions.all().stream()
                        .map(it -> line(it, digest.filter(it.digest()::equals).isPresent()))
                        .toList());
        return "trust/all";
    }

    @PostMapping("/tin-cay")
    String load(@RequestParam("tep") MultipartFile file, HttpServletRequest request, Principal visitor)
            throws IOException {
        requireAdministrator(request);
        if (file.getSize() > TrustFile.LARGEST) {
            throw new Refusal(TrustReason.DATA_WRONG, "– > 4 MB");
        }
        return "redirect:/tin-cay/" + versions.load(file.getBytes(), visitor.getName());
    }

    @GetMapping("/tin-cay/{digest:[0-9a-f]{64}}")
    String one(@PathVariable String digest, HttpServletRequest request, Model model) {
        requireAdministrator(request);
        var name = new Sha256(digest);
        TrustData data = versions.data(name);
        boolean current = versions.inForceDigest().filter(name::equals).isPresent();
        model.addAttribute("note", data.note());
        model.addAttribute("inForceVersion", inForce.version());
        model.addAttribute("parts", TrustDifference.between(inForce.data(), data));
        model.addAttribute("it", line(versions.version(name).orElseThrow(), current));
        return "trust/one";
    }

    @PostMapping("/tin-cay/{digest:[0-9a-f]{64}}/ap-dung")
    String approve(
            @PathVariable String digest,
            @RequestParam(name = "da-xem", defaultValue = "false") boolean seen,
            HttpServletRequest request,
            Principal visitor) {
        requireAdministrator(request);
        if (!seen) {
            throw new Refusal(TrustReason.NOT_REVIEWED);
        }
        inForce.put(versions.approve(new Sha256(digest), visitor.getName()));
        return "redirect:/tin-cay";
    }

    private static void requireAdministrator(HttpServletRequest request) {
        if (!request.isUserInRole(ADMINISTRATOR)) {
            throw new Refusal(TrustReason.NOT_AN_ADMINISTRATOR);
        }
    }

    private Line line(TrustVersions.Version it, boolean current) {
        return new Line(
                it.digest().hex(),
                it.version(),
                moment(it.loadedAt()),
                it.loadedBy(),
                it.approvedAt() == null ? null : moment(it.approvedAt()),
                it.approvedBy(),
                current);
    }

    private String moment(Instant at) {
        return MOMENT.withZone(clock.getZone()).format(at);
    }

    /** One version as it is read on the page. */
    public record Line(
            String digest,
            String version,
            String loadedAt,
            String loadedBy,
            @Nullable String approvedAt,
            @Nullable String approvedBy,
            boolean current) {}
}
