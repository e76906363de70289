package vn.antin.check.citations;

import java.util.ArrayList;
import java.util.List;
import vn.antin.check.Plant;
import vn.antin.check.wording.Change;
import vn.antin.compose.Block;
import vn.antin.compose.Inline;

/** How mistakes of citing are planted. */
public final class CitationPlants implements Plant.Bed {
    private static final String TITLE =
            " ngày 05/3/2026 của Ủy ban nhân dân xã về việc giao chỉ tiêu xây dựng thư viện xanh";

    @Override
    public List<Plant> plants() {
        var plants = new ArrayList<Plant>();
        said(
                plants,
                "LawsAreCitedByName",
                "Thực hiện Luật Trẻ em số 102/2016/QH13.",
                "Thực hiện Luật số 102/2016/QH13 về trẻ em.");
        ground(plants, "LawsAreCitedByName", "Căn cứ Luật Trẻ em ngày 05 tháng 4 năm 2016 của Quốc hội;");
        ground(
                plants,
                "GroundsAreCitedInFull",
                "Căn cứ Kế hoạch số 12/KH-UBND của Ủy ban nhân dân xã về xây dựng thư viện xanh;",
                "Căn cứ Kế hoạch số 12/KH-UBND ngày 05 tháng 3 năm 2026 về xây dựng thư viện xanh;",
                "Căn cứ Kế hoạch số 12/KH-UBND ngày 05 tháng 3 năm 2026 của Ủy ban nhân dân xã;");
        ground(
                plants,
                "DatesOfGroundsAreSpelled",
                "Căn cứ Kế hoạch số 12/KH-UBND ngày 05/3/2026 của Ủy ban nhân dân xã về xây dựng thư viện xanh;",
                "Căn cứ Quyết định số 15/QĐ-UBND ngày 6-1-2026 của Ủy ban nhân dân xã về việc giao dự toán;");
        said(
                plants,
                "FirstMentionsAreDated",
                "Thực hiện Kế hoạch số 12/KH-UBND của Ủy ban nhân dân xã.",
                "Thực hiện Thông tư số 02/2025/TT-BGDĐT.");
        blocks(
                plants,
                "LaterMentionsAreShort",
                List.of(
                        "Thực hiện Kế hoạch số 12/KH-UBND" + TITLE + ".",
                        "Báo cáo kết quả theo Kế hoạch số 12/KH-UBND ngày 05/3/2026."),
                List.of(
                        "Thực hiện Công văn số 88/UBND-VX" + TITLE + ".",
                        "Gửi số liệu theo Công văn số 88/UBND-VX ngày 05/3/2026."));
        said(
                plants,
                "NumbersAreAnnounced",
                "Thực hiện Kế hoạch 12/KH-UBND ngày 05/3/2026 của Ủy ban nhân dân xã.",
                "Thực hiện Thông tư 16/2022/TT-BGDĐT ngày 22/11/2022 của Bộ Giáo dục và Đào tạo.");
        plants.add(Plant.said(
                "NumbersAreAnnounced", "the word left out", Change.words("Quyết định số 4725/", "Quyết định 4725/")));
        said(
                plants,
                "NumbersHaveTheirSymbol",
                "Thực hiện Quyết định số 512 ngày 05/3/2026 của Ủy ban nhân dân xã.",
                "Thực hiện Kế hoạch số 12 ngày 05/3/2026 của Ủy ban nhân dân xã.");
        said(
                plants,
                "NumbersHaveNoBlanks",
                "Thực hiện Kế hoạch số 12 /KH-UBND ngày 05/3/2026 của Ủy ban nhân dân xã.",
                "Thực hiện Kế hoạch số 12/KH- UBND ngày 05/3/2026 của Ủy ban nhân dân xã.");
        said(
                plants,
                "SymbolsKeepTheirHyphen",
                "Thực hiện Kế hoạch số 12/KHUBND ngày 05/3/2026 của Ủy ban nhân dân xã.",
                "Thực hiện Nghị quyết số 03-NQTU ngày 26/10/2021 của Ban Thường vụ Thành ủy.",
                "Thực hiện Thông tư số 16/2022/TTBGDĐT ngày 22/11/2022 của Bộ Giáo dục và Đào tạo.");
        said(
                plants,
                "SymbolsAreSpelledRight",
                "Thực hiện Quyết định số 512/QD-UBND ngày 05/3/2026 của Ủy ban nhân dân xã.",
                "Thực hiện Kế hoạch số 12/KH-SGDDT ngày 05/3/2026 của Sở Giáo dục và Đào tạo.");
        said(
                plants,
                "SymbolsFitTheirKind",
                "Thực hiện Quyết định số 512/NQ-HĐND ngày 05/3/2026 của Hội đồng nhân dân xã.",
                "Thực hiện Thông báo số 12/KH-UBND ngày 05/3/2026 của Ủy ban nhân dân xã.");
        said(
                plants,
                "LettersBearNoKind",
                "Thực hiện Công văn số 459/CV-UBND ngày 05/3/2026 của Ủy ban nhân dân xã.",
                "Trả lời Công văn số 7/CV-SGDĐT ngày 05/3/2026 của Sở Giáo dục và Đào tạo.");
        blocks(
                plants,
                "OneInstrumentHasOneNumber",
                List.of(
                        "Thực hiện Quyết định số 512/QĐ-UBND" + TITLE + ".",
                        "Báo cáo theo Quyết định số 521/QĐ-UBND" + TITLE + "."),
                List.of(
                        "Thực hiện Kế hoạch số 12/KH-UBND" + TITLE + ".",
                        "Báo cáo theo Kế hoạch số 21/KH-UBND" + TITLE + "."));
        plants.add(Plant.said(
                "OneInstrumentHasOneDate",
                "in a note",
                Change.blocks(
                        paragraph(
                                "Thực hiện Kế hoạch số 12/KH-UBND ngày 05/3/2026 của Ủy ban nhân dân xã về thư viện xanh."),
                        Change.noted(
                                "Gửi báo cáo về nhà trường",
                                "Theo Kế hoạch số 12/KH-UBND ngày 06/3/2026 của Ủy ban nhân dân xã."))));
        plants.add(Plant.said(
                "OneInstrumentHasOneDate",
                "a circular",
                Change.blocks(
                        paragraph("Thực hiện Thông tư số 02/2025/TT-BGDĐT ngày 24/01/2025 của Bộ Giáo dục và Đào tạo."),
                        Change.noted(
                                "Bồi dưỡng năng lực số",
                                "Theo Thông tư số 02/2025/TT-BGDĐT ngày 25/01/2025 của Bộ Giáo dục và Đào tạo."))));
        plants.add(
                Plant.said(
                        "OneInstrumentHasOneTitle",
                        "in a note",
                        Change.blocks(
                                paragraph("Thực hiện Quyết định số 512/QĐ-UBND" + TITLE + "."),
                                Change.noted(
                                        "Gửi báo cáo về nhà trường",
                                        "Theo Quyết định số 512/QĐ-UBND ngày 05/3/2026 của Ủy ban nhân dân xã về việc phòng cháy, chữa cháy rừng mùa khô."))));
        plants.add(
                Plant.said(
                        "OneInstrumentHasOneTitle",
                        "a letter in a note",
                        Change.blocks(
                                paragraph("Thực hiện Công văn số 88/UBND-VX" + TITLE + "."),
                                Change.noted(
                                        "Gửi báo cáo về nhà trường",
                                        "Theo Công văn số 88/UBND-VX ngày 05/3/2026 của Ủy ban nhân dân xã về việc kiểm tra an toàn thực phẩm bếp ăn."))));
        plants.add(Plant.said(
                "NotesAgreeWithTheirText",
                "a figure too much",
                Change.blocks(Change.noted(
                        "Thực hiện Quyết định số 512/QĐ-UBND của Ủy ban nhân dân xã",
                        "Quyết định số 5125/QĐ-UBND ngày 05/3/2026 của Ủy ban nhân dân xã."))));
        plants.add(Plant.said(
                "NotesAgreeWithTheirText",
                "figures that changed places",
                Change.blocks(Change.noted(
                        "Thực hiện Kế hoạch số 134/KH-UBND của Ủy ban nhân dân xã",
                        "Kế hoạch số 143/KH-UBND ngày 05/3/2026 của Ủy ban nhân dân xã."))));
        said(
                plants,
                "KnownInstrumentsAreCitedRight",
                "Thực hiện Quyết định số 3267/QĐ-BGDĐT ngày 30/10/2024 của Bộ Giáo dục và Đào tạo ban hành Bộ chỉ số đánh giá mức độ chuyển đổi số của cơ sở giáo dục mầm non.",
                "Thực hiện Thông tư số 16/2022/TT-BGDĐT ngày 12/11/2022 của Bộ Giáo dục và Đào tạo.",
                "Thực hiện Nghị định số 68/2024/NĐ-CP ngày 25/7/2024 của Chính phủ về chữ ký số chuyên dùng công vụ.");
        said(
                plants,
                "RepealedInstrumentsAreNotCited",
                "Thực hiện Nghị định số 13/2023/NĐ-CP ngày 17/4/2023 của Chính phủ.",
                "Thực hiện Nghị định số 110/2004/NĐ-CP ngày 08/4/2004 của Chính phủ.",
                "Thực hiện Luật Giao dịch điện tử năm 2005.");
        said(
                plants,
                "NothingIsCitedBeforeItIsIssued",
                "Thực hiện Kế hoạch số 12/KH-UBND ngày 05/3/2099 của Ủy ban nhân dân xã.",
                "Thực hiện Thông tư số 02/2024/TT-BTC ngày 24/01/2025 của Bộ Tài chính.");
        blocks(
                plants,
                "AbbreviationsAreIntroducedFirst",
                List.of("Tổ HTQT chuẩn bị nội dung.", "Tăng cường hợp tác quốc tế (HTQT) trong nhà trường."),
                List.of("Các lớp giữ gìn TVX của trường.", "Xây dựng thư viện xanh (TVX) ở sân trường."));
        blocks(
                plants,
                "AbbreviationsHaveOneMeaning",
                List.of("Xây dựng thư viện xanh (TVX) ở sân trường.", "Chăm sóc thảm vườn xuân (TVX) hằng tuần."),
                List.of("Tổ chức câu lạc bộ (CLB) hằng tháng.", "Sửa chữa cầu leo bóng (CLB) ở sân trường."));
        return plants;
    }

    private static Block paragraph(String text) {
        return new Block.Paragraph(Inline.Text.plain(text));
    }

    private static void said(List<Plant> plants, String rule, String... paragraphs) {
        for (int i = 0; i < paragraphs.length; i++) {
            plants.add(Plant.said(rule, "paragraph " + (i + 1), Change.paragraph(paragraphs[i])));
        }
    }

    private static void ground(List<Plant> plants, String rule, String... grounds) {
        for (int i = 0; i < grounds.length; i++) {
            plants.add(Plant.said(rule, "ground " + (i + 1), Change.ground(grounds[i])));
        }
    }

    @SafeVarargs
    private static void blocks(List<Plant> plants, String rule, List<String>... texts) {
        for (int i = 0; i < texts.length; i++) {
            Block[] blocks = texts[i].stream().map(CitationPlants::paragraph).toArray(Block[]::new);
            plants.add(Plant.said(rule, "paragraphs " + (i + 1), Change.blocks(blocks)));
        }
    }
}
