package vn.antin.verify;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.ModelAndView;
import vn.antin.archive.ArchivedOriginal;
import vn.antin.kernel.LookupCode;
import vn.antin.kernel.Refusal;
import vn.antin.kernel.Sha256;

/** The public pages: a file is judged, or a look-up code (mã tra cứu) asked for. */
@Controller
class VerificationPages {
    private final Verifier verifier;
    private final KnownOriginals originals;
    private final ReportWords words;
    /** An original does not change, and a code may be asked for by many at once. */
    private final Cache<Sha256, Report> judged = Caffeine.newBuilder()
            .maximumSize(1000)
            .expireAfterWrite(Duration.ofMinutes(10))
            .build();

    VerificationPages(Verifier verifier, KnownOriginals originals, ReportWords words) {
        this.verifier = verifier;
        this.originals = originals;
        this.words = words;
    }

    @GetMapping("/xac-minh")
    String ask() {
        return "verify/ask";
    }

    @PostMapping("/xac-minh")
    ModelAndView answer(
            @RequestParam(name = "file", required = false) @Nullable List<MultipartFile> file,
            HttpServletResponse response)
            throws IOException {
        var upload = Upload.of(file);
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        return new ModelAndView(
                "verify/answer", Map.of("report", words.of(verifier.verify(upload.content(), upload.name()))));
    }

    @GetMapping("/tra-cuu")
    String look(@RequestParam(name = "ma", defaultValue = "") String typed) {
        return "redirect:/v/" + code(typed);
    }

    @GetMapping("/v/{code}")
    ModelAndView original(@PathVariable("code") String typed) {
        return page(found(typed), Map.of());
    }

    @PostMapping("/v/{code}")
    ModelAndView compare(
            @PathVariable("code") String typed,
            @RequestParam(name = "file", required = false) @Nullable List<MultipartFile> file,
            HttpServletResponse response)
            throws IOException {
        var original = found(typed);
        var upload = Upload.of(file);
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        Map<String, Object> compared = new HashMap<>();
        boolean same = upload.content().digest().equals(original.digest());
        compared.put("same", same);
        compared.put("name", upload.name());
        if (!same) {
            compared.put("report", words.of(verifier.verify(upload.content(), upload.name())));
        }
        return page(original, Map.of("compared", compared));
    }

    private ModelAndView page(ArchivedOriginal original, Map<String, Object> more) {
        var facts = originals.facts(original);
        // Who has only the code is shown no content, and none is held in memory for them. What has become of the
        // document
        // since is asked each time.
        Report report = judged.get(
                        original.digest(),
                        digest -> verifier.judge(originals.read(digest), facts.number())
                                .withoutData())
                .registered(facts);
        Map<String, Object> model = new HashMap<>(more);
        model.put("report", words.of(report));
        model.put("code", facts.code());
        return new ModelAndView("verify/original", model);
    }

    private ArchivedOriginal found(String typed) {
        return originals.byCode(code(typed)).orElseThrow(() -> new Refusal(VerifyReason.UNKNOWN_CODE));
    }

    private static LookupCode code(String typed) {
        try {
            return LookupCode.read(typed);
        } catch (IllegalArgumentException e) {
            throw new Refusal(VerifyReason.UNKNOWN_CODE, e);
        }
    }
}
