package vn.antin.verify;

import java.security.GeneralSecurityException;
import java.security.InvalidAlgorithmParameterException;
import java.security.NoSuchAlgorithmException;
import java.security.cert.CertPath;
import java.security.cert.CertPathValidator;
import java.security.cert.CertPathValidatorException;
import java.security.cert.CertificateFactory;
import java.security.cert.PKIXParameters;
import java.security.cert.TrustAnchor;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.ocsp.OCSPObjectIdentifiers;
import org.bouncycastle.asn1.x509.Extension;

/**
 * The path of a certificate to an anchor (RFC 5280, 6.1), valid at a moment. It is found only where there is nothing to
 * choose: each certificate has exactly one issuer among those at hand.
 *
 * @param certificates from the one asked for up to the last before the anchor
 */
record CertificatePath(List<X509Certificate> certificates, X509Certificate anchor) {
    private static final int LONGEST = 8;
    /** What changes how revocation is asked (RFC 9608; ETSI EN 319 412-1, 5.2), or is no certificate to sign with. */
    private static final Set<ASN1ObjectIdentifier> OUT_OF_THE_ORDINARY = Set.of(
            OCSPObjectIdentifiers.id_pkix_ocsp_nocheck,
            new ASN1ObjectIdentifier("2.5.29.56"),
            new ASN1ObjectIdentifier("0.4.0.194121.2.1"));

    CertificatePath {
        certificates = List.copyOf(certificates);
    }

    X509Certificate own() {
        return certificates.getFirst();
    }

    /** The certificate above that one. */
    X509Certificate issuerOf(int place) {
        return place + 1 < certificates.size() ? certificates.get(place + 1) : anchor;
    }

    /** Nothing where there is none, or more than one. */
    static Optional<CertificatePath> of(X509Certificate own, CertificatesAtHand atHand, Instant at) {
        List<X509Certificate> path = new ArrayList<>();
        X509Certificate it = own;
        while (path.size() < LONGEST) {
            if (atHand.anchor(it) || !plain(it, !path.isEmpty())) {
                return Optional.empty();
            }
            path.add(it);
            Set<X509Certificate> above = atHand.named(it.getIssuerX500Principal());
            if (above.size() != 1) {
                return Optional.empty();
            }
            it = above.iterator().next();
            if (atHand.anchor(it)) {
                return valid(path, it, at) ? Optional.of(new CertificatePath(path, it)) : Optional.empty();
            }
        }
        return Optional.empty();
    }

    private static boolean plain(X509Certificate it, boolean issues) {
        return OUT_OF_THE_ORDINARY.stream().allMatch(kind -> it.getExtensionValue(kind.getId()) == null)
                && (!issues || it.getExtensionValue(Extension.subjectKeyIdentifier.getId()) != null);
    }

    private static boolean valid(List<X509Certificate> certificates, X509Certificate anchor, Instant at) {
        try {
            anchor.checkValidity(Date.from(at));
            CertPath path = CertificateFactory.getInstance("X.509").generateCertPath(certificates);
            var parameters = new PKIXParameters(Set.of(new TrustAnchor(anchor, null)));
            // Revocation is looked at beside this, from what the file carries.
            parameters.setRevocationEnabled(false);
            parameters.setDate(Date.from(at));
            CertPathValidator.getInstance("PKIX").validate(path, parameters);
            return true;
        } catch (CertPathValidatorException e) {
            return false;
        } catch (NoSuchAlgorithmException | InvalidAlgorithmParameterException e) {
            throw new IllegalStateException("Every Java platform validates paths", e);
        } catch (GeneralSecurityException e) {
            return false;
        }
    }
}
