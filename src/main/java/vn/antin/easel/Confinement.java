package vn.antin.easel;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * What the operating system can take away from a process before it begins: the network ({@code unshare}), writing files
 * of more than a megabyte ({@code prlimit}). Where it has no such programs, or does not allow them, the other limits hold
 * by themselves.
 */
final class Confinement {
    private static final List<List<String>> KNOWN = List.of(
            List.of("/usr/bin/unshare", "--user", "--map-root-user", "--net", "--"),
            List.of("/usr/bin/prlimit", "--fsize=1048576", "--core=0", "--"));

    private Confinement() {}

    /** The words before the command's own. */
    static List<String> here() {
        List<String> words = new ArrayList<>();
        for (List<String> it : KNOWN) {
            List<String> tried = new ArrayList<>(words);
            tried.addAll(it);
            if (Files.isExecutable(Path.of(it.getFirst())) && works(tried)) {
                words = tried;
            }
        }
        return words;
    }

    private static boolean works(List<String> words) {
        List<String> command = new ArrayList<>(words);
        command.add("true");
        try {
            Process process = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
            process.getOutputStream().close();
            if (process.waitFor(5, TimeUnit.SECONDS)) {
                return process.exitValue() == 0;
            }
            process.destroyForcibly();
            return false;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
