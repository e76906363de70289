package vn.antin.register;

import java.time.LocalDate;
import java.time.Year;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.antin.kernel.AgencyId;
import vn.antin.kernel.AuditedEvent;
import vn.antin.kernel.DocumentId;
import vn.antin.kernel.PersonId;

/** A book kept elsewhere until now goes on here. */
record SeriesTakenOver(AgencyId agency, Year year, Series series, int lastNumber, LocalDate lastDate, PersonId by)
        implements AuditedEvent {
    @Override
    public String act() {
        return "series.taken-over";
    }

    @Override
    public @Nullable DocumentId document() {
        return null;
    }

    @Override
    public String actor() {
        return by.value();
    }

    @Override
    public Map<String, String> details() {
        var details = new LinkedHashMap<String, String>();
        details.put("agency", agency.value());
        details.put("year", year.toString());
        details.put("series", series.name());
        details.put("lastNumber", Integer.toString(lastNumber));
        details.put("lastDate", lastDate.toString());
        return details;
    }
}
