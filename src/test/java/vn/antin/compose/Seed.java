package vn.antin.compose;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import vn.antin.template.ProjectTemplates;
import vn.antin.template.TemplateRevision;

/** One of the five real documents: its data, the text its scan gave, and what is known of that scan. */
public record Seed(String name, JsonNode file, String scan, JsonNode known) {
    private static final Path FOLDER = Path.of("src/test/resources/seeds");

    /** {@code 000} to {@code 004}. */
    public static Stream<Seed> all() {
        return Stream.of("000", "001", "002", "003", "004").map(Seed::read);
    }

    private static Seed read(String name) {
        try {
            JsonNode known = JsonMapper.shared().readTree(Files.readString(FOLDER.resolve("corrections.json")));
            return new Seed(
                    name,
                    JsonMapper.shared().readTree(Files.readString(FOLDER.resolve(name + ".json"))),
                    Files.readString(FOLDER.resolve(name + ".scan.txt")),
                    known.path(name));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The document its data make, issued by its body and signed by its signatory. */
    public AdministrativeDocument document() {
        return composing().get();
    }

    /** The same, made anew each time it is asked for, from a template read once. */
    public Supplier<AdministrativeDocument> composing() {
        try {
            var bodies = new DemonstrationBodies();
            TemplateRevision template = template();
            var agency = bodies.agency(file.path("agency").asString());
            var signatory = bodies.signatory(file.path("signatory").asString());
            return () -> new Composer()
                    .compose(
                            template,
                            file.path("data"),
                            agency,
                            signatory,
                            DemonstrationBodies.ID,
                            DemonstrationBodies.CODE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    TemplateRevision template() throws IOException {
        return ProjectTemplates.read().named(file.path("template").asString());
    }

    /** Words of ours that the scan lost; each is said once, in the opening. */
    public List<String> lost() {
        return known.path("lost").valueStream().map(it -> it.asString()).toList();
    }

    @Override
    public String toString() {
        return name;
    }
}
