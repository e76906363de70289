package vn.antin.verify;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.springframework.context.annotation.Scope;
import org.springframework.stereotype.Component;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import tools.jackson.databind.json.JsonMapper;
import vn.antin.kernel.Content;

/** {@code ./antin verify}: judges files offline, and ends with 0 when all were judged, whatever was found. */
@Command(
        name = "verify",
        mixinStandardHelpOptions = true,
        description = "Kiểm tra chữ ký số của các tệp PDF, không dùng mạng. Mã thoát 0 khi mọi tệp đã được kiểm tra.")
@Component
// One for each run: picocli keeps what was typed in the object, and a flag given again would mean its opposite.
@Scope("prototype")
class VerifyCommand implements Callable<Integer> {
    private final Verifier verifier;
    private final VerificationProperties limits;
    private final Phrases phrases;
    private final JsonMapper json;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Option(
            names = "--json",
            description = "In mỗi kết quả thành một đối tượng JSON trên một dòng, theo thứ tự đã cho.")
    private boolean asJson;

    @Parameters(arity = "1..*", paramLabel = "TỆP", description = "Các tệp cần kiểm tra.")
    private List<String> files = List.of();

    VerifyCommand(Verifier verifier, VerificationProperties limits, Phrases phrases, JsonMapper json) {
        this.verifier = verifier;
        this.limits = limits;
        this.phrases = phrases;
        this.json = json;
    }

    @Override
    public Integer call() {
        PrintWriter out = spec.commandLine().getOut();
        for (String file : files) {
            Report report = judged(file);
            if (asJson) {
                out.println(json.writeValueAsString(report));
            } else {
                tell(out, report);
            }
            out.flush();
        }
        return 0;
    }

    private Report judged(String typed) {
        try {
            Path path = Path.of(typed);
            // Asked first, so that a file of any size is answered without being read.
            long size = Files.size(path);
            if (size > limits.largest().toBytes()) {
                return verifier.tooLarge(typed, size, null);
            }
            return verifier.judge(Content.of(Files.readAllBytes(path)), typed);
        } catch (IOException | InvalidPathException e) {
            return verifier.missing(typed);
        }
    }

    private void tell(PrintWriter out, Report report) {
        out.println(report.file() + ": " + phrases.text("conclusion." + report.conclusion()) + " ("
                + report.conclusion() + ")");
        if (report.reason() != null) {
            out.println("  " + report.reason().text());
        }
        for (Report.Signature it : report.signatures()) {
            String organisation = it.organisation() == null ? "" : ", " + it.organisation();
            String signer = it.signer() == null ? phrases.text("signer.unknown") : it.signer() + organisation;
            out.println("  " + it.field() + ": " + signer);
            out.println("    " + phrases.text("indication." + it.indication()) + "; "
                    + phrases.text("coverage." + it.coverage()) + "; "
                    + phrases.text("changes." + it.laterChanges())
                    + (it.level() == null ? "" : "; " + it.level()));
            if (it.signingTime() != null) {
                out.println("    "
                        + phrases.text(
                                it.timeProved() ? "time.proved" : "time.claimed", phrases.time(it.signingTime())));
            }
            it.remarks().forEach(remark -> out.println("    - " + remark.text() + " (" + remark.code() + ")"));
        }
        report.remarks().forEach(remark -> out.println("  - " + remark.text() + " (" + remark.code() + ")"));
    }
}
