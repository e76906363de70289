package vn.antin.issue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import vn.antin.archive.ArchivedOriginal;
import vn.antin.shell.CommandDoor;

/** What {@code antin issue} says to data files and places that are wrong: words, exit status 3, nothing signed. */
@DirtiesContext
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.NONE)
class DataFilesTests {
    private static final String GOOD = """
            {"template": "ke-hoach", "agency": "th-toan-thang", "signatory": "pham-thi-nga",
             "clerk": "van-thu-toan-thang", "data": {"subject": "Thử tệp dữ liệu",
             "body": "I. MỤC TIÊU\\n1. Nội dung.", "recipients": ["Như trên", "Lưu: VT"]}}
            """;

    @TempDir
    static Path home;

    @TempDir
    Path folder;

    @Autowired
    CommandDoor commands;

    @Autowired
    WholeRoad road;

    @Autowired
    DataFiles files;

    @Autowired
    JdbcClient database;

    private final PrintStream usual = System.err;
    private final ByteArrayOutputStream said = new ByteArrayOutputStream();

    @DynamicPropertySource
    static void home(DynamicPropertyRegistry properties) {
        properties.add("antin.home", () -> home.toString());
    }

    @BeforeEach
    void listen() {
        System.setErr(new PrintStream(said, true, StandardCharsets.UTF_8));
    }

    @AfterEach
    void listenNoLonger() {
        System.setErr(usual);
    }

    static Stream<Arguments> wrong() {
        return Stream.of(
                wrong("no such template", "template.UNKNOWN_TEMPLATE", it -> it.replace("ke-hoach", "khong-co")),
                wrong("a path for a template", "issue.DATA_UNREADABLE", it -> it.replace("ke-hoach", "../../etc/x")),
                wrong("missing answers", "issue.ANSWERS_WRONG", it -> it.replace("\"body\"", "\"bodi\"")),
                wrong(
                        "an answer of another kind",
                        "issue.ANSWERS_WRONG",
                        it -> it.replace("\"Thử tệp dữ liệu\"", "{}")),
                wrong("an over-long answer", "issue.ANSWERS_WRONG", it -> it.replace("Thử", "Thử".repeat(1000))),
                wrong("a control character", "issue.ANSWERS_WRONG", it -> it.replace("Thử", "Thử\\u0007\\u001b[31m")),
                wrong("half a character", "issue.ANSWERS_WRONG", it -> it.replace("Thử", "Thử\\ud800")),
                wrong("text that runs backwards", "issue.ANSWERS_WRONG", it -> it.replace("Thử", "Thử\\u202e")),
                wrong("no such agency", "agency.UNKNOWN_AGENCY", it -> it.replace("th-toan-thang", "khong-co")),
                wrong("no such person", "agency.MAY_NOT_SIGN", it -> it.replace("pham-thi-nga", "khong-co")),
                wrong("another body's head", "agency.MAY_NOT_SIGN", it -> it.replace("pham-thi-nga", "vu-manh-hung")),
                wrong(
                        "no such clerk",
                        "issue.ONLY_THE_REGISTRAR_SEALS",
                        it -> it.replace("van-thu-toan-thang", "ai-do")),
                wrong(
                        "another body's clerk",
                        "issue.ONLY_THE_REGISTRAR_SEALS",
                        it -> it.replace("van-thu-toan-thang", "van-thu-an-duong")),
                wrong(
                        "one name twice",
                        "issue.DATA_UNREADABLE",
                        it -> it.replaceFirst("\\{", "{\"template\": \"cong-van\",")),
                wrong("an unknown name", "issue.DATA_UNREADABLE", it -> it.replaceFirst("\\{", "{\"la\": 1,")),
                wrong(
                        "a number beyond measure",
                        "issue.DATA_UNREADABLE",
                        it -> it.replace("\"Thử tệp dữ liệu\"", "9".repeat(2000))),
                wrong(
                        "an exponent beyond measure",
                        "issue.ANSWERS_WRONG",
                        it -> it.replace("\"Thử tệp dữ liệu\"", "1e999999999")),
                wrong(
                        "100,000 brackets",
                        "issue.DATA_UNREADABLE",
                        it -> it.replace("\"Thử tệp dữ liệu\"", "[".repeat(100_000))),
                wrong("more after the end", "issue.DATA_UNREADABLE", it -> it + "{}"),
                wrong("nothing", "issue.DATA_UNREADABLE", it -> ""),
                wrong("more than 8 MB", "issue.DATA_TOO_LARGE", it -> it.replace("Thử", "a".repeat(9 << 20))));
    }

    private static Arguments wrong(String name, String refusal, UnaryOperator<String> spoil) {
        return Arguments.of(name, refusal, spoil);
    }

    @ParameterizedTest(name = "{0}: {1}")
    @MethodSource("wrong")
    void refusesInWordsAndSignsNothing(String name, String refusal, UnaryOperator<String> spoil) throws IOException {
        refused(refusal, spoil.apply(GOOD).getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void refusesTextThatIsNotUtf8() throws IOException {
        refused("issue.DATA_UNREADABLE", GOOD.replace("Thử", "\u00c3(").getBytes(StandardCharsets.ISO_8859_1));
    }

    private void refused(String refusal, byte[] bytes) throws IOException {
        int before = signed();
        Path data = Files.write(folder.resolve("a.json"), bytes);
        int status = commands.run(
                "issue", data.toString(), "-o", folder.resolve("a.pdf").toString());
        assertThat(said.toString(StandardCharsets.UTF_8))
                .contains("(" + refusal + ")")
                .containsPattern("Chưa có (gì|số nào)")
                .doesNotContain("Exception", "\tat ");
        assertThat(said.toString(StandardCharsets.UTF_8).length()).isLessThan(20_000);
        assertThat(status).isEqualTo(3);
        assertThat(signed()).isEqualTo(before);
        assertThat(folder.resolve("a.pdf")).doesNotExist();
    }

    @Test
    void takesAByteOrderMarkReplacesAFileAndRefusesPlacesItCannotWriteTo() throws IOException {
        Path data = Files.writeString(folder.resolve("a.json"), "\ufeff" + GOOD);
        Path out = Files.writeString(folder.resolve("cũ.pdf"), "cũ");
        assertThat(commands.run("issue", data.toString(), "-o", out.toString())).isZero();
        assertThat(Files.readAllBytes(out)).startsWith('%', 'P', 'D', 'F');
        int before = signed();
        for (Path place : List.of(folder, folder.resolve("khong-co/a.pdf"), data.resolve("a.pdf"))) {
            assertThat(commands.run("issue", data.toString(), "-o", place.toString()))
                    .isEqualTo(3);
        }
        assertThat(said.toString(StandardCharsets.UTF_8))
                .contains("(issue.OUTPUT_UNWRITABLE)")
                .doesNotContain("\tat ");
        assertThat(signed()).isEqualTo(before);
        Path locked = Files.createDirectory(folder.resolve("khoá"));
        assumeThat(locked.toFile().setWritable(false) && !Files.isWritable(locked))
                .as("a folder can be made read-only (root may write anywhere)")
                .isTrue();
        assertThat(commands.run(
                        "issue", data.toString(), "-o", locked.resolve("a.pdf").toString()))
                .isEqualTo(3);
    }

    @Test
    void tellsHowACommandIsTyped() {
        for (String[] typed : new String[][] {{"phat-hanh"}, {"issue", "a.json"}, {"fsck", "--la"}}) {
            assertThat(commands.run(typed)).isEqualTo(2);
        }
        assertThat(said.toString(StandardCharsets.UTF_8))
                .contains("(shell.WRONG_WORDS)", "issue")
                .doesNotContain("\tat ");
    }

    /** The service starts while a data file is being issued: both take up the same document. */
    @Test
    void twoHandsOnOneDocumentIssueItOnceAndBothSucceed() throws Exception {
        Path data = Files.writeString(folder.resolve("a.json"), GOOD);
        for (int round = 0; round < 3; round++) {
            var id = files.write(data).id();
            Callable<ArchivedOriginal> lead = () -> road.lead(id);
            try (var hands = Executors.newFixedThreadPool(2)) {
                var both = hands.invokeAll(List.of(lead, lead));
                assertThat(both.get(0).get().digest())
                        .isEqualTo(both.get(1).get().digest());
            }
        }
        assertThat(commands.run("fsck")).isZero();
    }

    private int signed() {
        return database.sql("select count(*) from issuance where stage not in ('DRAFT', 'CHECKED', 'WITHDRAWN')")
                .query(Integer.class)
                .single();
    }
}
