package vn.antin.word;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Scope;
import org.springframework.stereotype.Component;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import tools.jackson.databind.json.JsonMapper;
import vn.antin.check.Finding;
import vn.antin.check.Severity;
import vn.antin.kernel.Content;
import vn.antin.kernel.Refusal;

/** {@code ./antin check FILE.docx}: the gate's findings on any Word file; ends with 0 when it was judged, whatever was found. */
@Component
@Scope("prototype")
@Command(
        name = "check",
        mixinStandardHelpOptions = true,
        description = "Kiểm tra thể thức một tệp Word (.docx); tệp gốc không bị thay đổi.")
class CheckCommand implements Callable<Integer> {
    private final WordCheck check;
    private final JsonMapper json;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Parameters(paramLabel = "TỆP.docx", description = "Tệp Word cần kiểm tra.")
    private String file = "";

    @Option(
            names = {"-o", "--output"},
            paramLabel = "BẢN-SAO.docx",
            description = "Nơi ghi bản sao có lời bình tại từng chỗ.")
    private @Nullable Path output;

    @Option(names = "--json", description = "In kết quả thành một đối tượng JSON.")
    private boolean asJson;

    CheckCommand(WordCheck check, JsonMapper json) {
        this.check = check;
        this.json = json;
    }

    record Told(String file, String kind, List<Finding> findings, List<Understood> understood, List<Remark> remarks) {}

    @Override
    public Integer call() {
        WordCheck.Checked checked = check.check(content(), WordCheck.NO_AGENCY, WordCheck.NO_SIGNATORY);
        Path to = output;
        if (to != null) {
            write(to, checked.copy());
        }
        PrintWriter out = spec.commandLine().getOut();
        if (asJson) {
            out.println(json.writeValueAsString(new Told(
                    file,
                    checked.draft().kind().vietnamese(),
                    checked.findings(),
                    checked.draft().understood(),
                    checked.draft().remarks())));
        } else {
            tell(out, checked);
        }
        out.flush();
        return 0;
    }

    private void tell(PrintWriter out, WordCheck.Checked checked) {
        out.println(file + ": " + checked.draft().kind().vietnamese() + ", "
                + checked.findings().size() + " điểm cần xem");
        for (Finding it : checked.findings()) {
            out.println("  " + (it.severity() == Severity.ERROR ? "Phải sửa" : "Nên xem lại") + " – " + it.where()
                    + ": " + it.what() + " " + it.mend() + " (" + it.citation() + ")");
        }
        for (Remark it : checked.draft().remarks()) {
            out.println("  - " + it.where() + ": " + it.what() + (it.words().isEmpty() ? "" : " “" + it.words() + "”"));
        }
    }

    private Content content() {
        try {
            Path path = Path.of(file);
            if (Files.size(path) > WordPackage.LARGEST_MEGABYTES * 1024L * 1024) {
                throw new Refusal(WordReason.TOO_LARGE, "tệp lớn hơn " + WordPackage.LARGEST_MEGABYTES + " MB");
            }
            return Content.of(Files.readAllBytes(path));
        } catch (IOException | InvalidPathException e) {
            throw new Refusal(WordReason.FILE_UNREADABLE, e, file);
        }
    }

    private void write(Path to, Content copy) {
        try {
            if (Files.exists(to) && Files.isSameFile(to, Path.of(file))) {
                // The original stays as it is.
                throw new Refusal(WordReason.OUTPUT_UNWRITABLE, to.toString());
            }
            Path folder =
                    java.util.Objects.requireNonNullElse(to.toAbsolutePath().getParent(), Path.of("."));
            Path unfinished = Files.createTempFile(folder, ".antin", ".docx");
            Files.write(unfinished, copy.bytes());
            Files.move(unfinished, to, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new Refusal(WordReason.OUTPUT_UNWRITABLE, e, to.toString());
        }
    }
}
