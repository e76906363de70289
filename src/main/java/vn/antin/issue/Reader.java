package vn.antin.issue;

import java.security.Principal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;
import org.springframework.stereotype.Component;
import vn.antin.agency.Agencies;
import vn.antin.agency.Member;
import vn.antin.agency.Role;
import vn.antin.kernel.DocumentId;
import vn.antin.kernel.PersonId;
import vn.antin.kernel.Refusal;

/** Who is at the page, and which documents they may see: those of the body they work for today, and no others. */
@Component
class Reader {
    private final Agencies agencies;
    private final Issuances issuances;
    private final Clock clock;

    Reader(Agencies agencies, Issuances issuances, Clock clock) {
        this.agencies = agencies;
        this.issuances = issuances;
        this.clock = clock;
    }

    Member member(Principal signedIn) {
        return agencies.member(new PersonId(signedIn.getName()), LocalDate.now(clock))
                .orElseThrow(() -> new Refusal(IssueReason.NOT_A_MEMBER));
    }

    /** Someone who writes: those who sign and those who number do, whoever only keeps does not. */
    Member writer(Principal signedIn) {
        Member member = member(signedIn);
        if (!member.roles().contains(Role.SIGNATORY) && !member.roles().contains(Role.REGISTRAR)) {
            throw new Refusal(IssueReason.ONLY_WRITERS_WRITE);
        }
        return member;
    }

    /** The document, if it is theirs to see. */
    Issuance document(String typed, Member reader) {
        return found(id(typed), reader).orElseThrow(() -> new Refusal(IssueReason.UNKNOWN_DOCUMENT));
    }

    /** The document if there is one yet. */
    Optional<Issuance> found(DocumentId id, Member reader) {
        var it = issuances.find(id);
        if (it.isPresent() && !it.get().agency().equals(reader.agency())) {
            throw new Refusal(IssueReason.NOT_YOUR_DOCUMENT);
        }
        return it;
    }

    DocumentId id(String typed) {
        try {
            return DocumentId.parse(typed);
        } catch (IllegalArgumentException e) {
            throw new Refusal(IssueReason.UNKNOWN_DOCUMENT, e);
        }
    }
}
