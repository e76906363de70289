package vn.antin.compose;

import org.jspecify.annotations.Nullable;

/**
 * What may be marked on a document beside its text (annex I, part I, III.2–3).
 *
 * @param urgency box 10b; absent for an ordinary document
 * @param circulation box 11; absent for a document of free circulation
 * @param drafter box 12: the drafter's mark and the number of copies, {@code PL.(300)}; empty when not asked for
 */
public record Marks(@Nullable Urgency urgency, @Nullable Circulation circulation, String drafter) {
    public static final Marks NONE = new Marks(null, null, "");

    /** Dấu chỉ mức độ khẩn, a red frame of a size of its own in millimetres (III.2.b). */
    public enum Urgency {
        FLASH("HỎA TỐC", 30, 8),
        VERY_URGENT("THƯỢNG KHẨN", 40, 8),
        URGENT("KHẨN", 20, 8);

        private final String words;
        private final int widthMillimetres;
        private final int heightMillimetres;

        Urgency(String words, int widthMillimetres, int heightMillimetres) {
            this.words = words;
            this.widthMillimetres = widthMillimetres;
            this.heightMillimetres = heightMillimetres;
        }

        public String words() {
            return words;
        }

        public int widthMillimetres() {
            return widthMillimetres;
        }

        public int heightMillimetres() {
            return heightMillimetres;
        }
    }

    /** Chỉ dẫn về phạm vi lưu hành (III.2.c). */
    public enum Circulation {
        RETURN_AFTER_READING("XEM XONG TRẢ LẠI"),
        INTERNAL("LƯU HÀNH NỘI BỘ");

        private final String words;

        Circulation(String words) {
            this.words = words;
        }

        public String words() {
            return words;
        }
    }
}
