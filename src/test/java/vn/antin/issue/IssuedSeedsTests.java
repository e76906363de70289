package vn.antin.issue;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.TreeMap;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentNameDictionary;
import org.apache.pdfbox.pdmodel.common.filespecification.PDEmbeddedFile;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import tools.jackson.databind.json.JsonMapper;
import vn.antin.Peers;
import vn.antin.archive.Archive;
import vn.antin.compose.Seed;
import vn.antin.compose.SeedText;
import vn.antin.compose.WordDifference;
import vn.antin.kernel.AgencyId;
import vn.antin.kernel.Content;
import vn.antin.kernel.DocumentId;
import vn.antin.kernel.PersonId;
import vn.antin.kernel.Refusal;
import vn.antin.verify.Conclusion;
import vn.antin.verify.Report;
import vn.antin.verify.Verifier;

/** The customer's five documents, led down the whole road and judged by others and by our own verifier. */
@DirtiesContext
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.NONE)
class IssuedSeedsTests {
    private static final Path SEEDS = Path.of("src/test/resources/seeds");
    private static final int FLIPS = 600;

    @TempDir
    static Path home;

    @DynamicPropertySource
    static void home(DynamicPropertyRegistry properties) {
        properties.add("antin.home", () -> home.resolve("state").toString());
    }

    @Autowired
    DataFiles files;

    @Autowired
    OutgoingDesk desk;

    @Autowired
    WholeRoad road;

    @Autowired
    Archive archive;

    @Autowired
    Verifier verifier;

    private static final Map<String, Content> issued = new TreeMap<>();
    private static final Map<String, Path> paths = new TreeMap<>();

    @BeforeEach
    void issueAllOnce() throws IOException {
        if (!issued.isEmpty()) {
            return;
        }
        for (int i = 0; i < 5; i++) {
            String name = "00" + i;
            var original = road.lead(written(SEEDS.resolve(name + ".json")));
            Content pdf = archive.read(original.digest());
            issued.put(name, pdf);
            paths.put(name, Files.write(home.resolve(name + ".pdf"), pdf.bytes()));
        }
    }

    /** A seed that the gate stops is let pass by its signatory, so that its very words are issued. */
    private DocumentId written(Path seed) throws IOException {
        try {
            return files.write(seed).id();
        } catch (Refusal refused) {
            assertThat(refused.reason()).isEqualTo(IssueReason.GATE_STOPPED);
        }
        var file = JsonMapper.shared().readTree(Files.readString(seed));
        var signatory = new PersonId(file.path("signatory").asString());
        Issuance it = desk.write(
                desk.newDocument(),
                new OutgoingDesk.Draft(
                        new AgencyId(file.path("agency").asString()),
                        signatory,
                        new PersonId(file.path("clerk").asString()),
                        file.path("template").asString(),
                        file.path("data"),
                        true,
                        signatory.value()));
        for (int i = 0; i < it.findings().size(); i++) {
            if (it.findings().get(i).stops()) {
                it = desk.waive(
                        it.id(),
                        signatory,
                        i,
                        Objects.requireNonNull(it.pdf()),
                        "Văn bản mẫu, giữ nguyên lời bản quét");
            }
        }
        assertThat(it.stage()).isEqualTo(Stage.CHECKED);
        return it.id();
    }

    @Test
    void pdfsigCallsBothSignaturesValidAndTheSealCoversTheTotalDocument() {
        paths.forEach((name, path) -> {
            String said = Peers.run("pdfsig", "-nocert", path.toString());
            assertThat(said.split("Signature Validation: Signature is Valid", -1))
                    .as(name + ": " + said)
                    .hasSize(3);
            String last = said.substring(said.lastIndexOf("Signature #"));
            assertThat(last).as(name).contains("Total document signed");
        });
    }

    @Test
    void qpdfFindsNoFault() {
        paths.forEach((name, path) -> assertThat(Peers.run("qpdf", "--check", path.toString()))
                .as(name)
                .contains("No syntax or stream encoding errors"));
    }

    @Test
    void veraPdfCallsEveryRevisionPdfA() {
        issued.forEach((name, pdf) -> {
            for (byte[] revision : Peers.revisions(pdf.bytes())) {
                assertThat(Peers.veraPdf(revision))
                        .as(name + ", first " + revision.length + " bytes")
                        .isEmpty();
            }
        });
    }

    @Test
    void theIssuedPagesSayWhatTheSeedsSayWordForWord() {
        Seed.all().forEach(seed -> {
            try (var pdf = Loader.loadPDF(
                    Objects.requireNonNull(issued.get(seed.name())).bytes())) {
                var difference = WordDifference.between(
                        SeedText.scanned(seed),
                        SeedText.printed(pdf, seed.document()).without(seed.lost()));
                System.out.printf(
                        "Seed %s issued: %.2f%% of %d words equal; differing: %s%n",
                        seed.name(), 100 * difference.share(), difference.seedWords(), difference.changes());
                assertThat(difference.share()).as(seed.name()).isGreaterThanOrEqualTo(0.99);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }

    @Test
    void ourVerifierPassesThem() {
        issued.forEach((name, pdf) -> {
            var report = verifier.verify(pdf, name + ".pdf");
            assertThat(report.conclusion()).as(name + ": " + report).isEqualTo(Conclusion.TOTAL_PASSED);
            assertThat(report.signatures()).as(name).hasSize(2);
            assertThat(report.signatures())
                    .as(name)
                    .allSatisfy(it -> assertThat(
                                    Objects.requireNonNull(it.authority()).held())
                            .isEqualTo(Report.Held.YES));
        });
    }

    @Test
    void theDataInsideAreTheAnswersThatMadeThem() throws IOException {
        for (var seed : Seed.all().toList()) {
            Content pdf = Objects.requireNonNull(issued.get(seed.name()));
            var carried = Objects.requireNonNull(
                    verifier.verify(pdf, seed.name() + ".pdf").carried(), seed.name());
            assertThat(carried.data()).as(seed.name()).isEqualTo(seed.file().path("data"));
            assertThat(carried.template())
                    .startsWith(seed.file().path("template").asString() + "@");
            assertThat(carried.schema())
                    .startsWith("http://localhost:8080/mau-van-ban/")
                    .endsWith("/fields.schema.json");
            assertThat(carried.symbol()).isEqualTo(seed.document().particulars().symbol());
            try (var opened = Loader.loadPDF(pdf.bytes())) {
                long inside = attachment(opened).getCOSObject().getLength();
                System.out.printf(
                        "Seed %s: its data take %d of %d bytes (%.1f%%)%n",
                        seed.name(), inside, pdf.size(), 100.0 * inside / pdf.size());
            }
        }
    }

    @Test
    void dataReplacedAfterSigningAreNotTrusted() throws IOException {
        Content pdf = Objects.requireNonNull(issued.get("000"));
        var out = new ByteArrayOutputStream();
        try (var opened = Loader.loadPDF(pdf.bytes())) {
            var file = attachment(opened);
            try (var stream = file.getCOSObject().createOutputStream()) {
                stream.write("{\"data\":{\"gia\":1}}".getBytes(StandardCharsets.UTF_8));
            }
            file.getCOSObject().setNeedToBeUpdated(true);
            opened.saveIncremental(out);
        }
        var report = verifier.verify(Content.of(out.toByteArray()), "thay.pdf");
        assertThat(report.conclusion()).isEqualTo(Conclusion.TOTAL_FAILED);
        assertThat(report.carried()).isNull();
    }

    private static PDEmbeddedFile attachment(PDDocument pdf) throws IOException {
        var files = Objects.requireNonNull(new PDDocumentNameDictionary(pdf.getDocumentCatalog()).getEmbeddedFiles());
        return Objects.requireNonNull(files.getNames().get("du-lieu.json")).getEmbeddedFile();
    }

    @Test
    void oneChangedByteAnywhereIsNeverPassed() {
        var chance = new Random(30_2020);
        Map<Conclusion, Integer> tally = new LinkedHashMap<>();
        var passed = new ArrayList<String>();
        for (int i = 0; i < FLIPS; i++) {
            String name = "00" + i % 5;
            byte[] bytes = Objects.requireNonNull(issued.get(name)).bytes().clone();
            int position = chance.nextInt(bytes.length);
            byte before = bytes[position];
            do {
                bytes[position] = (byte) chance.nextInt(256);
            } while (bytes[position] == before || sameHexadecimalDigit(bytes[position], before));
            var conclusion = verifier.verify(Content.of(bytes), name + ".pdf").conclusion();
            tally.merge(conclusion, 1, Integer::sum);
            if (conclusion != Conclusion.TOTAL_FAILED && conclusion != Conclusion.UNREADABLE) {
                passed.add(name + " at " + position + ": " + before + " -> " + bytes[position] + " gave " + conclusion);
            }
        }
        System.out.println(FLIPS + " flipped bytes: " + tally);
        assertThat(passed).isEmpty();
    }

    /** The letter case of a hexadecimal digit in /Contents is covered by no signature and changes nothing. */
    private static boolean sameHexadecimalDigit(byte a, byte b) {
        return Character.digit(a, 16) >= 10 && Character.digit(a, 16) == Character.digit(b, 16);
    }
}
