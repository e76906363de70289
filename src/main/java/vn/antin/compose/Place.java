package vn.antin.compose;

/**
 * Where something stands in a document, so that a person can be led to it.
 *
 * @param annex which annex, from 0; -1 for the document itself
 * @param index which one of the part, from 0: which ground, recipient, block
 * @param quote the very words concerned; empty when all of it is
 */
public record Place(Part part, int annex, int index, String quote) {
    /** The parts of a document (thành phần thể thức). */
    public enum Part {
        PAGE("Trang văn bản"),
        NATIONAL_NAME("Quốc hiệu, Tiêu ngữ"),
        ISSUER("Tên cơ quan ban hành"),
        NUMBER("Số, ký hiệu"),
        DATE("Địa danh và thời gian"),
        HEADING("Tên loại"),
        SUBJECT("Trích yếu"),
        MARKS("Dấu khẩn, chỉ dẫn lưu hành"),
        ADDRESSEES("Kính gửi"),
        BASES("Căn cứ"),
        ENACTED_BY("Thẩm quyền ban hành"),
        BODY("Nội dung"),
        SIGNATURE("Quyền hạn, chức vụ, họ tên người ký"),
        RECIPIENTS("Nơi nhận"),
        CONTACT("Địa chỉ cơ quan"),
        ANNEX("Phụ lục");

        private final String vietnamese;

        Part(String vietnamese) {
            this.vietnamese = vietnamese;
        }

        public String vietnamese() {
            return vietnamese;
        }
    }

    /** A part as a whole. */
    public static Place of(Part part) {
        return new Place(part, -1, -1, "");
    }

    /** One of a part's entries. */
    public static Place of(Part part, int index) {
        return new Place(part, -1, index, "");
    }

    /** A block of an annex; {@code index} -1 for its heading. */
    public static Place inAnnex(int annex, int index) {
        return new Place(Part.ANNEX, annex, index, "");
    }

    /** The same place, narrowed to some of its words. */
    public Place at(String words) {
        return new Place(part, annex, index, words);
    }

    /** {@code Căn cứ thứ 2}, {@code Nội dung, đoạn 14}, {@code Phụ lục II, đoạn 3}. */
    public String words() {
        String name = part == Part.ANNEX ? "Phụ lục thứ " + (annex + 1) : part.vietnamese();
        if (index < 0) {
            return name;
        }
        return switch (part) {
            case BASES -> name + " thứ " + (index + 1);
            case ADDRESSEES, RECIPIENTS -> name + ", dòng " + (index + 1);
            default -> name + ", đoạn " + (index + 1);
        };
    }
}
