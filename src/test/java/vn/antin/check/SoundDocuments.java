package vn.antin.check;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.antin.agency.Agency;
import vn.antin.agency.Authority;
import vn.antin.agency.Signatory;
import vn.antin.compose.AdministrativeDocument;
import vn.antin.compose.Annex;
import vn.antin.compose.Answers;
import vn.antin.compose.Block;
import vn.antin.compose.Composer;
import vn.antin.compose.Cosigner;
import vn.antin.compose.DemonstrationBodies;
import vn.antin.compose.Inline;
import vn.antin.compose.Level;
import vn.antin.compose.Marks;
import vn.antin.compose.Seed;
import vn.antin.kernel.AgencyId;
import vn.antin.kernel.DocumentId;
import vn.antin.kernel.DocumentKind;
import vn.antin.kernel.LookupCode;
import vn.antin.kernel.Particulars;
import vn.antin.kernel.PersonId;
import vn.antin.template.ProjectTemplates;

/** Documents in which there is nothing to find: the mended seeds, the templates' samples, and four of each kind. */
final class SoundDocuments {
    private static final int EACH_KIND = 4;
    private static final Set<DocumentKind> ADDRESSED =
            EnumSet.of(DocumentKind.LETTER, DocumentKind.SUBMISSION, DocumentKind.REPORT);
    private static final Set<DocumentKind> COSIGNED =
            EnumSet.of(DocumentKind.MINUTES, DocumentKind.CONTRACT, DocumentKind.MEMORANDUM, DocumentKind.AGREEMENT);
    private static final Set<DocumentKind> IN_CHAPTERS = EnumSet.of(DocumentKind.STATUTE, DocumentKind.REGULATION);

    private static final List<Agency> AGENCIES = List.of(
            agency("th-song-cau", "UBND XÃ TIÊN MINH", "TRƯỜNG TIỂU HỌC SÔNG CẦU", "THSC", "Tiên Minh", null),
            agency(
                    "thcs-an-hoa",
                    "ỦY BAN NHÂN DÂN PHƯỜNG AN BIÊN",
                    "TRƯỜNG TRUNG HỌC CƠ SỞ AN HÒA",
                    "THCSAH",
                    "An Biên",
                    "Số 12 đường Lạch Tray, phường An Biên; điện thoại: 0225.000.000; thư điện tử: lienhe@anhoa.example"),
            agency("so", "UBND THÀNH PHỐ HẢI PHÒNG", "SỞ GIÁO DỤC VÀ ĐÀO TẠO", "SGDĐT", "Hải Phòng", null),
            agency("tinh", null, "ỦY BAN NHÂN DÂN TỈNH HƯNG YÊN", "UBND", "Hưng Yên", null));

    private static final List<String> SUBJECTS = List.of(
            "Tổ chức tuần lễ đọc sách trong nhà trường",
            "Bồi dưỡng năng lực số cho giáo viên và nhân viên",
            "Rà soát cơ sở vật chất, thiết bị dạy học trước khai giảng",
            "Phòng, chống tai nạn thương tích và đuối nước cho học sinh trong dịp nghỉ hè",
            "Công tác bảo đảm an toàn thực phẩm tại bếp ăn bán trú");

    private static final List<String> SENTENCES = List.of(
            "Các bộ phận phân công người theo dõi, chuẩn bị đủ điều kiện về nhân lực, thiết bị và thời gian.",
            "Giáo viên chủ nhiệm phổ biến nội dung này đến học sinh và cha mẹ học sinh, ghi nhận ý kiến phản hồi.",
            "Việc thực hiện phải thiết thực, tiết kiệm, không làm xáo trộn kế hoạch dạy và học của nhà trường.",
            "Bộ phận thư viện bố trí lịch phục vụ phù hợp với thời khóa biểu của từng khối lớp và thông báo công khai.",
            "Kết quả được tổng hợp vào sổ theo dõi chung và công bố trong cuộc họp gần nhất của hội đồng sư phạm.",
            "Nhân viên y tế kiểm tra vệ sinh, ánh sáng, nước uống tại các phòng học ít nhất một lần mỗi tuần.",
            "Những khó khăn phát sinh phải được báo cáo ngay để kịp thời tháo gỡ, không để kéo dài sang tuần sau.",
            "Học sinh được khuyến khích giới thiệu cuốn sách mình yêu thích bằng lời, bằng tranh hoặc bằng đoạn ghi hình"
                    + " ngắn.");

    private static final List<String> TITLES =
            List.of("MỤC ĐÍCH, YÊU CẦU", "NỘI DUNG", "TỔ CHỨC THỰC HIỆN", "KINH PHÍ");
    private static final List<String> SMALL_TITLES =
            List.of("Phạm vi áp dụng", "Trách nhiệm của các bộ phận", "Thời gian và địa điểm", "Chế độ báo cáo");

    private final Random chance = new Random(30_2020);
    private int last;
    private final List<AdministrativeDocument> documents = new ArrayList<>();

    private SoundDocuments() {}

    static List<AdministrativeDocument> all() {
        var sound = new SoundDocuments();
        Seed.corrected().map(Seed::document).forEach(sound.documents::add);
        sound.addSamples();
        int turn = 0;
        for (DocumentKind kind : DocumentKind.values()) {
            for (int i = 0; i < EACH_KIND; i++) {
                sound.documents.add(sound.made(kind, i, turn++));
            }
        }
        return sound.documents;
    }

    private void addSamples() {
        try {
            var bodies = new DemonstrationBodies();
            for (var template : ProjectTemplates.read().all()) {
                documents.add(new Composer()
                        .compose(
                                template,
                                template.sample(),
                                bodies.agency("th-toan-thang"),
                                bodies.signatory("pham-thi-nga"),
                                DemonstrationBodies.ID,
                                DemonstrationBodies.CODE));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private AdministrativeDocument made(DocumentKind kind, int n, int turn) {
        Agency issuer = AGENCIES.get(n % AGENCIES.size());
        Authority authority = authority(issuer, turn);
        var person = new PersonId("nguoi-ky-" + n);
        var signatory = new Signatory(person, "Nguyễn Thị Thu Hà", issuer.id(), authority);
        String subject = SUBJECTS.get(turn % SUBJECTS.size());
        boolean letter = kind == DocumentKind.LETTER;
        boolean addressed = ADDRESSED.contains(kind) && (kind != DocumentKind.REPORT || n % 2 == 0);
        boolean decides = kind == DocumentKind.DECISION || kind == DocumentKind.RESOLUTION;
        List<Annex> annexes = annexes(kind, n);
        List<String> recipients = recipients(kind, addressed);
        var particulars = new Particulars(
                new DocumentId(new UUID(30, turn)),
                new LookupCode("0000-0000-0000"),
                kind,
                issuer.id(),
                issuer.name(),
                issuer.place(),
                kind.symbol(issuer.symbol(), "CM"),
                letter ? subject.substring(0, 1).toLowerCase(Locale.ROOT) + subject.substring(1) : subject,
                person,
                signatory.fullName(),
                recipients,
                "10 năm",
                "thu@0");
        return new AdministrativeDocument(
                particulars,
                issuer,
                signatory,
                n == 1 ? new Marks(Marks.Urgency.URGENT, Marks.Circulation.INTERNAL, "CM.(30)") : Marks.NONE,
                addressed
                        ? n % 2 == 0 && n > 0
                                ? List.of("Sở Giáo dục và Đào tạo thành phố Hải Phòng")
                                : List.of("Ủy ban nhân dân phường An Biên;", "Các trường tiểu học trên địa bàn.")
                        : List.of(),
                decides || n % 2 == 1 ? bases() : List.of(),
                decides ? issuer.name() : null,
                body(kind, n, !annexes.isEmpty()),
                COSIGNED.contains(kind) ? List.of(new Cosigner("THƯ KÝ", "Trần Văn Bình")) : List.of(),
                recipients,
                annexes,
                Answers.NONE);
    }

    private static Authority authority(Agency issuer, int n) {
        boolean collective = issuer.superior() == null;
        if (collective) {
            return new Authority.OnBehalf("ỦY BAN NHÂN DÂN", "CHỦ TỊCH");
        }
        String head = issuer.name().startsWith("SỞ") ? "GIÁM ĐỐC" : "HIỆU TRƯỞNG";
        return switch (n % 5) {
            case 0 -> new Authority.Head(head);
            case 1 -> new Authority.Deputy(head, "PHÓ " + head);
            case 2 -> new Authority.Acting(head);
            case 3 -> new Authority.ByOrder(head, "TRƯỞNG PHÒNG HÀNH CHÍNH");
            default -> new Authority.Delegated(head, "TỔ TRƯỞNG TỔ VĂN PHÒNG");
        };
    }

    private static List<Inline.Text> bases() {
        return List.of(
                Inline.Text.plain("Căn cứ Luật Giáo dục ngày 14 tháng 6 năm 2019;"),
                Inline.Text.plain("Căn cứ Luật Viên chức ngày 15 tháng 11 năm 2010;"),
                Inline.Text.plain("Theo đề nghị của Tổ trưởng Tổ Văn phòng."));
    }

    private List<String> recipients(DocumentKind kind, boolean addressed) {
        var recipients = new ArrayList<String>();
        if (addressed) {
            recipients.add("Như trên;");
        }
        if (kind == DocumentKind.DECISION) {
            recipients.add("Như Điều 3;");
        }
        recipients.add("Hội đồng trường;");
        recipients.add("Các tổ chuyên môn;");
        recipients.add(chance.nextBoolean() ? "Lưu: VT, CM." : "Lưu: VT, CM (03).");
        return recipients;
    }

    private List<Block> body(DocumentKind kind, int n, boolean annexed) {
        var body = new ArrayList<Block>();
        if (kind == DocumentKind.DECISION || kind == DocumentKind.RESOLUTION) {
            body.add(new Block.Centred(
                    Inline.Text.plain(kind == DocumentKind.DECISION ? "QUYẾT ĐỊNH:" : "QUYẾT NGHỊ:")));
            for (int i = 1; i <= 3; i++) {
                body.add(item(Level.ARTICLE, i, false, sentence()));
            }
        } else if (IN_CHAPTERS.contains(kind)) {
            for (int chapter = 1; chapter <= 2; chapter++) {
                body.add(item(Level.CHAPTER, chapter, true, TITLES.get(chapter)));
                for (int i = 1; i <= 2; i++) {
                    body.add(item(Level.ARTICLE, chapter * 2 - 2 + i, true, SMALL_TITLES.get(i)));
                    clauses(body, 2, false);
                }
            }
        } else {
            body.add(new Block.Paragraph(Inline.Text.plain(sentence() + " " + sentence())));
            for (int i = 1; i <= 2 + n % 2; i++) {
                body.add(item(Level.ROMAN, i, true, TITLES.get(i - 1)));
                body.add(new Block.Paragraph(note(sentence())));
                clauses(body, 3, n % 2 == 0);
                body.add(item(Level.DASH, 0, false, sentence()));
            }
            if (n == 2) {
                body.add(table());
            }
        }
        if (annexed) {
            body.add(new Block.Paragraph(Inline.Text.plain(
                    "Nội dung chi tiết được nêu tại Phụ lục kèm theo " + kind.vietnamese() + " này.")));
        }
        body.add(new Block.Paragraph(Inline.Text.plain(
                "Các bộ phận, cá nhân có liên quan chịu trách nhiệm thực hiện các nội dung trên./.")));
        return body;
    }

    private void clauses(List<Block> body, int count, boolean titled) {
        for (int i = 1; i <= count; i++) {
            body.add(item(Level.CLAUSE, i, titled, titled ? SMALL_TITLES.get(i) : sentence()));
            if (titled || i == 1) {
                for (int p = 1; p <= 6; p++) {
                    body.add(item(Level.POINT, p, false, sentence()));
                }
            }
        }
    }

    private static Block.Item item(Level level, int ordinal, boolean titled, String text) {
        return new Block.Item(level, ordinal, titled, level.marker(ordinal), Inline.Text.plain(text));
    }

    private static Inline.Text note(String text) {
        return new Inline.Text(List.of(
                new Inline.Run(text, false, false),
                new Inline.Footnote(1, Inline.Text.plain("Theo biên bản họp gần nhất của hội đồng sư phạm."))));
    }

    private static Block.Table table() {
        var rows = new ArrayList<Block.Row>();
        rows.add(row(true, "STT", "Nội dung", "Số lượng"));
        rows.add(row(false, "1", "Bàn học sinh", "20"));
        rows.add(row(false, "2", "Ghế học sinh", "30"));
        rows.add(row(false, "", "Tổng cộng", "50"));
        return new Block.Table(List.of(1, 4, 2), 1, rows);
    }

    private static Block.Row row(boolean bold, String... cells) {
        return new Block.Row(List.of(cells).stream()
                .map(it -> new Block.Cell(Inline.Text.plain(it), 1, false, bold))
                .toList());
    }

    private List<Annex> annexes(DocumentKind kind, int n) {
        int count = n == 0 ? 0 : n - 1;
        var annexes = new ArrayList<Annex>();
        for (int i = 1; i <= count; i++) {
            annexes.add(new Annex(
                    count == 1 ? 0 : i,
                    i == 1 ? "DANH MỤC THIẾT BỊ" : "LỊCH THỰC HIỆN",
                    "(Kèm theo " + kind.vietnamese() + " số        ngày     tháng     năm      của đơn vị)",
                    i == 1
                            ? List.of(
                                    new Block.Paragraph(Inline.Text.plain(sentence())),
                                    new Block.Paragraph(Inline.Text.plain("Danh mục này được cập nhật hằng quý./.")))
                            : List.of(new Block.Paragraph(Inline.Text.plain(sentence())), table())));
        }
        return annexes;
    }

    private String sentence() {
        // Never twice in a row: a paragraph that repeats the one above is a mistake.
        last = (last + 1 + chance.nextInt(SENTENCES.size() - 1)) % SENTENCES.size();
        return SENTENCES.get(last);
    }

    private static Agency agency(
            String id, @Nullable String superior, String name, String symbol, String place, @Nullable String contact) {
        return new Agency(new AgencyId(id), superior, name, symbol, place, contact);
    }
}
