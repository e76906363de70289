package vn.antin.template;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.antin.kernel.Refusal;

/**
 * The templates that came with the installation, as their folder stands at the start.
 *
 * <p>A template is a folder of plain files: {@code template.json} (the manifest), {@code fields.schema.json} (its
 * questions), {@code document.ftlx} (its text) and {@code sample.json} (answers that make a document).
 */
final class InstalledTemplates {
    private static final Logger LOG = LoggerFactory.getLogger(InstalledTemplates.class);
    static final Pattern NAME = Pattern.compile("[a-z0-9]+(-[a-z0-9]+)*");

    private final List<TemplateRevision> usable = new ArrayList<>();
    private final Map<String, Refusal> broken = new HashMap<>();

    InstalledTemplates(Path folder) throws IOException {
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
        usable.sort(IN_ORDER);
    }

    /** As the manifests ask for. */
    static final Comparator<TemplateRevision> IN_ORDER =
            Comparator.comparingInt(TemplateRevision::order).thenComparing(TemplateRevision::name);

    List<TemplateRevision> usable() {
        return List.copyOf(usable);
    }

    /** Of all folders, whatever is wrong with them. */
    List<String> names() {
        return Stream.concat(broken.keySet().stream(), usable.stream().map(TemplateRevision::name))
                .toList();
    }

    Optional<TemplateRevision> find(String name) {
        return usable.stream().filter(it -> it.name().equals(name)).findFirst();
    }

    TemplateRevision named(String name) {
        Refusal why = broken.get(name);
        if (why != null) {
            throw new Refusal(why.reason(), why, why.arguments().toArray());
        }
        return find(name).orElseThrow(() -> new Refusal(TemplateReason.UNKNOWN_TEMPLATE, Questions.showable(name)));
    }

    private static TemplateRevision read(Path folder, String name) throws IOException {
        if (!NAME.matcher(name).matches()) {
            throw failed(name, "tên mẫu chỉ gồm chữ thường không dấu, chữ số và gạch nối");
        }
        var files = new TreeMap<String, byte[]>();
        List<Path> entries;
        try (var listing = Files.list(folder)) {
            entries = listing.limit(TemplateFiles.MOST_FILES + 1L).toList();
        }
        if (entries.size() > TemplateFiles.MOST_FILES) {
            throw failed(name, "có quá " + TemplateFiles.MOST_FILES + " tệp");
        }
        for (Path it : entries) {
            // A link could bring any file of the machine into a document.
            if (!Files.isRegularFile(it, LinkOption.NOFOLLOW_LINKS)) {
                throw failed(name, "chứa liên kết hoặc thư mục con");
            }
            if (Files.size(it) > TemplateFiles.LARGEST_FILE) {
                throw failed(name, "có tệp lớn hơn 1 MB");
            }
            files.put(it.getFileName().toString(), Files.readAllBytes(it));
        }
        return new TemplateFiles(files).open(name);
    }

    private static Refusal failed(String name, String what) {
        return new Refusal(TemplateReason.TEMPLATE_FAILED, Questions.showable(name), what);
    }
}
