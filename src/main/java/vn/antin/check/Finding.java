package vn.antin.check;

/**
 * One breach of one written rule, told to the person in Vietnamese.
 *
 * @param rule the rule's class name
 * @param citation where the rule is written
 * @param where which part of the document
 * @param what what is wrong
 * @param mend how to put it right
 */
public record Finding(String rule, String citation, Severity severity, String where, String what, String mend) {}
