package vn.antin.verify;

/** Why a file's signatures cannot be judged; each has a Vietnamese text under {@code verify.unjudged}. */
public enum Unjudged {
    EMPTY(Conclusion.NOT_A_PDF),
    OTHER_FORMAT(Conclusion.NOT_A_PDF),
    MISSING(Conclusion.UNREADABLE),
    TOO_LARGE(Conclusion.UNREADABLE),
    TOO_COMPLEX(Conclusion.UNREADABLE),
    TOO_LONG(Conclusion.UNREADABLE),
    LOCKED(Conclusion.UNREADABLE),
    DAMAGED(Conclusion.UNREADABLE),
    ZIP_BROKEN(Conclusion.UNREADABLE),
    ZIP_TOO_MANY(Conclusion.UNREADABLE),
    ZIP_SWOLLEN(Conclusion.UNREADABLE),
    ZIP_IN_ZIP(Conclusion.NOT_A_PDF);

    private final Conclusion conclusion;

    Unjudged(Conclusion conclusion) {
        this.conclusion = conclusion;
    }

    Conclusion conclusion() {
        return conclusion;
    }
}
