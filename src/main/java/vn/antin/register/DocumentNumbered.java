package vn.antin.register;

import java.util.LinkedHashMap;
import java.util.Map;
import vn.antin.kernel.AuditedEvent;
import vn.antin.kernel.DocumentId;
import vn.antin.kernel.PersonId;

/** A document has its number and date. */
record DocumentNumbered(RegisterEntry entry, Series series, PersonId registrar) implements AuditedEvent {
    @Override
    public String act() {
        return "document.numbered";
    }

    @Override
    public DocumentId document() {
        return entry.particulars().id();
    }

    @Override
    public String actor() {
        return registrar.value();
    }

    @Override
    public Map<String, String> details() {
        var details = new LinkedHashMap<String, String>();
        details.put("agency", entry.number().agency().value());
        details.put("series", series.name());
        details.put("number", entry.number().printed());
        details.put("date", entry.issuedOn().toString());
        return details;
    }
}
