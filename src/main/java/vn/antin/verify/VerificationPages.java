package vn.antin.verify;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.text.Normalizer;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
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
import vn.antin.kernel.Content;
import vn.antin.kernel.LookupCode;
import vn.antin.kernel.Refusal;
import vn.antin.kernel.Sha256;

/** The public pages: a file is judged, or a look-up code (mã tra cứu) asked for. */
@Controller
class VerificationPages {
    private static final int LONGEST_WORDS = 2_000;

    private final Verifier verifier;
    private final KnownOriginals originals;
    private final ReportWords words;
    private final ShownFiles shown;
    /** An original does not change, and a code may be asked for by many at once. */
    private final Cache<Sha256, Judged> judged = Caffeine.newBuilder()
            .maximumSize(1000)
            .expireAfterWrite(Duration.ofMinutes(10))
            .build();

    VerificationPages(Verifier verifier, KnownOriginals originals, ReportWords words, ShownFiles shown) {
        this.verifier = verifier;
        this.originals = originals;
        this.words = words;
        this.shown = shown;
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
        Report report = verifier.verify(upload.content(), upload.name());
        return new ModelAndView(
                "verify/answer", Map.of("report", words.of(report), "pictures", shown.keep(upload.content(), report)));
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
            Report report = verifier.verify(upload.content(), upload.name());
            compared.put("report", words.of(report));
            compared.put("pictures", shown.keep(upload.content(), report));
        }
        return page(original, Map.of("compared", compared));
    }

    /** A paper print bears the words; whoever has it types them, and the page shows nothing it was not told. */
    @PostMapping("/v/{code}/trich-yeu")
    ModelAndView compareWords(
            @PathVariable("code") String typed,
            @RequestParam(name = "trich-yeu", defaultValue = "") String words,
            HttpServletResponse response) {
        var original = found(typed);
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        String theirs = bare(words.length() > LONGEST_WORDS ? words.substring(0, LONGEST_WORDS) : words);
        if (theirs.isEmpty()) {
            return page(original, Map.of());
        }
        boolean same = theirs.equals(bare(original.entry().particulars().subject()));
        return page(original, Map.of("words", Map.of("same", same, "typed", words.strip())));
    }

    /** Letters and digits alone: prints differ in case, breaks and marks, and “Về việc” is left out by many. */
    private static String bare(String words) {
        return Normalizer.normalize(words, Normalizer.Form.NFC)
                .toLowerCase(Locale.forLanguageTag("vi"))
                .replaceAll("[^\\p{L}\\p{N}]+", " ")
                .strip()
                .replaceFirst("^(v v|về việc) ", "");
    }

    @GetMapping("/xac-minh/ma-bam")
    String askByDigest() {
        return "verify/digest";
    }

    /** Only the digest comes here; the file stays in the browser. */
    @PostMapping("/xac-minh/ma-bam")
    ModelAndView answerByDigest(
            @RequestParam(name = "sha256", defaultValue = "") String typed, HttpServletResponse response) {
        DigestReport report = verifier.byDigest(Upload.digest(typed));
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        Map<String, Object> model = new HashMap<>();
        model.put("sha256", report.sha256());
        model.put("known", report.known());
        model.put("answer", words.answer(report));
        model.put("code", report.register() == null ? "" : report.register().code());
        return new ModelAndView("verify/digest", model);
    }

    /** The original's verdict by itself, and how many pages it has. */
    private record Judged(Report report, int pages) {}

    private Judged judge(Sha256 digest, String name) {
        Content file = originals.read(digest);
        try (PDDocument document = Loader.loadPDF(file.bytes())) {
            // Who has only the code is shown no content, and none is held in memory for them.
            return new Judged(verifier.judge(file, name).withoutData(), document.getNumberOfPages());
        } catch (IOException e) {
            throw new UncheckedIOException("An original that is no PDF", e);
        }
    }

    private ModelAndView page(ArchivedOriginal original, Map<String, Object> more) {
        var facts = originals.facts(original);
        Judged it = judged.get(original.digest(), digest -> judge(digest, facts.number()));
        Map<String, Object> model = new HashMap<>(more);
        // What has become of the document since is asked each time.
        model.put("report", words.of(it.report().registered(facts)));
        model.put("code", facts.code());
        model.put("pages", it.pages());
        model.put("facts", words.facts(facts));
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
