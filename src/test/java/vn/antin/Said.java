package vn.antin;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** What a command says while a test runs, on both of its voices. */
public final class Said implements BeforeEachCallback, AfterEachCallback {
    private final PrintStream usualOut = System.out;
    private final PrintStream usualErr = System.err;
    private final ByteArrayOutputStream said = new ByteArrayOutputStream();

    @Override
    public void beforeEach(ExtensionContext test) {
        System.setOut(new PrintStream(said, true, StandardCharsets.UTF_8));
        System.setErr(System.out);
    }

    @Override
    public void afterEach(ExtensionContext test) {
        System.setOut(usualOut);
        System.setErr(usualErr);
    }

    /** All since the test began, or since it was forgotten. */
    public String text() {
        return said.toString(StandardCharsets.UTF_8);
    }

    public void forget() {
        said.reset();
    }
}
