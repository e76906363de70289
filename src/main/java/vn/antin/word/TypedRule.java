package vn.antin.word;

/** Lines drawn with signs, as under names on a typewriter. */
final class TypedRule {
    private TypedRule() {}

    static boolean is(String text) {
        return text.length() >= 3 && text.chars().allMatch(it -> "-–—_=*.~ ".indexOf(it) >= 0);
    }
}
