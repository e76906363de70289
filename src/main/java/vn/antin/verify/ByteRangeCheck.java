package vn.antin.verify;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What a signature covers, read from the raw bytes: two ranges from the first byte to the end of a state of the file,
 * around exactly the hexadecimal string of {@code /Contents} in the same dictionary (ISO 32000-2, 12.8.1; ETSI EN 319
 * 142-1, 5.3). Every other form is a forgery or cannot be told from one.
 */
final class ByteRangeCheck {
    private static final Pattern FORM = Pattern.compile(
            "\\[[ \\r\\n\\t]*0{1,10}[ \\r\\n\\t]+(\\d{1,10})[ \\r\\n\\t]+(\\d{1,10})[ \\r\\n\\t]+(\\d{1,10})[ \\r\\n\\t]*]");

    private final int gapFrom;
    private final int gapTo;
    private final int end;
    private final byte[] contents;

    private ByteRangeCheck(int gapFrom, int gapTo, int end, byte[] contents) {
        this.gapFrom = gapFrom;
        this.gapTo = gapTo;
        this.end = end;
        this.contents = contents;
    }

    /** Place of the opening {@code <}. */
    int gapFrom() {
        return gapFrom;
    }

    /** Place after the closing {@code >}. */
    int gapTo() {
        return gapTo;
    }

    /** Where the covered state ends. */
    int end() {
        return end;
    }

    /** The bytes of the string, with the zeros that fill it. */
    byte[] contents() {
        return contents;
    }

    /** The four numbers. */
    List<Long> numbers() {
        return List.of(0L, (long) gapFrom, (long) gapTo, (long) end - gapTo);
    }

    /** Nothing, when the form is not exactly that. */
    static Optional<ByteRangeCheck> of(byte[] file, Syntax.Dictionary signature, Revisions revisions) {
        var range = signature.value("ByteRange");
        var contents = signature.value("Contents");
        if (!signature.keysUnique() || range.isEmpty() || contents.isEmpty()) {
            return Optional.empty();
        }
        var text = new String(
                file, range.get().from(), range.get().to() - range.get().from(), StandardCharsets.ISO_8859_1);
        var numbers = FORM.matcher(text);
        if (!numbers.matches()) {
            return Optional.empty();
        }
        long gapFrom = Long.parseLong(numbers.group(1));
        long gapTo = Long.parseLong(numbers.group(2));
        long end = gapTo + Long.parseLong(numbers.group(3));
        if (gapFrom != contents.get().from()
                || gapTo != contents.get().to()
                || end > file.length
                || end <= signature.whole().to()
                || !revisions.endsAt((int) end)
                || file[(int) gapFrom] != '<'
                || file[(int) gapTo - 1] != '>') {
            return Optional.empty();
        }
        var digits = new String(file, (int) gapFrom + 1, (int) (gapTo - gapFrom - 2), StandardCharsets.ISO_8859_1);
        // White space is lawful inside a hexadecimal string, and would be room that nothing protects.
        if (digits.length() % 2 != 0 || !digits.chars().allMatch(HexFormat::isHexDigit)) {
            return Optional.empty();
        }
        return Optional.of(new ByteRangeCheck(
                (int) gapFrom, (int) gapTo, (int) end, HexFormat.of().parseHex(digits)));
    }
}
