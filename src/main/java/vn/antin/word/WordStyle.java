package vn.antin.word;

import java.util.Arrays;
import java.util.Optional;
import vn.antin.compose.Level;

/**
 * The named paragraph styles of our Word files: one for each component, with the sizes of the decree's annex I, part I,
 * section IV, as {@code src/docs/layout.md} chooses them.
 */
enum WordStyle {
    BODY("ThanVanBan", "Thân văn bản", 14, "both", 120, true, false),
    NATIONAL_NAME("QuocHieu", "Quốc hiệu", 12, "center", 0, false, true),
    MOTTO("TieuNgu", "Tiêu ngữ", 14, "center", 0, false, true),
    SUPERIOR("CoQuanChuQuan", "Cơ quan chủ quản", 12, "center", 0, false, false),
    ISSUER("CoQuanBanHanh", "Cơ quan ban hành", 12, "center", 0, false, true),
    NUMBER("SoKyHieu", "Số, ký hiệu", 13, "center", 218, false, false),
    DATE("DiaDanhThoiGian", "Địa danh, thời gian", 14, "center", 200, false, false),
    RULE("DuongKe", "Đường kẻ", 1, "center", 0, false, false),
    URGENCY("DauKhan", "Dấu chỉ mức độ khẩn", 13, "center", 160, false, true),
    CIRCULATION("PhamViLuuHanh", "Phạm vi lưu hành", 13, "center", 0, false, true),
    HEADING("TenLoai", "Tên loại văn bản", 14, "center", 400, false, true),
    SUBJECT("TrichYeu", "Trích yếu", 14, "center", 0, false, true),
    LETTER_SUBJECT("TrichYeuCongVan", "Trích yếu công văn", 12, "center", 120, false, false),
    ADDRESSEE("KinhGui", "Kính gửi", 14, "left", 400, false, false),
    ADDRESSEE_LINE("KinhGuiDong", "Kính gửi, từng nơi", 14, "left", 0, false, false),
    ENACTED_BY("ThamQuyen", "Thẩm quyền ban hành", 14, "center", 240, false, true),
    BASIS("CanCu", "Căn cứ", 14, "both", 120, true, false),
    CENTRED("DongGiua", "Dòng giữa", 14, "center", 240, false, true),
    PART("Phan", "Phần", 14, "center", 120, false, true),
    CHAPTER("Chuong", "Chương", 14, "center", 120, false, true),
    SECTION("Muc", "Mục", 14, "center", 120, false, true),
    SUBSECTION("TieuMuc", "Tiểu mục", 14, "center", 120, false, true),
    ROMAN("MucLaMa", "Mục La Mã", 14, "both", 120, true, true),
    ARTICLE("Dieu", "Điều", 14, "both", 120, true, false),
    ARTICLE_TITLED("DieuCoTen", "Điều có tên", 14, "both", 120, true, true),
    CLAUSE("Khoan", "Khoản", 14, "both", 120, true, false),
    CLAUSE_TITLED("KhoanCoTen", "Khoản có tên", 14, "both", 120, true, true),
    POINT("Diem", "Điểm", 14, "both", 120, true, false),
    POINT_TITLED("DiemCoTen", "Điểm có tên", 14, "both", 120, true, true),
    DASH("GachDauDong", "Gạch đầu dòng", 14, "both", 120, true, false),
    DASH_TITLED("GachDauDongCoTen", "Gạch đầu dòng có tên", 14, "both", 120, true, true),
    PLUS("DauCong", "Dấu cộng", 14, "both", 120, true, false),
    PLUS_TITLED("DauCongCoTen", "Dấu cộng có tên", 14, "both", 120, true, true),
    CELL("OBang", "Ô bảng", 13, "left", 0, false, false),
    HEADER_CELL("DauBang", "Đầu bảng", 13, "center", 0, false, true),
    AUTHORITY("QuyenHanChucVu", "Quyền hạn, chức vụ", 14, "center", 0, false, true),
    SIGNATORY("HoTenNguoiKy", "Họ tên người ký", 14, "center", 0, false, true),
    RECIPIENTS("NoiNhan", "Nơi nhận", 12, "left", 316, false, true),
    RECIPIENT("NoiNhanDong", "Nơi nhận, từng nơi", 11, "left", 0, false, false),
    DRAFTER("NguoiSoanThao", "Ký hiệu người soạn thảo", 11, "left", 0, false, false),
    ANNEX("PhuLuc", "Phụ lục", 14, "center", 0, false, true),
    ANNEX_TITLE("TenPhuLuc", "Tên phụ lục", 14, "center", 0, false, true),
    ANNEX_REFERENCE("KemTheo", "Kèm theo", 14, "center", 0, false, false),
    NOTE("ChuThich", "Chú thích chân trang", 11, "both", 40, false, false),
    PAGE_NUMBER("SoTrang", "Số trang", 14, "center", 0, false, false),
    CONTACT("DiaChi", "Địa chỉ cơ quan", 11, "center", 0, false, false),
    COPY("GhiChuBanWord", "Ghi chú bản Word", 8, "center", 0, false, false);

    /** First line of a paragraph: 1 cm (II.6.e). */
    private static final int INDENT = 567;

    private final String id;
    private final String vietnamese;
    private final int size;
    private final String alignment;
    private final int before;
    private final boolean indented;
    private final boolean bold;

    WordStyle(String id, String vietnamese, int size, String alignment, int before, boolean indented, boolean bold) {
        this.id = id;
        this.vietnamese = vietnamese;
        this.size = size;
        this.alignment = alignment;
        this.before = before;
        this.indented = indented;
        this.bold = bold;
    }

    String id() {
        return id;
    }

    /** In points. */
    int size() {
        return size;
    }

    boolean bold() {
        return bold;
    }

    boolean italic() {
        return this == DATE || this == BASIS || this == RECIPIENTS || this == ANNEX_REFERENCE || this == COPY;
    }

    static Optional<WordStyle> of(String id) {
        return Arrays.stream(values()).filter(it -> it.id.equals(id)).findFirst();
    }

    /** The style of an item. */
    static WordStyle of(Level level, boolean titled) {
        return switch (level) {
            case PART -> PART;
            case CHAPTER -> CHAPTER;
            case SECTION -> SECTION;
            case SUBSECTION -> SUBSECTION;
            case ROMAN -> ROMAN;
            case ARTICLE -> titled ? ARTICLE_TITLED : ARTICLE;
            case CLAUSE -> titled ? CLAUSE_TITLED : CLAUSE;
            case POINT -> titled ? POINT_TITLED : POINT;
            case DASH -> titled ? DASH_TITLED : DASH;
            case PLUS -> titled ? PLUS_TITLED : PLUS;
        };
    }

    /** Whether it heads what follows, so that it never ends a page. */
    private boolean heads() {
        return switch (this) {
            case NATIONAL_NAME, MOTTO, SUPERIOR, ISSUER, NUMBER, DATE, RULE, URGENCY -> true;
            case HEADING, SUBJECT, LETTER_SUBJECT, ADDRESSEE, ENACTED_BY, CENTRED -> true;
            case PART, CHAPTER, SECTION, SUBSECTION, ROMAN, ARTICLE_TITLED, CLAUSE_TITLED, POINT_TITLED -> true;
            case DASH_TITLED, PLUS_TITLED, ANNEX, ANNEX_TITLE, ANNEX_REFERENCE -> true;
            case AUTHORITY, RECIPIENTS, RECIPIENT -> true;
            default -> false;
        };
    }

    /** Level in Word's outline, from 0; -1 for what is no heading. */
    private int outline() {
        return switch (this) {
            case HEADING, ANNEX -> 0;
            case PART -> 1;
            case CHAPTER -> 2;
            case SECTION -> 3;
            case SUBSECTION -> 4;
            case ROMAN -> 5;
            case ARTICLE, ARTICLE_TITLED -> 6;
            case CLAUSE_TITLED -> 7;
            default -> -1;
        };
    }

    /** {@code styles.xml}. */
    static byte[] part() {
        return Markup.part("w:styles", styles -> {
            styles.in("w:docDefaults", defaults -> {
                defaults.in(
                        "w:rPrDefault",
                        it -> it.in("w:rPr", run -> {
                            String font = "Times New Roman";
                            run.empty("w:rFonts", "w:ascii", font, "w:eastAsia", font, "w:hAnsi", font, "w:cs", font)
                                    .value("w:sz", 28)
                                    .value("w:szCs", 28)
                                    .empty("w:lang", "w:val", "vi-VN", "w:eastAsia", "en-US", "w:bidi", "ar-SA");
                        }));
                defaults.in(
                        "w:pPrDefault",
                        it -> it.in(
                                "w:pPr",
                                paragraph -> paragraph.empty(
                                        "w:spacing",
                                        "w:before",
                                        "0",
                                        "w:after",
                                        "0",
                                        "w:line",
                                        "240",
                                        "w:lineRule",
                                        "auto")));
            });
            styles.in(
                    "w:style",
                    it -> it.value("w:name", "Normal").empty("w:qFormat"),
                    "w:type",
                    "paragraph",
                    "w:default",
                    "1",
                    "w:styleId",
                    "Normal");
            styles.in(
                    "w:style",
                    it -> it.value("w:name", "Normal Table")
                            .in("w:tblPr", table -> table.empty("w:tblInd", "w:w", "0", "w:type", "dxa")),
                    "w:type",
                    "table",
                    "w:default",
                    "1",
                    "w:styleId",
                    "TableNormal");
            for (WordStyle style : values()) {
                styles.in("w:style", style::define, "w:type", "paragraph", "w:customStyle", "1", "w:styleId", style.id);
            }
            styles.in(
                    "w:style",
                    it -> it.value("w:name", "footnote reference")
                            .in("w:rPr", run -> run.value("w:vertAlign", "superscript")),
                    "w:type",
                    "character",
                    "w:styleId",
                    "FootnoteReference");
        });
    }

    private void define(Markup style) {
        style.value("w:name", vietnamese).value("w:basedOn", "Normal").empty("w:qFormat");
        style.in("w:pPr", paragraph -> {
            if (heads()) {
                paragraph.empty("w:keepNext");
            }
            paragraph.empty("w:widowControl");
            String line = this == RULE ? "80" : "240";
            paragraph.empty(
                    "w:spacing",
                    "w:before",
                    String.valueOf(before),
                    "w:after",
                    "0",
                    "w:line",
                    line,
                    "w:lineRule",
                    this == RULE ? "exact" : "auto");
            if (indented) {
                paragraph.empty("w:ind", "w:firstLine", String.valueOf(INDENT));
            }
            paragraph.value("w:jc", alignment);
            if (outline() >= 0) {
                paragraph.value("w:outlineLvl", outline());
            }
        });
        style.in("w:rPr", run -> {
            if (bold) {
                run.empty("w:b").empty("w:bCs");
            }
            if (italic()) {
                run.empty("w:i").empty("w:iCs");
            }
            if (this == ANNEX_TITLE) {
                run.empty("w:caps");
            }
            if (this == URGENCY) {
                run.value("w:color", "FF0000");
            }
            if (this == COPY) {
                run.value("w:color", "595959");
            }
            run.value("w:sz", size * 2).value("w:szCs", size * 2);
        });
    }
}
