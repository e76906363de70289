package vn.antin.archive;

/** An original has been acknowledged. Published inside the transaction, after the row: whoever needs it kept waits for the commit. */
public record DocumentArchived(ArchivedOriginal original) {}
