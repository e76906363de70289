package vn.antin.verify;

/**
 * What one state of a file did to the state before, in the terms in which a signature permits or forbids it (ISO 32000-2,
 * 12.8.2.2, table 257). Each has a Vietnamese text under {@code verify.act}.
 */
enum Act {
    /** Nothing that anyone could see: identifiers, dates of the file. */
    HOUSEKEEPING,
    /** Data for long-term validation (ETSI EN 319 142-1, 5.4). */
    VALIDATION_DATA,
    /** A document time-stamp. */
    TIMESTAMPED,
    /** A blank field was given a value. */
    FILLED,
    /** A value that stood already was written over. */
    REFILLED,
    /** An empty signature field was signed. */
    SIGNED,
    /** A signature field was added and signed. */
    SIGNED_NEW_FIELD,
    /** A field was added that nobody has filled or signed. */
    FIELD_ADDED,
    /** A comment that hides nothing was added or changed. */
    ANNOTATED,
    /** An annotation was added or changed that may look like a part of the page. */
    ANNOTATED_OVER,
    /** What is printed on a page, or how. */
    PAGE_CHANGED,
    /** Pages were added, taken away, or put in another order. */
    PAGES_CHANGED,
    /** Something that acts: a script, an action, an address to go to. */
    ACTION_ADDED,
    /** A file inside the file. */
    FILE_ATTACHED,
    /** Layers, and what of them is shown. */
    LAYERS_CHANGED,
    /** A field's rules, place or look, other than its value. */
    FIELD_CHANGED,
    /** A signature was taken out of the form, or another was put in its place. */
    SIGNATURE_REMOVED,
    /** Another difference that no signature permits. */
    OTHER_CHANGED,
    /** Objects that nothing leads to, or that programs find in different ways. */
    NOT_UNDERSTOOD,
    /** The state cannot be read by itself. */
    UNREADABLE,
    /** Bytes behind the end of a state. */
    TRAILING_BYTES,
    /** White space behind the end of a state. */
    WHITE_SPACE
}
