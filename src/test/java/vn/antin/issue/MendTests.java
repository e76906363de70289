package vn.antin.issue;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import vn.antin.check.Finding;
import vn.antin.check.Gate;
import vn.antin.compose.Seed;
import vn.antin.render.RealPages;

class MendTests {
    private final Gate gate = new Gate(Clock.systemUTC());

    @Test
    void mendsWhatIsQuotedAndNothingElse() {
        Seed seed = seed("003");
        JsonNode mended = mended(seed, "FileCopyNamesVtFirst");
        assertThat(mended.path("recipients").toString())
                .isEqualTo("[\"Phòng VHXH;\",\"Các tổ trưởng CM;\",\"Lưu: VT, HS.\"]");
        assertThat(mended.path("body")).isEqualTo(seed.file().path("data").path("body"));
        assertThat(mended.path("legalBases")).isEqualTo(seed.file().path("data").path("legalBases"));
    }

    @Test
    void keepsBoldAndNotesThatStandBetweenTheWords() {
        String before = seed("000").file().path("data").path("body").toString();
        String after = mended(seed("000"), "NumbersAreNotRepeated").path("body").toString();
        assertThat(before).contains("\"2. **Tiếp tục triển khai hiệu quả dịch vụ công");
        assertThat(after)
                .isEqualTo(before.replace(
                        "\"2. **Tiếp tục triển khai hiệu quả dịch vụ công",
                        "\"3. **Tiếp tục triển khai hiệu quả dịch vụ công"));
    }

    @Test
    void everyFindingOfTheSeedsThatSaysHowCanBeMendedAndIsThenGone() {
        int mended = 0;
        for (Seed seed : Seed.all().toList()) {
            for (Finding finding : findings(seed)) {
                if (finding.replacement().isEmpty()) {
                    continue;
                }
                var answers = Mend.of(seed.file().path("data"), seed.document(), finding);
                assertThat(answers).as(seed + " " + finding.what()).isPresent();
                List<Finding> after = findings(seed.answering(answers.orElseThrow()));
                assertThat(after)
                        .as(seed + " " + finding.what())
                        .noneMatch(it ->
                                it.rule().equals(finding.rule()) && it.place().equals(finding.place()));
                mended++;
            }
        }
        assertThat(mended).isGreaterThanOrEqualTo(15);
    }

    @Test
    void mendsNothingWhenTheWordsAreNowhere() {
        Finding finding = finding(seed("003"), "FileCopyNamesVtFirst");
        assertThat(Mend.of(seed("004").file().path("data"), seed("004").document(), finding))
                .isEmpty();
    }

    private JsonNode mended(Seed seed, String rule) {
        return Mend.of(seed.file().path("data"), seed.document(), finding(seed, rule))
                .orElseThrow();
    }

    private Finding finding(Seed seed, String rule) {
        return findings(seed).stream()
                .filter(it -> it.rule().equals(rule))
                .findFirst()
                .orElseThrow();
    }

    private List<Finding> findings(Seed seed) {
        return gate.examine(RealPages.of(seed.document())).findings();
    }

    private static Seed seed(String name) {
        return Seed.all().filter(it -> it.name().equals(name)).findFirst().orElseThrow();
    }
}
