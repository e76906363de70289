package vn.antin.shell;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.context.annotation.Profile;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** The accounts a visitor of the demonstration may sign in with. The production profile never loads them. */
@Component
@Profile("demo")
class DemonstrationAccounts {
    private static final Map<String, String> ROLES = Map.of(
            "SIGNATORY",
            "Người ký",
            "REGISTRAR",
            "Văn thư",
            "ARCHIVIST",
            "Lưu trữ viên",
            "ADMINISTRATOR",
            "Quản trị viên");

    private final Register register;

    DemonstrationAccounts(JsonMapper json) throws IOException {
        try (var stream = new ClassPathResource("demo/register.json").getInputStream()) {
            register = json.readValue(stream, Register.class);
        }
    }

    String password() {
        return register.password();
    }

    List<Account> all() {
        var bodies = register.agencies().stream()
                .collect(Collectors.toMap(Body::id, it -> it.superior() + " – " + it.name()));
        return register.people().stream()
                .map(it -> new Account(
                        it.id(),
                        it.name(),
                        ROLES.getOrDefault(it.role(), it.role()),
                        bodies.getOrDefault(it.agency(), it.agency())))
                .toList();
    }

    /** One account; public because pages read it. */
    public record Account(String name, String person, String role, String agency) {}

    record Register(String password, List<Body> agencies, List<Person> people) {}

    record Body(String id, String name, String superior) {}

    record Person(String id, String name, String agency, String role) {}
}
