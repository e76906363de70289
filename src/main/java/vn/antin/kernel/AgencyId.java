package vn.antin.kernel;

import java.util.regex.Pattern;

/** Names one body (cơ quan, tổ chức) inside this installation, such as {@code pgd-an-duong}. */
public record AgencyId(String value) {
    private static final Pattern FORM = Pattern.compile("[a-z0-9]+(-[a-z0-9]+)*");

    public AgencyId {
        if (value.length() > 60 || !FORM.matcher(value).matches()) {
            throw new IllegalArgumentException(
                    "Not a body's identifier: lower-case letters, digits and single hyphens");
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
