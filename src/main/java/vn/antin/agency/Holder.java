package vn.antin.agency;

import vn.antin.kernel.AgencyId;
import vn.antin.kernel.PersonId;

/** Whose a certificate is. */
public sealed interface Holder {
    /** Identifier of the person or body; their keys bear the same name. */
    String id();

    String name();

    record Person(PersonId person, String name) implements Holder {
        @Override
        public String id() {
            return person.value();
        }
    }

    record Body(AgencyId agency, String name) implements Holder {
        @Override
        public String id() {
            return agency.value();
        }
    }
}
