package vn.antin.kernel;

import java.util.Locale;
import java.util.random.RandomGenerator;
import java.util.regex.Pattern;

/**
 * The look-up code (mã tra cứu) printed on a document: 12 symbols of Crockford's base 32 in three groups,
 * {@code 7K2M-Q9XD-04TB}, 60 random bits, so that nobody can guess another document's code.
 */
public record LookupCode(String value) {
    private static final String SYMBOLS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
    private static final Pattern FORM = Pattern.compile("[0-9A-HJKMNP-TV-Z]{4}(-[0-9A-HJKMNP-TV-Z]{4}){2}");

    public LookupCode {
        if (!FORM.matcher(value).matches()) {
            throw new IllegalArgumentException("Not a look-up code");
        }
    }

    /** A new code; {@code chance} must be a cryptographic generator. */
    public static LookupCode random(RandomGenerator chance) {
        var text = new StringBuilder();
        for (int i = 0; i < 12; i++) {
            text.append(i > 0 && i % 4 == 0 ? "-" : "").append(SYMBOLS.charAt(chance.nextInt(32)));
        }
        return new LookupCode(text.toString());
    }

    /** Reads what a person typed: any case, with or without hyphens and spaces; O is 0, I and L are 1 (Crockford). */
    public static LookupCode read(String typed) {
        String bare = typed.toUpperCase(Locale.ROOT)
                .replaceAll("[\\s-]", "")
                .replace('O', '0')
                .replace('I', '1')
                .replace('L', '1');
        return new LookupCode(bare.replaceAll("(.{4})(?=.)", "$1-"));
    }

    @Override
    public String toString() {
        return value;
    }
}
