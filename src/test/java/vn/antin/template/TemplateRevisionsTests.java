package vn.antin.template;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.antin.kernel.AgencyId;
import vn.antin.kernel.PersonId;
import vn.antin.kernel.Refusal;
import vn.antin.kernel.SelfCheck;
import vn.antin.kernel.Sha256;
import vn.antin.template.KeptRevision.State;

class TemplateRevisionsTests {
    private static final AgencyId SCHOOL = new AgencyId("th-toan-thang");
    private static final AgencyId OTHER = new AgencyId("pgd-an-duong");
    private static final PersonId NGA = new PersonId("pham-thi-nga");

    @TempDir
    Path home;

    @TempDir
    Path folder;

    @BeforeEach
    void copyOneTemplate() throws IOException {
        Files.createDirectory(folder.resolve("ke-hoach"));
        try (var files = Files.list(Path.of("templates/ke-hoach"))) {
            for (Path it : files.toList()) {
                Files.copy(it, folder.resolve("ke-hoach").resolve(it.getFileName()));
            }
        }
    }

    private ProjectTemplates.House start() throws IOException {
        return ProjectTemplates.start(folder, home);
    }

    @Test
    void aRevisionSurvivesARestartAndTheEditingOfItsFiles() throws IOException {
        TemplateRevision before = start().templates().named("ke-hoach");
        Files.writeString(folder.resolve("ke-hoach/GHI-CHU.txt"), "khác");
        var house = start();
        assertThat(house.templates().named("ke-hoach").digest()).isNotEqualTo(before.digest());
        TemplateRevision kept = house.templates().revision("ke-hoach", before.digest());
        assertThat(kept.files()).isEqualTo(before.files());
        assertThat(kept.files().bytes("document.ftlx"))
                .isEqualTo(Files.readAllBytes(Path.of("templates/ke-hoach/document.ftlx")));
        assertThat(house.revisions().installed("ke-hoach"))
                .extracting(KeptRevision::state)
                .containsExactly(State.PUBLISHED, State.RETIRED);
        start();
        assertThat(house.revisions().installed("ke-hoach")).hasSize(2);
    }

    @Test
    void theFileOfARevisionIsNamedByItsOwnDigest() throws IOException {
        Sha256 digest = start().templates().named("ke-hoach").digest();
        Path file =
                home.resolve("templates").resolve(digest.hex().substring(0, 2)).resolve(digest + ".template");
        assertThat(Sha256.of(Files.readAllBytes(file))).isEqualTo(digest);
    }

    @Test
    void aTemplateThatIsTakenOutOfTheFolderIsKeptForItsDocuments() throws IOException {
        Sha256 digest = start().templates().named("ke-hoach").digest();
        Files.move(folder.resolve("ke-hoach"), home.resolve("mang-di"));
        var house = start();
        assertThatThrownBy(() -> house.templates().named("ke-hoach")).hasMessage("template.UNKNOWN_TEMPLATE");
        assertThat(house.templates().revision("ke-hoach", digest).title()).isEqualTo("Kế hoạch");
        assertThat(house.revisions().installed("ke-hoach").getFirst().state()).isEqualTo(State.RETIRED);
    }

    @Test
    void aBodysOwnRevisionIsForThatBodyAlone() throws IOException {
        var house = start();
        KeptRevision draft = save(house, "Bản riêng");
        assertThat(house.templates().named(SCHOOL, "ke-hoach").title()).isEqualTo("Kế hoạch");
        house.revisions().publish(SCHOOL, "ke-hoach", draft.id(), NGA, "");
        assertThat(house.templates().named(SCHOOL, "ke-hoach").title()).isEqualTo("Bản riêng");
        assertThat(house.templates().named(OTHER, "ke-hoach").title()).isEqualTo("Kế hoạch");
        assertThat(house.templates().named("ke-hoach").title()).isEqualTo("Kế hoạch");
        assertThat(house.templates().all(SCHOOL)).extracting(it -> it.title()).containsExactly("Bản riêng");
        assertThat(house.revisions().own(OTHER, "ke-hoach")).isEmpty();
        assertThatThrownBy(() -> house.revisions().line(OTHER, "ke-hoach", draft.id()))
                .hasMessage("template.UNKNOWN_REVISION");
        assertThatThrownBy(() -> house.revisions().publish(OTHER, "ke-hoach", draft.id(), NGA, ""))
                .hasMessage("template.UNKNOWN_REVISION");
    }

    @Test
    void aDraftIsNeitherInForceNorShownToAnyoneElse() throws IOException {
        var house = start();
        KeptRevision draft = save(house, "Nháp");
        assertThatThrownBy(() -> house.templates().revision("ke-hoach", draft.digest()))
                .hasMessage("template.UNKNOWN_REVISION");
        assertThat(house.templates().fieldsSchema("ke-hoach", draft.digest())).isEmpty();
        house.revisions().publish(SCHOOL, "ke-hoach", draft.id(), NGA, "");
        house.revisions().retire(SCHOOL, "ke-hoach", NGA);
        assertThat(house.templates().fieldsSchema("ke-hoach", draft.digest())).isPresent();
        assertThat(house.templates().named(SCHOOL, "ke-hoach").title()).isEqualTo("Kế hoạch");
    }

    @Test
    void goingBackAddsALineAndLosesNone() throws IOException {
        var house = start();
        KeptRevision first = save(house, "Một");
        house.revisions().publish(SCHOOL, "ke-hoach", first.id(), NGA, "lần đầu");
        KeptRevision second = save(house, "Hai");
        house.revisions().publish(SCHOOL, "ke-hoach", second.id(), NGA, "");
        house.revisions().restore(SCHOOL, "ke-hoach", first.id(), NGA, "quay lại");
        assertThat(house.revisions().own(SCHOOL, "ke-hoach"))
                .extracting(KeptRevision::state)
                .containsExactly(State.PUBLISHED, State.RETIRED, State.RETIRED);
        assertThat(house.templates().named(SCHOOL, "ke-hoach").digest()).isEqualTo(first.digest());
        assertThatThrownBy(() -> house.revisions().publish(SCHOOL, "ke-hoach", second.id(), NGA, ""))
                .hasMessage("template.NOT_THIS_STATE");
    }

    @Test
    void theSecondOfTwoSavesIsRefusedAndLosesNothing() throws IOException {
        var house = start();
        long base = house.revisions().newest(SCHOOL, "ke-hoach").orElseThrow().id();
        TemplateFiles files = house.templates().named("ke-hoach").files();
        house.revisions().save(SCHOOL, "ke-hoach", files.with("a.txt", "a"), base, NGA, "");
        assertThatThrownBy(() -> house.revisions().save(SCHOOL, "ke-hoach", files.with("b.txt", "b"), base, NGA, ""))
                .hasMessage("template.CHANGED_MEANWHILE");
        assertThat(house.revisions().own(SCHOOL, "ke-hoach")).hasSize(1);
    }

    @Test
    void ofManySavesAtOnceOnTheSameLineOneIsTaken() throws Exception {
        var house = start();
        long base = house.revisions().newest(SCHOOL, "ke-hoach").orElseThrow().id();
        TemplateFiles files = house.templates().named("ke-hoach").files();
        // The test's one connection takes one transaction at a time, as the service's one writer does.
        var turn = new Object();
        var saves = new ArrayList<Callable<Boolean>>();
        for (int i = 0; i < 8; i++) {
            String text = String.valueOf(i);
            saves.add(() -> {
                try {
                    synchronized (turn) {
                        house.revisions().save(SCHOOL, "ke-hoach", files.with("a.txt", text), base, NGA, "");
                    }
                    return true;
                } catch (Refusal refusal) {
                    return false;
                }
            });
        }
        try (var people = Executors.newFixedThreadPool(8)) {
            long taken = 0;
            for (var it : people.invokeAll(saves)) {
                taken += it.get() ? 1 : 0;
            }
            assertThat(taken).isEqualTo(1);
        }
    }

    @Test
    void whatIsKeptCannotBeChangedInTheDatabase() throws IOException {
        var house = start();
        save(house, "Bản riêng");
        for (String tampering : new String[] {
            "update template_revision set digest = '" + "0".repeat(64) + "'",
            "update template_revision set state = 'DRAFT' where state = 'PUBLISHED'",
            "update template_revision set note = 'x' where state = 'PUBLISHED'",
            "delete from template_revision",
            "insert or replace into template_revision select * from template_revision"
        }) {
            assertThatThrownBy(() -> house.jdbc().sql(tampering).update())
                    .as(tampering)
                    .isInstanceOf(Exception.class);
        }
    }

    @Test
    void namesEveryFileThatIsMissingOrAltered() throws IOException {
        var house = start();
        KeptRevision draft = save(house, "Bản riêng");
        assertThat(faults(house.check())).isEmpty();
        Path first = file(house.templates().named("ke-hoach").digest());
        Files.write(first, new byte[] {1});
        Files.delete(file(draft.digest()));
        assertThat(faults(house.check())).containsExactlyInAnyOrder("template.ALTERED", "template.MISSING");
        assertThatThrownBy(() -> house.revisions().files(draft)).hasMessage("template.UNKNOWN_REVISION");
    }

    @Test
    void aFileThatAPowerFailureLeftUnfinishedIsInNobodysWay() throws IOException {
        var house = start();
        TemplateFiles files = house.templates().named("ke-hoach").files().with("a.txt", "a");
        Path unfinished = file(files.digest()).resolveSibling(files.digest() + ".tmp");
        Files.createDirectories(unfinished.getParent());
        Files.writeString(unfinished, "nửa chừng");
        long base = house.revisions().newest(SCHOOL, "ke-hoach").orElseThrow().id();
        KeptRevision saved = house.revisions().save(SCHOOL, "ke-hoach", files, base, NGA, "");
        assertThat(house.revisions().files(saved)).isEqualTo(files);
        assertThat(faults(house.check())).isEmpty();
    }

    @Test
    void refusesAFileThatIsTooLarge() throws IOException {
        TemplateFiles files = start().templates().named("ke-hoach").files();
        assertThatThrownBy(() -> files.with("document.ftlx", "x".repeat(TemplateFiles.LARGEST_FILE + 1)))
                .hasMessage("template.TEMPLATE_TOO_LARGE");
    }

    private static KeptRevision save(ProjectTemplates.House house, String title) {
        KeptRevision newest = house.revisions().newest(SCHOOL, "ke-hoach").orElseThrow();
        TemplateFiles files = house.revisions().files(newest);
        String manifest =
                files.text("template.json").replaceFirst("\"title\": \"[^\"]*\"", "\"title\": \"" + title + "\"");
        return house.revisions().save(SCHOOL, "ke-hoach", files.with("template.json", manifest), newest.id(), NGA, "");
    }

    private Path file(Sha256 digest) {
        return home.resolve("templates").resolve(digest.hex().substring(0, 2)).resolve(digest + ".template");
    }

    private static List<String> faults(SelfCheck check) {
        var faults = new ArrayList<String>();
        check.check(new SelfCheck.Witness() {
            @Override
            public void fault(SelfCheck.Fault fault) {
                faults.add(fault.code());
            }

            @Override
            public void progress(long done, long total) {}
        });
        return faults;
    }
}
