package vn.antin.archive;

import java.util.LinkedHashMap;
import java.util.Map;
import vn.antin.kernel.AuditedEvent;
import vn.antin.kernel.DocumentId;
import vn.antin.kernel.Sha256;

/** For the record: a document was renewed, and which bytes it is since. */
record OriginalExtended(DocumentId document, int part, Sha256 whole, String reason) implements AuditedEvent {
    @Override
    public String act() {
        return "document.extended";
    }

    @Override
    public String actor() {
        return "system";
    }

    @Override
    public Map<String, String> details() {
        var details = new LinkedHashMap<String, String>();
        details.put("part", Integer.toString(part));
        details.put("digest", whole.hex());
        details.put("reason", reason);
        return details;
    }
}
