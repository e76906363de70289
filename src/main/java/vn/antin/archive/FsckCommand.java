package vn.antin.archive;

import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.MessageSource;
import org.springframework.context.annotation.Scope;
import org.springframework.stereotype.Component;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import tools.jackson.databind.json.JsonMapper;
import vn.antin.kernel.SelfCheck.Fault;

/** {@code ./antin fsck}: 0 when everything is whole, 1 when faults were named. */
@Command(
        name = "fsck",
        mixinStandardHelpOptions = true,
        description = "Kiểm tra toàn vẹn kho lưu trữ, sổ đăng ký và nhật ký; nêu tên mọi tệp thiếu, bị sửa hay thừa.")
@Component
// One for each run: picocli keeps what was typed in the object, and a flag given again would mean its opposite.
@Scope("prototype")
class FsckCommand implements Callable<Integer> {
    private static final Locale VIETNAMESE = Locale.forLanguageTag("vi");

    private final ObjectProvider<Integrity> integrity;
    private final MessageSource messages;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Option(names = "--json", description = "In kết quả thành một đối tượng JSON trên một dòng.")
    private boolean asJson;

    FsckCommand(ObjectProvider<Integrity> integrity, MessageSource messages) {
        this.integrity = integrity;
        this.messages = messages;
    }

    @Override
    public Integer call() {
        var report = integrity.getObject().examine();
        PrintWriter out = spec.commandLine().getOut();
        if (asJson) {
            out.println(new JsonMapper().writeValueAsString(json(report)));
        } else {
            tell(out, report);
        }
        out.flush();
        return report.whole() ? 0 : 1;
    }

    private void tell(PrintWriter out, Integrity.Report report) {
        for (var check : report.checks()) {
            String name = text("check." + check.name());
            if (check.faults().isEmpty()) {
                out.println(text("fsck.whole", name, Long.toString(check.checked())));
            } else {
                out.println(text(
                        "fsck.faults", name, Integer.toString(check.faults().size())));
                check.faults().forEach(it -> out.println("  - " + text(it)));
            }
        }
        out.println(text(report.whole() ? "fsck.all-whole" : "fsck.not-whole"));
    }

    private Told json(Integrity.Report report) {
        return new Told(
                report.whole(),
                report.checks().stream()
                        .map(it -> new Told.Check(
                                it.name(),
                                it.checked(),
                                it.faults().stream()
                                        .map(fault -> new Told.Flaw(fault.code(), fault.subjects(), text(fault)))
                                        .toList()))
                        .toList());
    }

    private String text(Fault fault) {
        return text("fault." + fault.code(), fault.subjects().toArray());
    }

    private String text(String key, Object... arguments) {
        return messages.getMessage(key, arguments, VIETNAMESE);
    }

    record Told(boolean whole, List<Check> checks) {
        record Check(String name, long checked, List<Flaw> faults) {}

        record Flaw(String code, List<String> subjects, String text) {}
    }
}
