package vn.antin.kernel;

import java.util.regex.Pattern;

/** Names one person inside this installation, and is the name they sign in with: {@code vu-manh-hung}. */
public record PersonId(String value) {
    private static final Pattern FORM = Pattern.compile("[a-z0-9]+([.-][a-z0-9]+)*");

    public PersonId {
        if (value.length() > 60 || !FORM.matcher(value).matches()) {
            throw new IllegalArgumentException(
                    "Not a person's identifier: lower-case letters, digits, hyphens and dots");
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
