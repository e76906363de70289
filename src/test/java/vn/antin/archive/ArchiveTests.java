package vn.antin.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static vn.antin.register.SignedSamples.REGISTRAR;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.MessageSource;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.context.event.ApplicationEvents;
import org.springframework.test.context.event.RecordApplicationEvents;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import picocli.CommandLine;
import tools.jackson.databind.json.JsonMapper;
import vn.antin.kernel.Content;
import vn.antin.kernel.LookupCode;
import vn.antin.kernel.SelfCheck.Fault;
import vn.antin.kernel.Sha256;
import vn.antin.register.OutgoingRegister;
import vn.antin.register.SignedSamples;
import vn.antin.sign.NumberLine;
import vn.antin.sign.SealedDocument;
import vn.antin.sign.SignedDocument;

@DirtiesContext
@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.NONE,
        properties = "spring.main.lazy-initialization=true")
@RecordApplicationEvents
class ArchiveTests {
    @TempDir
    static Path home;

    @DynamicPropertySource
    static void home(DynamicPropertyRegistry properties) {
        properties.add("antin.home", () -> home.toString());
    }

    @Autowired
    Archive archive;

    @Autowired
    OutgoingRegister register;

    @Autowired
    Integrity integrity;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    PlatformTransactionManager transactions;

    @Autowired
    ApplicationEventPublisher publisher;

    @Autowired
    Clock clock;

    @Autowired
    ObjectProvider<Integrity> integrities;

    @Autowired
    MessageSource messages;

    @Autowired
    ApplicationEvents events;

    @BeforeEach
    void aBody() {
        jdbc.sql("insert into agency (id, name, symbol, place) values (:id, 'X', 'X', 'X') on conflict do nothing")
                .param("id", SignedSamples.SCHOOL.value())
                .update();
    }

    @AfterEach
    void everythingIsWholeAgain() {
        assertThat(integrity.examine().faults()).isEmpty();
    }

    @Test
    void whatIsKeptIsFoundAndReadBackByteForByte() {
        var sealed = sealed(SignedSamples.plan());
        var kept = archive.keep(sealed, entry(sealed));

        assertThat(kept.digest()).isEqualTo(sealed.pdf().digest());
        assertThat(archive.read(kept.digest())).isEqualTo(sealed.pdf());
        assertThat(archive.byDocument(sealed.particulars().id())).contains(kept);
        assertThat(archive.byCode(sealed.particulars().code())).contains(kept);
        assertThat(archive.byDigest(kept.digest())).contains(kept);
        assertThat(archive.after(kept.sequence() - 1, 10)).containsExactly(kept);
        assertThat(archive.byCode(new LookupCode("0000-0000-0000"))).isEmpty();
        assertThat(events.stream(DocumentArchived.class)).containsExactly(new DocumentArchived(kept));
    }

    @Test
    void theFileIsReadOnlyAndLiesUnderItsDigest() throws IOException {
        var kept = keep(SignedSamples.letter());
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file(kept.digest()))))
                .isEqualTo("r--r-----");
    }

    @Test
    void keepingAgainChangesNothing() {
        var sealed = sealed(SignedSamples.plan());
        var kept = archive.keep(sealed, entry(sealed));
        assertThat(archive.keep(sealed, entry(sealed))).isEqualTo(kept);
        assertThat(archive.after(kept.sequence(), 10)).isEmpty();
    }

    @Test
    void refusesAnotherOriginalForADocumentItKeeps() {
        var sealed = sealed(SignedSamples.plan());
        archive.keep(sealed, entry(sealed));
        var other = new SealedDocument(SignedSamples.pdf("other"), sealed.particulars(), sealed.line());
        assertThatThrownBy(() -> archive.keep(other, entry(sealed))).hasMessage("archive.OTHER_ORIGINAL");
    }

    @Test
    void refusesPagesThatCarryAnotherNumberThanTheRegister() {
        var sealed = sealed(SignedSamples.plan());
        var wrong = new SealedDocument(
                sealed.pdf(),
                sealed.particulars(),
                new NumberLine("9999", sealed.line().issuedOn()));
        assertThatThrownBy(() -> archive.keep(wrong, entry(sealed))).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void theOrderHasNoGapsUnderConcurrencyAndFailure() throws Exception {
        long before = archive.after(0, 10_000).size();
        var failures = new java.util.concurrent.ConcurrentLinkedQueue<Throwable>();
        try (var pool = Executors.newFixedThreadPool(8)) {
            for (int i = 0; i < 80; i++) {
                boolean fails = i % 5 == 0;
                pool.execute(() -> {
                    try {
                        var sealed = sealed(SignedSamples.plan());
                        var entry = entry(sealed);
                        new TransactionTemplate(transactions).executeWithoutResult(status -> {
                            archive.keep(sealed, entry);
                            if (fails) {
                                status.setRollbackOnly();
                            }
                        });
                        if (fails) {
                            // The bytes lie there unacknowledged; the same step done again takes them up.
                            assertThat(archive.byDocument(sealed.particulars().id()))
                                    .isEmpty();
                            archive.keep(sealed, entry);
                        }
                    } catch (Throwable e) {
                        failures.add(e);
                    }
                });
            }
        }
        assertThat(failures).isEmpty();
        var all = archive.after(0, 10_000);
        assertThat(all).hasSize((int) before + 80);
        assertThat(all.getLast().sequence()).isEqualTo(all.size());
    }

    @Test
    void aFullDiskIsRefusedAndNothingIsAcknowledged() throws IOException {
        var sealed = sealed(SignedSamples.plan());
        var full = new FolderOriginals(home, (file, piece) -> {
            file.write(piece.limit(piece.limit() / 2));
            throw new IOException("No space left on device");
        });
        var cramped = new Archive(jdbc, transactions, publisher, register, full, clock);
        assertThatThrownBy(() -> cramped.keep(sealed, entry(sealed))).hasMessage("archive.CANNOT_STORE");

        assertThat(archive.byDocument(sealed.particulars().id())).isEmpty();
        assertThat(events.stream(DocumentArchived.class)).isEmpty();
        try (var left = Files.list(home.resolve("archive/incoming"))) {
            assertThat(left).isEmpty();
        }
        assertThat(archive.keep(sealed, entry(sealed)).digest())
                .as("once there is room again")
                .isEqualTo(sealed.pdf().digest());
    }

    @Test
    void namesEveryFileThatIsMissingAlteredOrExtra() throws IOException {
        var missing = keep(SignedSamples.plan());
        var altered = keep(SignedSamples.letter());
        var cut = keep(SignedSamples.letter());
        var stranger = Content.of(new byte[] {1, 2, 3});
        Path strangersPlace = file(stranger.digest());
        Path unfinished = home.resolve("archive/incoming/" + missing.digest() + "-1.tmp");
        Path misplaced = home.resolve("archive/00/00/" + missing.digest() + ".pdf");
        Path aside = home.resolve("aside.pdf");
        byte[] alteredBytes = Files.readAllBytes(file(altered.digest()));
        byte[] cutBytes = Files.readAllBytes(file(cut.digest()));

        Files.move(file(missing.digest()), aside);
        byte[] flipped = alteredBytes.clone();
        flipped[flipped.length / 2] ^= 1;
        overwrite(file(altered.digest()), flipped);
        overwrite(file(cut.digest()), java.util.Arrays.copyOf(cutBytes, cutBytes.length - 1));
        Files.createDirectories(strangersPlace.getParent());
        Files.createDirectories(misplaced.getParent());
        Files.write(strangersPlace, stranger.bytes());
        Files.write(unfinished, new byte[10]);
        Files.write(misplaced, new byte[10]);

        var report = integrity.examine();
        assertThat(report.whole()).isFalse();
        assertThat(report.faults())
                .containsExactlyInAnyOrder(
                        new Fault("archive.MISSING", missing.digest(), document(missing)),
                        new Fault("archive.ALTERED", altered.digest(), document(altered)),
                        new Fault("archive.ALTERED", cut.digest(), document(cut)),
                        new Fault("archive.EXTRA", home.relativize(strangersPlace)),
                        new Fault("archive.STRAY", home.relativize(unfinished)),
                        new Fault("archive.STRAY", home.relativize(misplaced)));
        assertThatThrownBy(() -> archive.read(missing.digest())).hasMessage("archive.NOT_KEPT");
        assertThatThrownBy(() -> archive.read(altered.digest())).hasMessage("archive.ALTERED");

        var told = new StringWriter();
        assertThat(fsck(told)).isEqualTo(1);
        assertThat(told.toString())
                .contains("Thiếu tệp bản gốc " + missing.digest())
                .contains("Tệp lạ hoặc tệp ghi dở trong kho: " + home.relativize(unfinished));
        var json = new StringWriter();
        assertThat(fsck(json, "--json")).isEqualTo(1);
        assertThat(json.toString().strip()).doesNotContain("\n");
        var tree = new JsonMapper().readTree(json.toString());
        assertThat(tree.get("whole").asBoolean()).isFalse();
        assertThat(tree.get("checks").findValuesAsString("code")).contains("archive.EXTRA", "archive.MISSING");

        Files.move(aside, file(missing.digest()));
        overwrite(file(altered.digest()), alteredBytes);
        overwrite(file(cut.digest()), cutBytes);
        for (Path it : List.of(strangersPlace, unfinished, misplaced)) {
            Files.delete(it);
        }
        var whole = new StringWriter();
        assertThat(fsck(whole)).isZero();
        assertThat(whole.toString()).contains("Kho bản gốc: toàn vẹn").contains("Mọi thứ toàn vẹn.");
    }

    @Test
    void whatACrashLeftHalfWrittenIsClearedAway() throws IOException {
        var folder = new FolderOriginals(home);
        Path unfinished = home.resolve("archive/incoming/" + "a".repeat(64) + "-7.tmp");
        Files.createDirectories(unfinished.getParent());
        Files.write(unfinished, new byte[10]);
        new Archive(jdbc, transactions, publisher, register, folder, clock).sweepAtStart();
        assertThat(unfinished).doesNotExist();
    }

    @Test
    void neverWritesOverAFileThatLiesUnderADigest() throws IOException {
        var sealed = sealed(SignedSamples.plan());
        Path place = file(sealed.pdf().digest());
        Files.createDirectories(place.getParent());
        Files.writeString(place, "something else");
        assertThatThrownBy(() -> archive.keep(sealed, entry(sealed))).hasMessage("archive.CANNOT_STORE");
        assertThat(place).hasContent("something else");
        Files.delete(place);
    }

    @Test
    void aRowCannotBeChangedRemovedOrReplaced() {
        var kept = keep(SignedSamples.plan());
        for (String sql : List.of(
                "update archived_original set size = 1",
                "delete from archived_original",
                "insert or replace into archived_original select sequence, digest, 1, archived_at, document, code"
                        + " from archived_original where sequence = 1")) {
            assertThatThrownBy(() -> jdbc.sql(sql).update()).as(sql).isInstanceOf(DataAccessException.class);
        }
        assertThat(archive.byDigest(kept.digest())).contains(kept);
    }

    @Test
    void everyRoomThatKeepsSomethingIsChecked() {
        assertThat(integrity.examine().checks().stream().map(Integrity.Result::name))
                .contains("archive", "audit", "database", "register");
    }

    @Test
    void everyActIsOnRecord() {
        var kept = keep(SignedSamples.plan());
        List<String> acts =
                new ArrayList<>(jdbc.sql("select act from audit_entry where document = :id order by sequence")
                        .param("id", document(kept))
                        .query(String.class)
                        .list());
        assertThat(acts).containsExactly("document.numbered", "document.archived");
        assertThat(jdbc.sql("select details from audit_entry where document = :id and act = 'document.archived'")
                        .param("id", document(kept))
                        .query(String.class)
                        .single())
                .contains("\"digest\":\"" + kept.digest() + "\"");
    }

    private int fsck(StringWriter told, String... words) {
        return new CommandLine(new FsckCommand(integrities, messages))
                .setOut(new PrintWriter(told))
                .execute(words);
    }

    private ArchivedOriginal keep(SignedDocument signed) {
        var sealed = sealed(signed);
        return archive.keep(sealed, entry(sealed));
    }

    private SealedDocument sealed(SignedDocument signed) {
        return SignedSamples.sealed(signed, register.enter(signed, REGISTRAR));
    }

    private vn.antin.register.RegisterEntry entry(SealedDocument sealed) {
        return register.entry(sealed.particulars().id()).orElseThrow();
    }

    private static String document(ArchivedOriginal original) {
        return original.entry().particulars().id().toString();
    }

    private static Path file(Sha256 digest) {
        String hex = digest.hex();
        return home.resolve("archive")
                .resolve(hex.substring(0, 2))
                .resolve(hex.substring(2, 4))
                .resolve(hex + ".pdf");
    }

    private static void overwrite(Path file, byte[] bytes) throws IOException {
        Files.delete(file);
        Files.write(file, bytes);
    }
}
