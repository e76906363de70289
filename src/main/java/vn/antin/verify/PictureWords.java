package vn.antin.verify;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import vn.antin.easel.ThenAndNow;
import vn.antin.easel.Trouble;

/** What is said beside pictures of a file as it was when signed, and as it is now. */
@Component
class PictureWords {
    /** More pages are only said to be more. */
    private static final int COUNTED = 2000;

    private final Phrases phrases;

    PictureWords(Phrases phrases) {
        this.phrases = phrases;
    }

    /** One signed state, as a page shows it. */
    Map<String, Object> state(SignedState signed, int number, ThenAndNow drawn) {
        Map<String, Object> words = new HashMap<>();
        var state =
                drawn.states().stream().filter(it -> it.end() == signed.end()).findFirst();
        words.put("number", number);
        words.put("title", phrases.text("pictures.when", signers(signed)));
        words.put(
                "counted",
                state.map(it -> phrases.text("pictures.counted", pages(it.pagesThen()), pages(it.pagesNow())))
                        .orElse(phrases.text("pictures.undrawn")));
        words.put("differ", state.map(this::differ).orElse(""));
        words.put("proved", signed.proved() ? "" : phrases.text("pictures.unproved"));
        words.put(
                "badge",
                switch (signed.changes()) {
                    case NONE, PERMITTED -> "";
                    case SUSPICIOUS -> "indeterminate";
                    case NOT_PERMITTED -> "failed";
                });
        words.put("changes", phrases.text("changes." + signed.changes()));
        words.put("added", added(signed));
        List<Map<String, Object>> pages = new ArrayList<>();
        state.ifPresent(it -> it.pages().forEach(page -> pages.add(page(page, pages.size() + 1))));
        words.put("pages", pages);
        return words;
    }

    private static List<String> added(SignedState signed) {
        return signed.later().stream()
                .flatMap(it -> it.added().stream())
                .map(Report.Remark::text)
                .distinct()
                .toList();
    }

    private String differ(ThenAndNow.State it) {
        return it.pages().isEmpty()
                ? phrases.text("pictures.alike")
                : phrases.text("pictures.differ", it.pages().size());
    }

    private Map<String, Object> page(ThenAndNow.Page it, int number) {
        Map<String, Object> words = new HashMap<>();
        String title;
        if (it.numberThen() == 0) {
            title = phrases.text("pictures.page.added", it.numberNow());
        } else if (it.numberNow() == 0) {
            title = phrases.text("pictures.page.removed", it.numberThen());
        } else {
            title = phrases.text("pictures.page.changed", it.numberNow(), it.places());
        }
        words.put("number", number);
        words.put("title", title);
        words.put("numberThen", it.numberThen());
        words.put("numberNow", it.numberNow());
        words.put(
                "then",
                it.then() == null ? Map.of() : size(it.then().width(), it.then().height()));
        words.put(
                "now",
                it.now() == null ? Map.of() : size(it.now().width(), it.now().height()));
        words.put("noThen", it.numberThen() == 0 ? phrases.text("pictures.none.then") : phrases.text("pictures.none"));
        words.put("noNow", it.numberNow() == 0 ? phrases.text("pictures.none.now") : phrases.text("pictures.none"));
        return words;
    }

    private static Map<String, Object> size(int width, int height) {
        return Map.of("width", width, "height", height);
    }

    private String pages(int count) {
        return count >= COUNTED ? phrases.text("pictures.many", COUNTED) : Integer.toString(count);
    }

    /** Who signed that state. */
    String signers(SignedState signed) {
        return signed.signatures().stream()
                .flatMap(it -> Stream.of(Objects.requireNonNullElse(it.signer(), it.field())))
                .distinct()
                .collect(Collectors.joining(", "));
    }

    /** Why not everything is shown. */
    List<Report.Remark> troubles(ThenAndNow drawn) {
        return drawn.troubles().stream()
                .sorted()
                .map(it -> new Report.Remark(it.name(), trouble(it)))
                .toList();
    }

    private String trouble(Trouble it) {
        return phrases.text("pictures.trouble." + it);
    }
}
