package vn.antin.agency;

import vn.antin.kernel.Refusal;

/** Why the register of bodies and people refuses. */
public enum AgencyReason implements Refusal.Reason {
    UNKNOWN_AGENCY(Refusal.Sort.NOT_FOUND),
    MAY_NOT_SIGN(Refusal.Sort.NOT_ALLOWED),
    NO_POST(Refusal.Sort.NOT_ALLOWED),
    ONLY_KEEPERS(Refusal.Sort.NOT_ALLOWED),
    NOT_FOR_ONESELF(Refusal.Sort.NOT_ALLOWED),
    /** {0} which answer. */
    TYPED_WRONG(Refusal.Sort.BAD_INPUT),
    /** {0} identifier. */
    ALREADY_THERE(Refusal.Sort.CONFLICT),
    /** {0} identifier. */
    UNKNOWN_PERSON(Refusal.Sort.NOT_FOUND),
    UNKNOWN_ENTRY(Refusal.Sort.NOT_FOUND),
    DELEGATION_WITHOUT_END(Refusal.Sort.BAD_INPUT),
    CERTIFICATE_UNREADABLE(Refusal.Sort.BAD_INPUT),
    /** {0} whose it is. */
    CERTIFICATE_TAKEN(Refusal.Sort.CONFLICT),
    /** {0} how it stands. */
    CERTIFICATE_STANDS_OTHERWISE(Refusal.Sort.CONFLICT),
    /** {0} who is about to sign. */
    CERTIFICATE_NOT_REGISTERED(Refusal.Sort.NOT_ALLOWED),
    /** {0} who is about to sign. */
    CERTIFICATE_OF_ANOTHER(Refusal.Sort.NOT_ALLOWED),
    /** {0} who is about to sign, {1} from when on it is theirs. */
    CERTIFICATE_NOT_YET_THEIRS(Refusal.Sort.NOT_ALLOWED),
    /** {0} who is about to sign, {1} since when. */
    CERTIFICATE_SUSPENDED(Refusal.Sort.NOT_ALLOWED),
    /** {0} who is about to sign, {1} since when. */
    CERTIFICATE_WITHDRAWN(Refusal.Sort.NOT_ALLOWED),
    PICTURE_UNREADABLE(Refusal.Sort.BAD_INPUT),
    PICTURE_TOO_LARGE(Refusal.Sort.TOO_LARGE),
    PICTURE_NOT_TRANSPARENT(Refusal.Sort.BAD_INPUT),
    PICTURE_NOT_BLUE(Refusal.Sort.BAD_INPUT),
    PICTURE_NOT_RED(Refusal.Sort.BAD_INPUT),
    PICTURE_NOT_ROUND(Refusal.Sort.BAD_INPUT),
    PICTURE_SIZE_UNLIKELY(Refusal.Sort.BAD_INPUT),
    /** {0} dots an inch that it has. */
    PICTURE_TOO_COARSE(Refusal.Sort.BAD_INPUT),
    /** {0} which setting. */
    SETTING_WRONG(Refusal.Sort.BAD_INPUT);

    private final Refusal.Sort sort;

    AgencyReason(Refusal.Sort sort) {
        this.sort = sort;
    }

    @Override
    public Refusal.Sort sort() {
        return sort;
    }
}
