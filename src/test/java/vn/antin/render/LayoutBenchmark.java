package vn.antin.render;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.pdfbox.Loader;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;
import vn.antin.compose.AdministrativeDocument;
import vn.antin.compose.Seed;

/**
 * Composes and renders a plan of five pages and one with an annex of sixty (one table), over and over on one thread, and
 * lets other engines set the same text: LibreOffice, openhtmltopdf and Apache FOP. Ours writes tagged PDF/A-3a with forms
 * and data; the others are asked for plain PDF, which is to their advantage. Counted is processor time, so that a busy
 * machine does not decide: of the working thread for Java engines, of the whole process for LibreOffice.
 *
 * <p>Run by {@code ./mvnw -q test-compile exec:exec@bench-layout}; pinned to one core by {@code taskset} where there is one.
 */
public final class LayoutBenchmark {
    private static final Path PEERS = Path.of("src/test/peers/layout");
    private static final int FIVE_PAGES_OF_LINES = 33;
    private static final int SIXTY_PAGES_OF_ROWS = 540;

    private record Work(String name, Supplier<AdministrativeDocument> compose, int rounds) {}

    private LayoutBenchmark() {}

    public static void main(String[] words) throws Exception {
        Path folder = Files.createTempDirectory("antin-layout");
        var five = new Work("5-page plan", plan(0), 200);
        var sixty = new Work("60-page annex", plan(SIXTY_PAGES_OF_ROWS), 30);
        String peers = peersClassPath(folder);
        for (Work work : List.of(five, sixty)) {
            double ours = ours(work, folder);
            AdministrativeDocument document = work.compose().get();
            Path html = Files.writeString(folder.resolve(work.rounds() + ".html"), PeerText.html(document));
            Path fo = Files.writeString(folder.resolve(work.rounds() + ".fo"), PeerText.fo(document));
            if (!peers.isEmpty()) {
                peer(folder, "HtmlToPdf.java", "openhtmltopdf 1.1.65", html, work, peers, ours);
                peer(folder, "FoToPdf.java", "Apache FOP 2.11", fo, work, peers, ours);
            }
            libreOffice(folder, document, work, ours);
        }
    }

    /** The first sample's plan, cut to five pages, with an annex of so many rows. */
    private static Supplier<AdministrativeDocument> plan(int rows) {
        Seed seed = Seed.all().findFirst().orElseThrow();
        var file = (ObjectNode) seed.file().deepCopy();
        var data = (ObjectNode) file.path("data");
        var mapper = JsonMapper.shared();
        List<String> lines = data.path("body").isString()
                ? List.of(data.path("body").asString().split("\n", -1))
                : data.path("body").valueStream().map(it -> it.asString()).toList();
        data.set("body", mapper.valueToTree(lines.subList(0, Math.min(FIVE_PAGES_OF_LINES, lines.size()))));
        if (rows > 0) {
            String table = "| TT | Nhiệm vụ | Đơn vị chủ trì | Thời gian | Kinh phí (đồng) |\n|:--:|---|---|:--:|--:|\n"
                    + IntStream.rangeClosed(1, rows)
                            .mapToObj(i -> "| " + i
                                    + " | Rà soát, bổ sung hạ tầng, thiết bị và học liệu số; tập huấn kỹ"
                                    + " năng số cho giáo viên, nhân viên đợt " + i + " | Tổ chuyên môn số " + i % 7
                                    + " | Tháng " + (i % 12 + 1) + " | " + i * 125 + ".000 |")
                            .collect(Collectors.joining("\n"));
            var annex = mapper.createObjectNode();
            annex.put("title", "Bảng phân công nhiệm vụ");
            annex.put("body", table);
            data.set("annexes", mapper.createArrayNode().add(annex));
        }
        return new Seed(seed.name(), file, seed.scan(), seed.known()).composing();
    }

    private static double ours(Work work, Path folder) throws IOException {
        byte[] pdf = {};
        for (int i = 0; i < Math.max(10, work.rounds() / 2); i++) {
            pdf = RendererTests.RENDERER.render(work.compose().get()).pdf().bytes();
        }
        var composed = new ArrayList<Long>();
        var whole = new ArrayList<Long>();
        for (int i = 0; i < work.rounds(); i++) {
            long began = cpu();
            AdministrativeDocument document = work.compose().get();
            composed.add(cpu() - began);
            RendererTests.RENDERER.render(document);
            whole.add(cpu() - began);
        }
        int pages;
        try (var opened = Loader.loadPDF(pdf)) {
            pages = opened.getNumberOfPages();
        }
        Files.write(folder.resolve(work.rounds() + ".pdf"), pdf);
        System.out.printf(
                "%s: %d pages, %d KB; median of %d: compose + render %.2f ms (compose %.2f), %.2f ms a page%n",
                work.name(),
                pages,
                pdf.length / 1024,
                work.rounds(),
                median(whole),
                median(composed),
                median(whole) / pages);
        return median(whole);
    }

    private static long cpu() {
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    }

    private static double median(List<Long> nanoseconds) {
        return nanoseconds.stream().sorted().toList().get(nanoseconds.size() / 2) / 1e6;
    }

    private static String peersClassPath(Path folder) throws IOException, InterruptedException {
        Path file = folder.resolve("peers.txt");
        try {
            run(
                    Path.of("maven.txt"),
                    folder,
                    List.of(
                            "./mvnw",
                            "-q",
                            "-B",
                            "-ntp",
                            "-f",
                            PEERS.resolve("pom.xml").toString(),
                            "dependency:build-classpath",
                            "-Dmdep.outputFile=" + file));
        } catch (IOException unreachable) {
            System.out.println("  the other Java engines cannot be had here: no comparison with them");
            return "";
        }
        return Files.readString(file).strip();
    }

    /** A program of one file, started in a Java of its own on the same core; it prints its median and its pages. */
    private static void peer(
            Path folder, String program, String name, Path input, Work work, String classPath, double ours)
            throws IOException, InterruptedException {
        String java = ProcessHandle.current().info().command().orElse("java");
        Path said = Path.of(program + ".txt");
        try {
            run(
                    said,
                    folder,
                    List.of(
                            java,
                            "-Xmx1g",
                            "-cp",
                            classPath,
                            PEERS.resolve(program).toString(),
                            input.toString(),
                            Integer.toString(Math.max(10, work.rounds() / 4))));
        } catch (IOException failed) {
            System.out.println("  " + name + ": " + failed.getMessage());
            return;
        }
        String last = Files.readAllLines(folder.resolve(said)).stream()
                .filter(it -> it.startsWith("median "))
                .findFirst()
                .orElse("");
        if (last.isEmpty()) {
            System.out.println("  " + name + ": did not answer, see " + folder.resolve(said));
            return;
        }
        String[] parts = last.split(" ", -1);
        double theirs = Double.parseDouble(parts[1]);
        System.out.printf("  %s: %.2f ms, %s pages; ratio %.1f%n", name, theirs, parts[2], theirs / ours);
    }

    /** One process converts several copies, so that its start is shared; a whole process for one file is told beside. */
    private static void libreOffice(Path folder, AdministrativeDocument document, Work work, double ours)
            throws IOException, InterruptedException {
        int copies = work.rounds() > 100 ? 12 : 3;
        var files = new ArrayList<String>();
        for (int i = 0; i <= copies; i++) {
            files.add(Files.writeString(folder.resolve(work.rounds() + "-" + i + ".fodt"), PeerText.fodt(document))
                    .toString());
        }
        List<String> command = List.of(
                "soffice",
                "-env:UserInstallation=file://" + folder.resolve("profile"),
                "--headless",
                "--convert-to",
                "pdf",
                "--outdir",
                folder.resolve("out").toString());
        Path said = Path.of("soffice.txt");
        try {
            // The first start makes the profile; it is not counted.
            run(
                    said,
                    folder,
                    Stream.concat(command.stream(), Stream.of(files.getFirst())).toList());
        } catch (IOException absent) {
            System.out.println("  LibreOffice is not installed here: no comparison with it");
            return;
        }
        double one = run(
                said,
                folder,
                Stream.concat(command.stream(), Stream.of(files.getFirst())).toList());
        double all = run(
                said, folder, Stream.concat(command.stream(), files.stream()).toList());
        double each = (all - one) * 1000 / copies;
        try (var opened = Loader.loadPDF(
                folder.resolve("out").resolve(work.rounds() + "-0.pdf").toFile())) {
            System.out.printf(
                    "  LibreOffice: %.0f ms each in a running process, %.0f ms as a process of its own, %d pages;"
                            + " ratios %.1f and %.1f%n",
                    each, one * 1000, opened.getNumberOfPages(), each / ours, one * 1000 / ours);
        }
    }

    private static double run(Path said, Path folder, List<String> command) throws IOException, InterruptedException {
        var timed = new ArrayList<>(List.of("bash", "-c", "TIMEFORMAT='cpu %U %S'; time \"$@\"", "timed"));
        timed.addAll(command);
        var process = new ProcessBuilder(timed)
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve(said).toFile())
                .start();
        if (!process.waitFor(10, TimeUnit.MINUTES)) {
            process.destroyForcibly();
            throw new IllegalStateException(command.getFirst() + " did not end");
        }
        String last = Files.readAllLines(folder.resolve(said)).getLast();
        int at = last.indexOf("cpu ");
        if (process.exitValue() != 0 || at < 0) {
            throw new IOException(command.getFirst() + " ended with " + process.exitValue());
        }
        String[] times = last.substring(at).split(" ", -1);
        return Double.parseDouble(times[1]) + Double.parseDouble(times[2]);
    }
}
