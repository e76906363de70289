package vn.antin.bulk;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.Objects;
import java.util.UUID;
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
import vn.antin.bulk.Batch.State;
import vn.antin.kernel.AgencyId;
import vn.antin.kernel.Content;
import vn.antin.kernel.Refusal;

/** {@code antin bulk}: the form of a template, and the documents of a filled one, without a browser. */
@Component
@Scope("prototype")
@Command(
        name = "bulk",
        mixinStandardHelpOptions = true,
        description = "Lập hàng loạt văn bản từ biểu mẫu .xlsx đã điền, hoặc lấy biểu mẫu của một mẫu văn bản."
                + " Mã thoát 0 khi mọi dòng đã thành văn bản chờ ký, 1 khi còn dòng sai.")
class BulkCommand implements Callable<Integer> {
    /** Who hands in what comes by the command line; each document is then its signatory's. */
    static final String AUTHOR = "#command";

    private static final Duration GLANCE = Duration.ofMillis(300);
    private static final int TOLD_EACH = 25;

    private final BulkDesk desk;
    private final Batches batches;
    private final BatchRun run;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Parameters(arity = "0..1", paramLabel = "FILE.xlsx", description = "Biểu mẫu đã điền.")
    private @Nullable Path file;

    @Option(names = "--template", paramLabel = "TÊN", description = "Tên mẫu văn bản của biểu mẫu đã điền.")
    private @Nullable String template;

    @Option(names = "--form", paramLabel = "TÊN", description = "Lấy biểu mẫu trống của mẫu văn bản này.")
    private @Nullable String form;

    @Option(
            names = "--agency",
            paramLabel = "MÃ",
            description = "Cơ quan ban hành mọi văn bản; không ghi thì biểu mẫu có cột cơ quan cho từng dòng.")
    private @Nullable String agency;

    @Option(names = "--check", description = "Chỉ báo lỗi, không lập văn bản nào.")
    private boolean onlyCheck;

    @Option(names = "--again", description = "Lập lại dù chính tệp này đã được lập xong trước đây.")
    private boolean again;

    @Option(
            names = {"-o", "--output"},
            required = true,
            paramLabel = "OUT.xlsx",
            description = "Nơi ghi biểu mẫu hoặc bảng kết quả.")
    private @Nullable Path output;

    BulkCommand(BulkDesk desk, Batches batches, BatchRun run) {
        this.desk = desk;
        this.batches = batches;
        this.run = run;
    }

    @Override
    public Integer call() {
        Path out = Objects.requireNonNull(output);
        requireWritable(out);
        if (form != null && file == null && template == null) {
            write(desk.form(form, body()), out);
            return 0;
        }
        if (form != null || file == null || template == null) {
            throw new ParameterException(spec.commandLine(), "Either --form, or a file with --template");
        }
        Batch batch = batch(content(file), file, template);
        PrintWriter said = spec.commandLine().getOut();
        if (!onlyCheck && batch.state() != State.DONE) {
            lead(batch.id());
        }
        write(desk.result(batch.id()), out);
        var tally = batches.tally(batch.id());
        batch.remarks().forEach(it -> said.println("Lưu ý: " + it));
        BulkDesk.faults(batch, batches.rowsWithoutAnswers(batch.id()))
                .forEach(it -> said.println(it.place() + ": " + it.reason()));
        said.printf(
                "%d dòng: %d văn bản đã lập chờ ký, %d bản thảo còn phải sửa, %d dòng sai, %d chưa lập. Kết quả: %s%n",
                tally.all(), tally.made(), tally.draft(), tally.wrong() + tally.refused(), tally.waiting(), out);
        return tally.made() == tally.all() && batch.faults().isEmpty() ? 0 : 1;
    }

    /** The same file given again goes on where it stopped, and is not run twice. */
    private Batch batch(byte[] content, Path file, String template) {
        var earlier = batches.ofFile(Content.of(content).digest(), template, body()).stream()
                .filter(it -> it.state() != State.READ)
                .findFirst();
        if (earlier.isPresent() && !onlyCheck && !again) {
            if (earlier.get().state() == State.DONE) {
                throw new Refusal(BulkReason.ALREADY_RUN, earlier.get().madeAt().toString());
            }
            return earlier.get();
        }
        return desk.read(content, Objects.requireNonNull(file.getFileName()).toString(), template, body(), AUTHOR);
    }

    private void lead(UUID batch) {
        PrintWriter progress = spec.commandLine().getErr();
        run.start(batch, again);
        int told = 0;
        while (run.holds(batch)) {
            try {
                Thread.sleep(GLANCE);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            }
            var tally = batches.tally(batch);
            if (tally.done() >= told + TOLD_EACH) {
                told = tally.done();
                progress.printf("%d/%d%n", tally.done(), tally.good());
            }
        }
    }

    private @Nullable AgencyId body() {
        try {
            return agency == null ? null : new AgencyId(agency);
        } catch (IllegalArgumentException e) {
            throw new ParameterException(spec.commandLine(), "Not a body's identifier", e);
        }
    }

    private static byte[] content(Path file) {
        try {
            if (!Files.isRegularFile(file)) {
                throw new Refusal(BulkReason.FILE_UNREADABLE, file.toString());
            }
            if (Files.size(file) > Parcel.LARGEST_FILE) {
                throw new Refusal(BulkReason.FILE_TOO_LARGE, Parcel.LARGEST_FILE >> 20);
            }
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new Refusal(BulkReason.FILE_UNREADABLE, e, file.toString());
        }
    }

    /** Asked before anything is made, so that nothing is made that nobody is told of. */
    private static void requireWritable(Path out) {
        Path folder = out.toAbsolutePath().getParent();
        if (Files.isDirectory(out) || folder == null || !Files.isDirectory(folder) || !Files.isWritable(folder)) {
            throw new Refusal(BulkReason.OUTPUT_UNWRITABLE, out.toString());
        }
    }

    private static void write(byte[] content, Path out) {
        try {
            Path unfinished = Files.createTempFile(out.toAbsolutePath().getParent(), ".antin", ".xlsx");
            Files.write(unfinished, content);
            Files.move(unfinished, out, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new Refusal(BulkReason.OUTPUT_UNWRITABLE, e, out.toString());
        }
    }
}
