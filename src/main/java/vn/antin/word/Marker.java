package vn.antin.word;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import vn.antin.compose.Level;
import vn.antin.word.Item.Para;
import vn.antin.word.Item.Piece;

/**
 * The mark before an item, automatic or typed, and the level it tells.
 *
 * @param rest what follows it
 */
record Marker(Level level, String typed, List<Piece> rest) {
    private record Form(Level level, Pattern pattern) {
        Form(Level level, String pattern) {
            this(level, Pattern.compile(pattern + "(?=\\s|\\t|$)"));
        }
    }

    private static final List<Form> FORMS = List.of(
            new Form(Level.ROMAN, "[IVXLC]{1,8}\\s?[.)/]"),
            new Form(Level.ARTICLE, "(?iu:điều)\\s+\\d{1,4}\\s?[.:]"),
            new Form(Level.CLAUSE, "\\d{1,4}[.)/]"),
            new Form(Level.POINT, "(?:[a-zđ]{1,2}\\)|[a-zđ]\\.)"),
            new Form(Level.DASH, "[-–—•▪●]"),
            new Form(Level.PLUS, "\\+"));

    private static final Pattern OVER_ITS_TITLE =
            Pattern.compile("(?iu)^(phần|chương|mục|tiểu mục)\\s+(?:[IVXLC]{1,8}|\\d{1,3})\\s?[.:]?(?=\\s|$)");

    /** The mark of that paragraph; empty when it has none that tells a level. */
    static Optional<Marker> of(Para para) {
        if (para.centred() || para.known().map(Marker::overItsTitle).orElse(false)) {
            Optional<Marker> title = overItsTitle(para);
            if (title.isPresent()) {
                return title;
            }
        }
        if (!para.marker().isEmpty()) {
            return FORMS.stream()
                    .filter(it -> it.pattern().matcher(para.marker()).matches())
                    .findFirst()
                    .map(it -> new Marker(it.level(), para.marker(), para.pieces()));
        }
        String text = beginning(para.pieces());
        for (Form form : FORMS) {
            Matcher matcher = form.pattern().matcher(text);
            if (matcher.lookingAt() && !text.substring(matcher.end()).isBlank()) {
                return Optional.of(
                        new Marker(form.level(), matcher.group().strip(), without(para.pieces(), matcher.end())));
            }
        }
        return Optional.empty();
    }

    private static boolean overItsTitle(WordStyle style) {
        return style == WordStyle.PART
                || style == WordStyle.CHAPTER
                || style == WordStyle.SECTION
                || style == WordStyle.SUBSECTION;
    }

    private static Optional<Marker> overItsTitle(Para para) {
        boolean automatic = !para.marker().isEmpty();
        Matcher matcher = OVER_ITS_TITLE.matcher(automatic ? para.marker() : beginning(para.pieces()));
        if (!matcher.find() || (automatic && matcher.end() < para.marker().length())) {
            return Optional.empty();
        }
        Level level = switch (matcher.group(1).toLowerCase(java.util.Locale.ROOT)) {
            case "phần" -> Level.PART;
            case "chương" -> Level.CHAPTER;
            case "mục" -> Level.SECTION;
            default -> Level.SUBSECTION;
        };
        List<Piece> rest = automatic ? para.pieces() : without(para.pieces(), matcher.end());
        return Optional.of(new Marker(level, matcher.group().strip(), rest));
    }

    /** The letters at the beginning, a space for a tab, up to the first break. */
    private static String beginning(List<Piece> pieces) {
        var text = new StringBuilder();
        for (Piece piece : pieces) {
            switch (piece) {
                case Piece.Letters it -> text.append(it.text());
                case Piece.Tab tab -> text.append('\t');
                case Piece.Break line -> text.append('\n');
                case Piece.Note note -> {}
            }
        }
        return text.toString();
    }

    /** What is left of them when so many characters are taken away in front. */
    private static List<Piece> without(List<Piece> pieces, int characters) {
        var rest = new ArrayList<Piece>();
        int left = characters;
        for (Piece piece : pieces) {
            if (left == 0) {
                rest.add(piece);
                continue;
            }
            switch (piece) {
                case Piece.Letters it -> {
                    int taken = Math.min(left, it.text().length());
                    left -= taken;
                    if (taken < it.text().length()) {
                        rest.add(it.with(it.text().substring(taken)));
                    }
                }
                case Piece.Tab tab -> left--;
                case Piece.Break line -> left--;
                case Piece.Note note -> rest.add(note);
            }
        }
        return rest;
    }

    /** The pieces without the given mark, for lists where a dash is no level. */
    static List<Piece> withoutDash(Para para) {
        return of(para).filter(it -> it.level() == Level.DASH || it.level() == Level.PLUS)
                .map(Marker::rest)
                .orElse(para.pieces());
    }
}
