package vn.antin.word;

/**
 * A component that was recognised.
 *
 * @param component thành phần thể thức, in Vietnamese
 * @param words what stands there in the file; of a long one the beginning
 * @param replaced whether ours takes its place
 */
public record Understood(String component, String words, boolean replaced) {}
