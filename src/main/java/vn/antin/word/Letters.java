package vn.antin.word;

import java.text.Normalizer;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** The characters of a run as the document will have them: Unicode, precomposed, visible. */
final class Letters {
    private static final Pattern INVISIBLE = Pattern.compile("[\\p{Cf}\\x00-\\x08\\x0b-\\x1f\\x7f-\\x9f&&[^\\u00ad]]");

    /** Signs of the Symbol and Wingdings fonts that have a common character; the rest is told and left out. */
    private static final Map<String, String> SYMBOLS = Map.ofEntries(
            Map.entry("symbol:b7", "•"),
            Map.entry("symbol:a3", "≤"),
            Map.entry("symbol:b3", "≥"),
            Map.entry("symbol:b1", "±"),
            Map.entry("symbol:b4", "×"),
            Map.entry("symbol:b8", "÷"),
            Map.entry("symbol:b0", "°"),
            Map.entry("symbol:2d", "-"),
            Map.entry("symbol:70", "π"),
            Map.entry("symbol:61", "α"),
            Map.entry("symbol:62", "β"),
            Map.entry("wingdings:a7", "•"),
            Map.entry("wingdings:6c", "•"),
            Map.entry("wingdings:d8", "-"),
            Map.entry("wingdings:fc", "x"));

    private final Account account;

    Letters(Account account) {
        this.account = account;
    }

    String read(String raw, Look look, boolean capitals) {
        String text = raw;
        Optional<LegacyLetters.Code> code = LegacyLetters.of(look.font());
        if (code.isPresent() && !text.isBlank()) {
            text = LegacyLetters.unicode(text, code.get());
            account.tell(
                    switch (code.get()) {
                        case TCVN3, TCVN3_CAPITALS -> Remark.Sort.LEGACY_TCVN3;
                        case VNI -> Remark.Sort.LEGACY_VNI;
                        case UNKNOWN -> Remark.Sort.LEGACY_UNKNOWN;
                    },
                    "");
        }
        text = visible(text.replace('\u2011', '-').replace('\u2028', ' ').replace('\u2029', ' '), look.font());
        if (!Normalizer.isNormalized(text, Normalizer.Form.NFC)) {
            account.tell(Remark.Sort.NFD, "");
            text = Normalizer.normalize(text, Normalizer.Form.NFC);
        }
        return capitals ? text.toUpperCase(java.util.Locale.ROOT) : text;
    }

    private String visible(String text, String font) {
        var seen = new StringBuilder();
        text.codePoints().forEach(it -> {
            if (it == 0xad) {
                account.tell(Remark.Sort.SOFT_HYPHEN, "");
            } else if (it >= 0xf020 && it <= 0xf0ff) {
                seen.append(symbol(font, it));
            } else if (it == '\t' || it == '\n' || it == '\r') {
                seen.append(' ');
            } else if (INVISIBLE.matcher(Character.toString(it)).matches()) {
                account.tell(Remark.Sort.INVISIBLE, "");
            } else if (Character.getType(it) == Character.PRIVATE_USE
                    || Character.getType(it) == Character.UNASSIGNED
                    || Character.getType(it) == Character.SURROGATE) {
                account.tell(Remark.Sort.UNKNOWN_SYMBOL, "U+%04X".formatted(it));
            } else {
                seen.appendCodePoint(it);
            }
        });
        return seen.toString();
    }

    /** A sign of a symbol font as a common character; empty when it has none. */
    String symbol(String font, int code) {
        int own = code & 0xff;
        String name = font.toLowerCase(java.util.Locale.ROOT).startsWith("wingdings") ? "wingdings" : "symbol";
        String common = SYMBOLS.getOrDefault(name + ":" + Integer.toHexString(own), "");
        account.tell(
                common.isEmpty() ? Remark.Sort.UNKNOWN_SYMBOL : Remark.Sort.SYMBOL,
                common.isEmpty() ? font + " " + Integer.toHexString(own) : common);
        return common;
    }
}
