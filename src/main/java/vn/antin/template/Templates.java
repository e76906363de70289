package vn.antin.template;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import vn.antin.kernel.Refusal;
import vn.antin.kernel.Sha256;

/**
 * The templates (mẫu văn bản) of this installation, read once from the folder {@code antin.templates}.
 *
 * <p>A template is a folder of plain files: {@code template.json} (the manifest), {@code fields.schema.json} (its
 * questions), {@code document.ftlx} (its text) and {@code sample.json} (answers that make a document).
 */
@Component
public class Templates {
    private static final Logger LOG = LoggerFactory.getLogger(Templates.class);
    private static final Pattern NAME = Pattern.compile("[a-z0-9]+(-[a-z0-9]+)*");
    private static final int LARGEST_FILE = 1 << 20;
    private static final int MOST_FILES = 20;
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES)
            .build();

    private final List<TemplateRevision> usable = new ArrayList<>();
    private final Map<String, Refusal> broken = new HashMap<>();

    Templates(@Value("${antin.templates}") Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            throw new IllegalStateException("antin.templates names no folder: " + folder.toAbsolutePath());
        }
        List<Path> folders;
        try (var entries = Files.list(folder)) {
            folders = entries.filter(Files::isDirectory).sorted().toList();
        }
        for (Path it : folders) {
            String name = it.getFileName().toString();
            try {
                usable.add(read(it, name));
            } catch (Refusal refusal) {
                // One broken template must not keep the others from being used; whoever asks for it is told.
                LOG.warn("Template {} cannot be used: {}", name, refusal.arguments(), refusal);
                broken.put(name, refusal);
            }
        }
        usable.sort(Comparator.comparingInt(TemplateRevision::order).thenComparing(TemplateRevision::name));
    }

    /** All templates that can be used, in the order their manifests ask for. */
    public List<TemplateRevision> all() {
        return List.copyOf(usable);
    }

    /** The template of that name as it stands today, or a refusal. */
    public TemplateRevision named(String name) {
        Refusal why = broken.get(name);
        if (why != null) {
            throw new Refusal(why.reason(), why, why.arguments().toArray());
        }
        return usable.stream()
                .filter(it -> it.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new Refusal(TemplateReason.UNKNOWN_TEMPLATE, Questions.showable(name)));
    }

    private static TemplateRevision read(Path folder, String name) throws IOException {
        if (!NAME.matcher(name).matches()) {
            throw failed(name, "tên mẫu chỉ gồm chữ thường không dấu, chữ số và gạch nối");
        }
        SortedMap<String, byte[]> files = files(folder, name);
        try {
            Manifest manifest = JSON.readValue(text(files, name, "template.json"), Manifest.class);
            JsonNode schema = JSON.readTree(text(files, name, "fields.schema.json"));
            JsonNode sample = JSON.readTree(text(files, name, "sample.json"));
            var text = Sandbox.admit(name, text(files, name, "document.ftlx"));
            return new TemplateRevision(name, digest(files), manifest, new Questions(schema), sample, text);
        } catch (JacksonException | IllegalArgumentException e) {
            throw new Refusal(
                    TemplateReason.TEMPLATE_FAILED,
                    e,
                    Questions.showable(name),
                    "template.json, fields.schema.json hoặc sample.json không đúng quy định");
        }
    }

    private static SortedMap<String, byte[]> files(Path folder, String name) throws IOException {
        var files = new TreeMap<String, byte[]>();
        List<Path> entries;
        try (var listing = Files.list(folder)) {
            entries = listing.limit(MOST_FILES + 1L).toList();
        }
        if (entries.size() > MOST_FILES) {
            throw failed(name, "có quá " + MOST_FILES + " tệp");
        }
        for (Path it : entries) {
            // A link could bring any file of the machine into a document.
            if (!Files.isRegularFile(it, LinkOption.NOFOLLOW_LINKS)) {
                throw failed(name, "chứa liên kết hoặc thư mục con");
            }
            if (Files.size(it) > LARGEST_FILE) {
                throw failed(name, "có tệp lớn hơn 1 MB");
            }
            files.put(it.getFileName().toString(), Files.readAllBytes(it));
        }
        return files;
    }

    private static String text(SortedMap<String, byte[]> files, String name, String file) {
        byte[] bytes = files.get(file);
        if (bytes == null) {
            throw failed(name, "thiếu tệp " + file);
        }
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException e) {
            throw new Refusal(TemplateReason.TEMPLATE_FAILED, e, name, "tệp " + file + " không phải chữ UTF-8");
        }
    }

    /** Over each file in the order of names: its name, a zero byte, its length in eight bytes, its bytes. */
    private static Sha256 digest(SortedMap<String, byte[]> files) {
        var digest = Sha256.newDigest();
        files.forEach((name, bytes) -> {
            digest.update(name.getBytes(StandardCharsets.UTF_8));
            digest.update((byte) 0);
            digest.update(ByteBuffer.allocate(Long.BYTES).putLong(bytes.length).array());
            digest.update(bytes);
        });
        return Sha256.ofDigest(digest.digest());
    }

    private static Refusal failed(String name, String what) {
        return new Refusal(TemplateReason.TEMPLATE_FAILED, Questions.showable(name), what);
    }
}
