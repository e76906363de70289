package vn.antin.verify;

import java.io.IOException;
import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.cert.X509CertificateHolder;
import vn.antin.trust.TrustView;

/**
 * At which anchors the paths of a certificate end (RFC 5280, 6.1: an anchor is a name and a key). Whether each certificate
 * on the way was valid is for the standard's validation to say.
 */
final class CertificatePaths {
    private static final int MOST_STEPS = 200;

    private final Map<Name, List<TrustView.Anchor>> anchors;
    private final List<X509CertificateHolder> known;

    private record Name(X500Name subject, SubjectPublicKeyInfo key) {
        static Name of(X509CertificateHolder it) {
            return new Name(it.getSubject(), it.getSubjectPublicKeyInfo());
        }
    }

    CertificatePaths(TrustView view) {
        this.anchors = new java.util.HashMap<>();
        for (TrustView.Anchor it : view.trusted()) {
            anchors.computeIfAbsent(Name.of(holder(it.certificate())), name -> new ArrayList<>())
                    .add(it);
        }
        this.known = Stream.concat(view.anchors().stream(), view.intermediates().stream())
                .map(CertificatePaths::holder)
                .toList();
    }

    /** Certificates of the installation. */
    List<X509CertificateHolder> known() {
        return known;
    }

    /** What is said of every anchor that a path leads to. */
    List<TrustView.Anchor> anchorsOf(
            X509CertificateHolder from, Collection<X509CertificateHolder> carried, Deadline deadline) {
        var reached = new ArrayList<TrustView.Anchor>();
        Set<X509CertificateHolder> seen = new HashSet<>();
        var next = new ArrayDeque<X509CertificateHolder>();
        next.add(from);
        int steps = 0;
        while (!next.isEmpty()) {
            X509CertificateHolder it = next.poll();
            if (!seen.add(it)) {
                continue;
            }
            reached.addAll(anchors.getOrDefault(Name.of(it), List.of()));
            if (it.getSubject().equals(it.getIssuer())) {
                continue;
            }
            for (var above :
                    (Iterable<X509CertificateHolder>) Stream.concat(known.stream(), carried.stream())::iterator) {
                if (above.getSubject().equals(it.getIssuer()) && !seen.contains(above)) {
                    if (++steps > MOST_STEPS) {
                        return reached;
                    }
                    deadline.check();
                    if (CertificateLinks.signed(it, above)) {
                        next.add(above);
                    }
                }
            }
        }
        return reached;
    }

    /** The same certificate as the other library reads it. */
    static X509CertificateHolder holder(X509Certificate certificate) {
        try {
            return new X509CertificateHolder(certificate.getEncoded());
        } catch (CertificateEncodingException | IOException e) {
            throw new IllegalStateException("A certificate that was read can be written", e);
        }
    }
}
