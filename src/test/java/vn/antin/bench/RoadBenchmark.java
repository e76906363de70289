package vn.antin.bench;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ApplicationContext;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import vn.antin.AntinApplication;
import vn.antin.agency.Agencies;
import vn.antin.archive.Archive;
import vn.antin.check.Gate;
import vn.antin.compose.AdministrativeDocument;
import vn.antin.compose.Block;
import vn.antin.compose.Composer;
import vn.antin.kernel.AgencyId;
import vn.antin.kernel.Content;
import vn.antin.kernel.DocumentId;
import vn.antin.kernel.LookupCode;
import vn.antin.kernel.PersonId;
import vn.antin.register.OutgoingRegister;
import vn.antin.render.Renderer;
import vn.antin.search.Query;
import vn.antin.search.Search;
import vn.antin.sign.NumberLine;
import vn.antin.sign.Pin;
import vn.antin.sign.Sealer;
import vn.antin.sign.Signer;
import vn.antin.template.Templates;
import vn.antin.verify.Verifier;

/**
 * Leads the five sample documents down the whole road, over and over, on one thread, and prints milliseconds per stage
 * and documents per second; then lets LibreOffice, where it is installed, convert the same text to PDF.
 *
 * <p>Run by {@code ./mvnw -q test-compile exec:exec@bench}; pinned to one core by {@code taskset} where there is one.
 */
public final class RoadBenchmark {
    private static final int WARM_UP = 40;
    private static final int ROUNDS = Integer.getInteger("bench.documents", 200);
    private static final Path SEEDS = Path.of("src/test/resources/seeds");

    private final Map<String, List<Long>> cpu = new LinkedHashMap<>();
    private final Map<String, List<Long>> wall = new LinkedHashMap<>();
    private boolean counting;

    private RoadBenchmark() {}

    public static void main(String[] words) throws Exception {
        Path home = Files.createTempDirectory("antin-bench");
        try (var rooms = new SpringApplicationBuilder(AntinApplication.class)
                .web(WebApplicationType.NONE)
                .run("--antin.home=" + home, "--logging.level.vn.antin=WARN")) {
            new RoadBenchmark().run(rooms);
        }
    }

    private void run(ApplicationContext rooms) throws Exception {
        var json = rooms.getBean(JsonMapper.class);
        List<JsonNode> seeds = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            seeds.add(json.readTree(SEEDS.resolve("00" + i + ".json")));
        }
        var documents = new ArrayList<AdministrativeDocument>();
        for (int i = 0; i < WARM_UP; i++) {
            documents.add(lead(rooms, seeds.get(i % 5)));
        }
        counting = true;
        long began = System.nanoTime();
        for (int i = 0; i < ROUNDS; i++) {
            lead(rooms, seeds.get(i % 5));
        }
        double seconds = (System.nanoTime() - began) / 1e9;
        System.out.printf("%d documents (the five samples in turn), one thread%n", ROUNDS);
        System.out.printf("%-14s %12s %12s %12s%n", "stage", "cpu median", "cpu p95", "wall median");
        for (String stage : cpu.keySet()) {
            System.out.printf(
                    "%-14s %9.2f ms %9.2f ms %9.2f ms%n",
                    stage,
                    quantile(cpu.get(stage), 0.5),
                    quantile(cpu.get(stage), 0.95),
                    quantile(wall.get(stage), 0.5));
        }
        System.out.println(
                "verify works on a thread of its own, so its wall time counts; a search first takes in what is new");
        System.out.printf("whole road, verified and found: %.1f documents/s%n", ROUNDS / seconds);
        double ours = quantile(cpu.get("compose"), 0.5) + quantile(cpu.get("render"), 0.5);
        libreOffice(documents.subList(0, 20), ours);
    }

    private AdministrativeDocument lead(ApplicationContext rooms, JsonNode seed) {
        var chance = rooms.getBean(RandomGenerator.class);
        var agencies = rooms.getBean(Agencies.class);
        var today = java.time.LocalDate.now(rooms.getBean(java.time.Clock.class));
        var agency = new AgencyId(seed.path("agency").asString());
        var signatory =
                agencies.signatory(agency, new PersonId(seed.path("signatory").asString()), today);
        var clerk = new PersonId(seed.path("clerk").asString());
        var id = new DocumentId(new java.util.UUID(chance.nextLong(), chance.nextLong()));
        var code = LookupCode.random(chance);
        var template =
                rooms.getBean(Templates.class).named(seed.path("template").asString());

        var meaning = timed("compose", () -> {
            if (!template.problems(seed.path("data")).isEmpty()) {
                throw new IllegalStateException("A sample is wrong: " + template.problems(seed.path("data")));
            }
            return rooms.getBean(Composer.class)
                    .compose(template, seed.path("data"), agencies.named(agency), signatory, id, code);
        });
        var rendered = timed("render", () -> rooms.getBean(Renderer.class).render(meaning));
        var verdict = timed("check", () -> rooms.getBean(Gate.class).examine(rendered));
        if (!(verdict instanceof Gate.Verdict.Passed passed)) {
            throw new IllegalStateException("The gate stopped a sample: " + verdict.findings());
        }
        try (var pin = new Pin("12345678")) {
            var signed = timed("sign", () -> rooms.getBean(Signer.class).sign(passed.document(), pin));
            var entry = timed(
                    "register", () -> rooms.getBean(OutgoingRegister.class).enter(signed, clerk));
            var line = new NumberLine(entry.number().digits(), entry.issuedOn());
            var sealed = timed("seal", () -> rooms.getBean(Sealer.class).seal(signed, line, pin));
            var original = timed("archive", () -> rooms.getBean(Archive.class).keep(sealed, entry));
            Content file = rooms.getBean(Archive.class).read(original.digest());
            timed("verify", () -> rooms.getBean(Verifier.class).verify(file, "bench.pdf"));
            timed("index+search", () -> rooms.getBean(Search.class).find(Query.of(Set.of(agency), "chuyen doi so")));
        }
        return meaning;
    }

    private <T> T timed(String stage, Supplier<T> work) {
        var threads = ManagementFactory.getThreadMXBean();
        long cpuBegan = threads.getCurrentThreadCpuTime();
        long wallBegan = System.nanoTime();
        T result = work.get();
        if (counting) {
            cpu.computeIfAbsent(stage, it -> new ArrayList<>()).add(threads.getCurrentThreadCpuTime() - cpuBegan);
            wall.computeIfAbsent(stage, it -> new ArrayList<>()).add(System.nanoTime() - wallBegan);
        }
        return result;
    }

    private static double quantile(List<Long> nanoseconds, double q) {
        var sorted = nanoseconds.stream().sorted().toList();
        return sorted.get((int) Math.min(sorted.size() - 1, Math.floor(q * sorted.size()))) / 1e6;
    }

    /** One LibreOffice process converts all the texts, so that its start is shared; its start alone is timed beside. */
    private static void libreOffice(List<AdministrativeDocument> documents, double ours)
            throws IOException, InterruptedException {
        Path folder = Files.createTempDirectory("antin-peer");
        var command = new ArrayList<>(List.of(
                "soffice",
                "-env:UserInstallation=file://" + folder.resolve("profile"),
                "--headless",
                "--convert-to",
                "pdf",
                "--outdir",
                folder.resolve("out").toString()));
        Path one = folder.resolve("0.fodt");
        Files.writeString(one, flatOpenDocument(documents.getFirst()));
        try {
            // The first start makes the profile; it is not counted.
            run(Stream.concat(command.stream(), Stream.of(one.toString())).toList());
        } catch (IOException absent) {
            System.out.println("LibreOffice is not installed here: no peer to compare with");
            return;
        }
        double alone =
                run(Stream.concat(command.stream(), Stream.of(one.toString())).toList());
        var all = new ArrayList<>(command);
        for (int i = 0; i < documents.size(); i++) {
            Path file = folder.resolve(i + ".fodt");
            Files.writeString(file, flatOpenDocument(documents.get(i)));
            all.add(file.toString());
        }
        double together = run(all);
        double each = (together - alone) * 1000 / (documents.size() - 1);
        System.out.printf(
                "LibreOffice, the same text to PDF: %.0f ms each (start %.1f s not counted); compose + render here %.1f ms:"
                        + " ratio %.1f%n",
                each, alone, ours, each / ours);
    }

    private static double run(List<String> command) throws IOException, InterruptedException {
        long began = System.nanoTime();
        var process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        if (!process.waitFor(5, TimeUnit.MINUTES)) {
            process.destroyForcibly();
            throw new IllegalStateException("LibreOffice did not end");
        }
        return (System.nanoTime() - began) / 1e9;
    }

    private static String flatOpenDocument(AdministrativeDocument document) {
        var text = new StringBuilder("""
                <?xml version="1.0" encoding="UTF-8"?>
                <office:document xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0"
                  xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" office:version="1.3"
                  office:mimetype="application/vnd.oasis.opendocument.text"><office:body><office:text>
                """);
        Stream.concat(document.legalBases().stream(), document.body().stream().flatMap(block -> switch (block) {
                    case Block.Paragraph paragraph -> Stream.of(paragraph.text());
                    case Block.Item item -> Stream.of(item.text());
                    case Block.Centred centred -> Stream.of(centred.text());
                    case Block.Table table ->
                        table.rows().stream()
                                .flatMap(row -> row.cells().stream())
                                .map(Block.Cell::text);
                }))
                .forEach(it -> text.append("<text:p>")
                        .append(it.plain().replace("&", "&amp;").replace("<", "&lt;"))
                        .append("</text:p>"));
        return text.append("</office:text></office:body></office:document>").toString();
    }
}
