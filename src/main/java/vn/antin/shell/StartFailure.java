package vn.antin.shell;

import java.io.UncheckedIOException;
import java.nio.file.FileSystemException;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.boot.diagnostics.FailureAnalyzer;
import org.springframework.boot.web.server.PortInUseException;
import org.springframework.context.support.ResourceBundleMessageSource;
import org.sqlite.SQLiteException;
import vn.antin.kernel.Refusal;

/** Says in words, to whoever starts the program, why it cannot start; named in {@code META-INF/spring.factories}. */
class StartFailure implements FailureAnalyzer {
    @Override
    public @Nullable FailureAnalysis analyze(Throwable failure) {
        for (Throwable it = failure; it != null; it = it.getCause()) {
            Refusal refusal = refusal(it);
            if (refusal != null) {
                var told = new Wording(texts()).tell(refusal);
                return new FailureAnalysis(
                        told.what() + "\n" + told.why() + "\n(" + told.code() + ")", told.next(), failure);
            }
        }
        return null;
    }

    private static @Nullable Refusal refusal(Throwable trouble) {
        if (trouble instanceof Refusal refusal) {
            return refusal;
        }
        if (trouble instanceof PortInUseException taken) {
            return new Refusal(ShellReason.PORT_TAKEN, taken, Integer.toString(taken.getPort()));
        }
        if (trouble instanceof UncheckedIOException io && io.getCause() instanceof FileSystemException file) {
            return new Refusal(ShellReason.HOME_UNUSABLE, io, String.valueOf(file.getFile()));
        }
        if (trouble instanceof SQLiteException) {
            return new Refusal(ShellReason.HOME_UNUSABLE, trouble, "antin.db");
        }
        return null;
    }

    /** The same texts as in service, where no context has come up to give them. */
    private static ResourceBundleMessageSource texts() {
        var texts = new ResourceBundleMessageSource();
        texts.setBasenames(
                "i18n/trust", "i18n/sign", "i18n/template", "i18n/render", "i18n/archive", "i18n/issue", "i18n/shell");
        texts.setDefaultEncoding("UTF-8");
        texts.setDefaultLocale(Locale.ROOT);
        texts.setAlwaysUseMessageFormat(true);
        return texts;
    }
}
