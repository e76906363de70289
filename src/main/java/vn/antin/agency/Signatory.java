package vn.antin.agency;

import vn.antin.kernel.AgencyId;
import vn.antin.kernel.PersonId;

/** A person entitled to sign for a body on the day asked about (người có thẩm quyền). */
public record Signatory(PersonId person, String fullName, AgencyId agency, Authority authority) {}
