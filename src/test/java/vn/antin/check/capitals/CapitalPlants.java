package vn.antin.check.capitals;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import vn.antin.check.Plant;
import vn.antin.check.wording.Change;
import vn.antin.kernel.DocumentKind;

/** How mistakes of capital letters are planted. */
public final class CapitalPlants implements Plant.Bed {
    @Override
    public List<Plant> plants() {
        var plants = new ArrayList<Plant>();
        said(
                plants,
                "SentencesBeginWithACapital",
                "Nhà trường phân công giáo viên. các tổ theo dõi việc này.",
                "Các tổ báo cáo đúng hạn. nhà trường tổng hợp.",
                "nhà trường theo dõi việc này.");
        said(
                plants,
                "WordsKeepOneCase",
                "Các tổ THực hiện đúng tiến độ.",
                "Nhà trường chú trọng giáO dục kỹ năng.",
                "Các tổ NHắc học sinh giữ vệ sinh.");
        said(
                plants,
                "WordsAreNotShouted",
                "Học sinh KHÔNG được dùng điện thoại trong giờ học.",
                "Các tổ phải THỰC HIỆN NGHIÊM TÚC nội quy.",
                "KẾ hoạch được gửi đến các tổ.");
        said(
                plants,
                "FunctionWordsAreSmall",
                "Nhà trường yêu cầu Các tổ theo dõi.",
                "Phụ huynh trao đổi Với giáo viên chủ nhiệm.");
        said(
                plants,
                "PeopleKeepTheirCapitals",
                "Giao ông Nguyễn văn Bình theo dõi.",
                "Giao bà Trần thị Thu Hà tổng hợp.");
        plants.add(Plant.said("PeopleKeepTheirCapitals", "signatory's middle name", Change.signedBy(name -> {
            int at = name.indexOf(' ') + 1;
            return name.substring(0, at) + name.substring(at, at + 1).toLowerCase(Locale.ROOT) + name.substring(at + 1);
        })));
        said(
                plants,
                "HistoricalPeopleKeepTheirCapitals",
                "Học sinh kể chuyện về bác Hồ.",
                "Học tập tấm gương chủ tịch Hồ Chí Minh.");
        said(
                plants,
                "ProvincesHaveASmallNoun",
                "Đoàn công tác của Tỉnh Nam Định đến thăm trường.",
                "Các trường của Thành phố Hải Phòng cùng dự.");
        said(
                plants,
                "NumberedUnitsAreCapital",
                "Học sinh ở phường 12, Thành phố Hồ Chí Minh được mời.",
                "Đoàn đến từ quận 1.");
        said(
                plants,
                "NamedCitiesKeepTheirCapitals",
                "Đoàn tham quan thủ đô Hà Nội.",
                "Hội thi tổ chức tại thành phố Hồ Chí Minh.");
        said(
                plants,
                "RegionsKeepTheirCapitals",
                "Quyên góp cho học sinh vùng Tây bắc.",
                "Quyên góp cho học sinh Tây nguyên.");
        said(
                plants,
                "OrganisationsKeepTheirCapitals",
                "Thực hiện hướng dẫn của Bộ giáo dục và đào tạo.",
                "Báo cáo Ủy Ban Nhân Dân xã.",
                "Nhà trường báo cáo Sở giáo dục và Đào tạo.");
        plants.add(Plant.said(
                "OrganisationsKeepTheirCapitals",
                "field in small letters",
                Change.words("Bộ Giáo dục và Đào tạo", "Bộ Giáo dục và đào tạo")));
        said(
                plants,
                "SchoolsKeepTheirCapitals",
                "Học sinh trường Tiểu học Lê Lợi cùng dự.",
                "Đoàn của Trường tiểu học Kim Đồng đến thăm.");
        said(
                plants,
                "ForeignOrganisationsKeepTheirCapitals",
                "Thi vẽ tranh do Liên Hợp Quốc phát động.",
                "Theo khuyến cáo của Tổ chức y tế thế giới.");
        said(
                plants,
                "StateAndPeopleAreCapital",
                "Thực hiện chủ trương của Đảng và nhà nước.",
                "Cán bộ hết lòng phục vụ nhân dân.");
        said(
                plants,
                "HonoursKeepTheirCapitals",
                "Đề nghị tặng danh hiệu Nhà giáo ưu tú.",
                "Trường được tặng Huân chương lao động.");
        said(
                plants,
                "RanksAreCapital",
                "Trường được tặng Huân chương Lao động hạng ba.",
                "Trường được tặng Huân chương Độc lập hạng nhất.");
        said(
                plants,
                "PostsKeepTheirCapitals",
                "Thực hiện chỉ đạo của Thủ tướng chính phủ.",
                "Học sinh gửi thư cho Chủ tịch quốc hội.");
        said(
                plants,
                "TitlesBeforeNamesAreCapital",
                "Giao phó hiệu trưởng Phạm Thị Mai theo dõi.",
                "Mời giáo sư Nguyễn Văn Hiếu nói chuyện.");
        said(plants, "HolidaysKeepTheirCapitals", "Kỷ niệm ngày nhà giáo Việt Nam 20-11.", "Mừng ngày Quốc Khánh 2-9.");
        said(
                plants,
                "InstrumentsAreCapital",
                "Thực hiện nghị định số 30/2020/NĐ-CP ngày 05/3/2020 của Chính phủ về công tác văn thư.",
                "Thực hiện kế hoạch số 12/KH-UBND ngày 05/3/2026 của Ủy ban nhân dân xã.");
        said(
                plants,
                "LawsAreCapital",
                "Nhà trường tuyên truyền và thực hiện Luật giáo dục.",
                "Tuyên truyền cho phụ huynh về quyền theo luật Trẻ em.");
        plants.add(
                Plant.said("LawsAreCapital", "name in small letters", Change.words("Luật Giáo dục", "Luật giáo dục")));
        plants.add(Plant.said(
                "ThisDocumentIsCapital",
                "a plan",
                Change.only(DocumentKind.PLAN, Change.paragraph("Các tổ thực hiện kế hoạch này."))));
        plants.add(Plant.said(
                "ThisDocumentIsCapital",
                "a decision",
                Change.only(DocumentKind.DECISION, Change.words(" Quyết định này", " quyết định này"))));
        said(
                plants,
                "ArticlesAndChaptersAreCapital",
                "Thực hiện theo khoản 2 điều 9 của Điều lệ.",
                "Thực hiện theo chương III Luật Giáo dục.");
        said(
                plants,
                "ClausesAndPointsAreSmall",
                "Thực hiện theo Khoản 2 Điều 9 của Điều lệ.",
                "Thực hiện theo Điểm a khoản 2 Điều 9 của Điều lệ.");
        said(
                plants,
                "LunarYearsAreCapital",
                "Nghỉ tết Nguyên đán đinh Mùi theo lịch chung.",
                "Chúc mừng năm Bính ngọ.");
        said(
                plants,
                "FestivalsKeepTheirCapitals",
                "Học sinh được nghỉ tết Nguyên Đán theo lịch chung.",
                "Tổ chức vui tết trung thu cho học sinh.");
        said(plants, "WeekdaysAreCapital", "Họp giao ban sáng thứ hai.", "Chào cờ thứ hai hằng tuần.");
        said(plants, "MonthsAreCapital", "Hoàn thành trong tháng tám.", "Sơ kết vào tháng chạp hằng năm.");
        said(
                plants,
                "EventsKeepTheirCapitals",
                "Kỷ niệm Cách mạng tháng tám.",
                "Tìm hiểu phong trào Xô viết Nghệ Tĩnh.");
        return plants;
    }

    private static void said(List<Plant> plants, String rule, String... paragraphs) {
        for (int i = 0; i < paragraphs.length; i++) {
            plants.add(Plant.said(rule, "paragraph " + (i + 1), Change.paragraph(paragraphs[i])));
        }
    }
}
