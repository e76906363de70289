package vn.antin.issue;

import java.security.Principal;
import java.util.Optional;
import org.springframework.stereotype.Component;
import vn.antin.agency.Member;
import vn.antin.agency.Staff;
import vn.antin.kernel.DocumentId;
import vn.antin.kernel.Refusal;

/** Who is at the page, and which documents they may see: those of the body they work for today, and no others. */
@Component
class Reader {
    private final Staff staff;
    private final Issuances issuances;

    Reader(Staff staff, Issuances issuances) {
        this.staff = staff;
        this.issuances = issuances;
    }

    Member member(Principal signedIn) {
        return staff.member(signedIn, IssueReason.NOT_A_MEMBER);
    }

    Member writer(Principal signedIn) {
        return staff.writer(signedIn, IssueReason.NOT_A_MEMBER, IssueReason.ONLY_WRITERS_WRITE);
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
