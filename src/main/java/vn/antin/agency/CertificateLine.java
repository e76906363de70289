package vn.antin.agency;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;

/** A certificate as a page shows it; public because pages read it. */
public record CertificateLine(
        String digest,
        String holder,
        boolean body,
        String subject,
        String issuer,
        String serial,
        String from,
        String until,
        String state,
        String badge,
        boolean suspended,
        boolean withdrawn,
        List<String> history) {
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd/MM/uuuu");
    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("HH:mm dd/MM/uuuu");

    static CertificateLine of(RegisteredCertificate it, Instant now, ZoneId zone) {
        Standing standing = it.at(now);
        return new CertificateLine(
                it.digest().hex(),
                it.holder().name(),
                it.holder() instanceof Holder.Body,
                it.subject(),
                it.issuer(),
                it.serial(),
                DAY.format(it.notBefore().atZone(zone)),
                DAY.format(it.notAfter().atZone(zone)),
                state(standing, zone),
                badge(standing),
                it.last().kind() == CertificateEvent.Kind.SUSPENDED,
                it.last().kind() == CertificateEvent.Kind.WITHDRAWN,
                it.events().stream().map(event -> told(event, zone)).toList());
    }

    private static String state(Standing standing, ZoneId zone) {
        return switch (standing) {
            case Standing.Unknown known -> "Chưa đăng ký";
            case Standing.InForce known -> "Đang dùng";
            case Standing.NotYet known -> "Dùng từ " + DAY.format(known.from().atZone(zone));
            case Standing.Suspended known ->
                "Tạm ngừng từ " + DAY.format(known.since().atZone(zone));
            case Standing.Withdrawn known ->
                "Thu hồi từ " + DAY.format(known.since().atZone(zone));
            case Standing.Expired known ->
                "Hết hạn ngày " + DAY.format(known.since().atZone(zone));
        };
    }

    private static String badge(Standing standing) {
        return switch (standing) {
            case Standing.InForce known -> "passed";
            case Standing.NotYet known -> "blue";
            case Standing.Suspended known -> "waiting";
            case Standing.Unknown known -> "waiting";
            case Standing.Withdrawn known -> "failed";
            case Standing.Expired known -> "failed";
        };
    }

    private static String told(CertificateEvent it, ZoneId zone) {
        var line = new StringBuilder(it.kind().vietnamese())
                .append(" từ ")
                .append(MOMENT.format(it.at().atZone(zone)));
        if (!it.reason().isEmpty()) {
            line.append(", lý do: ").append(it.reason());
        }
        if (!it.document().isEmpty()) {
            line.append(", căn cứ: ").append(it.document());
        }
        return line.append(" (ghi bởi ").append(it.actor()).append(")").toString();
    }
}
