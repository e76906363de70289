package vn.antin.kernel;

/**
 * The 29 kinds of administrative document (tên loại văn bản, Decree 30/2020/NĐ-CP art. 7) in the decree's order, with the
 * 27 abbreviations of annex III, part I. A letter (công văn) has no name over its text and no abbreviation in its symbol;
 * a public letter (thư công) has no abbreviation.
 */
public enum DocumentKind {
    RESOLUTION("NGHỊ QUYẾT", "Nghị quyết", "NQ"),
    DECISION("QUYẾT ĐỊNH", "Quyết định", "QĐ"),
    DIRECTIVE("CHỈ THỊ", "Chỉ thị", "CT"),
    STATUTE("QUY CHẾ", "Quy chế", "QC"),
    REGULATION("QUY ĐỊNH", "Quy định", "QyĐ"),
    COMMUNIQUE("THÔNG CÁO", "Thông cáo", "TC"),
    NOTICE("THÔNG BÁO", "Thông báo", "TB"),
    GUIDANCE("HƯỚNG DẪN", "Hướng dẫn", "HD"),
    PROGRAMME("CHƯƠNG TRÌNH", "Chương trình", "CTr"),
    PLAN("KẾ HOẠCH", "Kế hoạch", "KH"),
    OPTION("PHƯƠNG ÁN", "Phương án", "PA"),
    SCHEME("ĐỀ ÁN", "Đề án", "ĐA"),
    PROJECT("DỰ ÁN", "Dự án", "DA"),
    REPORT("BÁO CÁO", "Báo cáo", "BC"),
    MINUTES("BIÊN BẢN", "Biên bản", "BB"),
    SUBMISSION("TỜ TRÌNH", "Tờ trình", "TTr"),
    CONTRACT("HỢP ĐỒNG", "Hợp đồng", "HĐ"),
    LETTER("", "Công văn", ""),
    TELEGRAM("CÔNG ĐIỆN", "Công điện", "CĐ"),
    MEMORANDUM("BẢN GHI NHỚ", "Bản ghi nhớ", "BGN"),
    AGREEMENT("BẢN THỎA THUẬN", "Bản thỏa thuận", "BTT"),
    AUTHORISATION("GIẤY ỦY QUYỀN", "Giấy ủy quyền", "GUQ"),
    INVITATION("GIẤY MỜI", "Giấy mời", "GM"),
    INTRODUCTION("GIẤY GIỚI THIỆU", "Giấy giới thiệu", "GGT"),
    LEAVE("GIẤY NGHỈ PHÉP", "Giấy nghỉ phép", "GNP"),
    DISPATCH_SLIP("PHIẾU GỬI", "Phiếu gửi", "PG"),
    TRANSFER_SLIP("PHIẾU CHUYỂN", "Phiếu chuyển", "PC"),
    NOTICE_SLIP("PHIẾU BÁO", "Phiếu báo", "PB"),
    PUBLIC_LETTER("THƯ CÔNG", "Thư công", "");

    private final String heading;
    private final String vietnamese;
    private final String abbreviation;

    DocumentKind(String heading, String vietnamese, String abbreviation) {
        this.heading = heading;
        this.vietnamese = vietnamese;
        this.abbreviation = abbreviation;
    }

    /** As it stands over the subject, in capitals; empty for a letter. */
    public String heading() {
        return heading;
    }

    /**
     * Whether its subject is printed under its name. Letters of introduction and leave have none there (annex III, forms
     * 1.8 and 1.10); a letter's stands under its number.
     */
    public boolean printsSubjectUnderItsName() {
        return this != LETTER && this != INTRODUCTION && this != LEAVE;
    }

    /** Whether it is made by two sides, each of whom signs. */
    public boolean betweenParties() {
        return this == CONTRACT || this == MEMORANDUM || this == AGREEMENT;
    }

    /** As it is spoken of in a sentence or a list. */
    public String vietnamese() {
        return vietnamese;
    }

    /** As it stands in a symbol; empty for a letter. */
    public String abbreviation() {
        return abbreviation;
    }

    /**
     * The symbol (ký hiệu) after the number: {@code KH-PGDĐT}; for a letter {@code PGDĐT-CNTT}, the body and then the
     * drafting unit or field (annex I, part I, II.3.b).
     */
    public String symbol(String agencySymbol, String unit) {
        return switch (this) {
            case LETTER -> agencySymbol + "-" + unit;
            case PUBLIC_LETTER -> agencySymbol;
            default -> abbreviation + "-" + agencySymbol;
        };
    }
}
