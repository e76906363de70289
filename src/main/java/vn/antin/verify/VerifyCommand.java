package vn.antin.verify;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Scope;
import org.springframework.stereotype.Component;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import tools.jackson.databind.json.JsonMapper;
import vn.antin.kernel.Content;
import vn.antin.kernel.Sha256;

/** {@code ./antin verify}: judges files, folders and ZIPs offline, and ends with 0 when all were judged, whatever was found. */
@Command(
        name = "verify",
        mixinStandardHelpOptions = true,
        description = "Kiểm tra chữ ký số của các tệp PDF, không dùng mạng. Mã thoát 0 khi mọi tệp đã được kiểm tra;"
                + " với --strict, 1 khi có tệp không hợp lệ hoàn toàn.")
@Component
// One for each run: picocli keeps what was typed in the object, and a flag given again would mean its opposite.
@Scope("prototype")
class VerifyCommand implements Callable<Integer> {
    private final Verifier verifier;
    private final ReportFolder folder;
    private final PictureFolder drawings;
    private final ReportTable table;
    private final AnswerWords answers;
    private final JsonMapper json;
    private final Clock clock;

    private final List<Conclusion> conclusions = new ArrayList<>();
    private int ended;
    private boolean many;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Option(
            names = "--json",
            description = "In mỗi kết quả thành một đối tượng JSON trên một dòng, theo thứ tự đã cho.")
    private boolean asJson;

    @Option(names = "--register", description = "Hỏi cả sổ và kho lưu trữ của hệ thống này (cần dữ liệu của hệ thống).")
    private boolean askRegister;

    @Option(
            names = "--digest",
            description = "Các tham số là mã băm SHA-256 của tệp chứ không phải tệp; chỉ hỏi sổ và kho lưu trữ.")
    private boolean digests;

    @Option(
            names = "--request",
            description = "Không kiểm tra; in yêu cầu JSON gồm mã băm và chữ ký, để hỏi nơi khác mà tệp không rời máy"
                    + " (POST /api/v1/verifications/by-digest).")
    private boolean request;

    @Option(names = "--strict", description = "Mã thoát 1 trừ khi mọi tệp đều hợp lệ.")
    private boolean strict;

    @Option(
            names = {"-o", "--output"},
            paramLabel = "THƯ_MỤC|BẢNG.xlsx",
            description = "Ghi thêm bảng kết quả, hoặc thư mục có bảng và báo cáo JSON, XML của từng tệp.")
    private @Nullable Path output;

    @Option(
            names = "--pictures",
            paramLabel = "THƯ_MỤC",
            description =
                    "Vẽ thêm những trang trông khác so với lúc ký vào thư mục này: khi ký, hiện nay, chỗ khác được"
                            + " khoanh. Kết luận không dựa vào hình.")
    private @Nullable Path pictures;

    @Parameters(arity = "1..*", paramLabel = "TỆP|THƯ_MỤC|ZIP", description = "Các tệp, thư mục, tệp ZIP cần kiểm tra.")
    private List<String> files = List.of();

    VerifyCommand(
            Verifier verifier,
            ReportFolder folder,
            PictureFolder drawings,
            ReportTable table,
            AnswerWords answers,
            JsonMapper json,
            Clock clock) {
        this.verifier = verifier;
        this.folder = folder;
        this.drawings = drawings;
        this.table = table;
        this.answers = answers;
        this.json = json;
        this.clock = clock;
    }

    @Override
    public Integer call() {
        PrintWriter out = spec.commandLine().getOut();
        if (digests) {
            return byDigest(out);
        }
        if (request) {
            return ask(out);
        }
        Instant begun = clock.instant();
        try (ReportFolder.Writing kept = folder.begin(output, askRegister);
                var work = new SideBySide(verifier.cores(), judged -> {
                    Report report = judged.report();
                    conclusions.add(report.conclusion());
                    ended += report.ended() ? 1 : 0;
                    kept.add(report);
                    tell(out, report);
                    draw(report, judged.content());
                })) {
            many = files.size() > 1 || !Files.isRegularFile(path(files.getFirst())) || parcel(files.getFirst());
            for (String typed : files) {
                take(typed, work);
            }
            work.finish();
        } catch (IOException e) {
            throw new vn.antin.kernel.Refusal(VerifyReason.OUTPUT_UNWRITABLE, e, String.valueOf(output));
        }
        if (many) {
            // Programs read the other stream.
            PrintWriter said = asJson ? spec.commandLine().getErr() : out;
            said.println(table.summary(conclusions, ended));
            Duration taken = Duration.between(begun, clock.instant());
            if (taken.isPositive()) {
                said.println(table.pace(conclusions.size(), taken));
            }
            said.flush();
        }
        boolean passed = conclusions.stream().allMatch(it -> it == Conclusion.TOTAL_PASSED) && ended == 0;
        return strict && !passed ? 1 : 0;
    }

    /** Beside the verdict, which was told before and stands whatever becomes of the pictures. */
    private void draw(Report report, @Nullable Content content) {
        if (pictures == null || content == null) {
            return;
        }
        // Programs read the other stream.
        PrintWriter said =
                asJson ? spec.commandLine().getErr() : spec.commandLine().getOut();
        try {
            drawings.draw(content, report, pictures, ReportFolder.stem(conclusions.size(), report.file()))
                    .forEach(line -> said.println("  " + seen(line)));
        } catch (IOException e) {
            throw new vn.antin.kernel.Refusal(VerifyReason.OUTPUT_UNWRITABLE, e, String.valueOf(pictures));
        }
        said.flush();
    }

    private void take(String typed, SideBySide work) {
        try {
            Path path = Path.of(typed);
            if (Files.isDirectory(path)) {
                List<Path> found = FilesBelow.of(path);
                for (Path file : found) {
                    takeFile(file, file.toString(), work);
                }
            } else {
                takeFile(path, typed, work);
            }
        } catch (IOException | InvalidPathException e) {
            work.add(() -> new SideBySide.Judged(verifier.missing(typed)));
        }
    }

    private void takeFile(Path path, String name, SideBySide work) {
        if (!Parcel.is(path, name)) {
            work.add(() -> judged(path, name));
            return;
        }
        Parcel.open(path, name, verifier.largest(), new Parcel.Taker() {
            @Override
            public void take(String inside, Content content) {
                work.add(() -> judged(content, inside));
            }

            @Override
            public void leave(String inside, Unjudged why, long size) {
                work.add(() -> new SideBySide.Judged(verifier.left(why, inside, size)));
            }
        });
    }

    private SideBySide.Judged judged(Path path, String name) {
        try {
            // Asked first, so that a file of any size is answered without being read.
            long size = Files.size(path);
            return size > verifier.largest()
                    ? new SideBySide.Judged(verifier.tooLarge(name, size, null))
                    : judged(Content.of(Files.readAllBytes(path)), name);
        } catch (IOException e) {
            return new SideBySide.Judged(verifier.missing(name));
        }
    }

    private SideBySide.Judged judged(Content content, String name) {
        return new SideBySide.Judged(
                askRegister ? verifier.verify(content, name) : verifier.judge(content, name), content);
    }

    private void tell(PrintWriter out, Report report) {
        if (asJson) {
            out.println(json.writeValueAsString(report));
        } else {
            out.println(seen(report.file()) + ": " + table.conclusion(report.conclusion()) + " (" + report.conclusion()
                    + ")" + (many ? brief(report) : ""));
            if (!many) {
                full(out, report);
            }
        }
        out.flush();
    }

    /** A name must not move the cursor of whoever reads it. */
    private static String seen(String name) {
        return name.replaceAll("\\p{Cntrl}", "?");
    }

    private String brief(Report report) {
        if (report.reason() != null) {
            return ": " + report.reason().text();
        }
        Answers said = answers.of(report, askRegister);
        return ": "
                + String.join(
                        "; ", said.all().stream().map(Answers.Answer::brief).toList());
    }

    private void full(PrintWriter out, Report report) {
        int number = 0;
        for (Answers.Answer it : answers.of(report, askRegister).all()) {
            out.println("  " + ++number + ". " + it.question() + " " + it.result());
            it.proved().forEach(line -> out.println("     [x] " + seen(line)));
            it.unproved().forEach(line -> out.println("     [?] " + seen(line)));
            out.println("     → " + it.next());
        }
        out.println("  " + seen(ReportWords.codes(report)));
    }

    private int ask(PrintWriter out) {
        int status = 0;
        for (String typed : files) {
            try {
                Path path = Path.of(typed);
                if (Files.size(path) > verifier.largest()) {
                    throw new IOException("Too large");
                }
                out.println(json.writeValueAsString(SignaturesOfFile.of(Content.of(Files.readAllBytes(path)))));
            } catch (IOException | InvalidPathException e) {
                spec.commandLine()
                        .getErr()
                        .println(seen(verifier.missing(typed).file()) + ": " + table.conclusion(Conclusion.UNREADABLE));
                status = 1;
            }
        }
        return status;
    }

    /** What the register knows of files that stay where they are. */
    private int byDigest(PrintWriter out) {
        boolean all = true;
        for (String typed : files) {
            Sha256 digest;
            try {
                digest = new Sha256(typed.strip().toLowerCase(java.util.Locale.ROOT));
            } catch (IllegalArgumentException e) {
                throw new ParameterException(spec.commandLine(), "Not a SHA-256 digest: " + typed, e);
            }
            DigestReport report = verifier.byDigest(digest);
            all &= report.known();
            if (asJson) {
                out.println(json.writeValueAsString(report));
            } else {
                Answers.Answer it = answers.of(report);
                out.println(digest.hex() + ": " + it.result());
                it.proved().forEach(line -> out.println("     [x] " + seen(line)));
                it.unproved().forEach(line -> out.println("     [?] " + seen(line)));
                out.println("     → " + it.next());
            }
            out.flush();
        }
        return strict && !all ? 1 : 0;
    }

    private static boolean parcel(String typed) {
        return Parcel.is(path(typed), typed);
    }

    private static Path path(String typed) {
        try {
            return Path.of(typed);
        } catch (InvalidPathException e) {
            return Path.of("");
        }
    }
}
