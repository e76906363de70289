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
import tools.jackson.databind.node.ObjectNode;
import vn.antin.agency.Agency;
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
        return read(name, FOLDER);
    }

    /** The same five with their known faults put right, and nothing else. */
    public static Stream<Seed> corrected() {
        return Stream.of("000", "001", "002", "003", "004").map(it -> read(it, FOLDER.resolve("corrected")));
    }

    private static Seed read(String name, Path folder) {
        try {
            JsonNode known = JsonMapper.shared().readTree(Files.readString(FOLDER.resolve("corrections.json")));
            return new Seed(
                    name,
                    JsonMapper.shared().readTree(Files.readString(folder.resolve(name + ".json"))),
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
            var agency = issuer(bodies);
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

    /** The scan of seed 001 lost its district's name; the corrected copy supposes one. */
    private Agency issuer(DemonstrationBodies bodies) {
        Agency known = bodies.agency(file.path("agency").asString());
        return file.has("superior")
                ? new Agency(
                        known.id(),
                        file.path("superior").asString(),
                        known.name(),
                        known.symbol(),
                        known.place(),
                        known.contact())
                : known;
    }

    TemplateRevision template() throws IOException {
        return ProjectTemplates.read().named(file.path("template").asString());
    }

    /** The same seed with other answers. */
    public Seed answering(JsonNode answers) {
        var other = (ObjectNode) file.deepCopy();
        other.set("data", answers);
        return new Seed(name, other, scan, known);
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
