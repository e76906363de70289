package vn.antin.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import vn.antin.compose.Seed;
import vn.antin.render.RealPages;

/** The known faults of the customer's five documents: each is found, with its citation, and on the mended copies none. */
class SeedFaultsTests {
    private final Gate gate = new Gate(Clock.systemUTC());

    static Stream<Seed> corrected() {
        return Seed.corrected();
    }

    // DATA: found in what the document says. TYPED: found in the head as the writer typed it, which our pages mend.
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            004 | TYPED | NumberLineIsWritten        | Phụ lục I, Phần I, II.3.c     | Số: 459 /CV-PGDĐT
            004 | TYPED | LettersBearNoCv            | Phụ lục I, Phần I, II.3.b     | CV
            004 | TYPED | SalutationHasItsColon      | Phụ lục I, Phần I, II.9.d     | Kính gửi
            000 | TYPED | GroundsAreItalic           | Phụ lục I, Phần I, II.6.a     | Căn cứ Quyết định số 131/QĐ-TTg
            002 | TYPED | RecipientsTitleIsExact     | Phụ lục I, Phần I, II.9.d     | Nơi nhận :
            000 | DATA  | LegalBasesCloseInOrder     | Phụ lục I, Phần I, II.6.a     | năm học 2024 – 2025;
            003 | DATA  | LegalBasesCloseInOrder     | Phụ lục I, Phần I, II.6.a     | Hải Phòng;
            000 | DATA  | GroundsBeginAsGrounds      | Phụ lục I, Phần I, II.6.a     | Thực hiện
            000 | DATA  | PointsFollowTheAlphabet    | Phụ lục I, Phần I, II.6.đ     | đ) Rà soát, đầu tư mới
            000 | DATA  | PointsAreVietnameseLetters | Phụ lục I, Phần I, II.6.đ     | f) Đẩy mạnh triển khai
            001 | DATA  | PointsFollowTheAlphabet    | Phụ lục I, Phần I, II.6.đ     | e) Rà soát, đầu tư mới
            001 | DATA  | PointsAreVietnameseLetters | Phụ lục I, Phần I, II.6.đ     | f)
            004 | DATA  | PointsFollowTheAlphabet    | Phụ lục I, Phần I, II.6.đ     | đ) Triển khai, củng cố
            004 | DATA  | PointsFollowTheAlphabet    | Phụ lục I, Phần I, II.6.đ     | d) Tiếp tục thực hiện
            000 | DATA  | NumbersAreNotRepeated      | Phụ lục I, Phần I, II.6.c, đ  | 2. Tiếp tục triển khai hiệu quả dịch vụ công
            003 | DATA  | NumbersAreNotRepeated      | Phụ lục I, Phần I, II.6.c, đ  | V. KINH PHÍ
            003 | DATA  | FileCopyNamesVtFirst       | Phụ lục I, Phần I, II.9.d     | Lưu: HS, VT.
            004 | DATA  | SmallTitlesAreInSmallLetters | Phụ lục I, Phần I, II.6.đ   | KIỆN TOÀN TỔ CHỨC
            001 | DATA  | SuperiorNamesItsPlace      | Phụ lục I, Phần I, II.2.a     | ỦY BAN NHÂN DÂN HUYỆN
            001 | DATA  | AnnexesAreReferredTo       | Phụ lục I, Phần I, III.1.a    | ''
            003 | DATA  | AnnexesReferredToAreThere  | Phụ lục I, Phần I, III.1.a    | Phụ lục kèm theo Kế hoạch này
            """)
    void eachKnownFaultIsFoundWithItsCitation(String seed, String where, String rule, String clause, String words) {
        Seed found = Seed.all().filter(it -> it.name().equals(seed)).findFirst().orElseThrow();
        List<Finding> findings = where.equals("TYPED")
                ? gate.findings(found.document(), TypedSeed.of(found))
                : gate.examine(RealPages.of(found.document())).findings();
        assertThat(findings)
                .filteredOn(it -> it.rule().equals(rule))
                .as(findings.stream().map(Finding::rule).toList().toString())
                .anySatisfy(it -> {
                    assertThat(it.citation()).startsWith("Nghị định 30/2020/NĐ-CP, " + clause);
                    assertThat(it.place().quote() + it.what()).contains(words);
                });
    }

    @ParameterizedTest
    @MethodSource("corrected")
    void aMendedSeedHasNothingToFind(Seed seed) {
        assertThat(gate.examine(RealPages.of(seed.document())).findings())
                .extracting(it -> it.rule() + " " + it.where() + ": " + it.what())
                .isEmpty();
    }

    @ParameterizedTest
    @MethodSource("corrected")
    void aMendedSeedDiffersFromItsOriginalInItsFaultsOnly(Seed seed) {
        String original = Seed.all()
                .filter(it -> it.name().equals(seed.name()))
                .findFirst()
                .orElseThrow()
                .file()
                .path("data")
                .toString();
        List<String> before = Arrays.asList(original.split(" ", -1));
        List<String> after = Arrays.asList(seed.file().path("data").toString().split(" ", -1));
        long changed = after.stream().filter(it -> !before.contains(it)).count();
        assertThat(changed).isLessThan(after.size() / 100 + 1);
    }
}
