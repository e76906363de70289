package vn.antin.verify;

import vn.antin.kernel.DocumentKind;
import vn.antin.register.RegisterEntry;

/** What the public may know of a line of the register: nothing of people, recipients or content. */
final class RegisteredFacts {
    private RegisteredFacts() {}

    static Report.Registered of(RegisterEntry entry) {
        var particulars = entry.particulars();
        DocumentKind kind = particulars.kind();
        return new Report.Registered(
                particulars.code().value(),
                entry.number().printed(),
                entry.issuedOn(),
                particulars.agencyName(),
                kind.vietnamese());
    }
}
