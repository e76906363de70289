package vn.antin.word;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Vietnamese typed in the codes used before Unicode, told by the font: TCVN3 (TCVN 5712:1993, fonts {@code .Vn…}; those
 * ending in {@code H} show capitals) and VNI (fonts {@code VNI-…}: a letter and then its marks).
 */
final class LegacyLetters {
    private static final String TCVN3_CODES =
            "¡¢£¤¥¦§¨©ª«¬\u00ad®µ¶·¸¹»¼½¾ÆÇÈÉÊËÌÎÏÐÑÒÓÔÕÖ×ØÜÝÞßáâãäåæçèéêëìíîïñòóôõö÷øùúûüýþ";
    private static final String TCVN3_LETTERS =
            "ĂÂÊÔƠƯĐăâêôơưđàảãáạằẳẵắặầẩẫấậèẻẽéẹềểễếệìỉĩíịòỏõóọồổỗốộờởỡớợùủũúụừửữứựỳỷỹýỵ";

    /** Letters with two codes: base and mark; the shapes that VNI gives to the second one. */
    private static final String[] VNI = {
        "aù=á", "aø=à", "aû=ả", "aõ=ã", "aï=ạ", "aâ=â", "aá=ấ", "aà=ầ", "aå=ẩ", "aã=ẫ", "aä=ậ", "aê=ă", "aé=ắ", "aè=ằ",
        "aú=ẳ", "aü=ẵ", "aë=ặ", "eù=é", "eø=è", "eû=ẻ", "eõ=ẽ", "eï=ẹ", "eâ=ê", "eá=ế", "eà=ề", "eå=ể", "eã=ễ", "eä=ệ",
        "où=ó", "oø=ò", "oû=ỏ", "oõ=õ", "oï=ọ", "oâ=ô", "oá=ố", "oà=ồ", "oå=ổ", "oã=ỗ", "oä=ộ", "ôù=ớ", "ôø=ờ", "ôû=ở",
        "ôõ=ỡ", "ôï=ợ", "uù=ú", "uø=ù", "uû=ủ", "uõ=ũ", "uï=ụ", "öù=ứ", "öø=ừ", "öû=ử", "öõ=ữ", "öï=ự", "yù=ý", "yø=ỳ",
        "yû=ỷ", "yõ=ỹ", "ô=ơ", "ö=ư", "æ=ỉ", "ó=ĩ", "ò=ị", "î=ỵ", "ñ=đ"
    };

    private static final Map<String, String> VNI_LETTERS = vni();

    /** Which code a font's letters are in. */
    enum Code {
        TCVN3,
        TCVN3_CAPITALS,
        VNI,
        UNKNOWN
    }

    private LegacyLetters() {}

    /** The code of that font; empty for fonts of our day. */
    static Optional<Code> of(String font) {
        String name = font.toLowerCase(Locale.ROOT);
        if (name.startsWith(".vn")) {
            return Optional.of(name.endsWith("h") ? Code.TCVN3_CAPITALS : Code.TCVN3);
        }
        if (name.startsWith("vni-") || name.startsWith("vni ")) {
            return Optional.of(Code.VNI);
        }
        if (name.startsWith("vps ")
                || name.startsWith("vietware")
                || name.startsWith("vn ")
                || name.startsWith("svn")) {
            return Optional.of(Code.UNKNOWN);
        }
        return Optional.empty();
    }

    static String unicode(String text, Code code) {
        return switch (code) {
            case TCVN3 -> tcvn3(text);
            case TCVN3_CAPITALS -> tcvn3(text).toUpperCase(Locale.ROOT);
            case VNI -> vni(text);
            case UNKNOWN -> text;
        };
    }

    private static String tcvn3(String text) {
        var letters = new StringBuilder();
        for (int i = 0; i < text.length(); i++) {
            // Word keeps the letters of fonts that it takes for symbol fonts in the private use area.
            char c = text.charAt(i) >= '\uf020' && text.charAt(i) <= '\uf0ff'
                    ? (char) (text.charAt(i) - 0xf000)
                    : text.charAt(i);
            int at = TCVN3_CODES.indexOf(c);
            letters.append(at < 0 ? c : TCVN3_LETTERS.charAt(at));
        }
        return letters.toString();
    }

    private static String vni(String text) {
        var letters = new StringBuilder();
        int i = 0;
        while (i < text.length()) {
            String two = i + 1 < text.length() ? text.substring(i, i + 2) : "";
            String one = text.substring(i, i + 1);
            if (VNI_LETTERS.containsKey(two)) {
                letters.append(VNI_LETTERS.get(two));
                i += 2;
            } else {
                letters.append(VNI_LETTERS.getOrDefault(one, one));
                i++;
            }
        }
        return letters.toString();
    }

    private static Map<String, String> vni() {
        var letters = new HashMap<String, String>();
        for (String pair : VNI) {
            String[] sides = pair.split("=", -1);
            String code = sides[0];
            String letter = sides[1];
            letters.put(code, letter);
            letters.put(code.toUpperCase(Locale.ROOT), letter.toUpperCase(Locale.ROOT));
            if (code.length() == 2) {
                letters.put(
                        code.substring(0, 1).toUpperCase(Locale.ROOT) + code.substring(1),
                        letter.toUpperCase(Locale.ROOT));
            }
        }
        return letters;
    }
}
