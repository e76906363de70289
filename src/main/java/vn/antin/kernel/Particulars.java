package vn.antin.kernel;

import java.util.List;

/**
 * What every room after the composer must know of a document without reading its pages.
 *
 * @param symbol ký hiệu, what follows the number and the slash: {@code KH-PGDĐT}
 * @param subject trích yếu
 * @param retention how long the original is kept (thời hạn bảo quản), as the template states it
 * @param template name and digest of the exact template revision, {@code ke-hoach@<SHA-256>}
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
        String template) {
    public Particulars {
        recipients = List.copyOf(recipients);
    }
}
