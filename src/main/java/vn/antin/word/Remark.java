package vn.antin.word;

/**
 * What became of something in a Word file that is not simply text of the document.
 *
 * @param where place in words, {@code đoạn 12}, {@code đầu trang}
 * @param words the very words concerned, so that nothing of the file is lost unseen; may be empty
 */
public record Remark(Sort sort, String where, String words) {
    /** Whether words of the file are missing in the document because of it. */
    public boolean dropped() {
        return sort.dropped;
    }

    /** What was done, as a sentence. */
    public String what() {
        return sort.vietnamese;
    }

    /** What can happen; the sentence says what was done and why. */
    public enum Sort {
        INSERTION(false, "Chữ thêm khi bật theo dõi thay đổi: coi như đã chấp nhận."),
        DELETION(true, "Chữ đã xoá khi bật theo dõi thay đổi: coi như đã xoá."),
        MOVE(false, "Đoạn được chuyển chỗ khi bật theo dõi thay đổi: giữ ở chỗ mới."),
        FORMAT_CHANGE(false, "Thay đổi định dạng đang theo dõi: lấy định dạng mới."),
        COMMENT(true, "Lời bình: không thuộc văn bản nên bỏ."),
        TEXT_BOX(false, "Chữ trong khung: đưa vào nội dung thành đoạn riêng, ngay sau đoạn chứa khung."),
        IMAGE(true, "Hình ảnh: văn bản chưa nhận hình nên bỏ."),
        CHART(true, "Biểu đồ: bỏ; hãy chuyển số liệu thành bảng."),
        DIAGRAM(true, "Sơ đồ (SmartArt): bỏ; hãy viết lại thành đoạn hoặc bảng."),
        DRAWING(true, "Hình vẽ: bỏ."),
        EQUATION(true, "Công thức: bỏ; hãy viết lại bằng chữ."),
        OBJECT(true, "Đối tượng nhúng (tệp khác đặt trong tệp Word): bỏ, không mở."),
        OTHER_FILE(true, "Phần lấy từ tệp khác (altChunk): bỏ, không mở."),
        FIELD(false, "Trường tự động: giữ chữ đang hiện, không tính lại."),
        LINK(false, "Liên kết: giữ chữ, bỏ địa chỉ ẩn sau chữ."),
        CONTROL(false, "Ô điền (content control): giữ chữ, bỏ ô."),
        OUTSIDE(true, "Tệp trỏ tới một nơi bên ngoài: không mở."),
        HEADER(true, "Đầu trang của tệp: bỏ, vì đầu trang do hệ thống dựng theo thể thức."),
        FOOTER(true, "Chân trang của tệp: bỏ, vì chân trang do hệ thống dựng theo thể thức."),
        PAGE_NUMBER(false, "Số trang: do hệ thống đánh."),
        ENDNOTE(false, "Chú thích cuối văn bản: chuyển thành chú thích chân trang."),
        NOTE_TABLE(false, "Bảng trong chú thích: giữ chữ, bỏ khung bảng."),
        SYMBOL(false, "Ký hiệu của phông ký hiệu: đổi thành chữ thường dùng."),
        UNKNOWN_SYMBOL(true, "Ký hiệu của phông ký hiệu không có chữ tương ứng: bỏ."),
        LEGACY_TCVN3(false, "Chữ mã TCVN3 (phông .Vn): chuyển sang Unicode."),
        LEGACY_VNI(false, "Chữ mã VNI: chuyển sang Unicode."),
        LEGACY_UNKNOWN(false, "Phông mã cũ chưa chuyển được: giữ nguyên mã, hãy chuyển sang Unicode rồi nhập lại."),
        SOFT_HYPHEN(false, "Dấu gạch nối mềm: bỏ."),
        INVISIBLE(false, "Ký tự không nhìn thấy (dấu chiều chữ, khoảng trống không độ rộng): bỏ."),
        NFD(false, "Chữ Unicode tổ hợp: chuyển sang dựng sẵn (NFC)."),
        HIDDEN(true, "Chữ ẩn: bỏ."),
        NESTED_TABLE(false, "Bảng trong ô bảng: giữ chữ, mỗi hàng một dòng trong ô."),
        TABLE_TRIMMED(true, "Bảng quá lớn: phần vượt 20 cột hoặc 2000 hàng bị bỏ."),
        COLUMNS(false, "Phần chia cột: xếp thành một cột."),
        PAGE_BORDER(false, "Khung viền trang: bỏ."),
        PAGE_BREAK(false, "Ngắt trang: bỏ, hệ thống tự chia trang."),
        TAB(false, "Dấu tab trong dòng: thay bằng khoảng trắng."),
        DECORATION(false, "Gạch chân, gạch ngang, màu hoặc tô nền: bỏ."),
        TYPED_RULE(true, "Đường kẻ gõ bằng dấu: bỏ, đường kẻ do hệ thống vẽ."),
        ODD_NUMBER(false, "Kiểu đánh số lạ: đọc như số thường."),
        CIRCLE(false, "Kiểu hoặc danh sách trỏ vòng quanh: đọc đến chỗ lặp thì dừng."),
        AFTER_CLOSING(false, "Chữ đứng sau khối ký mà không có “Phụ lục”: đưa vào một phụ lục."),
        TEXT_LEFT_OVER(true, "Chữ không thuộc thành phần nào nhận ra được: bỏ."),
        /** Told when answers are made for a template. */
        NO_FIELD(true, "Mẫu đã chọn không có mục này: bỏ."),
        MERGED_ROWS(false, "Ô gộp nhiều hàng: tách ra, chữ nằm ở hàng đầu."),
        CENTRED_LINE(false, "Dòng đứng giữa: đưa vào thành đoạn thường.");

        private final boolean dropped;
        private final String vietnamese;

        Sort(boolean dropped, String vietnamese) {
            this.dropped = dropped;
            this.vietnamese = vietnamese;
        }
    }
}
