package vn.antin.verify;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import vn.antin.agency.Agencies;
import vn.antin.agency.Signatory;
import vn.antin.archive.Archive;
import vn.antin.archive.ArchivedOriginal;
import vn.antin.archive.Standing;
import vn.antin.archive.Standings;
import vn.antin.kernel.Content;
import vn.antin.kernel.LookupCode;
import vn.antin.kernel.Sha256;
import vn.antin.register.RegisterEntry;

/** Those of the archive; it is opened only when it is asked, so that the command line needs no database. */
@Component
class ArchivedOriginals implements KnownOriginals {
    private final ObjectProvider<Archive> archive;
    private final ObjectProvider<Standings> standings;
    private final ObjectProvider<Agencies> agencies;
    private final Clock clock;

    ArchivedOriginals(
            ObjectProvider<Archive> archive,
            ObjectProvider<Standings> standings,
            ObjectProvider<Agencies> agencies,
            Clock clock) {
        this.archive = archive;
        this.standings = standings;
        this.agencies = agencies;
        this.clock = clock;
    }

    @Override
    public Optional<ArchivedOriginal> byDigest(Sha256 digest) {
        return archive.getObject().byDigest(digest);
    }

    @Override
    public Optional<ArchivedOriginal> byCode(LookupCode code) {
        return archive.getObject().byCode(code);
    }

    @Override
    public Content read(Sha256 digest) {
        return archive.getObject().read(digest);
    }

    @Override
    public Report.Registered facts(ArchivedOriginal original) {
        RegisterEntry entry = original.entry();
        var particulars = entry.particulars();
        return new Report.Registered(
                particulars.code().value(),
                entry.number().printed(),
                entry.issuedOn(),
                particulars.agencyName(),
                particulars.kind().vietnamese(),
                particulars.signatoryName(),
                authority(entry),
                standing(standings.getObject().of(particulars.id())));
    }

    /** In whose name that person could sign for the body on that day, by its dated register; absent when it knows none. */
    private @Nullable String authority(RegisterEntry entry) {
        return agencies.getObject().signatories(entry.number().agency(), entry.issuedOn()).stream()
                .filter(it -> it.person().equals(entry.particulars().signatory()))
                .map(Signatory::authority)
                .map(it -> String.join(", ", it.lines()))
                .findFirst()
                .orElse(null);
    }

    private Report.Standing standing(List<Standing> lines) {
        LocalDate today = LocalDate.now(clock);
        var state = Report.InForce.IN_FORCE;
        for (Standing it : lines) {
            if (!it.since().isAfter(today)) {
                state = state.worseOf(
                        switch (it.change()) {
                            case CORRECTED -> Report.InForce.CORRECTED;
                            case REPLACED -> Report.InForce.REPLACED;
                            case RECALLED -> Report.InForce.RECALLED;
                        });
            }
        }
        return new Report.Standing(
                state,
                lines.stream()
                        .map(it -> new Report.StandingChange(
                                Report.InForce.valueOf(it.change().name()),
                                it.since(),
                                it.by(),
                                it.code() == null ? null : it.code().value()))
                        .toList());
    }
}
