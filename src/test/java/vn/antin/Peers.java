package vn.antin;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider;
import org.verapdf.pdfa.Foundries;
import org.verapdf.pdfa.flavours.PDFAFlavour;
import org.verapdf.pdfa.results.TestAssertion;

/** The judges from outside: programs and libraries that share no code with us. */
public final class Peers {
    static {
        VeraGreenfieldFoundryProvider.initialise();
    }

    private Peers() {}

    /** What a program prints on both streams; the program must end within a minute. */
    public static String run(String... command) {
        try {
            var process = new ProcessBuilder(command).redirectErrorStream(true).start();
            String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            if (!process.waitFor(1, TimeUnit.MINUTES)) {
                process.destroyForcibly();
                throw new IllegalStateException(command[0] + " did not end");
            }
            return said;
        } catch (IOException e) {
            throw new UncheckedIOException(command[0] + " is not installed; src/test/peers/install.sh installs it", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** What a program prints of the file, whose path is put after the last word. */
    public static String said(byte[] pdf, String... command) {
        try {
            Path file = Files.createTempFile("judged", ".pdf");
            try {
                Files.write(file, pdf);
                return run(Stream.concat(Arrays.stream(command), Stream.of(file.toString()))
                        .toArray(String[]::new));
            } finally {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The file as it stood after each of its revisions, the first one first. */
    public static List<byte[]> revisions(byte[] pdf) {
        var revisions = new ArrayList<byte[]>();
        byte[] mark = "%%EOF".getBytes(StandardCharsets.US_ASCII);
        for (int i = 0; i + mark.length <= pdf.length; i++) {
            if (Arrays.equals(pdf, i, i + mark.length, mark, 0, mark.length)) {
                int end = i + mark.length;
                // One end-of-line marker belongs to the revision (ISO 19005-3, 6.1.3); what follows begins the next.
                if (end < pdf.length && pdf[end] == '\r') {
                    end++;
                }
                if (end < pdf.length && pdf[end] == '\n') {
                    end++;
                }
                revisions.add(Arrays.copyOf(pdf, end));
            }
        }
        return revisions;
    }

    /** What veraPDF finds wrong with the file as the PDF/A (or PDF/UA) flavour that it declares; empty when nothing. */
    public static List<String> veraPdf(byte[] pdf) {
        return veraPdf(pdf, PDFAFlavour.NO_FLAVOUR);
    }

    /** What veraPDF finds wrong with the file as that flavour. */
    public static List<String> veraPdf(byte[] pdf, PDFAFlavour flavour) {
        try (var parser = Foundries.defaultInstance().createParser(new ByteArrayInputStream(pdf), flavour)) {
            PDFAFlavour judged = flavour == PDFAFlavour.NO_FLAVOUR ? parser.getFlavour() : flavour;
            try (var validator = Foundries.defaultInstance().createValidator(judged, false)) {
                var result = validator.validate(parser);
                return result.getTestAssertions().stream()
                        .filter(it -> it.getStatus() == TestAssertion.Status.FAILED)
                        .map(it -> judged + " " + it.getRuleId().getClause() + "-"
                                + it.getRuleId().getTestNumber() + ": " + it.getMessage() + " at "
                                + it.getLocation().getContext())
                        .distinct()
                        .limit(10)
                        .toList();
            }
        } catch (Exception e) {
            throw new IllegalStateException("veraPDF could not judge the file", e);
        }
    }
}
