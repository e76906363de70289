package vn.antin.compose;

/**
 * Someone who signs beside the competent person: the secretary of a meeting's minutes (annex III, form 1.9), the other
 * party of a contract.
 *
 * @param capacity in capitals, {@code THƯ KÝ}
 */
public record Cosigner(String capacity, String fullName) {}
