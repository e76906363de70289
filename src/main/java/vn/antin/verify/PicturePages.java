package vn.antin.verify;

import jakarta.servlet.http.HttpServletResponse;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.servlet.ModelAndView;
import vn.antin.easel.Picture;
import vn.antin.easel.ThenAndNow;
import vn.antin.kernel.Refusal;

/** Pictures of a file that was just sent, for whoever sent it: as it was when signed, and as it is now. */
@Controller
class PicturePages {
    private final ShownFiles files;
    private final PictureWords words;
    private final ReportWords reports;

    PicturePages(ShownFiles files, PictureWords words, ReportWords reports) {
        this.files = files;
        this.words = words;
        this.reports = reports;
    }

    @GetMapping("/xac-minh/hinh/{key}")
    ModelAndView show(@PathVariable String key, HttpServletResponse response) {
        ShownFiles.Shown shown = files.find(key);
        ThenAndNow drawn = shown.drawn();
        List<Map<String, Object>> states = new ArrayList<>();
        for (SignedState it : shown.states()) {
            states.add(words.state(it, states.size() + 1, drawn));
        }
        Map<String, Object> model = new HashMap<>();
        model.put("key", key);
        model.put("report", reports.of(shown.report()));
        model.put("states", states);
        model.put("minutes", ShownFiles.KEPT.toMinutes());
        model.put(
                "troubles",
                words.troubles(drawn).stream().map(Report.Remark::text).toList());
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        return new ModelAndView("verify/pictures", model);
    }

    @GetMapping("/xac-minh/hinh/{key}/{state}/{page}/khi-ky.png")
    ResponseEntity<byte[]> then(@PathVariable String key, @PathVariable int state, @PathVariable int page) {
        return png(page(key, state, page).then());
    }

    @GetMapping("/xac-minh/hinh/{key}/{state}/{page}/hien-nay.png")
    ResponseEntity<byte[]> now(@PathVariable String key, @PathVariable int state, @PathVariable int page) {
        return png(page(key, state, page).now());
    }

    private ThenAndNow.Page page(String key, int state, int page) {
        ShownFiles.Shown shown = files.find(key);
        if (state < 1 || state > shown.states().size()) {
            throw gone();
        }
        int end = shown.states().get(state - 1).end();
        return shown.drawn().states().stream()
                .filter(it -> it.end() == end)
                .flatMap(it -> it.pages().stream().skip(Math.max(0, page - 1L)))
                .filter(it -> page > 0)
                .findFirst()
                .orElseThrow(PicturePages::gone);
    }

    private static ResponseEntity<byte[]> png(@Nullable Picture picture) {
        if (picture == null) {
            throw gone();
        }
        return ResponseEntity.ok()
                .contentType(MediaType.IMAGE_PNG)
                .cacheControl(CacheControl.noStore())
                .body(picture.png());
    }

    private static Refusal gone() {
        return new Refusal(VerifyReason.PICTURES_GONE, ShownFiles.KEPT.toMinutes());
    }
}
