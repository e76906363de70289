package vn.antin.verify;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.slf4j.LoggerFactory;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import vn.antin.AntinApplication;
import vn.antin.agency.Agencies;
import vn.antin.check.Gate;
import vn.antin.compose.Composer;
import vn.antin.kernel.AgencyId;
import vn.antin.kernel.DocumentId;
import vn.antin.kernel.LookupCode;
import vn.antin.kernel.PersonId;
import vn.antin.render.Renderer;
import vn.antin.sign.NumberLine;
import vn.antin.sign.Pin;
import vn.antin.sign.Sealer;
import vn.antin.sign.Signer;
import vn.antin.template.Templates;
import vn.antin.trust.TrustAnchors;

/**
 * Spoils signed files a hundred thousand times and says what became of them. Run by {@code ./mvnw -q test-compile
 * exec:exec@fuzz-verify}; {@code -Dfuzz.mutants=}, {@code -Dfuzz.from=} (the first number, that names a mutant for ever)
 * and {@code -Dfuzz.folder=} (signed files by others) change it. The memory is bounded by the virtual machine's, {@code
 * -Dfuzz.memory=}; how often it did not suffice is counted, and the largest size of the whole process told.
 */
public final class FuzzVerify {
    private static final LocalDate DAY = LocalDate.of(2026, 2, 5);
    private static final int REPORT_EVERY = 5_000;

    private FuzzVerify() {}

    public static void main(String[] words) throws IOException, InterruptedException {
        long from = Long.getLong("fuzz.from", 1);
        long count = Long.getLong("fuzz.mutants", 100_000);
        Map<String, byte[]> files = foreign(Path.of(System.getProperty("fuzz.folder", "src/test/resources/foreign")));
        TrustAnchors anchors;
        Path home = Files.createTempDirectory("antin-fuzz");
        try (var rooms = new SpringApplicationBuilder(AntinApplication.class)
                .web(WebApplicationType.NONE)
                .run("--antin.home=" + home, "--logging.level.root=ERROR")) {
            var agency = rooms.getBean(Agencies.class).named(new AgencyId("th-toan-thang"));
            var template = rooms.getBean(Templates.class).named("cong-van");
            var document = rooms.getBean(Composer.class)
                    .compose(
                            template,
                            template.sample(),
                            agency,
                            rooms.getBean(Agencies.class).signatory(agency.id(), new PersonId("pham-thi-nga"), DAY),
                            new DocumentId(new UUID(0, 7)),
                            new LookupCode("7K2M-Q9XD-04TB"));
            var verdict = rooms.getBean(Gate.class)
                    .examine(rooms.getBean(Renderer.class).render(document));
            try (var pin = new Pin("12345678")) {
                var signed = rooms.getBean(Signer.class).sign(((Gate.Verdict.Passed) verdict).document(), pin);
                files.put("issued-signed", signed.pdf().bytes());
                files.put(
                        "issued-sealed",
                        rooms.getBean(Sealer.class)
                                .seal(signed, new NumberLine("07", DAY), pin)
                                .pdf()
                                .bytes());
            }
            anchors = everybody(rooms.getBean(TrustAnchors.class), files);
        }
        ((Logger) LoggerFactory.getLogger("ROOT")).setLevel(Level.OFF);
        var memory = new MemoryWatch();
        var fuzz = new Fuzz(ForeignComparison.judgement(anchors, Clock.systemUTC()), files);
        // The verifier's own threads have a stack of that size.
        var work = new Thread(null, () -> run(fuzz, from, count), "fuzz", 8L << 20);
        work.start();
        work.join();
        fuzz.faults().forEach(System.out::println);
        System.out.println("numbers " + from + " to " + (from + count - 1) + ": " + fuzz.figures());
        System.out.println(memory.figures());
        System.exit(fuzz.faults().isEmpty() && memory.exhausted() == 0 ? 0 : 1);
    }

    private static void run(Fuzz fuzz, long from, long count) {
        int told = 0;
        for (long i = from; i < from + count; i++) {
            fuzz.one(i);
            if ((i - from + 1) % REPORT_EVERY == 0) {
                System.out.println(i + ": " + fuzz.figures());
                for (; told < fuzz.faults().size(); told++) {
                    System.out.println("  FAULT " + fuzz.faults().get(told));
                }
            }
        }
    }

    static Map<String, byte[]> foreign(Path folder) throws IOException {
        Map<String, byte[]> files = new LinkedHashMap<>();
        try (Stream<Path> walk = Files.walk(folder)) {
            for (Path it :
                    walk.filter(it -> it.toString().endsWith(".pdf")).sorted().toList()) {
                files.put(it.getFileName().toString(), Files.readAllBytes(it));
            }
        }
        return files;
    }

    static TrustAnchors everybody(TrustAnchors ours, Map<String, byte[]> files) {
        var anchors = new ArrayList<>(ours.anchors());
        var intermediates = new ArrayList<>(ours.intermediates());
        for (byte[] it : files.values()) {
            CarriedAnchors carried = CarriedAnchors.in(it);
            anchors.addAll(carried.anchors());
            intermediates.addAll(carried.intermediates());
        }
        return new CarriedAnchors(List.copyOf(anchors), List.copyOf(intermediates));
    }
}
