package vn.antin.authoring;

import java.security.Principal;
import java.time.Clock;
import java.time.LocalDate;
import org.springframework.stereotype.Component;
import vn.antin.agency.Agencies;
import vn.antin.agency.Member;
import vn.antin.agency.Role;
import vn.antin.agency.Staff;
import vn.antin.kernel.PersonId;
import vn.antin.kernel.Refusal;

/** Who is at the page, and what they may do with the templates of the body they work for today. */
@Component
class Author {
    private final Staff staff;
    private final Agencies agencies;
    private final Clock clock;

    Author(Staff staff, Agencies agencies, Clock clock) {
        this.staff = staff;
        this.agencies = agencies;
        this.clock = clock;
    }

    /** Anyone of the body may read. */
    Member reader(Principal signedIn) {
        return staff.member(signedIn, AuthoringReason.NOT_A_MEMBER);
    }

    /** Who writes documents edits drafts. */
    Member editor(Principal signedIn) {
        return staff.writer(signedIn, AuthoringReason.NOT_A_MEMBER, AuthoringReason.ONLY_WRITERS_EDIT);
    }

    /** Who answers for documents with their signature decides what they are written with. */
    Member publisher(Principal signedIn) {
        Member member = reader(signedIn);
        if (!mayPublish(member)) {
            throw new Refusal(AuthoringReason.ONLY_SIGNATORIES_PUBLISH);
        }
        return member;
    }

    static boolean mayPublish(Member member) {
        return member.is(Role.SIGNATORY);
    }

    /** The person's name while they hold a post; else what they sign in with. */
    String name(String person) {
        if (person.equals("system")) {
            return "Hệ thống";
        }
        return agencies.member(new PersonId(person), LocalDate.now(clock))
                .map(Member::fullName)
                .orElse(person);
    }
}
