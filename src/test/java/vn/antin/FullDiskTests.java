package vn.antin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.boot.webmvc.test.autoconfigure.MockMvcPrint;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.web.servlet.MockMvc;
import vn.antin.shell.CommandDoor;

/** A disk that is really full: a file system of a few megabytes in memory, which only root may make. */
@SpringBootTest
@AutoConfigureMockMvc(print = MockMvcPrint.NONE)
@DirtiesContext
class FullDiskTests {
    private static final String SIGNATORY = "pham-thi-nga";
    private static final String REGISTRAR = "van-thu-toan-thang";
    private static final String PIN = "12345678";
    private static final int MEGABYTES = 16;

    @TempDir
    static Path disk;

    private static boolean mounted;

    @Autowired
    MockMvc http;

    @Autowired
    CommandDoor commands;

    @Autowired
    JdbcClient database;

    @TempDir
    Path elsewhere;

    @DynamicPropertySource
    static void home(DynamicPropertyRegistry properties) {
        properties.add("antin.home", () -> disk.toString());
    }

    @BeforeAll
    static void mount() throws Exception {
        mounted = run("mount", "-t", "tmpfs", "-o", "size=" + MEGABYTES + "m", "tmpfs", disk.toString());
    }

    @AfterAll
    static void unmount() throws Exception {
        if (mounted) {
            // The service still holds its files open; the folder itself is free again at once.
            run("umount", "--lazy", disk.toString());
        }
    }

    @AfterEach
    void makeRoom() throws IOException {
        Files.deleteIfExists(disk.resolve("ballast"));
    }

    @Test
    void aFullDiskIsToldAtEachDoorLosesNothingAndIsOverWhenThereIsRoom() throws Exception {
        assumeThat(mounted).as("a small file system can be mounted (root only)").isTrue();
        String signed = write("Đã ký trước khi đĩa đầy");
        press(signed, SIGNATORY, "/ky");
        String written = write("Đã lưu trước khi đĩa đầy");
        long before = documents();

        fillUp();
        String typed = "/van-ban/" + UUID.randomUUID();
        assertThat(save(typed, "Gõ khi đĩa đầy".repeat(30)).getContentAsString(StandardCharsets.UTF_8))
                .contains("shell.STORAGE_FAILED", "không mất")
                .doesNotContain("SQLITE", "Exception");
        assertThat(press(written, SIGNATORY, "/ky")).containsAnyOf("shell.STORAGE_FAILED", "issue.CANNOT_KEEP_WORK");
        assertThat(press(signed, REGISTRAR, "/dong-dau"))
                .containsAnyOf("shell.STORAGE_FAILED", "issue.CANNOT_KEEP_WORK", "archive.CANNOT_STORE");
        assertThat(issue())
                .containsAnyOf("(shell.STORAGE_FAILED)", "(issue.CANNOT_KEEP_WORK)")
                .doesNotContain("at vn.antin");
        assertThat(http.perform(get("/van-ban").with(user(SIGNATORY)))
                        .andReturn()
                        .getResponse()
                        .getStatus())
                .isEqualTo(200);

        makeRoom();
        assertThat(documents()).isEqualTo(before);
        assertThat(stage(signed)).isIn("SIGNED", "NUMBERED", "SEALED");
        assertThat(press(signed, REGISTRAR, "/dong-dau")).contains("id=\"da-xong\"");
        press(written, SIGNATORY, "/ky");
        assertThat(press(written, REGISTRAR, "/dong-dau")).contains("id=\"da-xong\"");
        assertThat(database.sql("select number from register_entry order by number")
                        .query(Integer.class)
                        .list())
                .containsExactly(1, 2);
        assertThat(commands.run("fsck")).isZero();
    }

    private String write(String subject) throws Exception {
        String document = "/van-ban/" + UUID.randomUUID();
        assertThat(save(document, subject).getRedirectedUrl()).isEqualTo(document);
        return document;
    }

    private MockHttpServletResponse save(String document, String subject) throws Exception {
        return http.perform(post(document + "/soan")
                        .param("mau-van-ban", "ke-hoach")
                        .param("nguoi-ky", SIGNATORY)
                        .param("f.subject", subject)
                        .param("f.legalBases", "Căn cứ Điều lệ Trường tiểu học;")
                        .param("f.body", "I. MỤC TIÊU\n1. Nội dung.")
                        .param("f.recipients", "Như trên\nLưu: VT")
                        .with(user(SIGNATORY))
                        .with(csrf()))
                .andReturn()
                .getResponse();
    }

    /** The refusal page itself, or the page one is led back to. */
    private String press(String document, String who, String button) throws Exception {
        var answer = http.perform(post(document + button)
                        .param("pin", PIN)
                        .with(user(who))
                        .with(csrf()))
                .andReturn();
        if (answer.getResponse().getRedirectedUrl() == null) {
            return answer.getResponse().getContentAsString(StandardCharsets.UTF_8);
        }
        return http.perform(get(document).with(user(who)).flashAttrs(answer.getFlashMap()))
                .andReturn()
                .getResponse()
                .getContentAsString(StandardCharsets.UTF_8);
    }

    private String issue() {
        var said = new ByteArrayOutputStream();
        PrintStream usual = System.err;
        System.setErr(new PrintStream(said, true, StandardCharsets.UTF_8));
        try {
            commands.run(
                    "issue",
                    "src/test/resources/seeds/003.json",
                    "-o",
                    elsewhere.resolve("a.pdf").toString());
        } finally {
            System.setErr(usual);
        }
        return said.toString(StandardCharsets.UTF_8);
    }

    private long documents() {
        return database.sql("select count(*) from issuance").query(Long.class).single();
    }

    private String stage(String document) {
        return database.sql("select stage from issuance where id = :id")
                .param("id", document.substring("/van-ban/".length()))
                .query(String.class)
                .single();
    }

    private static void fillUp() throws IOException {
        byte[] block = new byte[1 << 12];
        try (var ballast =
                Files.newOutputStream(disk.resolve("ballast"), StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
            for (int i = 0; i < MEGABYTES << 8; i++) {
                ballast.write(block);
            }
        } catch (IOException full) {
            assertThat(disk.toFile().getUsableSpace()).isLessThan(block.length);
        }
    }

    private static boolean run(String... command) throws Exception {
        try {
            var process = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
            return process.waitFor(10, TimeUnit.SECONDS) && process.exitValue() == 0;
        } catch (IOException e) {
            return false;
        }
    }
}
