package vn.antin.kernel;

import java.util.List;
import java.util.Objects;

/**
 * What every room after the composer must know of a document without reading its pages.
 *
 * @param symbol ký hiệu, what follows the number and the slash: {@code KH-PGDĐT}
 * @param subject trích yếu
 * @param retention how long the original is kept (thời hạn bảo quản), as the template states it
 * @param template name and digest of the exact template revision, {@code ke-hoach@<SHA-256>}
 * @param waivers breaches of rules that its signatory let pass, with reasons; none in rows written before there were any
 */
public record Particulars(
        DocumentId id,
        LookupCode code,
        DocumentKind kind,
        AgencyId agency,
        String agencyName,
        String place,
        String symbol,
        String subject,
        PersonId signatory,
        String signatoryName,
        List<String> recipients,
        String retention,
        String template,
        List<Waiver> waivers) {
    public Particulars {
        recipients = List.copyOf(recipients);
        waivers = List.copyOf(Objects.requireNonNullElse(waivers, List.of()));
    }

    /** Of a document for which no rule is waived. */
    public Particulars(
            DocumentId id,
            LookupCode code,
            DocumentKind kind,
            AgencyId agency,
            String agencyName,
            String place,
            String symbol,
            String subject,
            PersonId signatory,
            String signatoryName,
            List<String> recipients,
            String retention,
            String template) {
        this(
                id,
                code,
                kind,
                agency,
                agencyName,
                place,
                symbol,
                subject,
                signatory,
                signatoryName,
                recipients,
                retention,
                template,
                List.of());
    }

    /** The same with those waivers in place of its own. */
    public Particulars with(List<Waiver> others) {
        return new Particulars(
                id,
                code,
                kind,
                agency,
                agencyName,
                place,
                symbol,
                subject,
                signatory,
                signatoryName,
                recipients,
                retention,
                template,
                others);
    }
}
