package vn.antin.sign.remote;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the person must bring, besides a confirmation on their telephone, before their key signs.
 *
 * @param pin the service's own name of the PIN (CSC: {@code PIN}); absent where none is asked for
 * @param otp the same of the one-time password
 * @param challenge whether the one-time password must be sent to the person first
 * @param browser whether the person gives leave at the service's own page instead
 */
public record Needs(@Nullable String pin, @Nullable String otp, boolean challenge, boolean browser) {
    public static final Needs NOTHING = new Needs(null, null, false, false);
    static final Needs BROWSER = new Needs(null, null, false, true);
    private static final String NAME = "[A-Za-z0-9._-]{1,40}";

    public Needs {
        if (!named(pin) || !named(otp)) {
            throw new IllegalArgumentException("A name that no service would give");
        }
    }

    private static boolean named(@Nullable String name) {
        return name == null || name.matches(NAME);
    }

    public boolean nothing() {
        return equals(NOTHING);
    }

    /** As it is kept, words with a space between. */
    public String written() {
        var words = new ArrayList<String>();
        if (pin != null) {
            words.add("pin=" + pin);
        }
        if (otp != null) {
            words.add("otp=" + otp);
        }
        if (challenge) {
            words.add("challenge");
        }
        if (browser) {
            words.add("browser");
        }
        return String.join(" ", words);
    }

    public static Needs read(String written) {
        List<String> words = Arrays.asList(written.split(" "));
        return new Needs(
                value(words, "pin="), value(words, "otp="), words.contains("challenge"), words.contains("browser"));
    }

    private static @Nullable String value(List<String> words, String name) {
        return words.stream()
                .filter(it -> it.startsWith(name))
                .map(it -> it.substring(name.length()))
                .findFirst()
                .orElse(null);
    }
}
