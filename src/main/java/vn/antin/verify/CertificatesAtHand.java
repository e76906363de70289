package vn.antin.verify;

import java.io.IOException;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.security.auth.x500.X500Principal;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import vn.antin.kernel.Sha256;
import vn.antin.trust.TrustAnchors;

/** Those of the installation, and those that came along with a file. */
final class CertificatesAtHand {
    private final Set<X509Certificate> anchors;
    private final Map<X500Principal, Set<X509Certificate>> bySubject = new HashMap<>();
    private final Map<Sha256, Optional<X509Certificate>> read = new HashMap<>();
    private final Map<X509Certificate, X509CertificateHolder> holders = new HashMap<>();

    CertificatesAtHand(TrustAnchors trusted) {
        anchors = new HashSet<>(trusted.anchors());
        anchors.forEach(this::add);
        trusted.intermediates().forEach(this::add);
    }

    void addAll(Collection<X509CertificateHolder> carried) {
        carried.forEach(it -> read(it).ifPresent(this::add));
    }

    private void add(X509Certificate it) {
        bySubject
                .computeIfAbsent(it.getSubjectX500Principal(), any -> new LinkedHashSet<>())
                .add(it);
    }

    boolean anchor(X509Certificate it) {
        return anchors.contains(it);
    }

    Set<X509Certificate> named(X500Principal subject) {
        return bySubject.getOrDefault(subject, Set.of());
    }

    /** Nothing when it cannot be read. */
    Optional<X509Certificate> read(X509CertificateHolder carried) {
        try {
            return read.computeIfAbsent(Sha256.of(carried.getEncoded()), any -> {
                try {
                    return Optional.of(new JcaX509CertificateConverter().getCertificate(carried));
                } catch (CertificateException | RuntimeException e) {
                    return Optional.empty();
                }
            });
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    /** The same certificate as the other library reads it. */
    X509CertificateHolder holder(X509Certificate it) {
        return holders.computeIfAbsent(it, CertificatePaths::holder);
    }
}
