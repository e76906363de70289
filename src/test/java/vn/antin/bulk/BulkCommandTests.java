package vn.antin.bulk;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import vn.antin.AntinApplication;
import vn.antin.Said;
import vn.antin.kernel.AgencyId;
import vn.antin.shell.CommandDoor;
import vn.antin.template.Templates;

/** {@code antin bulk}: form, filled form, result, without a browser; and again after the power failed. */
@DirtiesContext
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.NONE)
class BulkCommandTests {
    private static final int REFUSED = 3;

    @TempDir
    static Path home;

    @TempDir
    Path folder;

    @Autowired
    CommandDoor commands;

    @Autowired
    BulkDesk desk;

    @Autowired
    Templates templates;

    @Autowired
    JdbcClient jdbc;

    @RegisterExtension
    final Said said = new Said();

    @DynamicPropertySource
    static void home(DynamicPropertyRegistry properties) {
        properties.add("antin.home", () -> home.toString());
    }

    @Test
    void aFormIsFetchedFilledAndBecomesDocuments() throws IOException {
        Path form = folder.resolve("bieu-mau.xlsx");
        assertThat(commands.run("bulk", "--form", "cong-van", "-o", form.toString()))
                .isZero();
        var asked = new Form(templates.named("cong-van"), true);
        var book = new Spreadsheet(Files.readAllBytes(form));
        for (int i = 0; i < 3; i++) {
            book.fill(3 + i, "dong-" + i, asked, asked.template().sample())
                    .type(3 + i, "Cơ quan ban hành", i == 0 ? "th-toan-thang" : "pgd-an-duong")
                    .type(3 + i, "Về việc", i == 2 ? "" : "thử dòng lệnh số " + i);
        }
        Path filled = Files.write(folder.resolve("da-dien.xlsx"), book.saved());
        Path result = folder.resolve("ket-qua.xlsx");
        int before = documents();

        assertThat(bulk(filled, result, "--check")).isEqualTo(1);
        assertThat(documents()).isEqualTo(before);

        assertThat(bulk(filled, result)).isEqualTo(1);
        assertThat(documents() - before).isEqualTo(2);
        assertThat(said.text())
                .contains("Văn bản!D5: Cần điền “Về việc”.", "3 dòng: 2 văn bản đã lập chờ ký")
                .contains("1 dòng sai");
        assertThat(new Spreadsheet(Files.readAllBytes(result))
                        .sheet("Kết quả")
                        .getRow(1)
                        .getCell(2)
                        .getStringCellValue())
                .isEqualTo("Đã lập, chờ ký");

        said.forget();
        assertThat(bulk(filled, result)).isEqualTo(REFUSED);
        assertThat(said.text()).contains("bulk.ALREADY_RUN");
        assertThat(documents() - before).isEqualTo(2);
    }

    @Test
    void whatCannotBeDoneIsSaidInWords() throws IOException {
        Path out = folder.resolve("ra.xlsx");
        assertThat(bulk(folder.resolve("khong-co.xlsx"), out)).isEqualTo(REFUSED);
        assertThat(bulk(Files.writeString(folder.resolve("chu.xlsx"), "chữ"), out))
                .isEqualTo(REFUSED);
        assertThat(commands.run("bulk", "--form", "khong-co", "-o", out.toString()))
                .isEqualTo(REFUSED);
        assertThat(commands.run("bulk", "--form", "cong-van", "-o", "/khong/co/ra.xlsx"))
                .isEqualTo(REFUSED);
        assertThat(commands.run("bulk", "-o", out.toString())).isEqualTo(2);
        assertThat(commands.run("bulk", "--form", "cong-van", "--agency", "../x", "-o", out.toString()))
                .isEqualTo(2);
        assertThat(said.text())
                .contains(
                        "bulk.FILE_UNREADABLE",
                        "bulk.NOT_A_WORKBOOK",
                        "template.UNKNOWN_TEMPLATE",
                        "bulk.OUTPUT_UNWRITABLE",
                        "shell.WRONG_WORDS");
        assertThat(Files.exists(out)).isFalse();
    }

    @Test
    void killedInTheMiddleTheSameCommandGoesOnAndMakesNothingTwice() throws Exception {
        int rows = 60;
        var form = new Form(templates.named("cong-van"), false);
        var book = new Spreadsheet(desk.form("cong-van", new AgencyId("pgd-an-duong")));
        for (int i = 0; i < rows; i++) {
            book.fill(3 + i, "dong-" + i, form, form.template().sample())
                    .type(3 + i, "Về việc", "thử mất điện số " + i);
        }
        Path filled = Files.write(folder.resolve("da-dien.xlsx"), book.saved());
        Path result = folder.resolve("ket-qua.xlsx");
        Path state = folder.resolve("data");

        Process killed = process(state, filled, result);
        try (var lines = new BufferedReader(new InputStreamReader(killed.getErrorStream(), StandardCharsets.UTF_8))) {
            String line = lines.readLine();
            while (line != null && !line.endsWith("/" + rows)) {
                line = lines.readLine();
            }
            assertThat(line).endsWith("/" + rows);
            killed.destroyForcibly().waitFor();
        }
        assertThat(Files.exists(result)).isFalse();

        Process again = process(state, filled, result);
        String told = new String(again.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(again.waitFor()).isZero();
        assertThat(told).contains(rows + " dòng: " + rows + " văn bản đã lập chờ ký");
        var codes = new ArrayList<String>();
        var sheet = new Spreadsheet(Files.readAllBytes(result)).sheet("Kết quả");
        for (int i = 1; i <= rows; i++) {
            codes.add(sheet.getRow(i).getCell(4).getStringCellValue());
        }
        assertThat(codes).doesNotHaveDuplicates().doesNotContain("").hasSize(rows);
        try (var documents = Files.list(state.resolve("work"))) {
            assertThat(documents).hasSize(rows);
        }
    }

    private static Process process(Path state, Path filled, Path result) throws IOException {
        return new ProcessBuilder(List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "--enable-native-access=ALL-UNNAMED",
                        "-XX:TieredStopAtLevel=1",
                        "-Dantin.home=" + state,
                        "-cp",
                        System.getProperty("java.class.path"),
                        AntinApplication.class.getName(),
                        "bulk",
                        filled.toString(),
                        "--template",
                        "cong-van",
                        "--agency",
                        "pgd-an-duong",
                        "-o",
                        result.toString()))
                .start();
    }

    private int bulk(Path filled, Path result, String... more) {
        var words =
                new ArrayList<>(List.of("bulk", filled.toString(), "--template", "cong-van", "-o", result.toString()));
        words.addAll(List.of(more));
        return commands.run(words.toArray(String[]::new));
    }

    private int documents() {
        return jdbc.sql("select count(*) from issuance").query(Integer.class).single();
    }
}
