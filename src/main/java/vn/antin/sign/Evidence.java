package vn.antin.sign;

import java.security.GeneralSecurityException;
import java.security.cert.CertificateEncodingException;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.bouncycastle.cert.X509CRLHolder;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.ocsp.BasicOCSPResp;
import org.bouncycastle.cert.ocsp.OCSPException;
import org.bouncycastle.cert.ocsp.OCSPResp;
import org.bouncycastle.cert.ocsp.SingleResp;
import vn.antin.kernel.Content;
import vn.antin.trust.Revocation;
import vn.antin.trust.Revocations;
import vn.antin.trust.TrustStatus;

/**
 * Gathers what proves the certificates of a file: for each on the way from a signer to an anchor its issuer, and what can
 * be learned of its revocation.
 */
final class Evidence {
    private static final int LONGEST_PATH = 10;

    private final TrustStatus trust;
    private final Revocations revocations;
    private final Instant now;
    private final LongTermRevision.Store kept;
    private final LongTermRevision.Store added = new LongTermRevision.Store();
    private final List<Missing> missing = new ArrayList<>();
    private final Set<X509Certificate> pool = new LinkedHashSet<>();
    private final Set<X509Certificate> done = new HashSet<>();
    private final Set<X509Certificate> revoked = new HashSet<>();

    /** A certificate of which it is not proved that it was not revoked. */
    record Missing(X509Certificate certificate, Revocation learned) {}

    private Evidence(TrustStatus trust, Revocations revocations, Instant now, LongTermRevision.Store kept) {
        this.trust = trust;
        this.revocations = revocations;
        this.now = now;
        this.kept = kept;
    }

    /** @param again whether certificates of which the file has proofs are asked for newer ones */
    static Evidence gathered(
            LongTermRevision file, TrustStatus trust, Revocations revocations, Instant now, boolean again) {
        SignedParts parts = file.parts();
        var evidence = new Evidence(trust, revocations, now, file.store());
        evidence.pool.addAll(parts.carried());
        evidence.kept.certificates().forEach(it -> certificate(it).ifPresent(evidence.pool::add));
        evidence.pool.addAll(trust.intermediates());
        evidence.pool.addAll(trust.anchors());
        parts.signers().forEach(it -> evidence.follow(it, again));
        return evidence;
    }

    /** What the file does not have yet. */
    LongTermRevision.Store added() {
        return added;
    }

    List<Missing> missing() {
        return missing;
    }

    private void follow(X509Certificate from, boolean again) {
        var path = new ArrayList<X509Certificate>(List.of(from));
        while (path.size() < LONGEST_PATH && !trust.anchors().contains(path.getLast())) {
            Optional<X509Certificate> issuer = issuer(path.getLast());
            if (issuer.isEmpty() || path.contains(issuer.get())) {
                break;
            }
            path.add(issuer.get());
        }
        path.forEach(this::add);
        // From the anchor down: what is said below a revoked authority, after that, is nobody's word.
        for (int i = path.size() - 2; i >= 0; i--) {
            if (done.add(path.get(i))) {
                prove(path.get(i), path.get(i + 1), again);
            }
            if (revoked.contains(path.get(i))) {
                return;
            }
        }
    }

    private void prove(X509Certificate certificate, X509Certificate issuer, boolean again) {
        boolean proved = proofKept(certificate);
        // Authorities strike expired certificates off their lists: what could be learned now would prove nothing.
        boolean ended = certificate.getNotAfter().toInstant().isBefore(now);
        if (proved && (ended || !again)) {
            return;
        }
        Revocation learned = ended
                ? new Revocation.Unreachable(
                        certificate.getSubjectX500Principal().getName(), "expired")
                : revocations.of(certificate, issuer);
        switch (learned) {
            case Revocation.Good it -> add(it.proof());
            case Revocation.Revoked it -> {
                add(it.proof());
                revoked.add(certificate);
            }
            case Revocation.Stale it -> miss(certificate, it, proved);
            case Revocation.Unreachable it -> miss(certificate, it, proved);
            case Revocation.Unusable it -> miss(certificate, it, proved);
            case Revocation.Unknown it -> miss(certificate, it, proved);
            case Revocation.NotAllowed it -> miss(certificate, it, proved);
            case Revocation.NotNamed it -> miss(certificate, it, proved);
        }
    }

    private void miss(X509Certificate certificate, Revocation learned, boolean proved) {
        if (!proved) {
            missing.add(new Missing(certificate, learned));
        }
    }

    private void add(Revocation.Proof proof) {
        boolean list = proof.kind() == Revocation.Proof.Kind.CRL;
        if (!(list ? kept.crls() : kept.ocsps()).contains(proof.encoded())) {
            (list ? added.crls() : added.ocsps()).add(proof.encoded());
        }
        proof.responders().forEach(this::add);
        proof.behind().forEach(this::add);
    }

    private void add(X509Certificate certificate) {
        try {
            Content encoded = Content.of(certificate.getEncoded());
            if (!kept.certificates().contains(encoded)) {
                added.certificates().add(encoded);
            }
        } catch (CertificateEncodingException e) {
            throw new IllegalStateException("A certificate that was read can be written", e);
        }
    }

    private Optional<X509Certificate> issuer(X509Certificate certificate) {
        for (X509Certificate it : pool) {
            if (it.getSubjectX500Principal().equals(certificate.getIssuerX500Principal())) {
                try {
                    certificate.verify(it.getPublicKey());
                    return Optional.of(it);
                } catch (GeneralSecurityException e) {
                    // Another of the same name.
                }
            }
        }
        return Optional.empty();
    }

    /** Whether the file already says something of that certificate's revocation. */
    private boolean proofKept(X509Certificate certificate) {
        for (Content it : kept.ocsps()) {
            try {
                if (new OCSPResp(it.bytes()).getResponseObject() instanceof BasicOCSPResp basic) {
                    for (SingleResp single : basic.getResponses()) {
                        if (single.getCertID().getSerialNumber().equals(certificate.getSerialNumber())) {
                            return true;
                        }
                    }
                }
            } catch (java.io.IOException | OCSPException | IllegalArgumentException e) {
                // Not a proof.
            }
        }
        for (Content it : kept.crls()) {
            try {
                var list = new X509CRLHolder(it.bytes());
                // An older list could not name it.
                if (list.getIssuer().equals(new X509CertificateHolder(certificate.getEncoded()).getIssuer())
                        && !list.getThisUpdate()
                                .toInstant()
                                .isBefore(certificate.getNotBefore().toInstant())) {
                    return true;
                }
            } catch (java.io.IOException | CertificateException | IllegalArgumentException e) {
                // Not a proof.
            }
        }
        return false;
    }

    private static Optional<X509Certificate> certificate(Content encoded) {
        try {
            return Optional.of(
                    new JcaX509CertificateConverter().getCertificate(new X509CertificateHolder(encoded.bytes())));
        } catch (java.io.IOException | CertificateException | IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
