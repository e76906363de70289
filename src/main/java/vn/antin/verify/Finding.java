package vn.antin.verify;

import java.util.Optional;

/** All that our own analysis can say of a signature or file; each has a Vietnamese text under {@code verify.finding}. */
enum Finding {
    BYTE_RANGE_FORGED(Weight.BROKEN, "FORMAT_FAILURE"),
    CONTENTS_ALTERED(Weight.BROKEN, "FORMAT_FAILURE"),
    DIGEST_MISMATCH(Weight.BROKEN, "HASH_FAILURE"),
    VALUE_MISMATCH(Weight.BROKEN, "SIG_CRYPTO_FAILURE"),
    STRUCTURE_INVALID(Weight.BROKEN, "FORMAT_FAILURE"),
    CERTIFICATE_DAMAGED(Weight.BROKEN, "FORMAT_FAILURE"),
    TIMESTAMP_BROKEN(Weight.BROKEN, "FORMAT_FAILURE"),
    ALGORITHM_UNPROTECTED(Weight.REMARK, ""),
    ENCODING_LOOSE(Weight.REMARK, ""),
    ATTRIBUTE_IGNORED(Weight.REMARK, ""),
    FORM_OLD(Weight.REMARK, ""),
    ENCRYPTED(Weight.REMARK, ""),
    SIGNER_UNNAMED(Weight.REMARK, ""),
    FORM_UNKNOWN(Weight.DOUBTFUL, "SIG_CONSTRAINTS_FAILURE"),
    CHANGE_NOT_PERMITTED(Weight.FORBIDDEN, "FORMAT_FAILURE"),
    CHANGE_SUSPICIOUS(Weight.DOUBTFUL, "SIG_CONSTRAINTS_FAILURE"),
    FIELDS_FILLED(Weight.REMARK, ""),
    FILLED_UNSIGNED(Weight.REMARK, ""),
    SIGNATURE_SHARED(Weight.FORBIDDEN, "FORMAT_FAILURE"),
    FIELD_DUPLICATED(Weight.DOUBTFUL, "SIG_CONSTRAINTS_FAILURE"),
    SIGNATURE_HIDDEN(Weight.FORBIDDEN, "FORMAT_FAILURE"),
    SIGNATURE_TAKEN_AWAY(Weight.FORBIDDEN, "FORMAT_FAILURE"),
    DAMAGED_FILE(Weight.DOUBTFUL, "SIG_CONSTRAINTS_FAILURE"),
    NOT_JUDGED(Weight.DOUBTFUL, "SIG_CONSTRAINTS_FAILURE"),
    REVOCATION_NOT_CHECKED(Weight.REMARK, ""),
    REVOCATION_UNKNOWN(Weight.REMARK, ""),
    CHAIN_UNTRUSTED(Weight.REMARK, ""),
    TIME_NOT_PROVED(Weight.REMARK, ""),
    STANDARD_VALIDATION(Weight.REMARK, "");

    private final Weight weight;
    private final String subIndication;

    Finding(Weight weight, String subIndication) {
        this.weight = weight;
        this.subIndication = subIndication;
    }

    Weight weight() {
        return weight;
    }

    /** ETSI EN 319 102-1, clause 5.1.3; empty for a mere remark. */
    Optional<String> subIndication() {
        return subIndication.isEmpty() ? Optional.empty() : Optional.of(subIndication);
    }

    Report.Indication atBest() {
        return switch (weight) {
            case REMARK -> Report.Indication.TOTAL_PASSED;
            case DOUBTFUL -> Report.Indication.INDETERMINATE;
            case FORBIDDEN, BROKEN -> Report.Indication.TOTAL_FAILED;
        };
    }

    /** What a finding leads to. */
    enum Weight {
        REMARK,
        /** Cannot be passed. */
        DOUBTFUL,
        /** Failed, though the signature itself is whole. */
        FORBIDDEN,
        /** Failed: the signature is not whole. */
        BROKEN
    }
}
