package vn.antin.issue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import vn.antin.check.Severity;
import vn.antin.kernel.AgencyId;
import vn.antin.kernel.PersonId;
import vn.antin.kernel.Refusal;

/** Reads data files for the whole road: which template, its answers, and for whom. */
@Component
class DataFiles {
    private static final long LARGEST = 8L * 1024 * 1024;
    private static final Set<String> KEYS =
            Set.of("template", "data", "agency", "signatory", "clerk", "notes", "$schema");

    private final OutgoingDesk desk;
    private final WholeRoad.IssueProperties settings;
    private final JsonMapper json;

    DataFiles(OutgoingDesk desk, WholeRoad.IssueProperties settings, JsonMapper json) {
        this.desk = desk;
        this.settings = settings;
        // Of two answers under one name nobody can say which was meant (RFC 8259, clause 4).
        this.json = json.rebuild()
                .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                .build();
    }

    /** The document the file asks for, checked and ready to be signed; a refusal when anything is wrong with it. */
    Issuance write(Path file) {
        JsonNode whole = read(file);
        whole.propertyNames().stream()
                .filter(it -> !KEYS.contains(it))
                .findFirst()
                .ifPresent(it -> {
                    throw new Refusal(IssueReason.DATA_UNREADABLE, file.toString(), "không hiểu mục “" + it + "”");
                });
        var agency = new AgencyId(identifier(file, whole, "agency", settings.agency()));
        PersonId signatory = whole.has("signatory")
                ? new PersonId(identifier(file, whole, "signatory", null))
                : desk.usualSignatory(agency);
        PersonId clerk =
                whole.has("clerk") ? new PersonId(identifier(file, whole, "clerk", null)) : desk.usualRegistrar(agency);
        // Asked before anything is signed: a document whose clerk is none would never get a number.
        desk.requireRegistrar(agency, clerk);
        String template = identifier(file, whole, "template", null);
        JsonNode answers = whole.path("data");
        if (!answers.isObject()) {
            throw new Refusal(IssueReason.DATA_UNREADABLE, file.toString(), "thiếu mục “data”");
        }
        var draft = new OutgoingDesk.Draft(agency, signatory, clerk, template, answers, true, signatory.value());
        var id = desk.newDocument();
        Issuance written = desk.write(id, draft);
        if (written.stage() != Stage.CHECKED) {
            desk.withdraw(id, signatory);
            throw written.problems().isEmpty()
                    ? new Refusal(
                            IssueReason.GATE_STOPPED,
                            written.findings().stream()
                                    .filter(it -> it.severity() == Severity.ERROR)
                                    .map(it -> it.where() + ": " + it.what() + " " + it.mend())
                                    .collect(Collectors.joining("; ")))
                    : new Refusal(
                            IssueReason.ANSWERS_WRONG,
                            written.problems().stream()
                                    .map(it -> it.field() + ": " + it.message())
                                    .collect(Collectors.joining("; ")));
        }
        return written;
    }

    private JsonNode read(Path file) {
        try {
            if (!Files.isRegularFile(file)) {
                throw new Refusal(IssueReason.DATA_UNREADABLE, file.toString(), "không có tệp này");
            }
            if (Files.size(file) > LARGEST) {
                throw new Refusal(IssueReason.DATA_TOO_LARGE, file.toString(), LARGEST / 1024 / 1024);
            }
            JsonNode whole = json.readTree(Files.readAllBytes(file));
            if (!whole.isObject()) {
                throw new Refusal(IssueReason.DATA_UNREADABLE, file.toString(), "không phải một đối tượng JSON");
            }
            return whole;
        } catch (IOException | JacksonException e) {
            throw new Refusal(
                    IssueReason.DATA_UNREADABLE,
                    e,
                    file.toString(),
                    "không phải JSON hợp lệ (UTF-8, mỗi mục chỉ ghi một lần)");
        }
    }

    private static String identifier(Path file, JsonNode whole, String key, @Nullable String usual) {
        JsonNode value = whole.path(key);
        if (value.isMissingNode() && usual != null) {
            return usual;
        }
        if (!value.isString()
                || !value.stringValue().matches("[a-z0-9]+([.-][a-z0-9]+)*")
                || value.stringValue().length() > 60) {
            throw new Refusal(
                    IssueReason.DATA_UNREADABLE, file.toString(), "mục “" + key + "” thiếu hoặc không hợp lệ");
        }
        return value.stringValue();
    }
}
