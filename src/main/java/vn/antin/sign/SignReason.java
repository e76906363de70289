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
    /** {0} whose certificate. */
    CERTIFICATE_NOT_TRUSTED(Refusal.Sort.NOT_ALLOWED),
    /** {0} label of the token. */
    TOKEN_UNAVAILABLE(Refusal.Sort.UNAVAILABLE),
    /** {0} label of the token. */
    TOKEN_PIN_LOCKED(Refusal.Sort.NOT_ALLOWED),
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
