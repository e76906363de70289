package vn.antin.check;

/** What a broken rule does to a document. */
public enum Severity {
    /** It may not be signed. */
    ERROR,
    /** The person is told, and may sign. */
    WARNING
}
