package vn.antin.check.capitals;

/** How Vietnamese people's names are known in a text. */
final class Names {
    /** Family names that are no other word at the beginning of a capitalised phrase. */
    static final String FAMILY =
            "(?:Nguyễn|Trần|Lê|Phạm|Hoàng|Huỳnh|Phan|Vũ|Võ|Đặng|Bùi|Đỗ|Ngô|Dương|Đinh|Trịnh|Trương)";

    private Names() {}
}
