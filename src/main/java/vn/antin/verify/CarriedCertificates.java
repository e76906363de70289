package vn.antin.verify;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import org.bouncycastle.asn1.x509.AuthorityKeyIdentifier;
import org.bouncycastle.asn1.x509.Extensions;
import org.bouncycastle.asn1.x509.SubjectKeyIdentifier;
import org.bouncycastle.cert.X509CertificateHolder;

/**
 * Certificates that came along with a signature and are named by nothing that is signed. A path may be built without
 * them, so a damaged one would go unnoticed; here each must prove itself by its issuer's signature.
 */
final class CarriedCertificates {
    private final Collection<X509CertificateHolder> carried;
    private final Collection<X509CertificateHolder> pinned;
    private final Collection<X509CertificateHolder> known;
    private final List<X509CertificateHolder> all;

    /**
     * @param pinned those whose digest is signed
     * @param known those of the installation
     */
    CarriedCertificates(
            Collection<X509CertificateHolder> carried,
            Collection<X509CertificateHolder> pinned,
            Collection<X509CertificateHolder> known) {
        this.carried = carried;
        this.pinned = pinned;
        this.known = known;
        this.all = new ArrayList<>(known);
        all.addAll(carried);
    }

    boolean anyDamaged() {
        return carried.stream().anyMatch(this::damaged);
    }

    private boolean damaged(X509CertificateHolder it) {
        if (pinned.contains(it) || known.contains(it)) {
            return false;
        }
        boolean issuerKnown = false;
        for (var other : all) {
            if (it.getIssuer().equals(other.getSubject()) || pointsAt(it, other)) {
                if (CertificateLinks.signed(it, other)) {
                    return false;
                }
                issuerKnown = true;
            }
        }
        // Its issuer's signature does not hold, or it is a copy, not quite, of one we know.
        return issuerKnown || all.stream().anyMatch(other -> !other.equals(it) && alike(it, other));
    }

    private static boolean alike(X509CertificateHolder it, X509CertificateHolder other) {
        return it.getSubject().equals(other.getSubject())
                || it.getSubjectPublicKeyInfo().equals(other.getSubjectPublicKeyInfo())
                || Arrays.equals(it.getSignature(), other.getSignature());
    }

    private static boolean pointsAt(X509CertificateHolder it, X509CertificateHolder issuer) {
        var wanted = AuthorityKeyIdentifier.fromExtensions(extensions(it));
        var has = SubjectKeyIdentifier.fromExtensions(extensions(issuer));
        return wanted != null
                && has != null
                && wanted.getKeyIdentifierOctets() != null
                && Arrays.equals(wanted.getKeyIdentifierOctets(), has.getKeyIdentifier());
    }

    private static Extensions extensions(X509CertificateHolder it) {
        return it.getExtensions() == null
                ? new Extensions(new org.bouncycastle.asn1.x509.Extension[0])
                : it.getExtensions();
    }
}
