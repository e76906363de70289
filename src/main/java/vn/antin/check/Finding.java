package vn.antin.check;

import vn.antin.compose.Place;

/**
 * One breach of one written rule, told to the person in Vietnamese.
 *
 * @param rule the rule's class name
 * @param citation where the rule is written
 * @param where which part of the document
 * @param what what is wrong
 * @param mend how to put it right
 * @param place the same as {@code where}, for machines
 * @param replacement what the quoted words of the place are to become when one click can mend it; else empty
 * @param waivable whether a named person may let it pass with a reason
 */
public record Finding(
        String rule,
        String citation,
        Severity severity,
        String where,
        String what,
        String mend,
        Place place,
        String replacement,
        boolean waivable) {}
