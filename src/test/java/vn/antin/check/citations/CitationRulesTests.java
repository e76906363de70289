package vn.antin.check.citations;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import vn.antin.check.Rule;
import vn.antin.check.wording.Draft;

/** For each rule: what it finds and how it mends it, and sound citations that look alike. */
class CitationRulesTests {
    private static final String GROUND =
            "Căn cứ Quyết định số 4725/QĐ-BGDĐT ngày 30 tháng 12 năm 2022 của Bộ trưởng Bộ Giáo dục và Đào tạo ban hành Bộ chỉ số đánh giá mức độ chuyển đổi số của cơ sở giáo dục phổ thông và giáo dục thường xuyên;";

    private static List<String> found(Rule rule, String... lines) {
        return told(Draft.plan(lines).breaches(rule));
    }

    private static List<String> grounds(Rule rule, String... lines) {
        return told(Draft.plan("Nội dung.").on(lines).breaches(rule));
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
    void lawsAreCitedByName() {
        var rule = new LawsAreCitedByName();
        assertThat(grounds(rule, "Căn cứ Luật Giáo dục số 43/2019/QH14 ngày 14 tháng 6 năm 2019;"))
                .containsExactly("Luật Giáo dục số 43/2019/QH14 → Luật Giáo dục");
        assertThat(found(rule, "Theo Luật số 91/2025/QH15 ngày 26/6/2025 về bảo vệ dữ liệu cá nhân."))
                .containsExactly(
                        "Luật số 91/2025/QH15 ngày 26/6/2025 về bảo vệ dữ liệu cá nhân → Luật Bảo vệ dữ liệu cá nhân");
        assertThat(found(rule, "Theo Luật số 91/2025/QH15 về bảo vệ dữ liệu cá nhân và các văn bản liên quan."))
                .containsExactly("Luật số 91/2025/QH15 về bảo vệ dữ liệu cá nhân → Luật Bảo vệ dữ liệu cá nhân");
        assertThat(grounds(rule, "Căn cứ Luật Giáo dục ngày 14 tháng 6 năm 2019 của Quốc hội;"))
                .containsExactly(
                        "Luật Giáo dục ngày 14 tháng 6 năm 2019 của Quốc hội → Luật Giáo dục ngày 14 tháng 6 năm 2019");
        assertThat(grounds(rule, "Căn cứ Luật Giáo dục ngày 14 tháng 6 năm 2019;", GROUND))
                .isEmpty();
        assertThat(found(rule, "Theo Luật Lưu trữ và Nghị quyết số 202/2025/QH15; pháp luật số hóa."))
                .isEmpty();
    }

    @Test
    void groundsAreCitedInFull() {
        var rule = new GroundsAreCitedInFull();
        assertThat(grounds(rule, "Căn cứ Nghị định số 30/2020/NĐ-CP của Chính phủ về công tác văn thư;"))
                .containsExactly("Nghị định số 30/2020/NĐ-CP");
        assertThat(grounds(rule, "Căn cứ Nghị định số 30/2020/NĐ-CP ngày 05 tháng 3 năm 2020 về công tác văn thư;"))
                .containsExactly("Nghị định số 30/2020/NĐ-CP");
        assertThat(grounds(rule, "Căn cứ Nghị định số 30/2020/NĐ-CP ngày 05 tháng 3 năm 2020 của Chính phủ;"))
                .containsExactly("Nghị định số 30/2020/NĐ-CP");
        assertThat(grounds(rule, "Căn cứ Nghị định của Chính phủ về công tác văn thư;"))
                .containsExactly("Căn cứ Nghị định");
        assertThat(grounds(
                        rule,
                        GROUND,
                        "Căn cứ Luật Giáo dục ngày 14 tháng 6 năm 2019;",
                        "Căn cứ Kế hoạch số 250/KH-UBND ngày 23 tháng 9 năm 2025 của Ủy ban nhân dân thành phố về thực hiện Kế hoạch số 01-KH/BCĐ;",
                        "Căn cứ nhiệm vụ của nhà trường;",
                        "Theo đề nghị của Tổ trưởng Tổ Văn phòng."))
                .isEmpty();
    }

    @Test
    void datesOfGroundsAreSpelled() {
        var rule = new DatesOfGroundsAreSpelled();
        assertThat(grounds(
                        rule, "Căn cứ Kế hoạch số 15/KH-UBND ngày 5/2/2026 của Ủy ban nhân dân xã về chuyển đổi số;"))
                .containsExactly("ngày 5/2/2026 → ngày 05 tháng 02 năm 2026");
        assertThat(grounds(rule, GROUND)).isEmpty();
        assertThat(found(rule, "Theo Kế hoạch số 15/KH-UBND ngày 5/2/2026 của Ủy ban nhân dân xã."))
                .isEmpty();
    }

    @Test
    void firstMentionsAreDated() {
        var rule = new FirstMentionsAreDated();
        assertThat(found(rule, "Thực hiện Thông tư số 02/2025/TT-BGDĐT của Bộ Giáo dục và Đào tạo."))
                .containsExactly("Thông tư số 02/2025/TT-BGDĐT");
        assertThat(
                        found(
                                rule,
                                "Thực hiện Thông tư số 02/2025/TT-BGDĐT ngày 24/01/2025 của Bộ Giáo dục và Đào tạo.",
                                "Theo Thông tư số 02/2025/TT-BGDĐT.",
                                "Theo Quyết định số 206/QĐ-TTg^[Quyết định số 206/QĐ-TTg ngày 28/02/2024 của Thủ tướng Chính phủ.]."))
                .isEmpty();
        assertThat(told(Draft.plan("Theo Quyết định số 4725/QĐ-BGDĐT.")
                        .on(GROUND)
                        .breaches(rule)))
                .isEmpty();
    }

    @Test
    void laterMentionsAreShort() {
        var rule = new LaterMentionsAreShort();
        String first = "Thực hiện Kế hoạch số 15/KH-UBND ngày 05/02/2026 của Ủy ban nhân dân xã về chuyển đổi số.";
        assertThat(found(rule, first, "Báo cáo theo Kế hoạch số 15/KH-UBND ngày 05/02/2026."))
                .containsExactly("Kế hoạch số 15/KH-UBND ngày 05/02/2026 → Kế hoạch số 15/KH-UBND");
        assertThat(found(
                        rule,
                        first,
                        "Báo cáo theo Kế hoạch số 15/KH-UBND.",
                        "Theo Kế hoạch số 15/KH-UBND ngày 06/02/2025 của Ủy ban nhân dân tỉnh."))
                .isEmpty();
        assertThat(told(Draft.plan("Thực hiện Quyết định số 4725/QĐ-BGDĐT ngày 30/12/2022.")
                        .on(GROUND)
                        .breaches(rule)))
                .isEmpty();
    }

    @Test
    void numbersAreAnnounced() {
        var rule = new NumbersAreAnnounced();
        assertThat(found(rule, "Theo Quyết định 4725/QĐ-BGDĐT và Kế hoạch 01-KH/BCĐ."))
                .containsExactly(
                        "Quyết định 4725/QĐ-BGDĐT → Quyết định số 4725/QĐ-BGDĐT",
                        "Kế hoạch 01-KH/BCĐ → Kế hoạch số 01-KH/BCĐ");
        assertThat(
                        found(
                                rule,
                                "Theo Quyết định số 4725/QĐ-BGDĐT, Đề án 06, các Kế hoạch 1398/KH-SGDĐT, Chương trình 2018; Nghị quyết số 57-NQ/TW."))
                .isEmpty();
        assertThat(found(rule, "| TT | Căn cứ |", "|--|--|", "| 1 | Quyết định 4725/QĐ-BGDĐT |"))
                .isEmpty();
    }

    @Test
    void numbersHaveTheirSymbol() {
        var rule = new NumbersHaveTheirSymbol();
        assertThat(found(rule, "Theo Quyết định số 4725 ngày 30/12/2022 của Bộ Giáo dục và Đào tạo."))
                .containsExactly("Quyết định số 4725");
        assertThat(told(Draft.plan("Theo Quyết định số 4725 ngày 30/12/2022.")
                        .on(GROUND)
                        .breaches(rule)))
                .containsExactly("Quyết định số 4725 → Quyết định số 4725/QĐ-BGDĐT");
        assertThat(found(rule, "Theo Quyết định số 4725/QĐ-BGDĐT ngày 30/12/2022; Báo cáo 3 ngày một lần."))
                .isEmpty();
    }

    @Test
    void numbersHaveNoBlanks() {
        var rule = new NumbersHaveNoBlanks();
        assertThat(found(rule, "Theo Công văn số 459 /PGDĐT-CNTT và Kế hoạch số 02- KH/BCĐTW."))
                .containsExactly("459 /PGDĐT-CNTT → 459/PGDĐT-CNTT", "02- KH/BCĐTW → 02-KH/BCĐTW");
        assertThat(found(rule, "Theo Công văn số 459/PGDĐT-CNTT - Phòng GDĐT; Kế hoạch 01 - Năm học mới."))
                .isEmpty();
    }

    @Test
    void symbolsKeepTheirHyphen() {
        var rule = new SymbolsKeepTheirHyphen();
        assertThat(
                        found(
                                rule,
                                "Theo Kế hoạch số 250/KHUBND, Thông tư số 16/2022/TTBGDĐT, Thông tư số 16/2022/TTBGDDĐT và Nghị quyết số 03-NQTU."))
                .containsExactly(
                        "250/KHUBND → 250/KH-UBND",
                        "16/2022/TTBGDĐT → 16/2022/TT-BGDĐT",
                        "16/2022/TTBGDDĐT → 16/2022/TT-BGDĐT",
                        "03-NQTU → 03-NQ/TU");
        assertThat(
                        found(
                                rule,
                                "Theo Kế hoạch số 250/KH-UBND, Nghị quyết số 57-NQ/TW, Công văn số 5835/BGDĐT-KHCNTT, Công văn số 7/TTGDTX."))
                .isEmpty();
    }

    @Test
    void symbolsAreSpelledRight() {
        var rule = new SymbolsAreSpelledRight();
        assertThat(found(rule, "Theo Quyết định số 4725/QD-BGDDT và Nghị định số 30/2020/ND-CP."))
                .containsExactly("4725/QD-BGDDT → 4725/QĐ-BGDĐT", "30/2020/ND-CP → 30/2020/NĐ-CP");
        assertThat(found(rule, "Theo Quyết định số 4725/QĐ-BGDĐT, Quyết định số 5/QyĐ-THTT, Tờ trình số 3/TTr-THTT."))
                .isEmpty();
    }

    @Test
    void symbolsFitTheirKind() {
        var rule = new SymbolsFitTheirKind();
        assertThat(found(rule, "Theo Quyết định số 12/NQ-HĐND và Thông tư số 30/2020/NĐ-CP."))
                .containsExactly("Quyết định số 12/NQ-HĐND", "Thông tư số 30/2020/NĐ-CP");
        assertThat(
                        found(
                                rule,
                                "Theo Quyết định số 12/QĐ-UBND, Quy định số 12-QĐ/TW, Hướng dẫn số 5/SGDĐT-GDTrH, Thông báo số 7/TB-UBND, Nghị quyết số 202/2025/QH15, Công văn số 9/UBND-VX."))
                .isEmpty();
    }

    @Test
    void lettersBearNoKind() {
        var rule = new LettersBearNoKind();
        assertThat(found(rule, "Theo Công văn số 459 /CV-PGDĐT.")).containsExactly("459 /CV-PGDĐT");
        assertThat(found(rule, "Theo Công văn số 459/PGDĐT-CNTT, Công văn số 12-CV/TU."))
                .isEmpty();
    }

    @Test
    void oneInstrumentHasOneNumber() {
        var rule = new OneInstrumentHasOneNumber();
        String title =
                " ngày 23/9/2025 của Ủy ban nhân dân thành phố về việc ban hành nhiệm vụ trọng tâm năm học của ngành.";
        assertThat(found(rule, "Theo Quyết định số 3849/QĐ-UBND" + title, "Theo Quyết định số 3894/QĐ-UBND" + title))
                .containsExactly("3894/QĐ-UBND");
        assertThat(
                        found(
                                rule,
                                "Theo Quyết định số 3849/QĐ-UBND" + title,
                                "Theo Quyết định số 3849/QĐ-UBND" + title,
                                "Thông tư số 01/2021/TT-BGDĐT ngày 02/02/2021 của Bộ GDĐT quy định tiêu chuẩn chức danh giáo viên mầm non.",
                                "Thông tư số 02/2021/TT-BGDĐT ngày 02/02/2021 của Bộ GDĐT quy định tiêu chuẩn chức danh giáo viên tiểu học."))
                .isEmpty();
    }

    @Test
    void oneInstrumentHasOneDate() {
        var rule = new OneInstrumentHasOneDate();
        assertThat(found(
                        rule,
                        "Theo Thông tư số 09/2021/TT-BGDĐT ngày 30/3/2021 của Bộ GDĐT.",
                        "Theo Thông tư số 09/2021/TT-BGDĐT ngày 30/3/2021.",
                        "Theo Thông tư số 09/2021/TT-BGDĐT ngày 31 tháng 3 năm 2021."))
                .containsExactly("ngày 31 tháng 3 năm 2021 → ngày 30 tháng 3 năm 2021");
        assertThat(
                        found(
                                rule,
                                "Kế hoạch số 15/KH-UBND ngày 05/02/2026 của Ủy ban nhân dân xã.",
                                "Kế hoạch số 15/KH-UBND ngày 06/02/2025 của Ủy ban nhân dân xã.",
                                "Kế hoạch số 7/KH-UBND ngày 05/02/2026 của Ủy ban nhân dân xã Tiên Minh.",
                                "Kế hoạch số 7/KH-UBND ngày 06/02/2026 của UBND thành phố Hải Phòng.",
                                "Thông tư số 09/2021/TT-BGDĐT ngày 30/3/2021 và Thông tư số 09/2021/TT-BGDĐT ngày 30 tháng 3 năm 2021."))
                .isEmpty();
    }

    @Test
    void oneInstrumentHasOneTitle() {
        var rule = new OneInstrumentHasOneTitle();
        assertThat(
                        found(
                                rule,
                                "Quyết định số 15/QĐ-UBND ngày 05/02/2026 của UBND xã về việc phân công nhiệm vụ phòng cháy, chữa cháy rừng.",
                                "Quyết định số 15/QĐ-UBND ngày 05/02/2026 của UBND xã về việc kiện toàn Tổ chuyển đổi số cộng đồng."))
                .containsExactly("Quyết định số 15/QĐ-UBND");
        assertThat(
                        found(
                                rule,
                                "Quyết định số 131/QĐ-TTg ngày 25/01/2022 của Thủ tướng Chính phủ phê duyệt Đề án tăng cường ứng dụng công nghệ thông tin.",
                                "Quyết định số 131/QĐ-TTg ngày 25/01/2022 của Thủ tướng Chính phủ về việc phê duyệt Đề án “Tăng cường ứng dụng CNTT và chuyển đổi số”."))
                .isEmpty();
    }

    @Test
    void notesAgreeWithTheirText() {
        var rule = new NotesAgreeWithTheirText();
        assertThat(
                        found(
                                rule,
                                "Theo Quyết định số 206/QĐ-TTg của Thủ tướng Chính phủ^[Quyết định số 2065/QĐ-TTg ngày 28/2/2024 của Thủ tướng Chính phủ]."))
                .containsExactly("206/QĐ-TTg");
        assertThat(
                        found(
                                rule,
                                "Theo Quyết định số 206/QĐ-TTg^[Quyết định số 206/QĐ-TTg ngày 28/2/2024.].",
                                "Theo Quyết định số 131/QĐ-TTg và chế độ báo cáo^[Thông tư số 03/2024/TT-BGDĐT.].",
                                "Theo Quyết định số 131/QĐ-TTg và các văn bản khác^[Quyết định số 749/QĐ-TTg ngày 03/6/2020.]."))
                .isEmpty();
    }

    @Test
    void knownInstrumentsAreCitedRight() {
        var rule = new KnownInstrumentsAreCitedRight();
        assertThat(
                        found(
                                rule,
                                "Quyết định số 3267/QĐ-BGDĐT ngày 30/10/2024 của Bộ Giáo dục và Đào tạo Ban hành Bộ chỉ số đánh giá mức độ chuyển đổi số của cơ sở giáo dục mầm non."))
                .containsExactly("3267/QĐ-BGDĐT → 3276/QĐ-BGDĐT");
        assertThat(found(rule, "Quyết định số 4725/QĐ-BGDĐT ngày 31/12/2022 của Bộ Giáo dục và Đào tạo."))
                .containsExactly("ngày 31/12/2022 → ngày 30/12/2022");
        assertThat(grounds(rule, GROUND)).isEmpty();
        assertThat(
                        found(
                                rule,
                                "Quyết định số 4725/QĐ-BGDĐT ngày 28/12/2021 của Bộ Giáo dục và Đào tạo về việc khác.",
                                "Quyết định số 3277/QĐ-BGDĐT ngày 30/10/2024 của Bộ Giáo dục và Đào tạo công bố thủ tục hành chính."))
                .isEmpty();
    }

    @Test
    void repealedInstrumentsAreNotCited() {
        var rule = new RepealedInstrumentsAreNotCited();
        assertThat(found(rule, "Theo Nghị định số 13/2023/NĐ-CP ngày 17/4/2023 của Chính phủ."))
                .containsExactly("Nghị định số 13/2023/NĐ-CP");
        assertThat(found(rule, "Theo Luật Giao dịch điện tử năm 2005."))
                .containsExactly("Luật Giao dịch điện tử năm 2005");
        assertThat(grounds(rule, "Căn cứ Luật Lưu trữ ngày 11 tháng 11 năm 2011;"))
                .containsExactly("Luật Lưu trữ ngày 11 tháng 11 năm 2011");
        assertThat(found(
                        rule,
                        "Nghị định số 356/2025/NĐ-CP ngày 31/12/2025 thay thế Nghị định số 13/2023/NĐ-CP.",
                        "Theo Luật Giao dịch điện tử và Luật Lưu trữ ngày 21 tháng 6 năm 2024."))
                .isEmpty();
        assertThat(told(Draft.plan("Theo Nghị định số 13/2023/NĐ-CP.")
                        .at(LocalDate.of(2025, 12, 31))
                        .breaches(rule)))
                .isEmpty();
    }

    @Test
    void nothingIsCitedBeforeItIsIssued() {
        var rule = new NothingIsCitedBeforeItIsIssued();
        assertThat(found(rule, "Theo Kế hoạch số 15/KH-UBND ngày 25/11/2026 của Ủy ban nhân dân xã."))
                .containsExactly("ngày 25/11/2026");
        assertThat(found(rule, "Theo Thông tư số 15/2027/TT-BGDĐT.")).containsExactly("15/2027/TT-BGDĐT");
        assertThat(found(rule, "Theo Thông tư số 15/2025/TT-BGDĐT ngày 05/3/2024 của Bộ Giáo dục và Đào tạo."))
                .containsExactly("15/2025/TT-BGDĐT");
        assertThat(found(rule, "Theo Kế hoạch số 15/KH-UBND ngày 24/11/2026, báo cáo trước ngày 20/5/2027."))
                .isEmpty();
    }

    @Test
    void abbreviationsAreIntroducedFirst() {
        var rule = new AbbreviationsAreIntroducedFirst();
        assertThat(found(rule, "Tổ CNTT họp.", "Ứng dụng công nghệ thông tin (CNTT) và chuyển đổi số (CĐS) rộng rãi."))
                .containsExactly("CNTT");
        assertThat(found(
                        rule,
                        "Theo Công văn số 5835/BGDĐT-CNTT về công nghệ thông tin, chuyển đổi số (CNTT, CĐS).",
                        "Tổ CNTT dùng AI, LMS; Sở Giáo dục và Đào tạo (GDĐT); Sở GDĐT, UBND xã."))
                .isEmpty();
    }

    @Test
    void abbreviationsHaveOneMeaning() {
        var rule = new AbbreviationsHaveOneMeaning();
        assertThat(found(rule, "Cơ sở vật chất (CSVC) và cơ sở vui chơi (CSVC)."))
                .containsExactly("(CSVC)");
        assertThat(found(rule, "Công nghệ thông tin (CNTT); ứng dụng công nghệ thông tin (CNTT); giáo viên (GV)."))
                .isEmpty();
    }
}
