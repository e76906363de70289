package vn.antin.kernel;

import java.time.Instant;

/**
 * One breach of one written rule that a named person let pass, and why. It holds for those very words only.
 *
 * @param rule the rule's class name
 * @param citation where the rule is written
 * @param part which part of the document, for machines: {@code BODY}, {@code ANNEX/0}
 * @param where the same place in words, as it was when it was let pass
 * @param words the words concerned
 * @param text digest of all the text at the place; when that changes the waiver falls
 * @param person who let it pass: the document's signatory
 * @param name their full name
 * @param reason in their own words, at least 10 characters
 */
public record Waiver(
        String rule,
        String citation,
        String part,
        String where,
        String words,
        Sha256 text,
        PersonId person,
        String name,
        String reason,
        Instant at) {
    public static final int SHORTEST_REASON = 10;
    public static final int LONGEST_REASON = 1000;

    public Waiver {
        int length = reason.strip().length();
        if (length < SHORTEST_REASON || length > LONGEST_REASON) {
            throw new IllegalArgumentException("A reason has 10 to 1,000 characters, this has " + length);
        }
    }
}
