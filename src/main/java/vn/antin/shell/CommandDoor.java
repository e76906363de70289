package vn.antin.shell;

import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import org.springframework.context.ApplicationContext;
import org.springframework.stereotype.Component;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import vn.antin.kernel.Refusal;

/** The command line's door: finds every room's command by its {@link Command} annotation and runs the one asked for. */
@Component
public class CommandDoor {
    /** What a refused command ends with; picocli's own 2 stays for wrong words. */
    private static final int REFUSED = 3;

    private final ApplicationContext rooms;
    private final Wording wording;

    CommandDoor(ApplicationContext rooms, Wording wording) {
        this.rooms = rooms;
        this.wording = wording;
    }

    /** Runs the command the first word names; answers the exit status. */
    public int run(String... words) {
        var line = new CommandLine(new Antin());
        rooms.getBeansWithAnnotation(Command.class).values().forEach(line::addSubcommand);
        line.setOut(new PrintWriter(System.out, true, StandardCharsets.UTF_8));
        line.setErr(new PrintWriter(System.err, true, StandardCharsets.UTF_8));
        line.setExecutionExceptionHandler((trouble, command, parsed) -> {
            if (trouble instanceof Refusal refusal) {
                tell(command.getErr(), refusal);
                return REFUSED;
            }
            throw trouble;
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
