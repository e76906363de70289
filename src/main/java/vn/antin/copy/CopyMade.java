package vn.antin.copy;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.antin.kernel.AuditedEvent;
import vn.antin.kernel.DocumentId;

/** For the record: who made which copy of what. */
record CopyMade(MadeCopy copy) implements AuditedEvent {
    @Override
    public String act() {
        return "copy.made";
    }

    @Override
    public @Nullable DocumentId document() {
        return copy.document();
    }

    @Override
    public String actor() {
        return copy.madeBy().value();
    }

    @Override
    public Map<String, String> details() {
        var details = new LinkedHashMap<String, String>();
        details.put("copy", copy.id().toString());
        details.put("form", copy.form().name());
        details.put("medium", copy.medium().name());
        details.put("agency", copy.agency().value());
        if (copy.ofCopy() != null) {
            details.put("of", copy.ofCopy().toString());
        }
        details.put("digest", copy.digest().hex());
        details.put("pages", Integer.toString(copy.pages()));
        return details;
    }
}
