package vn.antin.easel;

import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/** A drawing process that was taken over: does what it is told by its first word. */
final class Misbehaving {
    private Misbehaving() {}

    @SuppressWarnings("InfiniteLoopStatement") // That is the point.
    public static void main(String[] words) throws Exception {
        switch (words[0]) {
            case "disk" -> {
                byte[] some = new byte[1 << 16];
                for (int i = 0; ; i++) {
                    try (OutputStream out = Files.newOutputStream(Path.of("f" + i))) {
                        for (int j = 0; j < 15; j++) {
                            out.write(some);
                        }
                    }
                }
            }
            case "files" -> {
                for (int i = 0; ; i++) {
                    Files.createFile(Path.of("f" + i));
                    Thread.sleep(1);
                }
            }
            case "large" -> {
                try (OutputStream out = Files.newOutputStream(Path.of(words[1]))) {
                    byte[] some = new byte[1 << 20];
                    for (int i = 0; i < 8; i++) {
                        out.write(some);
                    }
                } catch (IOException e) {
                    say(7);
                }
                say(1);
            }
            case "flood" -> {
                byte[] some = new byte[1 << 16];
                while (true) {
                    System.out.write(some);
                }
            }
            case "nonsense" -> say(99);
            case "halt" -> Runtime.getRuntime().halt(3);
            case "link" -> {
                Files.createSymbolicLink(Path.of("out"), Path.of(words[1]));
                say(1);
            }
            case "children" -> {
                new ProcessBuilder("sleep", words[1]).start();
                while (true) {
                    Thread.onSpinWait();
                }
            }
            case "sleep" -> Thread.sleep(60_000);
            case "environment" -> {
                Map<String, String> known = System.getenv();
                say(known.keySet().stream().anyMatch(it -> !it.startsWith("_")) ? 1 : 0);
            }
            case "network" -> {
                try (Socket socket = new Socket()) {
                    socket.connect(
                            new InetSocketAddress(InetAddress.getLoopbackAddress(), Integer.parseInt(words[1])), 2000);
                    say(1);
                } catch (IOException e) {
                    say(0);
                }
            }
            case "memory" -> {
                long[][] all = new long[1 << 20][];
                for (int i = 0; i < all.length; i++) {
                    all[i] = new long[1 << 17];
                }
                say(all.length % 90);
            }
            default -> say(0);
        }
    }

    private static void say(int word) {
        System.out.write(word);
        System.out.flush();
        System.exit(0);
    }
}
