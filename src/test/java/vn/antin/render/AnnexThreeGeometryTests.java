package vn.antin.render;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import javax.imageio.ImageIO;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.junit.jupiter.api.Test;
import vn.antin.agency.Agency;
import vn.antin.agency.Authority;
import vn.antin.agency.Signatory;
import vn.antin.compose.Composer;
import vn.antin.compose.DemonstrationBodies;
import vn.antin.kernel.AgencyId;
import vn.antin.kernel.PersonId;
import vn.antin.render.FormGeometry.Seen;
import vn.antin.template.ProjectTemplates;

/**
 * Our pages beside the Government's own forms (annex III), as LibreOffice sets them: place, size and weight of every
 * component. What differs lies within the decree's range, or {@code geometry-reasons.tsv} says why.
 *
 * <p>With {@code ANTIN_WRITE_GEOMETRY=1} in the environment the table is written to {@code src/docs/annex-3-geometry.md}.
 */
class AnnexThreeGeometryTests {
    /** Further apart than this is a difference, in millimetres; the forms are set by hand, with spaces and tabs. */
    private static final double TOLERANCE = 1.5;

    private static final AgencyId SCHOOL = new AgencyId("th-toan-thang");

    /** What is measured across the page: from which line of the text area or of another component. */
    private enum From {
        /** Its left edge from the left edge of the text. */
        LEFT,
        /** Its middle from the middle of the text. */
        MIDDLE,
        /** Its middle from the right edge of the text. */
        RIGHT,
        /** Its middle from the left edge of the text. */
        LEFT_COLUMN,
        /** Its middle from the middle of the component it stands under. */
        UNDER,
        /** Across the page nothing is compared: words of another length. */
        NOTHING
    }

    /**
     * @param theirs how it is found on the form, see {@link FormGeometry#find}; {@code ours} likewise
     * @param least smallest size the decree permits, {@code most} the largest; 0 for rules
     * @param below the component from whose baseline its own is measured; empty for none
     */
    private record Component(
            String name, String theirs, String ours, double least, double most, From from, String below) {}

    private record Form(String name, String template, int page, List<Component> components) {}

    private record Reason(String form, String component, String measure, String text) {}

    private static Component c(
            String name, String theirs, String ours, double least, double most, From from, String below) {
        return new Component(name, theirs, ours, least, most, from, below);
    }

    private static List<Component> names() {
        return List.of(
                c("Cơ quan chủ quản", "TÊN CQ, TC CHỦ QUẢN", "UBND XÃ TIÊN MINH", 12, 13, From.LEFT_COLUMN, ""),
                c("Cơ quan ban hành", "TÊN CƠ QUAN, TỔ", "TRƯỜNG TIỂU HỌC", 12, 13, From.UNDER, "Cơ quan chủ quản"),
                c("Kẻ dưới cơ quan", "_ TÊN CƠ QUAN, TỔ", "_ TRƯỜNG TIỂU HỌC", 0, 0, From.UNDER, "Cơ quan ban hành"),
                c("Quốc hiệu", "CỘNG H", "CỘNG H", 12, 13, From.RIGHT, ""),
                c("Tiêu ngữ", "Độc lập", "Độc lập", 13, 14, From.UNDER, "Quốc hiệu"),
                c("Kẻ dưới Tiêu ngữ", "_ Độc lập", "_ Độc lập", 0, 0, From.UNDER, "Tiêu ngữ"));
    }

    private static List<Component> head(String dateTheirs) {
        var head = new ArrayList<>(names());
        head.add(c("Số, ký hiệu", "Số:", "Số:", 13, 13, From.UNDER, "Cơ quan ban hành"));
        if (!dateTheirs.isEmpty()) {
            head.add(c("Địa danh, thời gian", dateTheirs, "# ngay_van_ban", 13, 14, From.UNDER, "Tiêu ngữ"));
        }
        return head;
    }

    private static List<Component> title(String kindTheirs, String kindOurs, String over) {
        return List.of(
                c("Tên loại", kindTheirs, kindOurs, 13, 14, From.MIDDLE, over),
                c("Trích yếu", "+1 " + kindTheirs, "+1 " + kindOurs, 13, 14, From.MIDDLE, "Tên loại"),
                c("Kẻ dưới trích yếu", "_ +1 " + kindTheirs, "_ +1 " + kindOurs, 0, 0, From.MIDDLE, "Trích yếu"));
    }

    private static List<Component> end() {
        return List.of(
                c("Nơi nhận", "Nơi nhận:", "Nơi nhận:", 12, 12, From.LEFT, ""),
                c("Danh sách nơi nhận", "+1 Nơi nhận:", "+1 Nơi nhận:", 11, 11, From.LEFT, "Nơi nhận"),
                c("Quyền hạn, chức vụ", "QUYỀN HẠN, CHỨC VỤ", "= HIỆU TRƯỞNG", 13, 14, From.RIGHT, ""),
                c("Họ tên", "Họ và tên", "Phạm Thị Nga", 13, 14, From.UNDER, "Quyền hạn, chức vụ"));
    }

    @SafeVarargs
    private static List<Component> all(List<Component>... parts) {
        var all = new ArrayList<Component>();
        for (List<Component> part : parts) {
            all.addAll(part);
        }
        return all;
    }

    private static List<Form> forms() {
        String date = "~ [.… ]*[45][.… ]*, ngày.*";
        return List.of(
                new Form(
                        "1.1",
                        "nghi-quyet",
                        0,
                        all(
                                head(date),
                                title("NGHỊ QUYẾT", "NGHỊ QUYẾT", "Địa danh, thời gian"),
                                List.of(
                                        c("Thẩm quyền", "THẨM QUYỀN", "HỘI ĐỒNG", 13, 14, From.MIDDLE, "Trích yếu"),
                                        c("Căn cứ", "Căn cứ", "Căn cứ", 13, 14, From.LEFT, "Thẩm quyền"),
                                        c("QUYẾT NGHỊ:", "QUYẾT NGHỊ:", "QUYẾT NGHỊ:", 13, 14, From.MIDDLE, ""),
                                        c(
                                                "Nội dung",
                                                "+1 QUYẾT NGHỊ:",
                                                "Điều 1.",
                                                13,
                                                14,
                                                From.NOTHING,
                                                "QUYẾT NGHỊ:")),
                                end())),
                new Form(
                        "1.2",
                        "quyet-dinh",
                        0,
                        all(head(date), title("QUYẾT ĐỊNH", "QUYẾT ĐỊNH", "Địa danh, thời gian"), decision(), end())),
                new Form(
                        "1.3",
                        "quyet-dinh-ban-hanh",
                        0,
                        all(head(date), title("QUYẾT ĐỊNH", "QUYẾT ĐỊNH", "Địa danh, thời gian"), decision(), end())),
                new Form(
                        "1.3 kèm theo",
                        "quyet-dinh-ban-hanh",
                        1,
                        all(
                                names(),
                                List.of(
                                        c("Tên loại", "TÊN LOẠI", "QUY CHẾ", 13, 14, From.MIDDLE, "Tiêu ngữ"),
                                        c("Trích yếu", "+1 TÊN LOẠI", "+1 QUY CHẾ", 13, 14, From.MIDDLE, "Tên loại"),
                                        c("Kèm theo", "(Kèm theo", "(Kèm theo", 13, 14, From.MIDDLE, "Trích yếu"),
                                        c("Kẻ dưới kèm theo", "_ (Kèm theo", "_ +1 (Kèm theo", 0, 0, From.MIDDLE, ""),
                                        c("Chương", "….. 3", "Chương I", 13, 14, From.MIDDLE, ""),
                                        c("Điều", "Điều 1.", "Điều 1.", 13, 14, From.LEFT, "")))),
                new Form(
                        "1.4",
                        "thong-bao",
                        0,
                        all(
                                head(date),
                                title("TÊN LOẠI", "THÔNG BÁO", "Địa danh, thời gian"),
                                List.of(c("Nội dung", "+2 TÊN LOẠI", "+2 THÔNG BÁO", 13, 14, From.LEFT, "Trích yếu")),
                                end())),
                new Form(
                        "1.5",
                        "cong-van",
                        0,
                        all(
                                head(date),
                                List.of(
                                        c("V/v", "V/v", "V/v", 12, 13, From.UNDER, "Số, ký hiệu"),
                                        c(
                                                "Kính gửi",
                                                "Kính gửi:",
                                                "Kính gửi:",
                                                13,
                                                14,
                                                From.NOTHING,
                                                "Địa danh, thời gian"),
                                        c("Nơi kính gửi", "- ……", "- Phòng", 13, 14, From.NOTHING, "Kính gửi"),
                                        c("Nội dung", "+3 Kính gửi:", "Thực hiện", 13, 14, From.LEFT, "")),
                                end(),
                                List.of(c(
                                        "Địa chỉ",
                                        "+1 Họ và tên",
                                        "Xã Tiên Minh, thành phố",
                                        11,
                                        12,
                                        From.MIDDLE,
                                        "")))),
                new Form(
                        "1.6",
                        "cong-dien",
                        0,
                        all(
                                head(date),
                                title("CÔNG ĐIỆN", "CÔNG ĐIỆN", "Địa danh, thời gian"),
                                List.of(
                                        c("… điện:", "+2 CÔNG ĐIỆN", "+2 CÔNG ĐIỆN", 13, 14, From.MIDDLE, "Trích yếu"),
                                        c(
                                                "Nơi nhận điện",
                                                "+3 CÔNG ĐIỆN",
                                                "+3 CÔNG ĐIỆN",
                                                13,
                                                14,
                                                From.NOTHING,
                                                "… điện:"),
                                        c("Nội dung", "+5 CÔNG ĐIỆN", "+5 CÔNG ĐIỆN", 13, 14, From.LEFT, "")),
                                List.of(
                                        c("Nơi nhận", "Nơi nhận:", "Nơi nhận:", 12, 12, From.LEFT, ""),
                                        c(
                                                "Danh sách nơi nhận",
                                                "+2 Nơi nhận:",
                                                "+1 Nơi nhận:",
                                                11,
                                                11,
                                                From.LEFT,
                                                "Nơi nhận")),
                                end().subList(2, 4))),
                new Form(
                        "1.7",
                        "giay-moi",
                        0,
                        all(
                                head(date),
                                title("GIẤY MỜI", "GIẤY MỜI", "Địa danh, thời gian"),
                                List.of(
                                        c("Nội dung", "+2 GIẤY MỜI", "+2 GIẤY MỜI", 13, 14, From.LEFT, "Trích yếu"),
                                        c("Tới dự", "Tới dự", "Tới dự", 13, 14, From.LEFT, ""),
                                        c("Thời gian", "Thời gian", "Thời gian", 13, 14, From.LEFT, "Chủ trì"),
                                        c("Chủ trì", "Chủ trì", "Chủ trì", 13, 14, From.LEFT, ""),
                                        c("Địa điểm", "Địa điểm", "Địa điểm", 13, 14, From.LEFT, "Thời gian")),
                                List.of(
                                        c("Nơi nhận", "Nơi nhận:", "Nơi nhận:", 12, 12, From.LEFT, ""),
                                        c(
                                                "Danh sách nơi nhận",
                                                "+2 Nơi nhận:",
                                                "+1 Nơi nhận:",
                                                11,
                                                11,
                                                From.LEFT,
                                                "Nơi nhận")),
                                end().subList(2, 4))),
                new Form(
                        "1.8",
                        "giay-gioi-thieu",
                        0,
                        all(
                                head(date),
                                List.of(
                                        c(
                                                "Tên loại",
                                                "GIẤY GIỚI THIỆU",
                                                "GIẤY GIỚI THIỆU",
                                                13,
                                                14,
                                                From.MIDDLE,
                                                "Địa danh, thời gian"),
                                        c(
                                                "Kẻ dưới tên loại",
                                                "_ GIẤY GIỚI THIỆU",
                                                "_ GIẤY GIỚI THIỆU",
                                                0,
                                                0,
                                                From.MIDDLE,
                                                "Tên loại"),
                                        c(
                                                "… giới thiệu:",
                                                "+1 GIẤY GIỚI THIỆU",
                                                "+1 GIẤY GIỚI THIỆU",
                                                13,
                                                14,
                                                From.MIDDLE,
                                                "Tên loại"),
                                        c("Ông (bà)", "Ông (bà)", "Ông (bà)", 13, 14, From.LEFT, "… giới thiệu:"),
                                        c("Được cử đến", "Được cử đến", "Được cử đến", 13, 14, From.LEFT, ""),
                                        c("Giấy này", "Giấy này", "Giấy này", 13, 14, From.LEFT, "")),
                                List.of(
                                        c("Nơi nhận", "Nơi nhận:", "Nơi nhận:", 12, 12, From.LEFT, ""),
                                        c(
                                                "Danh sách nơi nhận",
                                                "+2 Nơi nhận:",
                                                "+1 Nơi nhận:",
                                                11,
                                                11,
                                                From.LEFT,
                                                "Nơi nhận")),
                                end().subList(2, 4))),
                new Form(
                        "1.9",
                        "bien-ban",
                        0,
                        all(
                                head(""),
                                title("BIÊN BẢN", "BIÊN BẢN", "Số, ký hiệu"),
                                List.of(
                                        c(
                                                "Thời gian bắt đầu",
                                                "Thời gian bắt đầu",
                                                "Thời gian bắt đầu",
                                                13,
                                                14,
                                                From.LEFT,
                                                "Trích yếu"),
                                        c("Địa điểm", "Địa điểm", "Địa điểm", 13, 14, From.LEFT, "Thời gian bắt đầu"),
                                        c("Chủ trì", "Chủ trì", "Chủ trì", 13, 14, From.LEFT, ""),
                                        c("THƯ KÝ", "THƯ KÝ", "THƯ KÝ", 13, 14, From.LEFT_COLUMN, ""),
                                        c("CHỦ TỌA", "CHỦ TỌA", "CHỦ TỌA", 13, 14, From.RIGHT, ""),
                                        c("Họ tên thư ký", "Họ và tên", "Lê Thu Hà", 13, 14, From.UNDER, "THƯ KÝ"),
                                        c("Nơi nhận", "Nơi nhận:", "Nơi nhận:", 12, 12, From.LEFT, "Họ tên thư ký"),
                                        c(
                                                "Danh sách nơi nhận",
                                                "+1 Nơi nhận:",
                                                "+1 Nơi nhận:",
                                                11,
                                                11,
                                                From.LEFT,
                                                "Nơi nhận")))),
                new Form(
                        "1.10",
                        "giay-nghi-phep",
                        0,
                        all(
                                head(date),
                                List.of(
                                        c(
                                                "Tên loại",
                                                "GIẤY NGHỈ PHÉP",
                                                "GIẤY NGHỈ PHÉP",
                                                13,
                                                14,
                                                From.MIDDLE,
                                                "Địa danh, thời gian"),
                                        c(
                                                "Kẻ dưới tên loại",
                                                "_ GIẤY NGHỈ PHÉP",
                                                "_ GIẤY NGHỈ PHÉP",
                                                0,
                                                0,
                                                From.MIDDLE,
                                                "Tên loại"),
                                        c("Xét Đơn", "Xét Đơn", "Xét Đơn", 13, 14, From.LEFT, "Tên loại"),
                                        c("Ông (bà)", "Ông (bà):", "Ông (bà):", 13, 14, From.LEFT, "")),
                                end(),
                                List.of(c(
                                        "Xác nhận",
                                        "Xác nhận",
                                        "Xác nhận",
                                        11,
                                        14,
                                        From.LEFT_COLUMN,
                                        "Danh sách nơi nhận")))),
                annex("2.1"),
                annex("2.2"));
    }

    private static List<Component> decision() {
        return List.of(
                c("Thẩm quyền", "THẨM QUYỀN", "HIỆU TRƯỞNG", 13, 14, From.MIDDLE, ""),
                c("Căn cứ", "Căn cứ", "Căn cứ", 13, 14, From.LEFT, "Thẩm quyền"),
                c("QUYẾT ĐỊNH:", "QUYẾT ĐỊNH:", "QUYẾT ĐỊNH:", 13, 14, From.MIDDLE, ""),
                c("Điều", "Điều 1.", "Điều 1.", 13, 14, From.LEFT, "QUYẾT ĐỊNH:"));
    }

    private static Form annex(String name) {
        return new Form(
                name,
                "quyet-dinh",
                1,
                List.of(
                        c("Phụ lục", "Phụ lục", "Phụ lục", 14, 14, From.MIDDLE, ""),
                        c("Tiêu đề", "+1 Phụ lục", "+1 Phụ lục", 13, 14, From.MIDDLE, "Phụ lục"),
                        c("Kèm theo", "(Kèm theo", "(Kèm theo", 13, 14, From.MIDDLE, ""),
                        c("Kẻ dưới kèm theo", "_ (Kèm theo", "_ +1 (Kèm theo", 0, 0, From.MIDDLE, "")));
    }

    @Test
    void everyComponentStandsAsInTheFormsOrAReasonIsGiven() throws IOException {
        Map<String, OfficialForms.Form> official = OfficialForms.pages();
        assertThat(official.keySet())
                .containsAll(forms().stream().map(Form::name).toList());
        List<Reason> reasons = reasons();
        Set<Reason> used = new LinkedHashSet<>();
        var faults = new ArrayList<String>();
        var table = new StringBuilder();
        int differences = 0;
        int components = 0;
        for (Form form : forms()) {
            byte[] pdf = render(form.template());
            OfficialForms.Form theirsForm = Objects.requireNonNull(official.get(form.name()));
            pictures(form, pdf, theirsForm.number());
            var theirs = new FormGeometry(theirsForm.page(), 35, 190, Map.of());
            FormGeometry ours = ours(pdf, form.page());
            table.append("\n## Mẫu ").append(form.name()).append("\n\n");
            table.append(
                    "| Thành phần | Mẫu: trái–phải, trên; cỡ | Ấn Tín | Ngang | Dọc | Nhận xét |\n|---|---|---|---|---|---|\n");
            var theirSeen = new HashMap<String, Seen>();
            var ourSeen = new HashMap<String, Seen>();
            for (Component it : form.components()) {
                theirs.find(it.theirs()).ifPresent(seen -> theirSeen.put(it.name(), seen));
                ours.find(it.ours()).ifPresent(seen -> ourSeen.put(it.name(), seen));
            }
            for (Component it : form.components()) {
                components++;
                Seen their = theirSeen.get(it.name());
                Seen our = ourSeen.get(it.name());
                if (their == null || our == null) {
                    faults.add(form.name() + " " + it.name() + ": not found " + (their == null ? "there" : "here"));
                    continue;
                }
                if (our.size() < it.least() - 0.01 || our.size() > it.most() + 0.01) {
                    faults.add(
                            form.name() + " " + it.name() + ": size " + our.size() + " is outside the decree's range");
                }
                double across = across(it, our, ours, ourSeen) - across(it, their, theirs, theirSeen);
                double down = down(it, our, ourSeen) - down(it, their, theirSeen);
                Map<String, Boolean> departs = new LinkedHashMap<>();
                departs.put("ngang", Math.abs(across) > TOLERANCE);
                departs.put("dọc", Math.abs(down) > TOLERANCE);
                departs.put("kiểu", our.bold() != their.bold() || our.italic() != their.italic());
                var remarks = new LinkedHashSet<String>();
                if (Math.abs(our.size() - their.size()) > 0.01) {
                    remarks.add(String.format(Locale.ROOT, "cỡ chữ trong khoảng %.0f–%.0f", it.least(), it.most()));
                }
                for (var departure : departs.entrySet()) {
                    if (departure.getValue()) {
                        differences++;
                        List<Reason> given = reasons.stream()
                                .filter(r -> r.component().equals(it.name())
                                        && r.measure().equals(departure.getKey())
                                        && (r.form().equals("*")
                                                || List.of(r.form().split(",")).contains(form.name())))
                                .toList();
                        used.addAll(given);
                        given.forEach(r -> remarks.add(r.text()));
                        if (given.isEmpty()) {
                            faults.add(String.format(
                                    Locale.ROOT,
                                    "%s\t%s\t%s\t(%.1f, %.1f mm; %s | %s)",
                                    form.name(),
                                    it.name(),
                                    departure.getKey(),
                                    across,
                                    down,
                                    their.words(),
                                    our.words()));
                        }
                    }
                }
                table.append(String.format(
                        Locale.ROOT,
                        "| %s | %s | %s | %s | %s | %s |%n",
                        it.name(),
                        their.words(),
                        our.words(),
                        it.from() == From.NOTHING ? "–" : String.format(Locale.ROOT, "%+.1f", across),
                        it.below().isEmpty() ? "–" : String.format(Locale.ROOT, "%+.1f", down),
                        String.join("; ", remarks)));
            }
        }
        System.out.println(table);
        System.out.println(
                components + " components, " + differences + " differences over " + TOLERANCE + " mm or in style");
        write(table.toString(), components, differences);
        reasons.stream().filter(it -> !used.contains(it)).forEach(it -> faults.add("needless reason: " + it));
        assertThat(faults).isEmpty();
    }

    private static double across(Component it, Seen seen, FormGeometry page, Map<String, Seen> all) {
        return switch (it.from()) {
            case LEFT -> seen.left() - page.textLeft();
            case MIDDLE -> seen.middle() - page.textMiddle();
            case RIGHT -> seen.middle() - page.textRight();
            case LEFT_COLUMN -> seen.middle() - page.textLeft();
            case UNDER ->
                all.containsKey(it.below())
                        ? seen.middle() - all.get(it.below()).middle()
                        : 0;
            case NOTHING -> 0;
        };
    }

    private static double down(Component it, Seen seen, Map<String, Seen> all) {
        Seen over = all.get(it.below());
        return over == null ? 0 : seen.top() - over.top();
    }

    private static byte[] render(String template) throws IOException {
        var school = new Agency(
                SCHOOL,
                "UBND XÃ TIÊN MINH",
                "TRƯỜNG TIỂU HỌC TOÀN THẮNG",
                "THTT",
                "Tiên Minh",
                "Xã Tiên Minh, thành phố Hải Phòng; điện thoại: 0225.000.000; thư điện tử: thtt@tienminh.example");
        var head =
                new Signatory(new PersonId("pham-thi-nga"), "Phạm Thị Nga", SCHOOL, new Authority.Head("HIỆU TRƯỞNG"));
        var revision = ProjectTemplates.read().named(template);
        var answers = (tools.jackson.databind.node.ObjectNode) revision.sample();
        // As in the forms: two addressees, no stamp.
        if (template.equals("cong-van")) {
            answers.putArray("addressees")
                    .add("Phòng Văn hóa - Xã hội xã Tiên Minh;")
                    .add("Các trường trên địa bàn.");
        }
        answers.remove("urgency");
        // As long as the dots of the forms: one line each.
        switch (template) {
            case "nghi-quyet" -> answers.put("collective", "Hội đồng trường");
            case "quyet-dinh" -> answers.put("subject", "Về việc thành lập Hội đồng tự đánh giá");
            case "quyet-dinh-ban-hanh" -> answers.put("enactedTitle", "Công tác văn thư");
            default -> {}
        }
        var document = new Composer()
                .compose(revision, answers, school, head, DemonstrationBodies.ID, DemonstrationBodies.CODE);
        return RendererTests.RENDERER.render(document).pdf().bytes();
    }

    private static FormGeometry ours(byte[] pdf, int page) throws IOException {
        var fields = new HashMap<String, Seen>();
        if (page == 0) {
            try (var document = Loader.loadPDF(pdf)) {
                PDRectangle box = document.getDocumentCatalog()
                        .getAcroForm(null)
                        .getField("ngay_van_ban")
                        .getWidgets()
                        .getFirst()
                        .getRectangle();
                float size = LayoutProfile.DECREE_30.placeAndDate();
                double baseline = box.getLowerLeftY() + Style.italic(size).descent();
                fields.put(
                        "ngay_van_ban",
                        new Seen(
                                box.getLowerLeftX() * 25.4 / 72,
                                box.getUpperRightX() * 25.4 / 72,
                                (841.89 - baseline) * 25.4 / 72,
                                size,
                                false,
                                true));
            }
        }
        LayoutProfile profile = LayoutProfile.DECREE_30;
        return new FormGeometry(
                MeasuredPage.all(pdf).get(page), profile.left() * 25.4 / 72, profile.rightEdge() * 25.4 / 72, fields);
    }

    private static List<Reason> reasons() throws IOException {
        return Files.readAllLines(Path.of("src/test/resources/decree30/geometry-reasons.tsv")).stream()
                .filter(it -> !it.isBlank() && !it.startsWith("form\t"))
                .map(it -> it.split("\t", -1))
                .map(it -> new Reason(it[0], it[1], it[2], it[3]))
                .toList();
    }

    private static void write(String table, int components, int differences) throws IOException {
        String page = """
                # Hình học của các mẫu phụ lục III

                The Government's own file of forms, set by LibreOffice, beside our pages for the same kind. Written by
                `ANTIN_WRITE_GEOMETRY=1 ./mvnw -Dtest=AnnexThreeGeometryTests test`; the same test holds every line of it.

                Lengths in millimetres from the paper's left and upper edges; *trên* is the baseline. *Ngang* and *dọc* are ours
                less theirs, measured from what the decree relates a component to: the edge or middle of the text area (the forms
                have margins of 35 and 20 mm, we 30 and 15), or the component it stands under. %d components; %d differences of
                more than %.1f mm or in weight, each with its reason.
                """.formatted(components, differences, TOLERANCE);
        Path target = "1".equals(System.getenv("ANTIN_WRITE_GEOMETRY"))
                ? Path.of("src/docs/annex-3-geometry.md")
                : Path.of("target/annex-3-geometry.md");
        Files.writeString(target, page + table);
    }

    /** Theirs left, ours right, in {@code target/decree30}. */
    private static void pictures(Form form, byte[] pdf, int theirPage) throws IOException {
        try (var theirs = Loader.loadPDF(Files.readAllBytes(OfficialForms.PDF));
                var ours = Loader.loadPDF(pdf)) {
            BufferedImage left = new PDFRenderer(theirs).renderImageWithDPI(theirPage, 70);
            BufferedImage right = new PDFRenderer(ours).renderImageWithDPI(form.page(), 70);
            var both = new BufferedImage(
                    left.getWidth() + right.getWidth() + 8,
                    Math.max(left.getHeight(), right.getHeight()),
                    BufferedImage.TYPE_INT_RGB);
            var canvas = both.createGraphics();
            canvas.setColor(Color.GRAY);
            canvas.fillRect(0, 0, both.getWidth(), both.getHeight());
            canvas.drawImage(left, 0, 0, null);
            canvas.drawImage(right, left.getWidth() + 8, 0, null);
            canvas.dispose();
            ImageIO.write(
                    both,
                    "png",
                    Path.of("target/decree30", "mau-" + form.name().replace(' ', '-') + ".png")
                            .toFile());
        }
    }
}
