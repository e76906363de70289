package vn.antin.sign;

import java.security.GeneralSecurityException;
import java.security.InvalidAlgorithmParameterException;
import java.security.cert.CertPathBuilder;
import java.security.cert.CertPathBuilderException;
import java.security.cert.CertStore;
import java.security.cert.CollectionCertStoreParameters;
import java.security.cert.PKIXBuilderParameters;
import java.security.cert.TrustAnchor;
import java.security.cert.X509CertSelector;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import vn.antin.kernel.Refusal;
import vn.antin.trust.SampleAuthority;
import vn.antin.trust.TrustAnchors;

/** Which certificates may put a signature under a document now. Revocation is asked where the signature is validated. */
final class UsableCertificates {
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd/MM/uuuu");
    /** Bits of the key usage extension (RFC 5280, 4.2.1.3). */
    private static final int DIGITAL_SIGNATURE = 0;

    private static final int NON_REPUDIATION = 1;
    private static final String ANY_PURPOSE = "2.5.29.37.0";
    private static final String TIME_STAMPING = "1.3.6.1.5.5.7.3.8";
    private static final int LONGEST_PATH = 8;

    private final boolean sampleKeysAllowed;
    private final CertificateHolders holders;
    private final Clock clock;

    UsableCertificates(boolean sampleKeysAllowed, CertificateHolders holders, Clock clock) {
        this.sampleKeysAllowed = sampleKeysAllowed;
        this.holders = holders;
        this.clock = clock;
    }

    /** Refuses a chain whose first certificate may not sign for that person or body now. */
    void require(String owner, List<X509Certificate> chain) {
        if (chain.isEmpty()
                || Algorithm.of(chain.getFirst().getPublicKey()).isEmpty()
                || !maySignDocuments(chain.getFirst())) {
            throw new Refusal(SignReason.KEY_UNUSABLE, owner);
        }
        if (!sampleKeysAllowed && chain.stream().anyMatch(SampleAuthority::issued)) {
            throw new Refusal(SignReason.SAMPLE_KEY_REFUSED, owner);
        }
        Instant now = clock.instant();
        Instant from = chain.getFirst().getNotBefore().toInstant();
        if (now.isBefore(from)) {
            throw new Refusal(SignReason.CERTIFICATE_NOT_YET_VALID, owner, day(from));
        }
        Instant until = chain.getFirst().getNotAfter().toInstant();
        if (now.isAfter(until)) {
            throw new Refusal(SignReason.CERTIFICATE_EXPIRED, owner, day(until));
        }
        holders.require(owner, chain.getFirst(), now);
    }

    /**
     * The same for a certificate that came from outside, which must lead to a trust anchor (RFC 5280, 6.1).
     *
     * @param given the certificate, then any others that came with it, in any order
     * @return the path, without the root
     */
    List<X509Certificate> trusted(String owner, List<X509Certificate> given, TrustAnchors trust) {
        if (given.isEmpty() || given.size() > LONGEST_PATH) {
            throw new Refusal(SignReason.CERTIFICATE_NOT_TRUSTED, owner);
        }
        require(owner, List.of(given.getFirst()));
        var path = path(owner, given, trust);
        require(owner, path);
        return path;
    }

    private List<X509Certificate> path(String owner, List<X509Certificate> given, TrustAnchors trust) {
        try {
            var target = new X509CertSelector();
            target.setCertificate(given.getFirst());
            var anchors = trust.anchors().stream()
                    .map(it -> new TrustAnchor(it, null))
                    .collect(Collectors.toSet());
            var search = new PKIXBuilderParameters(anchors, target);
            search.setRevocationEnabled(false);
            search.setDate(Date.from(clock.instant()));
            search.setMaxPathLength(LONGEST_PATH);
            search.addCertStore(CertStore.getInstance(
                    "Collection",
                    new CollectionCertStoreParameters(
                            Stream.concat(given.stream(), trust.intermediates().stream())
                                    .toList())));
            return CertPathBuilder.getInstance("PKIX").build(search).getCertPath().getCertificates().stream()
                    .map(X509Certificate.class::cast)
                    .toList();
        } catch (CertPathBuilderException | InvalidAlgorithmParameterException e) {
            throw new Refusal(SignReason.CERTIFICATE_NOT_TRUSTED, e, owner);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java platform builds paths", e);
        }
    }

    /** The chain, lengthened by the issuers that are known here, so that validators need not look for them. */
    static List<X509Certificate> lengthened(List<X509Certificate> chain, TrustAnchors trust) {
        var longer = new ArrayList<>(chain);
        while (!longer.isEmpty() && longer.size() < LONGEST_PATH) {
            var issuer = longer.getLast().getIssuerX500Principal();
            var next = trust.intermediates().stream()
                    .filter(it -> it.getSubjectX500Principal().equals(issuer) && !longer.contains(it))
                    .findFirst();
            if (next.isEmpty()) {
                break;
            }
            longer.add(next.get());
        }
        return List.copyOf(longer);
    }

    /** A certificate for time-stamps or servers must not put a signature under a decision. */
    private static boolean maySignDocuments(X509Certificate certificate) {
        boolean[] usage = certificate.getKeyUsage();
        boolean byUsage = usage == null || usage[DIGITAL_SIGNATURE] || usage[NON_REPUDIATION];
        try {
            List<String> purposes = certificate.getExtendedKeyUsage();
            boolean forTimeOnly =
                    purposes != null && purposes.contains(TIME_STAMPING) && !purposes.contains(ANY_PURPOSE);
            return byUsage && !forTimeOnly && certificate.getBasicConstraints() < 0;
        } catch (GeneralSecurityException e) {
            return false;
        }
    }

    private String day(Instant instant) {
        return DAY.format(instant.atZone(clock.getZone()));
    }
}
