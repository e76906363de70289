package vn.antin.compose;

/**
 * Someone who signs beside the competent person: the secretary of a meeting's minutes (annex III, form 1.9), the other
 * party of a contract.
 *
 * @param capacity in capitals, {@code THƯ KÝ}; of whoever confirms a leave (form 1.10) a sentence
 * @param fullName empty when it is not known who will sign
 */
public record Cosigner(String capacity, String fullName) {}
