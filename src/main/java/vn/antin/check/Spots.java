package vn.antin.check;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import vn.antin.compose.Passage;
import vn.antin.compose.Place;

/** Finds the words of a place in what is said, and the line on which they stand in what is seen. */
final class Spots {
    private static final Pattern SPACE = Pattern.compile("[\\s\\u00A0]+");

    private final List<Passage> passages;
    private final Appearance appearance;

    Spots(List<Passage> passages, Appearance appearance) {
        this.passages = passages;
        this.appearance = appearance;
    }

    /** All the text at the place: of the passages there the one that has the quoted words, if any has. */
    String text(Place place) {
        List<String> there = passages.stream()
                .filter(it -> isThere(it.place(), place))
                .map(Passage::plain)
                .toList();
        return there.stream()
                .filter(it -> !place.quote().isEmpty() && it.contains(place.quote()))
                .findFirst()
                .orElseGet(() -> String.join("\n", there));
    }

    /** The line on which the quoted words begin; the place's first line when they are not to be found in one. */
    Finding.@Nullable Spot spot(Place place) {
        List<Appearance.Seen> lines = appearance.seen().stream()
                .filter(it -> it.page() > 0 && !Double.isNaN(it.left()))
                .filter(it -> isThere(it.place(), place))
                .toList();
        String begin = begin(place.quote());
        return lines.stream()
                .filter(it -> !begin.isEmpty() && bare(it.text()).contains(begin))
                .findFirst()
                .or(() -> lines.stream().findFirst())
                .map(it -> new Finding.Spot(it.page(), it.left(), it.top(), it.width()))
                .orElse(null);
    }

    private static boolean isThere(Place candidate, Place wanted) {
        return candidate.part() == wanted.part()
                && candidate.annex() == wanted.annex()
                && (wanted.index() < 0 || candidate.index() == wanted.index());
    }

    /** A line may end after the quote's first words. */
    private static String begin(String quote) {
        return SPACE.splitAsStream(quote.strip()).limit(3).collect(Collectors.joining());
    }

    private static String bare(String text) {
        return SPACE.matcher(text).replaceAll("");
    }
}
