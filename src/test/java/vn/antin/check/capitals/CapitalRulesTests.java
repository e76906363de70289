package vn.antin.check.capitals;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import vn.antin.check.Rule;
import vn.antin.check.wording.Draft;
import vn.antin.kernel.DocumentKind;

/** For each rule: what it finds and how it mends it, and sound writing that looks alike. */
class CapitalRulesTests {
    /** Each line is a paragraph of its own; what is found is told as {@code words → mended}. */
    private static List<String> found(Rule rule, String... lines) {
        return told(Draft.plan(lines).breaches(rule));
    }

    private static List<String> told(List<Rule.Breach> breaches) {
        assertThat(breaches).allSatisfy(it -> {
            assertThat(it.place().quote()).isNotEmpty();
            assertThat(it.what()).endsWith(".");
            assertThat(it.mend()).isNotEmpty();
        });
        return breaches.stream()
                .map(it -> it.place().quote() + (it.replacement().isEmpty() ? "" : " → " + it.replacement()))
                .toList();
    }

    @Test
    void everyRuleCitesAClauseOfAnnexTwo() {
        assertThat(CapitalRules.all())
                .hasSizeGreaterThan(25)
                .extracting(it -> it.citation().words())
                .allMatch(it -> it.startsWith("Nghị định 30/2020/NĐ-CP, Phụ lục II, Mục "));
    }

    @Test
    void sentencesBeginWithACapital() {
        var rule = new SentencesBeginWithACapital();
        assertThat(found(rule, "Nhà trường đã hoàn thành tốt. các tổ báo cáo. Hết."))
                .containsExactly("tốt. các → tốt. Các");
        assertThat(found(rule, "Ai làm? giáo viên làm.")).containsExactly("làm? giáo → làm? Giáo");
        assertThat(found(rule, "- các tổ báo cáo;", "a) giáo viên dạy;", "nhà trường họp."))
                .containsExactly("các tổ → Các tổ", "giáo viên → Giáo viên", "nhà trường → Nhà trường");
        assertThat(told(Draft.plan("Nội dung.").on("căn cứ Luật Giáo dục;").breaches(rule)))
                .containsExactly("căn cứ → Căn cứ");
        assertThat(told(Draft.plan("Nội dung.").to("các tổ;", "Lưu: VT.").breaches(rule)))
                .containsExactly("các tổ → Các tổ");
        assertThat(found(
                        rule,
                        "Sách, vở, bút v.v. được cấp. Xem haiphong.edu.vn. onluyen.vn cũng dùng được.",
                        "ThS. nguyên là giáo viên, tr. 5, lớp 1. 2 học sinh...",
                        "- iGiaoduc là kho học liệu;",
                        "- e-learning và eOffice;",
                        "- 100% giáo viên;",
                        "Trăm năm trong cõi người ta",
                        "chữ tài chữ mệnh khéo là ghét nhau."))
                .isEmpty();
    }

    @Test
    void wordsKeepOneCase() {
        var rule = new WordsKeepOneCase();
        assertThat(found(rule, "Nhà trường THực hiện giáO dục.")).containsExactly("THực → Thực", "giáO → giáo");
        assertThat(found(rule, "Mã QyĐ, CTr, TTr, ThS, IoT, VNeID, eOffice, iGiaoduc, GDTrH, PowerPoint, KẾ HOẠCH."))
                .isEmpty();
    }

    @Test
    void wordsAreNotShouted() {
        var rule = new WordsAreNotShouted();
        assertThat(found(rule, "Giáo viên phải THỰC HIỆN NGHIÊM quy chế.")).containsExactly("THỰC HIỆN NGHIÊM");
        assertThat(found(rule, "Học sinh KHÔNG được dùng điện thoại, CẤM hút thuốc."))
                .containsExactly("KHÔNG → không", "CẤM → cấm");
        assertThat(found(rule, "KẾ hoạch gồm ba phần.")).containsExactly("KẾ → Kế");
        assertThat(found(
                        rule,
                        "I. MỤC ĐÍCH, YÊU CẦU",
                        "Các trường THPT, THCS và UBND xã dùng CSDL của BCĐ.",
                        "Hưởng ứng “TRƯỜNG HỌC HẠNH PHÚC” toàn ngành.",
                        "MỤC TIÊU: nâng cao chất lượng."))
                .isEmpty();
    }

    @Test
    void functionWordsAreSmall() {
        var rule = new FunctionWordsAreSmall();
        assertThat(found(rule, "Phòng yêu cầu Các cơ sở giáo dục báo cáo.")).containsExactly("Các → các");
        assertThat(found(rule, "Nhà trường họp. Các tổ báo cáo; Các lớp nghỉ: Những ai đến. Ông Và Thị Của."))
                .isEmpty();
    }

    @Test
    void peopleKeepTheirCapitals() {
        var rule = new PeopleKeepTheirCapitals();
        assertThat(found(rule, "Giao ông Nguyễn văn Bình và bà Lê thị Thu Hà theo dõi."))
                .containsExactly("Nguyễn văn Bình → Nguyễn Văn Bình", "Lê thị Thu Hà → Lê Thị Thu Hà");
        assertThat(told(Draft.plan("Nội dung.").signedBy("Phạm thị Nga").breaches(rule)))
                .containsExactly("Phạm thị Nga → Phạm Thị Nga");
        assertThat(found(rule, "Giao ông Nguyễn Văn Bình, bà Lê Thị Hà; công trình văn hóa; vua Lê văn hiến."))
                .isEmpty();
    }

    @Test
    void historicalPeopleKeepTheirCapitals() {
        var rule = new HistoricalPeopleKeepTheirCapitals();
        assertThat(found(rule, "Làm theo lời bác Hồ và chủ tịch Hồ Chí Minh."))
                .containsExactlyInAnyOrder("bác Hồ → Bác Hồ", "chủ tịch Hồ Chí Minh → Chủ tịch Hồ Chí Minh");
        assertThat(found(rule, "Năm điều Bác Hồ dạy; bác Hồ Văn Lâm là phụ huynh; đền thờ các vua Hùng."))
                .isEmpty();
    }

    @Test
    void provincesHaveASmallNoun() {
        var rule = new ProvincesHaveASmallNoun();
        assertThat(found(rule, "Các trường thuộc Tỉnh Nam Định và Thành phố Hải Phòng thực hiện."))
                .containsExactly("Tỉnh Nam Định → tỉnh Nam Định", "Thành phố Hải Phòng → thành phố Hải Phòng");
        assertThat(found(
                        rule,
                        "Tỉnh Nam Định và thành phố Hải Phòng thực hiện. Thành phố Hồ Chí Minh cũng vậy.",
                        "Ngành giáo dục Thành phố; Tỉnh ủy Nam Định; toàn Thành phố."))
                .isEmpty();
    }

    @Test
    void numberedUnitsAreCapital() {
        var rule = new NumberedUnitsAreCapital();
        assertThat(found(rule, "Các trường ở quận 1, Thành phố Hồ Chí Minh và phường 12."))
                .containsExactly("quận 1 → Quận 1", "phường 12 → Phường 12");
        assertThat(found(rule, "Gồm 3 quận 2 huyện; mỗi phường 2 trường; Quận 1; xã 5."))
                .isEmpty();
    }

    @Test
    void namedCitiesKeepTheirCapitals() {
        var rule = new NamedCitiesKeepTheirCapitals();
        assertThat(found(rule, "Tại thành phố Hồ Chí Minh và thủ đô Hà Nội."))
                .containsExactlyInAnyOrder(
                        "thành phố Hồ Chí Minh → Thành phố Hồ Chí Minh", "thủ đô Hà Nội → Thủ đô Hà Nội");
        assertThat(found(
                        rule,
                        "Thủ đô Hà Nội, Thành phố Hồ Chí Minh; các thành phố Hồ Chí Minh, Cần Thơ; thành phố Huế."))
                .isEmpty();
    }

    @Test
    void regionsKeepTheirCapitals() {
        var rule = new RegionsKeepTheirCapitals();
        assertThat(found(rule, "Các trường vùng Tây bắc, Tây nguyên và đồng bằng Bắc bộ."))
                .containsExactlyInAnyOrder("Tây bắc → Tây Bắc", "Tây nguyên → Tây Nguyên", "Bắc bộ → Bắc Bộ");
        assertThat(found(rule, "Vùng Tây Bắc, Tây Nguyên; gió mùa đông bắc; người Việt Nam bộ đội; phía tây bắc."))
                .isEmpty();
    }

    @Test
    void organisationsKeepTheirCapitals() {
        var rule = new OrganisationsKeepTheirCapitals();
        assertThat(found(
                        rule,
                        "Theo Bộ giáo dục và đào tạo, Uỷ Ban Nhân Dân xã, Quốc Hội, Chính Phủ và Ban chỉ đạo tỉnh."))
                .containsExactlyInAnyOrder(
                        "Bộ giáo dục và đào tạo → Bộ Giáo dục và Đào tạo",
                        "Uỷ Ban Nhân Dân → Uỷ ban nhân dân",
                        "Quốc Hội → Quốc hội",
                        "Chính Phủ → Chính phủ",
                        "Ban chỉ đạo → Ban Chỉ đạo");
        assertThat(found(rule, "Báo cáo Sở giáo dục và Đào tạo, Hội đồng Nhân dân, bộ khoa học và công nghệ."))
                .containsExactlyInAnyOrder(
                        "Sở giáo dục và Đào tạo → Sở Giáo dục và Đào tạo",
                        "Hội đồng Nhân dân → Hội đồng nhân dân",
                        "bộ khoa học và công nghệ → Bộ Khoa học và Công nghệ");
        assertThat(found(
                        rule,
                        "Bộ Giáo dục và Đào tạo, Sở Giáo dục và Đào tạo, Ủy ban nhân dân xã, Uỷ ban nhân dân tỉnh, Ban Chỉ đạo.",
                        "Sở giáo dục và đào tạo, phòng giáo dục và đào tạo các địa phương thực hiện.",
                        "Cán bộ giáo dục và đào tạo; cán bộ y tế; Trưởng phòng Giáo dục và Đào tạo; chính phủ điện tử; ban chỉ đạo.",
                        "BỘ GIÁO DỤC VÀ ĐÀO TẠO; ỦY BAN NHÂN DÂN XÃ",
                        "Các ủy ban nhân dân. Ban chỉ đạo gồm ba người."))
                .isEmpty();
    }

    @Test
    void schoolsKeepTheirCapitals() {
        var rule = new SchoolsKeepTheirCapitals();
        assertThat(found(rule, "Học sinh trường Tiểu học Toàn Thắng và Trường tiểu học Lê Văn Tám."))
                .containsExactly("trường Tiểu học → Trường Tiểu học", "Trường tiểu học → Trường Tiểu học");
        assertThat(
                        found(
                                rule,
                                "Trường Tiểu học Toàn Thắng; các trường THPT Phạm Ngũ Lão, Bạch Đằng; 3 trường THCS Lê Lợi; trường Tiểu học, Mầm non; Điều lệ Trường tiểu học."))
                .isEmpty();
    }

    @Test
    void foreignOrganisationsKeepTheirCapitals() {
        var rule = new ForeignOrganisationsKeepTheirCapitals();
        assertThat(found(rule, "Theo Liên Hợp Quốc và Tổ chức Y tế Thế giới."))
                .containsExactlyInAnyOrder(
                        "Liên Hợp Quốc → Liên hợp quốc", "Tổ chức Y tế Thế giới → Tổ chức Y tế thế giới");
        assertThat(found(rule, "Theo Liên hợp quốc, Tổ chức Y tế thế giới, UNESCO."))
                .isEmpty();
    }

    @Test
    void stateAndPeopleAreCapital() {
        var rule = new StateAndPeopleAreCapital();
        assertThat(found(rule, "Chủ trương của Đảng và nhà nước là phục vụ nhân dân."))
                .containsExactly("nhà nước → Nhà nước", "nhân dân → Nhân dân");
        assertThat(
                        found(
                                rule,
                                "Đảng và Nhà nước; quản lý nhà nước, cơ quan nhà nước, ngân sách nhà nước; Hội đồng nhân dân; 100 nhân dân tệ; phục vụ Nhân dân."))
                .isEmpty();
    }

    @Test
    void quotesEnoughToMendTheRightPlace() {
        assertThat(found(new StateAndPeopleAreCapital(), "Hội đồng nhân dân và cán bộ phục vụ nhân dân."))
                .containsExactly("vụ nhân dân → vụ Nhân dân");
        assertThat(found(new WeekdaysAreCapital(), "Lần thứ hai họp sáng thứ hai."))
                .containsExactly("sáng thứ hai → sáng thứ Hai");
    }

    @Test
    void honoursKeepTheirCapitals() {
        var rule = new HonoursKeepTheirCapitals();
        assertThat(found(rule, "Tặng danh hiệu Nhà giáo ưu tú, Anh hùng lao động và Huân chương lao động."))
                .containsExactlyInAnyOrder(
                        "Nhà giáo ưu tú → Nhà giáo Ưu tú",
                        "Anh hùng lao động → Anh hùng Lao động",
                        "Huân chương lao động → Huân chương Lao động");
        assertThat(found(rule, "Danh hiệu Nhà giáo Ưu tú, Huân chương Lao động; những nhà giáo ưu tú của trường."))
                .isEmpty();
    }

    @Test
    void ranksAreCapital() {
        var rule = new RanksAreCapital();
        assertThat(found(rule, "Được tặng Huân chương Lao động hạng nhì."))
                .containsExactly("Huân chương Lao động hạng nhì → Huân chương Lao động hạng Nhì");
        assertThat(found(rule, "Huân chương Lao động hạng Ba; giải hạng nhất; xếp hạng ba toàn tỉnh."))
                .isEmpty();
    }

    @Test
    void postsKeepTheirCapitals() {
        var rule = new PostsKeepTheirCapitals();
        assertThat(found(rule, "Theo Thủ tướng chính phủ, thủ tướng Chính phủ và Chủ tịch quốc hội."))
                .containsExactlyInAnyOrder(
                        "Thủ tướng chính phủ → Thủ tướng Chính phủ",
                        "thủ tướng Chính phủ → Thủ tướng Chính phủ",
                        "Chủ tịch quốc hội → Chủ tịch Quốc hội");
        assertThat(found(rule, "Thủ tướng Chính phủ, Phó Thủ tướng Chính phủ, Chủ tịch Quốc hội, THỦ TƯỚNG CHÍNH PHỦ."))
                .isEmpty();
    }

    @Test
    void titlesBeforeNamesAreCapital() {
        var rule = new TitlesBeforeNamesAreCapital();
        assertThat(found(rule, "Giao phó hiệu trưởng Phạm Thị Nga và tiến sĩ Nguyễn Văn Bình."))
                .containsExactly("phó hiệu trưởng → Phó Hiệu trưởng", "tiến sĩ → Tiến sĩ");
        assertThat(
                        found(
                                rule,
                                "Giao Phó Hiệu trưởng Phạm Thị Nga; các hiệu trưởng báo cáo; hiệu trưởng Trường Tiểu học Lê Lợi."))
                .isEmpty();
    }

    @Test
    void holidaysKeepTheirCapitals() {
        var rule = new HolidaysKeepTheirCapitals();
        assertThat(found(rule, "Kỷ niệm ngày nhà giáo Việt Nam 20-11 và ngày quốc khánh 2-9."))
                .containsExactlyInAnyOrder("nhà giáo Việt Nam → Nhà giáo Việt Nam", "quốc khánh → Quốc khánh");
        assertThat(found(rule, "Ngày Nhà giáo Việt Nam, ngày Quốc khánh 2-9; các nhà giáo Việt Nam; phụ nữ Việt Nam."))
                .isEmpty();
    }

    @Test
    void instrumentsAreCapital() {
        var rule = new InstrumentsAreCapital();
        assertThat(found(rule, "Theo nghị định số 30/2020/NĐ-CP và kế hoạch số 15/KH-THTT."))
                .containsExactly("nghị định số 30/2 → Nghị định số 30/2", "kế hoạch số 15/K → Kế hoạch số 15/K");
        assertThat(found(
                        rule,
                        "Theo Nghị định số 30/2020/NĐ-CP; các quyết định số 12/QĐ-UBND, 13/QĐ-UBND; kế hoạch số hóa."))
                .isEmpty();
    }

    @Test
    void lawsAreCapital() {
        var rule = new LawsAreCapital();
        assertThat(found(rule, "Căn cứ Luật giáo dục và theo luật Viên chức."))
                .containsExactly("Luật giáo dục → Luật Giáo dục", "luật Viên chức → Luật Viên chức");
        assertThat(
                        found(
                                rule,
                                "Luật Giáo dục, Luật Bảo vệ dữ liệu cá nhân; pháp luật giáo dục; kỷ luật lao động; theo luật giáo dục của các nước."))
                .isEmpty();
    }

    @Test
    void thisDocumentIsCapital() {
        var rule = new ThisDocumentIsCapital();
        assertThat(found(rule, "Các tổ thực hiện kế hoạch này.")).containsExactly("kế hoạch này → Kế hoạch này");
        assertThat(found(rule, "Các tổ thực hiện Kế hoạch này; quyết định này của phụ huynh; chương trình này."))
                .isEmpty();
        assertThat(told(Draft.plan("Điều 1. Ban hành kèm theo quyết định này Quy chế.")
                        .of(DocumentKind.DECISION)
                        .breaches(rule)))
                .containsExactly("quyết định này → Quyết định này");
    }

    @Test
    void articlesAndChaptersAreCapital() {
        var rule = new ArticlesAndChaptersAreCapital();
        assertThat(found(rule, "Theo điểm a khoản 2 điều 9 Nghị định này, Điều 24 mục 1 Chương III phần I."))
                .containsExactly("điều 9 → Điều 9", "mục 1 → Mục 1", "phần I → Phần I");
        assertThat(found(rule, "Theo chương II Luật Giáo dục.")).containsExactly("chương II → Chương II");
        assertThat(
                        found(
                                rule,
                                "Theo điểm a khoản 2 Điều 9 Mục 1 Chương III; 5 điều Bác Hồ dạy; học chương 2 Toán lớp 5; phần 1 của bài; điều chỉnh."))
                .isEmpty();
    }

    @Test
    void clausesAndPointsAreSmall() {
        var rule = new ClausesAndPointsAreSmall();
        assertThat(found(rule, "Theo Khoản 2 Điều 9 và theo Điểm a Khoản 1 Điều 3."))
                .containsExactly("Khoản 2 Điều 9 → khoản 2 Điều 9", "Điểm a Khoản 1 → điểm a khoản 1");
        assertThat(found(rule, "Khoản 2 Điều 9 quy định rõ. Theo điểm a khoản 1 Điều 3. Khoản chi 2 triệu."))
                .isEmpty();
    }

    @Test
    void lunarYearsAreCapital() {
        var rule = new LunarYearsAreCapital();
        assertThat(found(rule, "Nghỉ tết Nguyên đán bính Ngọ, năm Đinh mùi."))
                .containsExactly("bính Ngọ → Bính Ngọ", "Đinh mùi → Đinh Mùi");
        assertThat(found(rule, "Nghỉ tết Nguyên đán Bính Ngọ; năm Mậu Tuất; công tân."))
                .isEmpty();
    }

    @Test
    void festivalsKeepTheirCapitals() {
        var rule = new FestivalsKeepTheirCapitals();
        assertThat(found(rule, "Nghỉ Tết Nguyên Đán; vui tết trung thu."))
                .containsExactlyInAnyOrder("Tết Nguyên Đán → tết Nguyên đán", "tết trung thu → tết Trung thu");
        assertThat(found(rule, "Nghỉ tết Nguyên đán. Tết Nguyên đán năm nay nghỉ 7 ngày; nghỉ Tết; đêm trung thu."))
                .isEmpty();
    }

    @Test
    void weekdaysAreCapital() {
        var rule = new WeekdaysAreCapital();
        assertThat(found(rule, "Họp sáng thứ hai hằng tuần; thứ năm, ngày 15 tháng 10 năm 2026 nghỉ."))
                .containsExactly("thứ hai → thứ Hai", "thứ năm → thứ Năm");
        assertThat(found(
                        rule,
                        "Lần thứ hai, ngày khai giảng; vấn đề thứ ba; sáng thứ Hai; tiết thứ tư và tiết thứ năm."))
                .isEmpty();
    }

    @Test
    void monthsAreCapital() {
        var rule = new MonthsAreCapital();
        assertThat(found(rule, "Hoàn thành trong tháng tám; họp vào tháng ba hằng năm."))
                .containsExactly("tháng tám → tháng Tám", "tháng ba → tháng Ba");
        assertThat(
                        found(
                                rule,
                                "Trong tháng 8; trong tháng Tám; họp một tháng hai lần; trong tháng năm tiết học; sáu tháng đầu năm."))
                .isEmpty();
    }

    @Test
    void eventsKeepTheirCapitals() {
        var rule = new EventsKeepTheirCapitals();
        assertThat(found(rule, "Kỷ niệm cách mạng tháng Tám và Cách mạng tháng tám."))
                .containsExactlyInAnyOrder(
                        "cách mạng tháng Tám → Cách mạng tháng Tám", "Cách mạng tháng tám → Cách mạng tháng Tám");
        assertThat(found(rule, "Cách mạng tháng Tám; đường Cách Mạng Tháng Tám; cách mạng công nghiệp."))
                .isEmpty();
    }
}
