package vn.antin.register;

import java.time.LocalDate;
import vn.antin.kernel.Particulars;

/** One line of the outgoing register; never changed, never removed. */
public record RegisterEntry(DocumentNumber number, LocalDate issuedOn, Particulars particulars) {}
