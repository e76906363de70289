package vn.antin.word;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import tools.jackson.databind.json.JsonMapper;
import vn.antin.Said;
import vn.antin.kernel.Content;
import vn.antin.shell.CommandDoor;

/** {@code antin check}: a Word file judged without a browser, and never changed. */
@DirtiesContext
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.NONE)
class CheckCommandTests {
    private static final int REFUSED = 3;
    private static final Content FAULTY = Docx.of(Docx.p("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM")
                    + Docx.p("Kế hoạch")
                    + Docx.p("Đề nghị các tổ thực hiện."))
            .file();

    @TempDir
    static Path home;

    @TempDir
    Path folder;

    @Autowired
    CommandDoor commands;

    @RegisterExtension
    final Said said = new Said();

    @DynamicPropertySource
    static void home(DynamicPropertyRegistry properties) {
        properties.add("antin.home", () -> home.toString());
    }

    @Test
    void findingsAreToldAndWrittenIntoACopyWhileTheFileStays() throws IOException {
        Path file = Files.write(folder.resolve("ke-hoach.docx"), FAULTY.bytes());
        Path copy = folder.resolve("loi-binh.docx");
        assertThat(commands.run("check", file.toString(), "-o", copy.toString()))
                .isZero();
        assertThat(said.text()).contains("Phải sửa – ", "Nghị định 30/2020/NĐ-CP", " điểm cần xem");
        assertThat(Files.readAllBytes(file)).isEqualTo(FAULTY.bytes());
        said.forget();
        assertThat(commands.run("check", "--json", file.toString())).isZero();
        var told = new JsonMapper().readTree(said.text());
        assertThat(told.path("findings").isEmpty()).isFalse();
        try (var opened = new XWPFDocument(new ByteArrayInputStream(Files.readAllBytes(copy)))) {
            assertThat(opened.getComments()).hasSize(told.path("findings").size());
        }
    }

    @Test
    void whatCannotBeDoneIsSaidInWords() throws IOException {
        Path file = Files.write(folder.resolve("ke-hoach.docx"), FAULTY.bytes());
        assertThat(commands.run("check", folder.resolve("khong-co.docx").toString()))
                .isEqualTo(REFUSED);
        assertThat(commands.run(
                        "check",
                        Files.writeString(folder.resolve("chu.docx"), "chữ").toString()))
                .isEqualTo(REFUSED);
        assertThat(commands.run("check", file.toString(), "-o", file.toString()))
                .isEqualTo(REFUSED);
        assertThat(commands.run("check")).isEqualTo(2);
        assertThat(said.text()).contains("word.FILE_UNREADABLE", "word.OUTPUT_UNWRITABLE", "shell.WRONG_WORDS");
        assertThat(Files.readAllBytes(file)).isEqualTo(FAULTY.bytes());
    }
}
