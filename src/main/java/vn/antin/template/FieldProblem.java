package vn.antin.template;

/**
 * What is wrong with one answer.
 *
 * @param field the property's name, {@code recipients/3} for an item of a list
 * @param message what to mend, in Vietnamese
 */
public record FieldProblem(String field, String message) {}
