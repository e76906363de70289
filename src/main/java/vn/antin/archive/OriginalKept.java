package vn.antin.archive;

import java.util.LinkedHashMap;
import java.util.Map;
import vn.antin.kernel.AuditedEvent;
import vn.antin.kernel.DocumentId;

/** For the record: which bytes the archive has acknowledged for a document. */
record OriginalKept(ArchivedOriginal original) implements AuditedEvent {
    @Override
    public String act() {
        return "document.archived";
    }

    @Override
    public DocumentId document() {
        return original.entry().particulars().id();
    }

    @Override
    public String actor() {
        return "system";
    }

    @Override
    public Map<String, String> details() {
        var details = new LinkedHashMap<String, String>();
        details.put("sequence", Long.toString(original.sequence()));
        details.put("digest", original.digest().hex());
        details.put("size", Long.toString(original.size()));
        details.put("number", original.entry().number().printed());
        return details;
    }
}
