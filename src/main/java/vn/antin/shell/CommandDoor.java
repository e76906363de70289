package vn.antin.shell;

import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationContext;
import org.springframework.stereotype.Component;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import vn.antin.kernel.Refusal;

/** The command line's door: finds every room's command by its {@link Command} annotation and runs the one asked for. */
@Component
public class CommandDoor {
    private static final Logger LOG = LoggerFactory.getLogger(CommandDoor.class);

    /** What a refused command ends with; picocli's own 2 stays for wrong words. */
    private static final int REFUSED = 3;

    private final ApplicationContext rooms;
    private final Wording wording;
    private final Troubles troubles;

    CommandDoor(ApplicationContext rooms, Wording wording, Troubles troubles) {
        this.rooms = rooms;
        this.wording = wording;
        this.troubles = troubles;
    }

    /** Runs the command the first word names; answers the exit status. */
    public int run(String... words) {
        var line = new CommandLine(new Antin());
        rooms.getBeansWithAnnotation(Command.class).values().forEach(line::addSubcommand);
        line.setOut(new PrintWriter(System.out, true, StandardCharsets.UTF_8));
        line.setErr(new PrintWriter(System.err, true, StandardCharsets.UTF_8));
        line.setExecutionExceptionHandler((trouble, command, parsed) -> {
            var refusal = troubles.reasonOf(trouble);
            if (refusal.reason() == ShellReason.UNEXPECTED) {
                LOG.error("Incident {}", refusal.arguments().getFirst(), trouble);
            }
            tell(command.getErr(), refusal);
            return REFUSED;
        });
        line.setParameterExceptionHandler((trouble, typed) -> {
            var command = trouble.getCommandLine();
            tell(command.getErr(), new Refusal(ShellReason.WRONG_WORDS, trouble));
            command.usage(command.getErr());
            return command.getCommandSpec().exitCodeOnInvalidInput();
        });
        return line.execute(words);
    }

    private void tell(PrintWriter err, Refusal refusal) {
        var told = wording.tell(refusal);
        err.println(told.what());
        err.println(told.why());
        err.println(told.next());
        err.println("(" + told.code() + ")");
    }

    @Command(
            name = "antin",
            mixinStandardHelpOptions = true,
            description = "Ấn Tín: soạn, ký, phát hành, lưu và kiểm tra văn bản hành chính.")
    static final class Antin {}
}
