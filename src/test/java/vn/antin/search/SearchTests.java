package vn.antin.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static vn.antin.register.SignedSamples.REGISTRAR;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.Normalizer;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import vn.antin.SetClock;
import vn.antin.archive.Archive;
import vn.antin.kernel.AgencyId;
import vn.antin.kernel.DocumentKind;
import vn.antin.kernel.Refusal;
import vn.antin.register.OutgoingRegister;
import vn.antin.register.SignedSamples;

@DirtiesContext
@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.NONE,
        properties = "spring.main.lazy-initialization=true")
class SearchTests {
    private static final AgencyId SCHOOL = SignedSamples.SCHOOL;
    /** For what one promise alone archives, so that it is not in the others' way. */
    private static final AgencyId ELSEWHERE = new AgencyId("elsewhere");

    private static final AgencyId OFFICE = new AgencyId("pgd-an-duong");
    private static final SetClock CLOCK = new SetClock(LocalDate.of(2024, 9, 10));

    @TempDir
    static Path home;

    @DynamicPropertySource
    static void home(DynamicPropertyRegistry properties) {
        properties.add("antin.home", () -> home.toString());
    }

    @TestConfiguration
    static class Time {
        @Bean
        @Primary
        SetClock setClock() {
            return CLOCK;
        }
    }

    @Autowired
    Search search;

    @Autowired
    Index index;

    @Autowired
    Archive archive;

    @Autowired
    OutgoingRegister register;

    @Autowired
    JdbcClient jdbc;

    @BeforeEach
    void someDocuments() {
        if (jdbc.sql("select count(*) from archived_original")
                        .query(Integer.class)
                        .single()
                > 0) {
            return;
        }
        for (var it : List.of(SCHOOL, OFFICE, ELSEWHERE)) {
            jdbc.sql("insert into agency (id, name, symbol, place) values (:id, 'X', 'X', 'X') on conflict do nothing")
                    .param("id", it.value())
                    .update();
        }
        CLOCK.set(LocalDate.of(2024, 9, 10));
        archive(
                SCHOOL,
                DocumentKind.PLAN,
                "Chuyển đổi số năm 2024",
                "Nhà trường đẩy mạnh chuyển đổi số trong dạy học.");
        archive(
                SCHOOL,
                DocumentKind.PLAN,
                "Kiểm tra nội bộ năm học 2024 - 2025",
                "Số buổi, đổi giờ, chuyển lớp đều ghi sổ.");
        CLOCK.set(LocalDate.of(2025, 3, 1));
        archive(
                SCHOOL,
                DocumentKind.LETTER,
                "V/v phòng chống đuối nước",
                "Hoà bình, thuỷ lợi; đuối nước ở Đà Nẵng. <b>5 & 6</b>");
        archive(
                SCHOOL,
                DocumentKind.REPORT,
                "Tự đánh giá",
                "Học sinh dùng ma túy: không có. Trương Định là tên trường.");
        archive(OFFICE, DocumentKind.PLAN, "Chuyển đổi số của Phòng", "Văn bản của cơ quan khác.");
    }

    @Test
    void findsTheSameWithAndWithoutMarks() {
        for (String[] pair : new String[][] {
            {"chuyển đổi số", "chuyen doi so"},
            {"đuối nước", "duoi nuoc"},
            {"ĐÀ NẴNG", "da nang"},
            {"hòa bình", "hoà bình"},
            {"thủy lợi", "thuy loi"},
            {"Trương Định", "truong dinh"}
        }) {
            assertThat(subjects(pair[0])).as(pair[0]).isNotEmpty().hasSameElementsAs(subjects(pair[1]));
        }
    }

    @Test
    void wordsStandingTogetherComeBeforeWordsScattered() {
        assertThat(subjects("chuyển đổi số"))
                .containsExactly("Chuyển đổi số năm 2024", "Kiểm tra nội bộ năm học 2024 - 2025");
    }

    @Test
    void aPhraseInQuotesStandsTogether() {
        assertThat(subjects("“chuyển đổi số”")).containsExactly("Chuyển đổi số năm 2024");
        assertThat(subjects("\"doi so\" nam")).containsExactly("Chuyển đổi số năm 2024");
        assertThat(subjects("\"số đổi\"")).isEmpty();
    }

    @Test
    void decomposedLettersAreTheSameLetters() {
        String decomposed = Normalizer.normalize("đuối nước", Normalizer.Form.NFD);
        assertThat(decomposed).isNotEqualTo("đuối nước");
        assertThat(subjects(decomposed)).containsExactly("V/v phòng chống đuối nước");
    }

    @Test
    void theRightMarksComeFirst() {
        archive(ELSEWHERE, DocumentKind.REPORT, "Bàn ghế", "Cái ban công cạnh bàn.");
        archive(ELSEWHERE, DocumentKind.REPORT, "Bản đồ", "Cái bản đồ cạnh ban.");
        assertThat(elsewhere(search, "bản")).startsWith("Bản đồ").contains("Bàn ghế");
        assertThat(elsewhere(search, "bàn")).startsWith("Bàn ghế").contains("Bản đồ");
    }

    @Test
    void findsByNumberAsPrintedOrInPart() {
        var plans = List.of("Chuyển đổi số năm 2024");
        assertThat(byNumber("1/KH")).isEqualTo(plans);
        assertThat(byNumber("01/KH-THTT")).isEqualTo(plans);
        assertThat(byNumber("01 / kh-thtt-tt")).isEqualTo(plans);
        assertThat(byNumber("Số: 01/KH-THTT-TT")).isEqualTo(plans);
        assertThat(byNumber("01/CV")).containsExactly("V/v phòng chống đuối nước");
        assertThat(byNumber("1"))
                .containsExactlyInAnyOrder("Chuyển đổi số năm 2024", "V/v phòng chống đuối nước", "Tự đánh giá");
        assertThat(byNumber("01/QĐ")).isEmpty();
        assertThat(subjects("01/KH-THTT-TT")).startsWith("Chuyển đổi số năm 2024");
        assertThatThrownBy(() -> byNumber("KH")).isInstanceOf(Refusal.class).hasMessage("search.BAD_NUMBER");
    }

    @Test
    void narrowsByKindSignatoryIssuerAndDate() {
        assertThat(search.find(query("", DocumentKind.LETTER, "", "", null, null))
                        .hits())
                .extracting(Results.Hit::subject)
                .containsExactly("V/v phòng chống đuối nước");
        assertThat(search.find(query("", null, "toan thang", "phạm nga", null, null))
                        .total())
                .isEqualTo(search.find(query("", null, "", "", null, null)).total());
        assertThat(search.find(query("", null, "", "ai khac", null, null)).total())
                .isZero();
        assertThat(search.find(query("", null, "", "", LocalDate.of(2024, 9, 10), LocalDate.of(2024, 9, 10)))
                        .hits())
                .extracting(Results.Hit::subject)
                .containsExactlyInAnyOrder("Chuyển đổi số năm 2024", "Kiểm tra nội bộ năm học 2024 - 2025");
        assertThat(search.find(query("", null, "", "", LocalDate.of(2026, 1, 1), null))
                        .hits())
                .isEmpty();
    }

    @Test
    void countsByKindAndYear() {
        var results = search.find(query("chuyen", null, "", "", null, null));
        assertThat(results.kinds()).containsExactly(java.util.Map.entry("PLAN", 2));
        assertThat(results.years()).containsExactly(java.util.Map.entry("2024", 2));
    }

    @Test
    void withoutWordsTheNewestComeFirst() {
        assertThat(subjects("")).endsWith("Kiểm tra nội bộ năm học 2024 - 2025", "Chuyển đổi số năm 2024");
    }

    @Test
    void nobodyFindsAnotherBodysDocuments() {
        assertThat(subjects("chuyển đổi số")).doesNotContain("Chuyển đổi số của Phòng");
        assertThat(search.find(Query.of(Set.of(OFFICE), "chuyển đổi số")).hits())
                .extracting(Results.Hit::subject)
                .containsExactly("Chuyển đổi số của Phòng");
        assertThat(search.find(Query.of(Set.of(), "chuyển đổi số")).total()).isZero();
    }

    @Test
    void marksWhatWasFoundAndEscapesTheRest() {
        var hit = search.find(Query.of(Set.of(SCHOOL), "duoi nuoc")).hits().getFirst();
        assertThat(hit.subjectHtml()).contains("<mark>đuối</mark> <mark>nước</mark>");
        assertThat(hit.snippetHtml()).contains("<mark>").doesNotContain("<b>").contains("&lt;b&gt;5 &amp; 6");
    }

    @Test
    void hostileWordsAreOnlyWords() {
        for (String hostile : List.of(
                "*:*",
                "a* OR b?",
                "subject:(x) AND NOT y~2^5 [1 TO 9] {a TO b}",
                "\"không đóng ngoặc",
                "””““\"\"\"",
                "\u0000\u0007\u202e\ufeff",
                "\\",
                "+-&&||!(){}[]^~",
                "\ud83d\ude00\ud83d\ude00",
                "\ud800",
                "<script>alert(1)</script>",
                "'; drop table agency; --",
                "a ".repeat(499),
                "1/" + "x".repeat(900),
                "x".repeat(1000))) {
            assertThat(search.find(Query.of(Set.of(SCHOOL), hostile)).hits().size())
                    .isLessThanOrEqualTo(20);
        }
        assertThat(subjects("*:*")).isEmpty();
        assertThatThrownBy(() -> Query.of(Set.of(SCHOOL), "đ".repeat(10_000))).hasMessage("search.TOO_LONG");
    }

    @Test
    void leafingThroughShowsEveryDocumentOnce() {
        for (int i = 0; i < 45; i++) {
            archive(ELSEWHERE, DocumentKind.DECISION, "Bổ nhiệm tổ trưởng thứ " + i, "Khen thưởng " + i);
        }
        var seen = new java.util.HashSet<String>();
        var first = search.find(Query.of(Set.of(ELSEWHERE), "bo nhiem"));
        assertThat(first.total()).isEqualTo(45);
        for (int page = 1; page <= first.pages(); page++) {
            search.find(new Query(Set.of(ELSEWHERE), "bo nhiem", null, "", "", "", null, null, page))
                    .hits()
                    .forEach(it -> seen.add(it.subject()));
        }
        assertThat(seen).hasSize(45);
    }

    @Test
    void aLostOrBrokenIndexIsBuiltAnewFromTheArchive() throws IOException {
        var before = subjects("nam");
        search.rebuild();
        assertThat(subjects("nam")).isEqualTo(before);

        index.destroy();
        try (var files = Files.list(home.resolve("index"))) {
            for (Path it : files.toList()) {
                Files.delete(it);
            }
        }
        reopened(index -> assertThat(subjects(index, "nam")).isEqualTo(before));

        try (var broken = Files.list(home.resolve("index"))) {
            for (Path it : broken.filter(it -> it.getFileName().toString().startsWith("segments"))
                    .toList()) {
                Files.write(it, new byte[] {1, 2, 3});
            }
        }
        reopened(index -> assertThat(subjects(index, "nam")).isEqualTo(before));
    }

    @Test
    void whatWasArchivedWhileTheIndexWasElsewhereIsTakenInLater() throws IOException {
        // The other one holds the index from its first search on; the one here cannot write and leaves it to it.
        reopened(other -> {
            assertThat(elsewhere(other, "trong cay")).isEmpty();
            archive(ELSEWHERE, DocumentKind.PLAN, "Trồng cây đầu xuân", "Tết trồng cây");
            assertThat(elsewhere(other, "trong cay")).containsExactly("Trồng cây đầu xuân");
        });
    }

    /** The index as another start of the program finds it. */
    private void reopened(java.util.function.Consumer<Search> work) throws IOException {
        index.destroy();
        var other = new Index(home, archive);
        var reopened = new Search(other);
        try {
            work.accept(reopened);
        } finally {
            reopened.destroy();
            other.destroy();
        }
    }

    private void archive(AgencyId agency, DocumentKind kind, String subject, String text) {
        var signed = SignedSamples.of(agency, kind, subject, text);
        var entry = register.enter(signed, REGISTRAR);
        archive.keep(SignedSamples.sealed(signed, entry), entry);
    }

    private List<String> subjects(String words) {
        return subjects(search, words);
    }

    private static List<String> subjects(Search search, String words) {
        return search.find(Query.of(Set.of(SCHOOL), words)).hits().stream()
                .map(Results.Hit::subject)
                .toList();
    }

    private static List<String> elsewhere(Search search, String words) {
        return search.find(Query.of(Set.of(ELSEWHERE), words)).hits().stream()
                .map(Results.Hit::subject)
                .toList();
    }

    private List<String> byNumber(String number) {
        return search.find(new Query(Set.of(SCHOOL), "", null, number, "", "", null, null, 1)).hits().stream()
                .map(Results.Hit::subject)
                .toList();
    }

    private static Query query(
            String words,
            @org.jspecify.annotations.Nullable DocumentKind kind,
            String issuer,
            String signatory,
            @org.jspecify.annotations.Nullable LocalDate from,
            @org.jspecify.annotations.Nullable LocalDate to) {
        return new Query(Set.of(SCHOOL), words, kind, "", issuer, signatory, from, to, 1);
    }
}
