package vn.antin.template;

import freemarker.core.ParseException;
import freemarker.template.TemplateException;
import java.util.regex.Pattern;
import tools.jackson.core.JacksonException;
import tools.jackson.core.exc.StreamReadException;
import tools.jackson.databind.exc.UnrecognizedPropertyException;
import vn.antin.kernel.Refusal;

/**
 * Where in its files a template is wrong, for whoever writes it.
 *
 * @param file name of the file: {@code document.ftlx}
 * @param line from 1; 0 when it is nowhere in particular
 * @param what in Vietnamese
 */
public record TemplateTrouble(String file, int line, String what) {
    private static final int LONGEST_BLAME = 80;

    /** What the refusal of a template's text says, with the line of {@code document.ftlx} it is about. */
    static TemplateTrouble of(Refusal refusal, String text) {
        String what = refusal.arguments().getLast().toString();
        for (Throwable it = refusal; it != null; it = it.getCause()) {
            if (it instanceof ParseException parse) {
                return new TemplateTrouble(TemplateFiles.TEXT, Math.max(parse.getLineNumber(), 0), what);
            }
            if (it instanceof TemplateException failure) {
                String blamed = failure.getBlamedExpressionString();
                Integer line = failure.getLineNumber();
                return new TemplateTrouble(
                        TemplateFiles.TEXT,
                        line == null ? 0 : line,
                        blamed == null
                                ? what
                                : what + ": “" + brief(blamed) + "” không có giá trị hoặc không dùng được ở đây");
            }
            if (it instanceof Sandbox.Forbidden forbidden) {
                return new TemplateTrouble(TemplateFiles.TEXT, forbidden.lineIn(text), what);
            }
        }
        return new TemplateTrouble(TemplateFiles.TEXT, 0, what);
    }

    static TemplateTrouble of(String file, JacksonException failure) {
        var place = failure.getLocation();
        return new TemplateTrouble(file, place == null ? 0 : Math.max(place.getLineNr(), 0), why(failure));
    }

    private static String why(JacksonException failure) {
        if (failure instanceof StreamReadException) {
            return "không phải JSON đúng cú pháp";
        }
        String where = failure.getPath().stream()
                .map(it -> String.valueOf(it.getPropertyName()))
                .reduce((first, second) -> second)
                .orElse("");
        if (failure instanceof UnrecognizedPropertyException) {
            return "có mục lạ “" + Questions.showable(where) + "”";
        }
        return where.isEmpty()
                ? "thiếu mục bắt buộc, hoặc có mục để trống"
                : "mục “" + Questions.showable(where) + "” thiếu hoặc có giá trị không dùng được";
    }

    /** {@code document.ftlx, dòng 3: …}. */
    public String inWords() {
        return file + (line > 0 ? ", dòng " + line : "") + ": " + what;
    }

    static int lineOf(Pattern wanted, String text) {
        var found = wanted.matcher(text);
        return found.find()
                ? 1 + (int) text.substring(0, found.start()).lines().count() - (startsLine(text, found.start()) ? 0 : 1)
                : 0;
    }

    private static boolean startsLine(String text, int at) {
        return at == 0 || text.charAt(at - 1) == '\n';
    }

    private static String brief(String text) {
        return text.length() <= LONGEST_BLAME ? text : text.substring(0, LONGEST_BLAME) + "…";
    }
}
