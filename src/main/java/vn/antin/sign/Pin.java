package vn.antin.sign;

import java.util.Arrays;

/** The PIN of a key, in memory for one act; never stored, logged or shown. */
public final class Pin implements AutoCloseable {
    private final char[] digits;

    public Pin(CharSequence typed) {
        digits = new char[typed.length()];
        for (int i = 0; i < digits.length; i++) {
            digits[i] = typed.charAt(i);
        }
    }

    char[] digits() {
        return digits;
    }

    /** Overwrites the characters. */
    @Override
    public void close() {
        Arrays.fill(digits, '\0');
    }

    @Override
    public String toString() {
        return "PIN";
    }
}
