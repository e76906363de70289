package vn.antin.trust;

import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import vn.antin.kernel.Sha256;

/** Trust data as lines a person reads, under Vietnamese headings, and what differs between two of them. */
final class TrustDifference {
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd/MM/uuuu");

    private TrustDifference() {}

    /** What one heading has; public because pages read it. */
    public record Part(String heading, List<String> same, List<String> added, List<String> removed) {}

    static List<Part> between(TrustData before, TrustData after) {
        Map<String, List<String>> old = lines(before);
        var parts = new ArrayList<Part>();
        lines(after).forEach((heading, lines) -> {
            List<String> were = old.getOrDefault(heading, List.of());
            parts.add(new Part(
                    heading,
                    lines.stream().filter(were::contains).toList(),
                    lines.stream().filter(it -> !were.contains(it)).toList(),
                    were.stream().filter(it -> !lines.contains(it)).toList()));
        });
        return parts;
    }

    private static Map<String, List<String>> lines(TrustData data) {
        var lines = new LinkedHashMap<String, List<String>>();
        lines.put(
                "Chứng thư gốc tin cậy",
                data.anchors().stream()
                        .map(it -> it.name() + " – " + certificate(it.certificate()) + " – dùng cho "
                                + it.kinds().stream()
                                        .sorted()
                                        .map(TrustDifference::kind)
                                        .collect(Collectors.joining(", "))
                                + during(it.days().from(), it.days().until()))
                        .toList());
        lines.put(
                "Chứng thư trung gian",
                data.intermediates().stream().map(TrustDifference::certificate).toList());
        lines.put(
                "Tổ chức cấp dấu thời gian (hỏi lần lượt)",
                data.timestampAuthorities().stream()
                        .map(it -> it.name() + " – " + it.address() + " – chờ tối đa "
                                + it.limit().toSeconds() + " giây, " + it.attempts() + " lần"
                                + it.certificate()
                                        .map(c -> " – chỉ nhận chứng thư " + certificate(c))
                                        .orElse("")
                                + during(it.from(), it.until()))
                        .toList());
        lines.put(
                "Giới hạn thuật toán",
                data.algorithms().stream()
                        .sorted(Comparator.comparing(AlgorithmLimit::algorithm).thenComparingInt(AlgorithmLimit::bits))
                        .map(it -> it.algorithm()
                                + (it.bits() == 0 ? "" : " từ " + it.bits() + " bit")
                                + (it.until() == null ? ": chưa có hạn" : ": đến hết " + DAY.format(it.until()))
                                + " (" + it.source() + ")")
                        .toList());
        lines.put(
                "Máy chủ được hỏi về thu hồi (CRL, OCSP)",
                data.hosts().stream().sorted().toList());
        lines.put(
                "Yêu cầu theo loại chữ ký",
                data.constraints().entrySet().stream()
                        .sorted(Map.Entry.comparingByKey())
                        .flatMap(it -> it.getValue().stream().map(one -> kind(it.getKey()) + ": " + constraint(one)))
                        .toList());
        return lines;
    }

    private static String constraint(TrustView.Constraint it) {
        var parts = new ArrayList<String>();
        parts.add((it.revocation() ? "phải" : "không buộc") + " chứng minh chưa bị thu hồi");
        parts.add((it.timestamp() ? "phải" : "không buộc") + " có dấu thời gian");
        if (!it.keys().isEmpty()) {
            parts.add("chỉ nhận khoá "
                    + it.keys().entrySet().stream()
                            .sorted(Map.Entry.comparingByKey())
                            .map(key -> key.getKey() + " từ " + key.getValue() + " bit")
                            .collect(Collectors.joining(", ")));
        }
        if (!it.policies().isEmpty()) {
            parts.add("chứng thư phải theo một trong các chính sách "
                    + it.policies().stream().sorted().collect(Collectors.joining(", ")));
        }
        if (!it.uses().isEmpty()) {
            parts.add("chứng thư phải dùng được để "
                    + it.uses().stream()
                            .sorted()
                            .map(use -> use == TrustView.KeyUse.DIGITAL_SIGNATURE ? "ký số" : "chống chối bỏ")
                            .collect(Collectors.joining(" hoặc ")));
        }
        return String.join("; ", parts) + during(it.days().from(), it.days().until());
    }

    private static String kind(SignatureKind kind) {
        return switch (kind) {
            case PUBLIC -> "chữ ký số công cộng";
            case OFFICIAL -> "chữ ký số chuyên dùng công vụ";
            case TIMESTAMP -> "dấu thời gian";
        };
    }

    private static String certificate(X509Certificate it) {
        try {
            return it.getSubjectX500Principal().getName() + " (SHA-256 "
                    + Sha256.of(it.getEncoded()).hex() + ")";
        } catch (CertificateEncodingException e) {
            throw new IllegalStateException("A certificate that was read can be written", e);
        }
    }

    private static String during(@Nullable LocalDate from, @Nullable LocalDate until) {
        return (from == null ? "" : " – từ " + DAY.format(from))
                + (until == null ? "" : " – đến hết " + DAY.format(until));
    }
}
