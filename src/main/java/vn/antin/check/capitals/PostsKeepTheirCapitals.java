package vn.antin.check.capitals;

/** A post with its body's name: Thủ tướng Chính phủ. */
public final class PostsKeepTheirCapitals extends PhraseRule {
    public PostsKeepTheirCapitals() {
        super("V.3", "Tên chức vụ", "posts");
    }
}
