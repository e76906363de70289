package vn.antin.template;

import freemarker.core.TemplateClassResolver;
import freemarker.core.TemplateElement;
import freemarker.core.XMLOutputFormat;
import freemarker.core._CoreAPI;
import freemarker.template.Configuration;
import freemarker.template.SimpleObjectWrapper;
import freemarker.template.Template;
import freemarker.template.TemplateExceptionHandler;
import java.io.IOException;
import java.io.StringWriter;
import java.io.Writer;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.regex.Pattern;
import javax.swing.tree.TreeNode;
import vn.antin.kernel.Refusal;

/**
 * Where a template's text is filled: it sees maps, lists, strings and numbers, no class, no file, no other template,
 * and has bounded time and output.
 *
 * <p>Two walls. {@link #admit} lets in only texts made of a few harmless directives and built-ins; should that list
 * ever be wrong, {@link #run} still confines what the text can reach and how long it may take.
 */
final class Sandbox {
    /** Characters a filled template may have; a long document has some 200 000. */
    static final int LONGEST_OUTPUT = 4_000_000;

    /** A long document takes some milliseconds. */
    static final Duration LONGEST_TIME = Duration.ofSeconds(5);

    /** How long a text may take and how much it may say, in characters. */
    record Bounds(Duration time, int output) {
        static final Bounds DOCUMENT = new Bounds(LONGEST_TIME, LONGEST_OUTPUT);
        /** A sample is short. A trial is made at every pause in typing, by a text that nobody has looked at. */
        static final Bounds TRIAL = new Bounds(Duration.ofSeconds(3), 400_000);
    }

    private static final Set<String> DIRECTIVES = Set.of("if", "elseif", "else", "list", "items", "sep");

    /** None of these can make text longer than what it is given, look anything up, or run a regular expression. */
    private static final Set<String> BUILT_INS = Set.of(
            "has_content",
            "size",
            "length",
            "index",
            "counter",
            "is_first",
            "is_last",
            "has_next",
            "trim",
            "upper_case",
            "lower_case",
            "cap_first",
            "uncap_first",
            "starts_with",
            "ends_with",
            "contains",
            "first",
            "last",
            "then",
            "split");

    private static final Pattern DIRECTIVE = Pattern.compile("<(#[A-Za-z_]+|@)");
    private static final Pattern BUILT_IN = Pattern.compile("\\?\\s*([A-Za-z_]+)");
    private static final Pattern LITERAL_SPLIT = Pattern.compile("\\?split\\(\"[^\"\\\\]\"\\)");
    private static final Pattern ANY_SPLIT = Pattern.compile("\\?split");
    /** {@code .now} and its like: the same answers must always give the same document. */
    private static final Pattern SPECIAL_VARIABLE = Pattern.compile("(?<![\\p{L}\\p{N}_\\])}.…])\\.[a-z][A-Za-z_]+");

    /**
     * A range of numbers: few letters make a list that fills the memory, some of them while the text is only being read.
     * Three dots and more are words.
     */
    private static final Pattern RANGE = Pattern.compile("(?<![.])[.][.](?![.])");

    private static final Pattern TEXT_IN_TEXT = Pattern.compile("[$#]\\{");
    /** Within one expression, which nothing stops once it has begun: each may double what is in the memory. */
    private static final int MOST_SUMS = 16;

    private static final Configuration CONFIGURATION = configuration();

    private Sandbox() {}

    private static Configuration configuration() {
        var it = new Configuration(Configuration.VERSION_2_3_34);
        it.setDefaultEncoding("UTF-8");
        it.setLocale(Locale.of("vi", "VN"));
        it.setNumberFormat("0.##");
        it.setTagSyntax(Configuration.ANGLE_BRACKET_TAG_SYNTAX);
        it.setInterpolationSyntax(Configuration.DOLLAR_INTERPOLATION_SYNTAX);
        it.setOutputFormat(XMLOutputFormat.INSTANCE);
        it.setAutoEscapingPolicy(Configuration.FORCE_AUTO_ESCAPING_POLICY);
        it.setObjectWrapper(new SimpleObjectWrapper(Configuration.VERSION_2_3_34));
        it.setNewBuiltinClassResolver(TemplateClassResolver.ALLOWS_NOTHING_RESOLVER);
        it.setAPIBuiltinEnabled(false);
        // A text stands alone: without a loader nothing can be included or imported, wherever it lies.
        it.setTemplateLoader(null);
        it.setTemplateExceptionHandler(TemplateExceptionHandler.RETHROW_HANDLER);
        it.setLogTemplateExceptions(false);
        it.setWrapUncheckedExceptions(true);
        return it;
    }

    /** A text made only of what a template may use, ready to be filled; else a refusal that says what it used. */
    static Template admit(String name, String source) {
        if (source.contains("<#ftl")) {
            throw failed(name, "đặt lại thiết lập bằng <#ftl>");
        }
        if (RANGE.matcher(source).find()) {
            throw failed(name, "dùng dãy số “..” không được phép", new Forbidden(RANGE.pattern()));
        }
        Template template = parse(name, source);
        requireShortSums(name, template);
        // FreeMarker's own account of what it understood, so that spelling tricks in the source do not matter.
        var understood = new StringWriter();
        try {
            template.dump(understood);
        } catch (IOException e) {
            throw new IllegalStateException("A string cannot fail to be written", e);
        }
        String text = understood.toString();
        var directives = DIRECTIVE.matcher(text);
        while (directives.find()) {
            String used = directives.group(1);
            if (!DIRECTIVES.contains(used.substring(1))) {
                throw failed(
                        name,
                        "dùng lệnh <" + brief(used) + "> không được phép",
                        new Forbidden(Pattern.quote("<" + used)));
            }
        }
        var builtIns = BUILT_IN.matcher(text);
        while (builtIns.find()) {
            if (!BUILT_INS.contains(builtIns.group(1))) {
                throw failed(
                        name,
                        "dùng hàm ?" + brief(builtIns.group(1)) + " không được phép",
                        new Forbidden("\\?\\s*" + Pattern.quote(builtIns.group(1))));
            }
        }
        if (ANY_SPLIT.matcher(text).results().count()
                != LITERAL_SPLIT.matcher(text).results().count()) {
            throw failed(name, "dùng hàm ?split với dấu tách không phải một ký tự", new Forbidden(ANY_SPLIT.pattern()));
        }
        if (SPECIAL_VARIABLE.matcher(text).find()) {
            throw failed(name, "dùng biến đặc biệt của bộ máy mẫu", new Forbidden(SPECIAL_VARIABLE.pattern()));
        }
        return template;
    }

    /** Time and output are looked at between expressions only, so no single one may grow without measure. */
    @SuppressWarnings("deprecation") // FreeMarker has no other way to what it understood, piece by piece.
    private static void requireShortSums(String name, Template template) {
        Deque<TreeNode> waiting = new ArrayDeque<>();
        waiting.add(template.getRootTreeNode());
        while (!waiting.isEmpty()) {
            TreeNode node = waiting.removeLast();
            for (int i = 0; i < node.getChildCount(); i++) {
                waiting.add(node.getChildAt(i));
            }
            String said = node instanceof TemplateElement it ? it.getDescription() : "";
            if (!said.startsWith("${") && !said.startsWith("#")) {
                continue;
            }
            if (TEXT_IN_TEXT.matcher(said).find(1)) {
                throw failed(name, "đặt ${…} trong chữ của một biểu thức", new Forbidden("\"[^\"\\n]*[$#]\\{"));
            }
            if (said.chars().filter(it -> it == '+').count() > MOST_SUMS) {
                throw failed(name, "nối quá " + MOST_SUMS + " phần trong một biểu thức");
            }
        }
    }

    /** Compiles any text without asking whether it is harmless. */
    static Template parse(String name, String source) {
        try {
            var template = new Template(name, source, CONFIGURATION);
            _CoreAPI.addThreadInterruptedChecks(template);
            return template;
        } catch (IOException e) {
            throw failed(name, "document.ftlx không đúng cú pháp FreeMarker", e);
        } catch (StackOverflowError e) {
            throw failed(name, "document.ftlx lồng nhau quá sâu", e);
        }
    }

    /** The filled text; a refusal when it fails, takes too long or grows too long. */
    static String run(Template template, Map<String, Object> model, Bounds bounds) {
        Duration limit = bounds.time();
        var work = new FutureTask<>(() -> {
            var out = new BoundedWriter(bounds.output());
            template.process(model, out);
            return out.toString();
        });
        // A thread of its own, so that it can be stopped, and so that its stack is not the caller's.
        var thread = Thread.ofPlatform().daemon().name("template").start(work);
        try {
            return work.get(limit.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            throw failed(template.getName(), "chạy quá " + limit.toSeconds() + " giây", e);
        } catch (ExecutionException e) {
            throw failed(template.getName(), cause(e, bounds), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw failed(template.getName(), "bị ngắt giữa chừng", e);
        } finally {
            thread.interrupt();
        }
    }

    private static String cause(Throwable failure, Bounds bounds) {
        for (Throwable it = failure; it != null; it = it.getCause()) {
            if (it instanceof TooLong) {
                return "sinh ra quá " + bounds.output() + " ký tự";
            }
            if (it instanceof StackOverflowError) {
                return "tự gọi lại chính mình không dừng";
            }
        }
        return "không điền được document.ftlx";
    }

    private static Refusal failed(String name, String what) {
        return new Refusal(TemplateReason.TEMPLATE_FAILED, name, what);
    }

    private static Refusal failed(String name, String what, Throwable cause) {
        return new Refusal(TemplateReason.TEMPLATE_FAILED, cause, name, what);
    }

    private static String brief(String text) {
        return text.length() <= 30 ? text : text.substring(0, 30) + "…";
    }

    /** Something no template may use; not thrown, only told along: how it is spelled in the source, as a pattern. */
    static final class Forbidden extends RuntimeException {
        private static final long serialVersionUID = 1L;

        private final String spelling;

        Forbidden(String spelling) {
            super("forbidden in a template", null, false, false);
            this.spelling = spelling;
        }

        int lineIn(String source) {
            return TemplateTrouble.lineOf(Pattern.compile(spelling), source);
        }
    }

    private static final class TooLong extends IOException {
        private static final long serialVersionUID = 1L;
    }

    private static final class BoundedWriter extends Writer {
        private final StringBuilder text = new StringBuilder();
        private final int longest;

        BoundedWriter(int longest) {
            this.longest = longest;
        }

        @Override
        public void write(char[] characters, int from, int length) throws IOException {
            if (text.length() + length > longest) {
                throw new TooLong();
            }
            text.append(characters, from, length);
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}

        @Override
        public String toString() {
            return text.toString();
        }
    }
}
