package vn.antin.verify;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Autowired;
import picocli.CommandLine;
import tools.jackson.databind.json.JsonMapper;

class VerifyCommandTests extends IssuedPages {
    @Autowired
    ObjectProvider<VerifyCommand> command;

    @Autowired
    JsonMapper json;

    @TempDir
    Path folder;

    private record Run(int status, List<String> out, List<String> err) {}

    private Run run(String... words) {
        var out = new StringWriter();
        var err = new StringWriter();
        int status = new CommandLine(command.getObject())
                .setOut(new PrintWriter(out))
                .setErr(new PrintWriter(err))
                .execute(words);
        return new Run(
                status, out.toString().lines().toList(), err.toString().lines().toList());
    }

    private List<String> conclusions(Run run) {
        return run.out.stream()
                .map(it -> json.readTree(it).get("conclusion").asString())
                .toList();
    }

    private byte[] tampered() {
        byte[] bytes = sealed().pdf().bytes().clone();
        bytes[bytes.length / 3] ^= 1;
        return bytes;
    }

    interface Filling {
        void fill(ZipOutputStream zip) throws IOException;
    }

    private Path zip(String name, Filling filling) throws IOException {
        Path file = folder.resolve(name);
        try (OutputStream out = Files.newOutputStream(file);
                var zip = new ZipOutputStream(out, StandardCharsets.UTF_8)) {
            filling.fill(zip);
        }
        return file;
    }

    private static void put(ZipOutputStream zip, String name, byte[] bytes) throws IOException {
        zip.putNextEntry(new ZipEntry(name));
        zip.write(bytes);
        zip.closeEntry();
    }

    @Test
    void oneFileGetsThreeAnswersWithWhatWasProvedAndWhatToDo() throws Exception {
        Path file = Files.write(folder.resolve("thư.pdf"), sealed().pdf().bytes());
        Run run = run(file.toString());
        assertThat(run.status).isZero();
        assertThat(String.join("\n", run.out))
                .containsSubsequence(
                        "Hợp lệ (TOTAL_PASSED)",
                        "1. Văn bản có còn nguyên vẹn không? Chưa bị thay đổi",
                        "[x] Phạm Thị Nga: phần đã ký còn nguyên vẹn",
                        "→ ",
                        "2. Ai ký, với quyền gì? Mọi chữ ký đều hợp lệ",
                        "[?] Thẩm quyền của người ký vào ngày ký",
                        "3. Văn bản có trong sổ không, còn hiệu lực không? Chưa hỏi sổ đăng ký.",
                        "→ Thêm --register");
    }

    @Test
    void aFolderIsJudgedThroughAndThroughAndEndsInOneLine() throws Exception {
        Path inner = Files.createDirectories(folder.resolve("đến/2026"));
        Files.write(folder.resolve("đến/a.pdf"), sealed().pdf().bytes());
        Files.write(inner.resolve("b.pdf"), tampered());
        Files.writeString(inner.resolve("c.txt"), "xin chào");
        Run run = run("--strict", folder.resolve("đến").toString());
        assertThat(run.status).isOne();
        assertThat(run.out).hasSize(5);
        assertThat(run.out.get(3)).isEqualTo("3 tệp: 1 hợp lệ, 1 không hợp lệ, 1 không phải PDF.");
        assertThat(run.out.getFirst()).contains("b.pdf").contains("Đã bị thay đổi");
    }

    @Test
    void oneBadFileInAZipSpoilsNoOther() throws Exception {
        Path inside = zip("trong.zip", zip -> put(zip, "x.pdf", new byte[] {1}));
        Path zip = zip("gói.zip", it -> {
            put(it, "tốt.pdf", sealed().pdf().bytes());
            put(it, "../../hỏng.pdf", tampered());
            put(it, "trong.zip", Files.readAllBytes(inside));
            put(it, "nở.pdf", new byte[8 << 20]);
            put(it, "cuối.pdf", sealed().pdf().bytes());
        });
        Run run = run("--json", zip.toString());
        assertThat(run.status).isZero();
        assertThat(conclusions(run))
                .containsExactly("TOTAL_PASSED", "TOTAL_FAILED", "NOT_A_PDF", "UNREADABLE", "TOTAL_PASSED");
        assertThat(json.readTree(run.out.get(2)).at("/reason/code").asString()).isEqualTo("ZIP_IN_ZIP");
        assertThat(json.readTree(run.out.get(3)).at("/reason/code").asString()).isEqualTo("ZIP_SWOLLEN");
        assertThat(run.err).startsWith("5 tệp: 2 hợp lệ, 1 không hợp lệ, 1 không phải PDF, 1 không đọc được.");
    }

    @Test
    void aZipOfTooManyFilesIsCutShortAndSaidSo() throws Exception {
        Path zip = zip("nhiều.zip", it -> {
            for (int i = 0; i <= Parcel.MOST_FILES; i++) {
                put(it, i + ".pdf", new byte[0]);
            }
        });
        Run run = run("--json", zip.toString());
        assertThat(run.out).hasSize(Parcel.MOST_FILES + 1);
        assertThat(json.readTree(run.out.getLast()).at("/reason/code").asString())
                .isEqualTo("ZIP_TOO_MANY");
    }

    @Test
    void aZipThatIsCutOffIsUnreadableAndTheNextFileIsJudged() throws Exception {
        Path whole = zip("đủ.zip", it -> put(it, "x.pdf", sealed().pdf().bytes()));
        byte[] bytes = Files.readAllBytes(whole);
        Path cut = Files.write(folder.resolve("cụt.zip"), java.util.Arrays.copyOf(bytes, bytes.length / 2));
        Path good = Files.write(folder.resolve("tốt.pdf"), sealed().pdf().bytes());
        assertThat(conclusions(run("--json", cut.toString(), good.toString())))
                .containsExactly("UNREADABLE", "TOTAL_PASSED");
    }

    @Test
    void reportsAreLeftInAFolderWithATable() throws Exception {
        Path file = Files.write(folder.resolve("=thư.pdf"), sealed().pdf().bytes());
        Path bad = Files.write(folder.resolve("xấu.pdf"), tampered());
        Path out = folder.resolve("báo cáo");
        assertThat(run("-o", out.toString(), file.toString(), bad.toString()).status)
                .isZero();
        List<String> names = new ArrayList<>();
        try (var list = Files.list(out)) {
            list.map(it -> String.valueOf(it.getFileName())).sorted().forEach(names::add);
        }
        assertThat(names)
                .containsExactly(
                        "00001-_thư.pdf.etsi.xml",
                        "00001-_thư.pdf.json",
                        "00002-xấu.pdf.etsi.xml",
                        "00002-xấu.pdf.json",
                        "ket-qua.xlsx");
        try (InputStream stream = Files.newInputStream(out.resolve("ket-qua.xlsx"));
                var book = new XSSFWorkbook(stream)) {
            var sheet = book.getSheetAt(0);
            assertThat(sheet.getLastRowNum()).isEqualTo(2);
            assertThat(sheet.getRow(1).getCell(1).getStringCellValue()).isEqualTo("Hợp lệ");
            assertThat(sheet.getRow(2).getCell(2).getStringCellValue()).isEqualTo("Đã bị thay đổi");
        }
    }

    @Test
    void aPlaceThatCannotBeWrittenIsRefusedBeforeAnythingIsJudged() throws Exception {
        Path file = Files.write(folder.resolve("thư.pdf"), sealed().pdf().bytes());
        Run run = run("-o", folder.resolve("không có/bảng.xlsx").toString(), file.toString());
        assertThat(run.status).isNotZero();
        assertThat(run.out).isEmpty();
    }

    @Test
    void aDigestAloneIsAskedOfTheRegister() {
        Run run = run("--digest", "--json", sealed().pdf().digest().hex().toUpperCase(java.util.Locale.ROOT));
        assertThat(run.status).isZero();
        assertThat(json.readTree(run.out.getFirst()).get("known").asBoolean()).isFalse();
        assertThat(run("--digest", "không phải mã băm").status).isNotZero();
    }

    @Test
    void aFolderIsJudgedByAllCoresAndToldInItsOrder() throws Exception {
        List<String> names = new ArrayList<>();
        for (int i = 0; i < 24; i++) {
            String name = "%02d.pdf".formatted(i);
            Files.write(
                    folder.resolve(name),
                    switch (i % 3) {
                        case 0 -> sealed().pdf().bytes();
                        case 1 -> "không phải PDF".getBytes(StandardCharsets.UTF_8);
                        default -> tampered();
                    });
            names.add(name);
        }
        Run run = run("--json", folder.toString());
        assertThat(run.out)
                .extracting(it -> Path.of(json.readTree(it).get("file").asString())
                        .getFileName()
                        .toString())
                .isEqualTo(names);
        assertThat(conclusions(run).subList(0, 3)).containsExactly("TOTAL_PASSED", "NOT_A_PDF", "TOTAL_FAILED");
        assertThat(run.err).last().asString().matches("24 tệp trong .* giây: .* tệp mỗi giây\\.");
    }

    /** Five hundred signed and sealed documents in a folder: {@code -Dantin.bench=folder}; figures in src/docs. */
    @Test
    @EnabledIfSystemProperty(named = "antin.bench", matches = "folder")
    void fiveHundredFilesAreMeasured() throws Exception {
        var seeds = vn.antin.compose.Seed.corrected().toList();
        for (int i = 0; i < 500; i++) {
            var checked = ((vn.antin.check.Gate.Verdict.Passed) gate.examine(
                            renderer.render(seeds.get(i % seeds.size()).document())))
                    .document();
            try (var pin = new vn.antin.sign.Pin("12345678")) {
                var done = sealer.seal(
                        signer.sign(checked, pin), new vn.antin.sign.NumberLine("%02d".formatted(i + 1), DAY), pin);
                Files.write(folder.resolve("%03d.pdf".formatted(i)), done.pdf().bytes());
            }
        }
        run(folder.toString());
        System.out.println("All cores: " + run(folder.toString()).out.getLast());
        var begun = java.time.Clock.systemUTC().instant();
        for (int i = 0; i < 500; i++) {
            judged(Files.readAllBytes(folder.resolve("%03d.pdf".formatted(i))));
        }
        System.out.println("One after another: "
                + java.time.Duration.between(begun, java.time.Clock.systemUTC().instant()));
    }
}
