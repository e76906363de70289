package vn.antin.copy;

import java.time.Clock;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.antin.agency.Agencies;
import vn.antin.agency.Agency;
import vn.antin.agency.Member;
import vn.antin.archive.Archive;
import vn.antin.archive.ArchivedOriginal;
import vn.antin.compose.AdministrativeDocument;
import vn.antin.compose.Excerpt;
import vn.antin.compose.Place;
import vn.antin.issue.Meanings;
import vn.antin.kernel.Content;
import vn.antin.kernel.CopyForm;
import vn.antin.kernel.DocumentId;
import vn.antin.kernel.PersonId;
import vn.antin.kernel.Refusal;
import vn.antin.register.RegisterEntry;
import vn.antin.render.CopyNote;
import vn.antin.render.PaperCopies;
import vn.antin.sign.CopySealer;
import vn.antin.sign.LongTerm;
import vn.antin.sign.Pin;

/** Makes copies for the registrar of a body, keeps them and puts them on record (Decree 30/2020/NĐ-CP art. 25–27). */
@Component
class CopyDesk {
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd/MM/uuuu");

    private final Agencies agencies;
    private final Archive archive;
    private final Meanings meanings;
    private final PaperCopies paper;
    private final Scans scans;
    private final CopySealer sealer;
    private final LongTerm longTerm;
    private final CopyStore store;
    private final MadeCopies copies;
    private final Clock clock;
    private final RandomGenerator chance;

    CopyDesk(
            Agencies agencies,
            Archive archive,
            Meanings meanings,
            PaperCopies paper,
            Scans scans,
            CopySealer sealer,
            LongTerm longTerm,
            CopyStore store,
            MadeCopies copies,
            Clock clock,
            RandomGenerator chance) {
        this.agencies = agencies;
        this.archive = archive;
        this.meanings = meanings;
        this.paper = paper;
        this.scans = scans;
        this.sealer = sealer;
        this.longTerm = longTerm;
        this.store = store;
        this.copies = copies;
        this.clock = clock;
        this.chance = chance;
    }

    /**
     * What the registrar wants under a copy on paper.
     *
     * @param number absent when it is written in by hand, like {@code day}
     * @param recipients one a line, with their closing marks
     */
    record Wish(@Nullable Integer number, @Nullable LocalDate day, PersonId signatory, List<String> recipients) {}

    /**
     * What is extracted: blocks of the content, or, where the content cannot be composed again, pages.
     *
     * @param pages from 1
     */
    record Choice(Set<Place> blocks, Set<Integer> pages) {}

    /** An original of the registrar's own body. */
    ArchivedOriginal original(DocumentId id, Member registrar) {
        return archive.byDocument(id)
                .filter(it -> it.entry().number().agency().equals(registrar.agency()))
                .orElseThrow(() -> new Refusal(CopyReason.UNKNOWN_DOCUMENT));
    }

    Optional<AdministrativeDocument> meaning(ArchivedOriginal original) {
        return meanings.of(original.entry());
    }

    int pages(ArchivedOriginal original) {
        return paper.pages(archive.read(original.digest()));
    }

    MadeCopy copy(UUID id, Member registrar) {
        return copies.find(id)
                .filter(it -> it.agency().equals(registrar.agency()))
                .orElseThrow(() -> new Refusal(CopyReason.UNKNOWN_COPY));
    }

    List<MadeCopy> latest(Member registrar, int limit) {
        return copies.of(registrar.agency(), limit);
    }

    Content file(MadeCopy copy) {
        return store.read(copy.digest());
    }

    /** Sao y: all pages of the electronic original, to paper. */
    MadeCopy print(DocumentId id, Wish wish, Member registrar) {
        ArchivedOriginal original = original(id, registrar);
        var made = paper.print(archive.read(original.digest()), note(CopyForm.FULL, wish, registrar));
        return onPaper(CopyForm.FULL, made, id, null, subject(original.entry()), registrar);
    }

    /** Trích sao to paper. */
    MadeCopy printExtract(DocumentId id, Choice choice, Wish wish, Member registrar) {
        ArchivedOriginal original = original(id, registrar);
        CopyNote note = note(CopyForm.EXTRACT, wish, registrar);
        var made = meaning(original)
                .map(it -> paper.print(extract(it, choice, original.entry()), note))
                .orElseGet(() -> {
                    if (choice.pages().isEmpty()) {
                        throw new Refusal(CopyReason.NOTHING_CHOSEN);
                    }
                    return paper.print(archive.read(original.digest()), choice.pages(), note);
                });
        return onPaper(CopyForm.EXTRACT, made, id, null, subject(original.entry()), registrar);
    }

    /** Trích sao from electronic to electronic, sealed by the body. */
    MadeCopy sealExtract(DocumentId id, Choice choice, Pin pin, Member registrar) {
        ArchivedOriginal original = original(id, registrar);
        AdministrativeDocument meaning = meaning(original)
                .orElseThrow(() -> new Refusal(CopyReason.FORM_NOT_MADE_SO, CopyForm.EXTRACT.heading()));
        Content pages = extract(meaning, choice, original.entry());
        Content sealed = longTerm.raised(sealer.copy(pages, CopyForm.EXTRACT, maker(registrar), pin));
        return kept(
                CopyForm.EXTRACT,
                MadeCopy.Medium.ELECTRONIC,
                id,
                null,
                subject(original.entry()),
                null,
                sealed,
                paper.pages(sealed),
                true,
                registrar);
    }

    /** Sao lục to paper, of an electronic sao y made here. */
    MadeCopy printOfCopy(UUID fullCopy, Wish wish, Member registrar) {
        MadeCopy of = copy(fullCopy, registrar);
        if (of.form() != CopyForm.FULL || of.medium() != MadeCopy.Medium.ELECTRONIC) {
            throw new Refusal(CopyReason.NOT_A_FULL_COPY);
        }
        var made = paper.print(store.read(of.digest()), note(CopyForm.OF_A_COPY, wish, registrar));
        return onPaper(CopyForm.OF_A_COPY, made, of.document(), of.id(), of.subject(), registrar);
    }

    /**
     * Sao y or sao lục from paper to electronic: the pages digitised, and sealed by the body.
     *
     * @param subject what was copied, and for a sao lục of which sao y, as the registrar says
     */
    MadeCopy digitise(
            CopyForm form, String subject, List<Content> files, boolean otherPaper, Pin pin, Member registrar) {
        if (form == CopyForm.EXTRACT) {
            throw new Refusal(CopyReason.FORM_NOT_MADE_SO, form.heading());
        }
        sealer.requireKey(registrar.agency(), pin);
        Digitised pages = scans.take(files, otherPaper);
        Content sealed = longTerm.raised(sealer.copy(pages.pdf(), form, maker(registrar), pin));
        return kept(
                form,
                MadeCopy.Medium.ELECTRONIC,
                null,
                null,
                subject,
                null,
                sealed,
                pages.sheets().size(),
                pages.archival(),
                registrar);
    }

    private Content extract(AdministrativeDocument meaning, Choice choice, RegisterEntry entry) {
        if (choice.blocks().isEmpty()) {
            throw new Refusal(CopyReason.NOTHING_CHOSEN);
        }
        return paper.composedAnew(
                Excerpt.of(meaning, choice.blocks()), entry.number().digits(), entry.issuedOn());
    }

    private CopyNote note(CopyForm form, Wish wish, Member registrar) {
        Agency agency = agencies.named(registrar.agency());
        LocalDate day = wish.day() == null ? LocalDate.now(clock) : wish.day();
        return new CopyNote(
                form,
                agency,
                wish.number(),
                wish.day(),
                agencies.signatory(agency.id(), wish.signatory(), day),
                wish.recipients());
    }

    private CopySealer.Maker maker(Member registrar) {
        Agency agency = agencies.named(registrar.agency());
        return new CopySealer.Maker(agency.id(), agency.name(), agency.place());
    }

    private MadeCopy onPaper(
            CopyForm form,
            PaperCopies.Made made,
            @Nullable DocumentId document,
            @Nullable UUID ofCopy,
            String subject,
            Member registrar) {
        return kept(
                form,
                MadeCopy.Medium.PAPER,
                document,
                ofCopy,
                subject,
                made.foot(),
                made.pdf(),
                made.pages(),
                false,
                registrar);
    }

    // The file first: a row never names a file that is not there.
    private MadeCopy kept(
            CopyForm form,
            MadeCopy.Medium medium,
            @Nullable DocumentId document,
            @Nullable UUID ofCopy,
            String subject,
            PaperCopies.@Nullable Foot foot,
            Content pdf,
            int pages,
            boolean archival,
            Member registrar) {
        store.put(pdf);
        byte[] name = new byte[16];
        chance.nextBytes(name);
        var made = new MadeCopy(
                UUID.nameUUIDFromBytes(name),
                form,
                medium,
                registrar.agency(),
                document,
                ofCopy,
                subject,
                foot,
                pdf.digest(),
                pdf.size(),
                pages,
                archival,
                registrar.person(),
                clock.instant().truncatedTo(ChronoUnit.MICROS));
        copies.add(made);
        return made;
    }

    private static String subject(RegisterEntry entry) {
        return entry.particulars().kind().vietnamese() + " số " + entry.number().printed() + " ngày "
                + DAY.format(entry.issuedOn()) + " của " + entry.particulars().agencyName();
    }
}
