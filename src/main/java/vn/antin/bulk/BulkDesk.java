package vn.antin.bulk;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import tools.jackson.databind.node.JsonNodeFactory;
import vn.antin.agency.Agencies;
import vn.antin.bulk.Batch.RowState;
import vn.antin.bulk.Batch.State;
import vn.antin.issue.Drafts;
import vn.antin.kernel.AgencyId;
import vn.antin.kernel.Content;
import vn.antin.kernel.Refusal;
import vn.antin.template.TemplateRevision;
import vn.antin.template.Templates;

/** Hands out forms, takes them back filled, and answers with what came of them. */
@Component
class BulkDesk {
    private static final int PATIENCE_SECONDS = 20;

    private final Templates templates;
    private final Agencies agencies;
    private final Drafts drafts;
    private final Rehearsal rehearsal;
    private final Batches batches;
    private final Clock clock;
    private final String address;

    /** A file takes some hundred megabytes while it is read, so one is read at a time. */
    private final Semaphore reading = new Semaphore(1);

    BulkDesk(
            Templates templates,
            Agencies agencies,
            Drafts drafts,
            Rehearsal rehearsal,
            Batches batches,
            Clock clock,
            @Value("${antin.public-address}") String address) {
        this.templates = templates;
        this.agencies = agencies;
        this.drafts = drafts;
        this.rehearsal = rehearsal;
        this.batches = batches;
        this.clock = clock;
        this.address = address;
    }

    /** The form of a template for one body, or, without a body, for all of them. */
    byte[] form(String template, @Nullable AgencyId agency) {
        return FormWriter.write(form(named(template, agency), agency), people(agency));
    }

    /** Reads a filled form, judges every row, and keeps it as a batch; nothing is made yet. */
    Batch read(byte[] file, String fileName, String template, @Nullable AgencyId agency, String author) {
        TemplateRevision revision = named(template, agency);
        FilledForm filled = alone(() -> FilledForm.read(file, form(revision, agency), people(agency), rehearsal));
        var batch = new Batch(
                drafts.newDocument().value(),
                agency,
                template,
                revision.digest(),
                author,
                fileName,
                Content.of(file).digest(),
                State.READ,
                filled.remarks(),
                filled.loose(),
                clock.instant(),
                clock.instant());
        batches.keep(batch, filled.rows().stream().map(this::row).toList());
        return batches.find(batch.id()).orElseThrow();
    }

    private Batch.Row row(FilledRow it) {
        boolean good = it.faults().isEmpty();
        return new Batch.Row(
                it.row(),
                it.key(),
                it.agency(),
                it.signatory(),
                Words.clip(it.answers().path("subject").asString("")),
                good ? it.answers() : JsonNodeFactory.instance.objectNode(),
                good ? drafts.newDocument() : null,
                null,
                good ? RowState.WAITING : RowState.WRONG,
                it.faults());
    }

    /** An earlier run of the very same file: run again, every document would be there twice. */
    Optional<Batch> earlierRun(Batch batch) {
        return batches.ofFile(batch.fileDigest(), batch.template(), batch.agency()).stream()
                .filter(it -> !it.id().equals(batch.id()) && it.state() != State.READ)
                .findFirst();
    }

    /** The result as it stands now, as an {@code .xlsx} file. */
    byte[] result(UUID id) {
        Batch batch = batches.find(id).orElseThrow(() -> new Refusal(BulkReason.UNKNOWN_BATCH));
        return ResultSheet.write(batch, batches.rowsWithoutAnswers(id), address);
    }

    /** The body's own template; for several bodies the installation's, which the desk compares with each body's own. */
    private TemplateRevision named(String template, @Nullable AgencyId agency) {
        return agency == null ? templates.named(template) : templates.named(agency, template);
    }

    private static Form form(TemplateRevision template, @Nullable AgencyId agency) {
        return new Form(template, agency == null);
    }

    private People people(@Nullable AgencyId agency) {
        return new People(agencies, LocalDate.now(clock), agency);
    }

    private <T> T alone(java.util.function.Supplier<T> work) {
        boolean turn;
        try {
            turn = reading.tryAcquire(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Refusal(BulkReason.BUSY, e);
        }
        if (!turn) {
            throw new Refusal(BulkReason.BUSY);
        }
        try {
            return work.get();
        } finally {
            reading.release();
        }
    }

    /** The rows with what is wrong, then the file's own faults: what the person has to mend. */
    static List<Fault> faults(Batch batch, List<Batch.Row> rows) {
        return java.util.stream.Stream.concat(
                        rows.stream().flatMap(it -> it.faults().stream()), batch.faults().stream())
                .toList();
    }
}
