package vn.antin.template;

import com.networknt.schema.SchemaException;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import vn.antin.kernel.Refusal;
import vn.antin.kernel.Sha256;

/** The files of one template revision, byte for byte, whatever is wrong with them. */
public final class TemplateFiles {
    /** Kind, title and whatever else is said of the template. */
    public static final String MANIFEST = "template.json";
    /** The questions it asks, as JSON Schema. */
    public static final String FIELDS = "fields.schema.json";
    /** The text that is filled. */
    public static final String TEXT = "document.ftlx";
    /** Answers that make a document. */
    public static final String SAMPLE = "sample.json";

    static final int LARGEST_FILE = 1 << 20;
    static final int MOST_FILES = 20;

    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private final SortedMap<String, byte[]> files;
    private final byte[] serial;
    private final Sha256 digest;

    TemplateFiles(SortedMap<String, byte[]> files) {
        this.files = new TreeMap<>(files);
        this.serial = serial(this.files);
        this.digest = Sha256.of(serial);
    }

    /** Over each file in the order of names: its name, a zero byte, its length in eight bytes, its bytes. */
    private static byte[] serial(SortedMap<String, byte[]> files) {
        int size = 0;
        for (var it : files.entrySet()) {
            size += it.getKey().getBytes(StandardCharsets.UTF_8).length + 1 + Long.BYTES + it.getValue().length;
        }
        var all = ByteBuffer.allocate(size);
        files.forEach((name, bytes) -> all.put(name.getBytes(StandardCharsets.UTF_8))
                .put((byte) 0)
                .putLong(bytes.length)
                .put(bytes));
        return all.array();
    }

    /** Reads what {@link #serial()} gave. */
    static TemplateFiles parse(byte[] serial) {
        var files = new TreeMap<String, byte[]>();
        var rest = ByteBuffer.wrap(serial);
        try {
            while (rest.hasRemaining()) {
                int from = rest.position();
                while (rest.get() != 0) {}
                String name = new String(serial, from, rest.position() - 1 - from, StandardCharsets.UTF_8);
                byte[] bytes = new byte[Math.toIntExact(rest.getLong())];
                rest.get(bytes);
                files.put(name, bytes);
            }
        } catch (BufferUnderflowException | ArithmeticException | NegativeArraySizeException e) {
            throw new IllegalArgumentException("Not the files of a template", e);
        }
        return new TemplateFiles(files);
    }

    /** All files in one piece; its SHA-256 is the revision's digest. */
    byte[] serial() {
        return serial.clone();
    }

    /** Over all files, names and lengths included. */
    public Sha256 digest() {
        return digest;
    }

    /** Bytes of all files together. */
    public int size() {
        return serial.length;
    }

    /** Names of the files, in order. */
    public List<String> names() {
        return List.copyOf(files.keySet());
    }

    /** The file as text; empty when there is none, with � for what is not UTF-8. */
    public String text(String file) {
        return new String(bytes(file), StandardCharsets.UTF_8);
    }

    /** The file's bytes; none when there is no such file. */
    public byte[] bytes(String file) {
        return files.getOrDefault(file, new byte[0]).clone();
    }

    /** The same with another text in that file. A refusal when it is larger than a template's file may be. */
    public TemplateFiles with(String file, String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        if (bytes.length > LARGEST_FILE) {
            throw new Refusal(TemplateReason.TEMPLATE_TOO_LARGE, file);
        }
        var changed = new TreeMap<>(files);
        changed.put(file, bytes);
        return new TemplateFiles(changed);
    }

    /** The revision these files are; a refusal when they are none, or ask for what no template may do. */
    public TemplateRevision open(String name) {
        return open(name, Sandbox.Bounds.DOCUMENT);
    }

    /**
     * The revision as it is tried out before anybody may use it: with little time and room, and with questions made of
     * a few harmless keywords only, for nobody has looked at them yet.
     */
    public TemplateRevision onTrial(String name) {
        TemplateRevision revision = open(name, Sandbox.Bounds.TRIAL);
        try {
            part(FIELDS, it -> admitted(JSON.readTree(it)));
        } catch (Broken broken) {
            throw refusal(name, broken);
        }
        return revision;
    }

    private TemplateRevision open(String name, Sandbox.Bounds bounds) {
        try {
            Manifest manifest = part(MANIFEST, it -> JSON.readValue(it, Manifest.class));
            var questions = part(FIELDS, it -> new Questions(JSON.readTree(it)));
            JsonNode sample = part(SAMPLE, JSON::readTree);
            var text = Sandbox.admit(name, part(TEXT, Function.identity()));
            return new TemplateRevision(name, this, manifest, questions, sample, text, bounds);
        } catch (Broken broken) {
            throw refusal(name, broken);
        }
    }

    /** Everything that keeps the files from being a revision; empty when {@link #onTrial} would not refuse. */
    public List<TemplateTrouble> troubles(String name) {
        var troubles = new ArrayList<TemplateTrouble>();
        check(troubles, () -> part(MANIFEST, it -> JSON.readValue(it, Manifest.class)));
        check(troubles, () -> part(FIELDS, it -> admitted(JSON.readTree(it))));
        check(troubles, () -> part(SAMPLE, JSON::readTree));
        check(troubles, () -> {
            String text = part(TEXT, Function.identity());
            try {
                Sandbox.admit(name, text);
            } catch (Refusal refusal) {
                throw new Broken(TemplateTrouble.of(refusal, text), refusal);
            }
        });
        return List.copyOf(troubles);
    }

    private static Questions admitted(JsonNode schema) {
        SchemaWords.admit(schema);
        return new Questions(schema);
    }

    private static void check(List<TemplateTrouble> troubles, Runnable part) {
        try {
            part.run();
        } catch (Broken broken) {
            troubles.add(broken.trouble);
        }
    }

    private <T> T part(String file, Function<String, T> reading) {
        byte[] bytes = files.get(file);
        if (bytes == null) {
            throw new Broken(new TemplateTrouble(file, 0, "thiếu tệp này"), null);
        }
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
            return reading.apply(text);
        } catch (CharacterCodingException e) {
            throw new Broken(new TemplateTrouble(file, 0, "không phải chữ UTF-8"), e);
        } catch (JacksonException e) {
            throw new Broken(TemplateTrouble.of(file, e), e);
        } catch (IllegalArgumentException | SchemaException e) {
            String why = e instanceof Unfit ? e.getMessage() : null;
            throw new Broken(new TemplateTrouble(file, 0, why == null ? "không đúng quy định" : why), e);
        } catch (StackOverflowError e) {
            throw new Broken(new TemplateTrouble(file, 0, "lồng nhau quá sâu"), e);
        }
    }

    private static Refusal refusal(String name, Broken broken) {
        return new Refusal(TemplateReason.TEMPLATE_FAILED, broken, Questions.showable(name), broken.trouble.inWords());
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof TemplateFiles that && digest.equals(that.digest);
    }

    @Override
    public int hashCode() {
        return digest.hashCode();
    }

    @Override
    public String toString() {
        return names() + ", SHA-256 " + digest;
    }

    /** Why a part is not what it must be, in Vietnamese. */
    static final class Unfit extends IllegalArgumentException {
        private static final long serialVersionUID = 1L;

        Unfit(String why) {
            super(why);
        }
    }

    private static final class Broken extends RuntimeException {
        private static final long serialVersionUID = 1L;

        private final transient TemplateTrouble trouble;

        Broken(TemplateTrouble trouble, @Nullable Throwable cause) {
            super(trouble.inWords(), cause);
            this.trouble = trouble;
        }
    }
}
