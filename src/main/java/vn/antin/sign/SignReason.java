package vn.antin.sign;

import vn.antin.kernel.Refusal;

/** Why a signature or seal cannot be made. Nothing has been signed when one of these is thrown. */
public enum SignReason implements Refusal.Reason {
    /** {0} whose key. */
    NO_KEY(Refusal.Sort.NOT_FOUND),
    /** {0} how many tries are left. */
    PIN_INCORRECT(Refusal.Sort.BAD_INPUT),
    /** {0} minutes to wait. */
    PIN_LOCKED(Refusal.Sort.NOT_ALLOWED),
    /** {0} whose key, {1} since when. */
    CERTIFICATE_EXPIRED(Refusal.Sort.NOT_ALLOWED),
    /** {0} whose key, {1} from when on. */
    CERTIFICATE_NOT_YET_VALID(Refusal.Sort.NOT_ALLOWED),
    /** {0} whose key. */
    KEY_UNUSABLE(Refusal.Sort.NOT_ALLOWED),
    /** {0} whose key. */
    SAMPLE_KEY_REFUSED(Refusal.Sort.NOT_ALLOWED),
    /** {0} whose certificate, {1} since when. */
    CERTIFICATE_REVOKED(Refusal.Sort.NOT_ALLOWED),
    /** {0} whose certificate, {1} where it was asked and what came of it. */
    NOT_PROVED(Refusal.Sort.UNAVAILABLE),
    /** {0} whose certificate. */
    CERTIFICATE_NOT_TRUSTED(Refusal.Sort.NOT_ALLOWED),
    /** {0} label of the token. */
    TOKEN_UNAVAILABLE(Refusal.Sort.UNAVAILABLE),
    /** {0} label of the token. */
    TOKEN_PIN_LOCKED(Refusal.Sort.NOT_ALLOWED),
    /** No such pending signature, or one that has ended or been used. */
    PENDING_GONE(Refusal.Sort.NOT_FOUND),
    PENDING_EXPIRED(Refusal.Sort.CONFLICT),
    PENDING_ALREADY(Refusal.Sort.CONFLICT),
    PENDING_CANCELLED(Refusal.Sort.CONFLICT),
    PENDING_DAMAGED(Refusal.Sort.CONFLICT),
    PENDING_NOT_KEPT(Refusal.Sort.UNAVAILABLE),
    VALUE_WRONG(Refusal.Sort.BAD_INPUT),
    FILE_NOT_APPENDED(Refusal.Sort.BAD_INPUT),
    FILE_CHANGED_MORE(Refusal.Sort.BAD_INPUT),
    FILE_SIGNATURE_WRONG(Refusal.Sort.BAD_INPUT),
    FILE_WITHOUT_ROOM(Refusal.Sort.BAD_INPUT),
    REMOTE_NO_ACCOUNT(Refusal.Sort.NOT_FOUND),
    REMOTE_UNAVAILABLE(Refusal.Sort.UNAVAILABLE),
    REMOTE_REJECTED(Refusal.Sort.NOT_ALLOWED),
    REMOTE_ANSWER_WRONG(Refusal.Sort.UNAVAILABLE),
    /** By the PIN that the remote service knows. */
    REMOTE_PIN_WRONG(Refusal.Sort.BAD_INPUT),
    REMOTE_OTP_WRONG(Refusal.Sort.BAD_INPUT),
    REMOTE_PIN_LOCKED(Refusal.Sort.NOT_ALLOWED),
    /** A browser that comes back from the service with a leave nobody here asked for, or a second time. */
    REMOTE_LEAVE_UNKNOWN(Refusal.Sort.CONFLICT),
    /** {0} how many the service signs with one confirmation. */
    REMOTE_TOO_MANY(Refusal.Sort.BAD_INPUT),
    NOT_READY(Refusal.Sort.CONFLICT),
    SETTING_WRONG(Refusal.Sort.BAD_INPUT);

    private final Refusal.Sort sort;

    SignReason(Refusal.Sort sort) {
        this.sort = sort;
    }

    @Override
    public Refusal.Sort sort() {
        return sort;
    }
}
