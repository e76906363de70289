package vn.antin.render;

import java.math.BigDecimal;
import java.util.function.ToDoubleFunction;
import vn.antin.kernel.Refusal;

/** What a province may set for itself, and the range that Decree 30/2020/NĐ-CP, annex I, part I leaves for it. */
enum LayoutSetting {
    TOP("top", 20, 25, "mm", "khoản 3 Mục I", LayoutProperties::top),
    BOTTOM("bottom", 20, 25, "mm", "khoản 3 Mục I", LayoutProperties::bottom),
    LEFT("left", 30, 35, "mm", "khoản 3 Mục I", LayoutProperties::left),
    RIGHT("right", 15, 20, "mm", "khoản 3 Mục I", LayoutProperties::right),
    NATIONAL_NAME("national-name", 12, 13, "pt", "điểm a khoản 1 Mục II", LayoutProperties::nationalName),
    MOTTO("motto", 13, 14, "pt", "điểm b khoản 1 Mục II", LayoutProperties::motto),
    ISSUER("issuer", 12, 13, "pt", "điểm b khoản 2 Mục II", LayoutProperties::issuer),
    PLACE_AND_DATE("place-and-date", 13, 14, "pt", "điểm c khoản 4 Mục II", LayoutProperties::placeAndDate),
    HEADING("heading", 13, 14, "pt", "điểm b khoản 5 Mục II", LayoutProperties::heading),
    LETTER_SUBJECT("letter-subject", 12, 13, "pt", "điểm b khoản 5 Mục II", LayoutProperties::letterSubject),
    TEXT("text", 13, 14, "pt", "điểm e khoản 6 Mục II", LayoutProperties::text),
    /** One or the other, nothing between. */
    FIRST_INDENT("first-indent", 10, 12.7, "mm", "điểm e khoản 6 Mục II", LayoutProperties::firstIndent) {
        @Override
        boolean lawful(double value) {
            return near(value, least()) || near(value, most());
        }

        @Override
        String range() {
            return "10 mm hoặc 12,7 mm";
        }
    },
    /** The decree gives the least only; the most is a measure of sense. */
    PARAGRAPH_GAP("paragraph-gap", 6, 24, "pt", "điểm e khoản 6 Mục II", LayoutProperties::paragraphGap),
    LINE_SPACING("line-spacing", 1, 1.5, "dòng", "điểm e khoản 6 Mục II", LayoutProperties::lineSpacing),
    AUTHORITY("authority", 13, 14, "pt", "điểm đ khoản 7 Mục II", LayoutProperties::authority),
    CONTACT("contact", 11, 12, "pt", "khoản 4 Mục III", LayoutProperties::contact),
    STAMP("stamp", 13, 14, "pt", "điểm b, c khoản 2 Mục III", LayoutProperties::stamp),
    PAGE_NUMBER("page-number", 13, 14, "pt", "khoản 7 Mục I", LayoutProperties::pageNumber),
    RULE_SHARE(
            "rule-share",
            1 / 3.0,
            0.5,
            "độ dài dòng chữ",
            "điểm b khoản 2 và điểm b khoản 5 Mục II",
            LayoutProperties::ruleShare);

    /** What a typed decimal may lose on its way through binary numbers. */
    private static final double TINY = 0.0005;

    private final String word;
    private final double least;
    private final double most;
    private final String unit;
    private final String clause;
    /** The name of a component: it holds no state. */
    @SuppressWarnings("ImmutableEnumChecker")
    private final ToDoubleFunction<LayoutProperties> typed;

    LayoutSetting(
            String word,
            double least,
            double most,
            String unit,
            String clause,
            ToDoubleFunction<LayoutProperties> typed) {
        this.word = word;
        this.least = least;
        this.most = most;
        this.unit = unit;
        this.clause = clause;
        this.typed = typed;
    }

    /** As it is written in a settings file. */
    String key() {
        return "antin.layout." + word;
    }

    double least() {
        return least;
    }

    double most() {
        return most;
    }

    String range() {
        return "từ " + number(least) + " đến " + number(most) + " " + unit;
    }

    /** Not a number is in no range. */
    boolean lawful(double value) {
        return value > least - TINY && value < most + TINY;
    }

    void requireLawful(LayoutProperties properties) {
        double value = typed.applyAsDouble(properties);
        if (!lawful(value)) {
            throw new Refusal(RenderReason.SETTING_OUTSIDE_ITS_RANGE, key(), number(value), range(), clause);
        }
    }

    static boolean near(double a, double b) {
        return Math.abs(a - b) < TINY;
    }

    private static String number(double value) {
        return Double.isFinite(value)
                ? new BigDecimal(Float.toString((float) value))
                        .stripTrailingZeros()
                        .toPlainString()
                        .replace('.', ',')
                : Double.toString(value);
    }
}
