package vn.antin.issue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.stereotype.Component;
import vn.antin.archive.Archive;
import vn.antin.archive.ArchivedOriginal;
import vn.antin.kernel.DocumentId;
import vn.antin.kernel.Refusal;
import vn.antin.sign.Pin;

/** Leads a document from where it stands to the archive without a person at each step: for scripts, and after a crash. */
@Component
class WholeRoad {
    private final OutgoingDesk desk;
    private final Archive archive;
    private final IssueProperties settings;

    WholeRoad(OutgoingDesk desk, Archive archive, IssueProperties settings) {
        this.desk = desk;
        this.archive = archive;
        this.settings = settings;
    }

    /**
     * What the operator typed.
     *
     * @param agency the body for which a data file is issued that names none
     * @param pinFile file with the PIN of keys used without a person; absent where every PIN is typed
     */
    @ConfigurationProperties("antin.issue")
    record IssueProperties(
            @Nullable String agency, @Nullable Path pinFile) {}

    /**
     * Goes on to the end, whatever stage the document stands at. Another process may be leading the same document, as
     * the service does when it starts: whoever finds a step taken goes on with the next.
     */
    ArchivedOriginal lead(DocumentId id) {
        while (true) {
            Issuance it = desk.document(id);
            try {
                switch (it.stage()) {
                    case CHECKED -> sign(it);
                    case SIGNED, NUMBERED -> numberAndSeal(it);
                    case SEALED -> desk.keep(id);
                    case ARCHIVED -> {
                        return archive.byDocument(id).orElseThrow();
                    }
                    case DRAFT, WITHDRAWN -> throw new Refusal(IssueReason.NOT_THIS_STAGE);
                }
            } catch (Refusal refused) {
                if (desk.document(id).stage() == it.stage()) {
                    throw refused;
                }
            }
        }
    }

    private void sign(Issuance it) {
        try (Pin pin = pin()) {
            desk.sign(it.id(), it.signatory(), pin);
        }
    }

    private void numberAndSeal(Issuance it) {
        var registrar = it.registrar() == null ? desk.usualRegistrar(it.agency()) : it.registrar();
        try (Pin pin = pin()) {
            desk.numberAndSeal(it.id(), registrar, pin);
        }
    }

    /** Whether documents can be signed and sealed here without a person. */
    boolean canLead() {
        return settings.pinFile() != null && Files.isReadable(settings.pinFile());
    }

    private Pin pin() {
        try {
            Path file = Objects.requireNonNull(settings.pinFile(), "antin.issue.pin-file is not set");
            return new Pin(Files.readString(file, StandardCharsets.UTF_8).strip());
        } catch (IOException e) {
            throw new Refusal(IssueReason.PIN_FILE_UNREADABLE, e);
        }
    }
}
