package vn.antin.issue;

import java.time.Clock;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.locks.ReentrantLock;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.JsonNode;
import vn.antin.agency.Agencies;
import vn.antin.agency.Agency;
import vn.antin.agency.Role;
import vn.antin.agency.Signatory;
import vn.antin.archive.Archive;
import vn.antin.archive.ArchivedOriginal;
import vn.antin.check.CheckedDocument;
import vn.antin.check.Finding;
import vn.antin.check.Gate;
import vn.antin.compose.AdministrativeDocument;
import vn.antin.compose.Composer;
import vn.antin.kernel.AgencyId;
import vn.antin.kernel.AuditedEvent;
import vn.antin.kernel.Content;
import vn.antin.kernel.DocumentId;
import vn.antin.kernel.LookupCode;
import vn.antin.kernel.Particulars;
import vn.antin.kernel.PersonId;
import vn.antin.kernel.Refusal;
import vn.antin.kernel.Sha256;
import vn.antin.kernel.Waiver;
import vn.antin.register.OutgoingRegister;
import vn.antin.register.RegisterEntry;
import vn.antin.render.RenderedDocument;
import vn.antin.render.Renderer;
import vn.antin.sign.LongTerm;
import vn.antin.sign.NumberLine;
import vn.antin.sign.PendingSignature;
import vn.antin.sign.PendingSignatures;
import vn.antin.sign.Pin;
import vn.antin.sign.SealedDocument;
import vn.antin.sign.Sealer;
import vn.antin.sign.SignedDocument;
import vn.antin.sign.Signer;
import vn.antin.template.FieldProblem;
import vn.antin.template.TemplateRevision;
import vn.antin.template.Templates;
import vn.antin.word.WordWriter;

/**
 * The desk over which a document goes out: written, signed, numbered, sealed, archived, one step at a time.
 *
 * <p>Every step first puts its result on the disk and then, in one transaction, moves the document to its next stage; so
 * after a power failure at any moment the document stands at a stage it really reached, and the step can be taken again.
 */
@Component
class OutgoingDesk {
    private final Agencies agencies;
    private final Templates templates;
    private final Composer composer;
    private final Renderer renderer;
    private final Gate gate;
    private final Signer signer;
    private final OutgoingRegister register;
    private final Sealer sealer;
    private final LongTerm longTerm;
    private final Archive archive;
    private final Issuances issuances;
    private final Waivers waivers;
    private final Workbench workbench;
    private final PendingSignatures pending;
    private final ApplicationEventPublisher events;
    private final TransactionTemplate transaction;
    private final Clock clock;
    private final RandomGenerator chance;
    private final ReentrantLock[] locks = new ReentrantLock[64];

    OutgoingDesk(
            Agencies agencies,
            Templates templates,
            Composer composer,
            Renderer renderer,
            Gate gate,
            Signer signer,
            OutgoingRegister register,
            Sealer sealer,
            LongTerm longTerm,
            Archive archive,
            Issuances issuances,
            Waivers waivers,
            Workbench workbench,
            PendingSignatures pending,
            ApplicationEventPublisher events,
            PlatformTransactionManager transactions,
            Clock clock,
            RandomGenerator chance) {
        this.agencies = agencies;
        this.templates = templates;
        this.composer = composer;
        this.renderer = renderer;
        this.gate = gate;
        this.signer = signer;
        this.register = register;
        this.sealer = sealer;
        this.longTerm = longTerm;
        this.archive = archive;
        this.issuances = issuances;
        this.waivers = waivers;
        this.workbench = workbench;
        this.pending = pending;
        this.events = events;
        this.transaction = new TransactionTemplate(transactions);
        this.clock = clock;
        this.chance = chance;
        for (int i = 0; i < locks.length; i++) {
            locks[i] = new ReentrantLock();
        }
    }

    /**
     * What a person wrote.
     *
     * @param registrar who will number and seal it, if that is settled already
     * @param unattended whether the whole road is asked for at once
     */
    record Draft(
            AgencyId agency,
            PersonId signatory,
            @Nullable PersonId registrar,
            String template,
            JsonNode answers,
            boolean unattended,
            String author) {}

    /** What the document is written with today. */
    TemplateRevision template(AgencyId agency, String name, Optional<Issuance> before) {
        return before.filter(it -> it.template().equals(name))
                .map(it -> templates.inForceOr(agency, name, it.templateDigest()))
                .orElseGet(() -> templates.named(agency, name));
    }

    /** A name for a document not yet written. */
    DocumentId newDocument() {
        byte[] random = new byte[16];
        chance.nextBytes(random);
        return new DocumentId(UUID.nameUUIDFromBytes(random));
    }

    /** The document, or a refusal. */
    Issuance document(DocumentId id) {
        return issuances.find(id).orElseThrow(() -> new Refusal(IssueReason.UNKNOWN_DOCUMENT));
    }

    /** The body's documents at these stages, last changed first. */
    List<Issuance> documents(AgencyId agency, List<Stage> stages, int limit) {
        return issuances.at(agency, stages, limit);
    }

    /** Who signs for the body today unless somebody is named: the head, else the first deputy. */
    PersonId usualSignatory(AgencyId agency) {
        return agencies.signatories(agency, today()).stream()
                .findFirst()
                .orElseThrow(() -> new Refusal(IssueReason.NO_SIGNATORY, agency.value()))
                .person();
    }

    /** Who numbers and seals for the body today unless somebody is named. */
    PersonId usualRegistrar(AgencyId agency) {
        return agencies.holders(agency, Role.REGISTRAR, today()).stream()
                .findFirst()
                .orElseThrow(() -> new Refusal(IssueReason.NO_REGISTRAR, agency.value()))
                .person();
    }

    /**
     * Keeps what a person wrote, whatever is wrong with it, and makes the pages if it can be done. When the pages are
     * refused the answers are kept all the same.
     */
    Issuance write(DocumentId id, Draft draft) {
        return locked(id, () -> {
            Optional<Issuance> before = issuances.find(id);
            before.filter(it -> !it.stage().open()).ifPresent(it -> {
                throw new Refusal(IssueReason.NOT_THIS_STAGE);
            });
            agencies.named(draft.agency());
            agencies.signatory(draft.agency(), draft.signatory(), today());
            LookupCode code = before.map(Issuance::code).orElseGet(() -> LookupCode.random(chance));
            TemplateRevision template = template(draft.agency(), draft.template(), before);
            List<FieldProblem> problems = template.problems(draft.answers());
            var bare = issuance(id, Stage.DRAFT, draft, template, code, null, null, problems, List.of());
            if (!problems.isEmpty()) {
                return store(bare);
            }
            RenderedDocument rendered;
            try {
                rendered = renderer.render(compose(bare, template));
            } catch (Refusal refused) {
                store(bare);
                throw refused;
            }
            workbench.put(id, rendered.pdf());
            var judged = judged(rendered, id, draft.signatory());
            var written = store(issuance(
                    id,
                    judged.stage(),
                    draft,
                    template,
                    code,
                    rendered.pdf().digest(),
                    judged.particulars(),
                    problems,
                    judged.findings()));
            workbench.clear(id, List.of(rendered.pdf().digest()));
            return written;
        });
    }

    /** What the gate says of pages, and what they say of themselves then. */
    private record Judged(Stage stage, Particulars particulars, List<Finding> findings) {}

    private Judged judged(RenderedDocument rendered, DocumentId id, PersonId signatory) {
        return switch (gate.examine(rendered, waivers.of(id, signatory))) {
            case Gate.Verdict.Passed it ->
                new Judged(Stage.CHECKED, it.document().particulars(), it.findings());
            case Gate.Verdict.Stopped it ->
                new Judged(Stage.DRAFT, rendered.meaning().particulars(), it.findings());
        };
    }

    /**
     * The document's signatory lets one breach of a rule pass, and says why; it is judged again at once. What was let
     * pass travels with the document into register and archive.
     *
     * @param number which of the document's findings, from 0
     * @param seen the pages that the person saw; refused when they have changed since
     */
    Issuance waive(DocumentId id, PersonId who, int number, Sha256 seen, String typed) {
        return locked(id, () -> {
            Issuance it = open(id, seen);
            if (!it.signatory().equals(who)) {
                throw new Refusal(IssueReason.ONLY_THE_SIGNATORY_WAIVES);
            }
            Signatory signatory = agencies.signatory(it.agency(), who, today());
            Finding finding = finding(it, number);
            String reason = typed.strip();
            if (!finding.mayBeWaived()) {
                throw new Refusal(IssueReason.RULE_NOT_WAIVABLE, finding.what());
            }
            if (reason.length() < Waiver.SHORTEST_REASON || reason.length() > Waiver.LONGEST_REASON) {
                throw new Refusal(IssueReason.REASON_TOO_SHORT);
            }
            var waiver = new Waiver(
                    finding.rule(),
                    finding.citation(),
                    finding.part(),
                    finding.where(),
                    finding.place().quote(),
                    Objects.requireNonNull(finding.text()),
                    who,
                    signatory.fullName(),
                    reason,
                    clock.instant().truncatedTo(ChronoUnit.MICROS));
            var rendered = new RenderedDocument(workbench.read(id, seen), compose(it, revision(it)));
            transaction.executeWithoutResult(status -> {
                waivers.add(id, waiver);
                issuances.write(rejudged(it, judged(rendered, id, who)));
                events.publishEvent(new Step("document.rule-waived", id, who.value(), details(waiver)));
            });
            return document(id);
        });
    }

    private static Map<String, String> details(Waiver it) {
        var details = new LinkedHashMap<String, String>();
        details.put("rule", it.rule());
        details.put("citation", it.citation());
        details.put("where", it.where());
        details.put("text", it.text().hex());
        details.put("name", it.name());
        details.put("reason", it.reason());
        return details;
    }

    /** Puts right in the answers what a finding says how to, and makes the pages anew. */
    Issuance mend(DocumentId id, PersonId who, int number, Sha256 seen) {
        return locked(id, () -> {
            Issuance it = open(id, seen);
            Finding finding = finding(it, number);
            JsonNode answers = Mend.of(it.answers(), compose(it, revision(it)), finding)
                    .orElseThrow(() -> new Refusal(IssueReason.NOT_MENDED, finding.what()));
            return write(
                    id,
                    new Draft(
                            it.agency(),
                            it.signatory(),
                            it.registrar(),
                            it.template(),
                            answers,
                            it.unattended(),
                            who.value()));
        });
    }

    /** Which of the document's findings one click can mend. */
    Set<Integer> mendable(Issuance it) {
        var numbers = new HashSet<Integer>();
        if (!it.stage().open()
                || it.findings().stream()
                        .allMatch(finding -> finding.replacement().isEmpty())) {
            return numbers;
        }
        try {
            AdministrativeDocument meaning = compose(it, revision(it));
            for (int i = 0; i < it.findings().size(); i++) {
                if (Mend.of(it.answers(), meaning, it.findings().get(i)).isPresent()) {
                    numbers.add(i);
                }
            }
        } catch (Refusal refused) {
            // A template or a post that changed since: the draft must be saved anew first.
        }
        return numbers;
    }

    private static Issuance rejudged(Issuance it, Judged judged) {
        return new Issuance(
                it.id(),
                judged.stage(),
                it.agency(),
                it.signatory(),
                it.registrar(),
                it.template(),
                it.templateDigest(),
                it.answers(),
                it.subject(),
                it.code(),
                it.pdf(),
                judged.particulars(),
                it.problems(),
                judged.findings(),
                it.unattended(),
                it.createdBy(),
                it.changedAt());
    }

    private Issuance open(DocumentId id, Sha256 seen) {
        Issuance it = document(id);
        if (!it.stage().open() || !seen.equals(it.pdf())) {
            throw new Refusal(IssueReason.NOT_THIS_STAGE);
        }
        return it;
    }

    private static Finding finding(Issuance it, int number) {
        if (number < 0 || number >= it.findings().size()) {
            throw new Refusal(IssueReason.NOT_THIS_STAGE);
        }
        return it.findings().get(number);
    }

    /** Composes the document without making pages or keeping anything; a refusal where {@link #write} would refuse. */
    void rehearse(DocumentId id, Draft draft) {
        TemplateRevision template = template(draft.agency(), draft.template(), Optional.empty());
        LookupCode code = LookupCode.random(chance);
        compose(issuance(id, Stage.DRAFT, draft, template, code, null, null, List.of(), List.of()), template);
    }

    /** Gives the document up; lawful only before the first signature. */
    Issuance withdraw(DocumentId id, PersonId who) {
        return locked(id, () -> {
            Issuance it = document(id);
            if (!it.stage().open()) {
                throw new Refusal(IssueReason.NOT_THIS_STAGE);
            }
            advance(it, Stage.WITHDRAWN, it.pdf() == null ? it.templateDigest() : it.pdf(), who, "document.withdrawn");
            return document(id);
        });
    }

    /** The pages as they stand. */
    Content pages(DocumentId id) {
        Issuance it = document(id);
        if (it.pdf() == null) {
            throw new Refusal(IssueReason.NOT_THIS_STAGE);
        }
        return it.stage() == Stage.ARCHIVED ? archive.read(it.pdf()) : workbench.read(id, it.pdf());
    }

    /** The register's line for the document, once it has one. */
    Optional<RegisterEntry> entry(DocumentId id) {
        return register.entry(id);
    }

    /** The signatory signs, if the pages are still those that they saw. */
    Issuance sign(DocumentId id, PersonId signatory, Pin pin, Sha256 seen) {
        return locked(id, () -> {
            requireSeen(id, seen);
            return sign(id, signatory, pin);
        });
    }

    private void requireSeen(DocumentId id, Sha256 seen) {
        if (!seen.equals(document(id).pdf())) {
            throw new Refusal(IssueReason.PAGES_CHANGED);
        }
    }

    /** The signatory signs. */
    Issuance sign(DocumentId id, PersonId signatory, Pin pin) {
        return locked(id, () -> {
            Issuance it = signable(id, signatory);
            SignedDocument signed = signer.sign(checked(it), pin);
            workbench.put(id, signed.pdf());
            advance(it, Stage.SIGNED, signed.pdf().digest(), signatory, "document.signed");
            return document(id);
        });
    }

    /** The same as {@link #numberAndSeal(DocumentId, PersonId, Pin)}, if the pages are still those that they saw. */
    ArchivedOriginal numberAndSeal(DocumentId id, PersonId registrar, Pin pin, Sha256 seen) {
        return locked(id, () -> {
            requireSeen(id, seen);
            return numberAndSeal(id, registrar, pin);
        });
    }

    private Issuance signable(DocumentId id, PersonId signatory) {
        Issuance it = at(id, Stage.CHECKED);
        if (!it.signatory().equals(signatory)) {
            throw new Refusal(IssueReason.ONLY_THE_SIGNATORY_SIGNS);
        }
        agencies.signatory(it.agency(), signatory, today());
        return it;
    }

    /**
     * The document as its signatory may sign it with a key elsewhere. It stays at its stage until the signature is here.
     *
     * @param seen the pages that the person saw; refused when they have changed since
     */
    CheckedDocument toBeSigned(DocumentId id, PersonId signatory, Sha256 seen) {
        return locked(id, () -> {
            Issuance it = signable(id, signatory);
            if (!seen.equals(it.pdf())) {
                throw new Refusal(IssueReason.NOT_THIS_STAGE);
            }
            return checked(it);
        });
    }

    /** Takes over a signature that was made elsewhere, or gives it up when the document is no longer what was signed. */
    void take(PendingSignature signature) {
        DocumentId id = signature.document();
        locked(id, () -> {
            Issuance it = document(id);
            if (it.stage() != Stage.CHECKED || !signature.source().equals(it.pdf())) {
                pending.cancel(signature.id());
                return it;
            }
            Content signed = pending.result(signature.id());
            workbench.put(id, signed);
            transaction.executeWithoutResult(status -> {
                pending.taken(signature.id());
                advance(it, Stage.SIGNED, signed.digest(), signature.person(), "document.signed");
            });
            pending.sweep(signature.id());
            return document(id);
        });
    }

    /** The registrar enters the document in the register, seals it and hands it to the archive. */
    ArchivedOriginal numberAndSeal(DocumentId id, PersonId registrar, Pin pin) {
        return locked(id, () -> {
            Issuance it = document(id);
            requireRegistrar(it.agency(), registrar);
            if (it.stage().open()) {
                throw new Refusal(IssueReason.NOT_THIS_STAGE);
            }
            Particulars particulars = Objects.requireNonNull(it.particulars(), "pages have particulars");
            if (it.stage() == Stage.SIGNED) {
                var signed = new SignedDocument(workbench.read(id, pdf(it)), particulars);
                sealer.requireKey(it.agency(), pin);
                transaction.executeWithoutResult(status -> {
                    register.enter(signed, registrar);
                    advance(it, Stage.NUMBERED, pdf(it), registrar, "document.entered");
                });
                return sealAndKeep(document(id), registrar, particulars, pin);
            }
            if (it.stage() == Stage.NUMBERED) {
                return sealAndKeep(it, registrar, particulars, pin);
            }
            if (it.stage() == Stage.SEALED) {
                return keep(it);
            }
            throw new Refusal(IssueReason.NOT_THIS_STAGE);
        });
    }

    /** Hands a sealed document to the archive: the step after a crash that needs nobody. */
    ArchivedOriginal keep(DocumentId id) {
        return locked(id, () -> keep(at(id, Stage.SEALED)));
    }

    /** Documents on which work stopped between two steps that need nobody. */
    List<Issuance> interrupted() {
        return issuances.interrupted();
    }

    private ArchivedOriginal sealAndKeep(Issuance numbered, PersonId registrar, Particulars particulars, Pin pin) {
        RegisterEntry entry = register.entry(numbered.id()).orElseThrow();
        var signed = new SignedDocument(workbench.read(numbered.id(), pdf(numbered)), particulars);
        SealedDocument made = sealer.seal(signed, line(entry), pin);
        var sealed = new SealedDocument(longTerm.raised(made.pdf()), particulars, made.line());
        workbench.put(numbered.id(), sealed.pdf());
        advance(numbered, Stage.SEALED, sealed.pdf().digest(), registrar, "document.sealed");
        return keep(document(numbered.id()));
    }

    private ArchivedOriginal keep(Issuance sealed) {
        RegisterEntry entry = register.entry(sealed.id()).orElseThrow();
        Content pdf = workbench.read(sealed.id(), pdf(sealed));
        ArchivedOriginal original = archive.keep(new SealedDocument(pdf, entry.particulars(), line(entry)), entry);
        issuances.advance(sealed.id(), Stage.SEALED, Stage.ARCHIVED, pdf.digest());
        workbench.clear(sealed.id(), List.of());
        return original;
    }

    private static NumberLine line(RegisterEntry entry) {
        return new NumberLine(entry.number().digits(), entry.issuedOn());
    }

    /** The document as the gate let it pass: recomposed from its answers, with the very pages that were shown. */
    private CheckedDocument checked(Issuance it) {
        var rendered = new RenderedDocument(workbench.read(it.id(), pdf(it)), compose(it, revision(it)));
        return switch (gate.examine(rendered, waivers.of(it.id(), it.signatory()))) {
            case Gate.Verdict.Passed passed -> passed.document();
            case Gate.Verdict.Stopped stopped ->
                throw new Refusal(
                        IssueReason.GATE_STOPPED,
                        stopped.findings().stream()
                                .filter(Finding::stops)
                                .findFirst()
                                .orElseThrow()
                                .what());
        };
    }

    /** The very revision it was written with, whatever has been published since. */
    private TemplateRevision revision(Issuance it) {
        return templates.revision(it.template(), it.templateDigest());
    }

    private AdministrativeDocument compose(Issuance it, TemplateRevision template) {
        Agency issuer = agencies.named(it.agency());
        return composer.compose(
                template,
                it.answers(),
                issuer,
                agencies.signatory(it.agency(), it.signatory(), today()),
                it.id(),
                it.code());
    }

    /** Refused unless that person numbers and seals for the body today. */
    void requireRegistrar(AgencyId agency, PersonId person) {
        agencies.named(agency);
        if (agencies.holders(agency, Role.REGISTRAR, today()).stream()
                .noneMatch(it -> it.person().equals(person))) {
            throw new Refusal(IssueReason.ONLY_THE_REGISTRAR_SEALS);
        }
    }

    /** The document as a Word file: a draft, or a copy of what is signed and numbered that says that it is one. */
    Content word(DocumentId id) {
        Issuance it = document(id);
        if (!it.problems().isEmpty()) {
            throw new Refusal(
                    IssueReason.ANSWERS_WRONG, it.problems().getFirst().message());
        }
        Optional<RegisterEntry> entry = entry(id);
        LocalDate day = entry.map(RegisterEntry::issuedOn).orElseGet(this::today);
        AdministrativeDocument meaning = composer.compose(
                revision(it),
                it.answers(),
                agencies.named(it.agency()),
                agencies.signatory(it.agency(), it.signatory(), day),
                it.id(),
                it.code());
        return WordWriter.write(
                meaning,
                entry.<WordWriter.Standing>map(known -> new WordWriter.Standing.Copy(
                                known.number().printed(),
                                meaning.particulars().place() + ", " + inWords(known.issuedOn())))
                        .orElseGet(WordWriter.Standing.Draft::new));
    }

    /** Days under 10 and months 1 and 2 with a zero (annex I, part I, II.4.b). */
    private static String inWords(LocalDate day) {
        String month = (day.getMonthValue() < 3 ? "0" : "") + day.getMonthValue();
        return "ngày %02d tháng %s năm %d".formatted(day.getDayOfMonth(), month, day.getYear());
    }

    private Issuance at(DocumentId id, Stage stage) {
        Issuance it = document(id);
        if (it.stage() != stage) {
            throw new Refusal(IssueReason.NOT_THIS_STAGE);
        }
        return it;
    }

    private static Sha256 pdf(Issuance it) {
        return Objects.requireNonNull(it.pdf(), "a document at this stage has pages");
    }

    private Issuance issuance(
            DocumentId id,
            Stage stage,
            Draft draft,
            TemplateRevision template,
            LookupCode code,
            @Nullable Sha256 pdf,
            @Nullable Particulars particulars,
            List<FieldProblem> problems,
            List<Finding> findings) {
        return new Issuance(
                id,
                stage,
                draft.agency(),
                draft.signatory(),
                draft.registrar(),
                template.name(),
                template.digest(),
                draft.answers(),
                particulars == null ? template.title() : particulars.subject(),
                code,
                pdf,
                particulars,
                problems,
                findings,
                draft.unattended(),
                draft.author(),
                clock.instant());
    }

    private Issuance store(Issuance it) {
        transaction.executeWithoutResult(status -> {
            issuances.write(it);
            pending.cancelOf(it.id());
            events.publishEvent(
                    new Step("document.written", it.id(), it.createdBy(), Map.of("template", it.template())));
        });
        return document(it.id());
    }

    private void advance(Issuance it, Stage to, Sha256 pdf, PersonId who, String act) {
        transaction.executeWithoutResult(status -> {
            issuances.advance(it.id(), it.stage(), to, pdf);
            pending.cancelOf(it.id());
            var details = new LinkedHashMap<String, String>();
            details.put("sha256", pdf.hex());
            events.publishEvent(new Step(act, it.id(), who.value(), details));
        });
    }

    private LocalDate today() {
        return LocalDate.now(clock);
    }

    /** Two hands never work on one document at once; the stage in the database is what holds between processes. */
    private <T> T locked(DocumentId id, java.util.function.Supplier<T> work) {
        ReentrantLock lock = locks[Math.floorMod(id.hashCode(), locks.length)];
        lock.lock();
        try {
            return work.get();
        } finally {
            lock.unlock();
        }
    }

    private record Step(String act, DocumentId document, String actor, Map<String, String> details)
            implements AuditedEvent {}
}
