package vn.antin.sign;

import java.time.LocalDate;

/**
 * What enters the two reserved fields between signature and seal.
 *
 * @param number the number as printed before the slash, {@code 07}
 */
public record NumberLine(String number, LocalDate issuedOn) {}
