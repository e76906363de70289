package vn.antin.search;

import java.util.Locale;
import java.util.concurrent.Callable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.MessageSource;
import org.springframework.context.annotation.Scope;
import org.springframework.stereotype.Component;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code ./antin reindex}: builds the search index anew from the archive. */
@Command(
        name = "reindex",
        mixinStandardHelpOptions = true,
        description = "Lập lại chỉ mục tìm kiếm từ kho lưu trữ (khi dịch vụ không chạy).")
@Component
// One for each run: picocli keeps what was typed in the object, and a flag given again would mean its opposite.
@Scope("prototype")
class ReindexCommand implements Callable<Integer> {
    private final ObjectProvider<Search> search;
    private final MessageSource messages;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    ReindexCommand(ObjectProvider<Search> search, MessageSource messages) {
        this.search = search;
        this.messages = messages;
    }

    @Override
    public Integer call() {
        search.getObject().rebuild();
        spec.commandLine().getOut().println(messages.getMessage("reindex.done", null, Locale.forLanguageTag("vi")));
        return 0;
    }
}
