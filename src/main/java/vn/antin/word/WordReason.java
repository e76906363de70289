package vn.antin.word;

import vn.antin.kernel.Refusal;

/** Why a Word file is not read. */
public enum WordReason implements Refusal.Reason {
    NO_FILE(Refusal.Sort.BAD_INPUT),
    ONE_FILE_EACH(Refusal.Sort.BAD_INPUT),
    /** Not a {@code .docx} at all. */
    NOT_A_WORD_FILE(Refusal.Sort.BAD_INPUT),
    /** {@code .doc} or {@code .rtf}. */
    OLD_WORD_FILE(Refusal.Sort.BAD_INPUT),
    ENCRYPTED(Refusal.Sort.BAD_INPUT),
    /** It carries macros. */
    MACROS(Refusal.Sort.BAD_INPUT),
    /** A document type declaration, which no Word file has. */
    FOREIGN_XML(Refusal.Sort.BAD_INPUT),
    DAMAGED(Refusal.Sort.BAD_INPUT),
    /** Argument: what there is too much of, with the limit. */
    TOO_LARGE(Refusal.Sort.TOO_LARGE),
    /** Argument: how deep things may nest. */
    TOO_DEEP(Refusal.Sort.BAD_INPUT),
    /** Several large files are being read already. */
    BUSY(Refusal.Sort.UNAVAILABLE),
    /** A checked copy waits only for a while. */
    COPY_GONE(Refusal.Sort.NOT_FOUND),
    /** Argument: the file's name. */
    FILE_UNREADABLE(Refusal.Sort.NOT_FOUND),
    /** Argument: the file's name. */
    OUTPUT_UNWRITABLE(Refusal.Sort.UNAVAILABLE);

    private final Refusal.Sort sort;

    WordReason(Refusal.Sort sort) {
        this.sort = sort;
    }

    @Override
    public Refusal.Sort sort() {
        return sort;
    }
}
