package vn.antin.compose;

import java.io.IOException;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import vn.antin.agency.Agency;
import vn.antin.agency.Authority;
import vn.antin.agency.Signatory;
import vn.antin.kernel.AgencyId;
import vn.antin.kernel.DocumentId;
import vn.antin.kernel.LookupCode;
import vn.antin.kernel.PersonId;

/** Bodies and signatories of the demonstration's register, read without a database. */
public final class DemonstrationBodies {
    public static final DocumentId ID = new DocumentId(UUID.fromString("6e7a3c0a-5f0e-4f5c-9d0e-2f1f3a5b7c9d"));
    public static final LookupCode CODE = new LookupCode("7K2M-Q9XD-04TB");

    private final JsonNode register;

    public DemonstrationBodies() throws IOException {
        try (var stream = DemonstrationBodies.class.getResourceAsStream("/demo/register.json")) {
            register = JsonMapper.shared().readTree(stream);
        }
    }

    public Agency agency(String id) {
        JsonNode it = find("agencies", id);
        return new Agency(
                new AgencyId(id),
                text(it, "superior"),
                it.path("name").asString(),
                it.path("symbol").asString(),
                it.path("place").asString(),
                text(it, "contact"));
    }

    public Signatory signatory(String id) {
        JsonNode it = find("people", id);
        String title = it.path("title").asString();
        Authority authority = it.path("authority").asString().equals("HEAD")
                ? new Authority.Head(title)
                : new Authority.Deputy(it.path("onBehalfOf").asString(), title);
        return new Signatory(
                new PersonId(id),
                it.path("name").asString(),
                new AgencyId(it.path("agency").asString()),
                authority);
    }

    private JsonNode find(String list, String id) {
        Stream<JsonNode> all = register.path(list).valueStream();
        return all.filter(it -> it.path("id").asString().equals(id)).findFirst().orElseThrow();
    }

    private static @Nullable String text(JsonNode it, String name) {
        return it.has(name) ? it.path(name).asString() : null;
    }
}
