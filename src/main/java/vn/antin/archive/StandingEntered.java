package vn.antin.archive;

import java.util.Map;
import vn.antin.kernel.AuditedEvent;
import vn.antin.kernel.DocumentId;

/** A line on what has become of a document was entered, or struck. */
record StandingEntered(String act, DocumentId document, String actor, Map<String, String> details)
        implements AuditedEvent {}
