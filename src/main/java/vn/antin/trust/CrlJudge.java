package vn.antin.trust;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509CRL;
import java.security.cert.X509CRLEntry;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.List;
import org.bouncycastle.asn1.ASN1OctetString;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.IssuingDistributionPoint;
import org.jspecify.annotations.Nullable;
import vn.antin.kernel.Content;

/** What a certificate revocation list says of one certificate (RFC 5280, 5 and 6.3). */
record CrlJudge(X509Certificate certificate, X509Certificate issuer) implements RevocationAnswer.Judge {
    @Override
    public RevocationAnswer of(byte[] answer) throws IOException {
        try {
            var crl = (X509CRL) CertificateFactory.getInstance("X.509").generateCRL(new ByteArrayInputStream(answer));
            if (!crl.getIssuerX500Principal().equals(certificate.getIssuerX500Principal())) {
                throw new IOException("The list is another issuer's");
            }
            crl.verify(issuer.getPublicKey());
            requireWholeList(crl);
            if (crl.getNextUpdate() == null) {
                throw new IOException("The list does not say until when it is good");
            }
            Instant thisUpdate = crl.getThisUpdate().toInstant();
            Instant nextUpdate = crl.getNextUpdate().toInstant();
            var proof = new Revocation.Proof(
                    Revocation.Proof.Kind.CRL,
                    Content.of(crl.getEncoded()),
                    thisUpdate,
                    nextUpdate,
                    List.of(),
                    List.of());
            X509CRLEntry entry = crl.getRevokedCertificate(certificate);
            Revocation meaning = entry == null
                    ? new Revocation.Good(proof)
                    : new Revocation.Revoked(entry.getRevocationDate().toInstant(), reason(entry), proof);
            return new RevocationAnswer(meaning, thisUpdate, nextUpdate, null);
        } catch (GeneralSecurityException | IllegalArgumentException | ClassCastException e) {
            throw new IOException("The list cannot be relied on", e);
        }
    }

    private static @Nullable String reason(X509CRLEntry entry) {
        return entry.getRevocationReason() == null
                ? null
                : entry.getRevocationReason().name();
    }

    /** A list that is only about some certificates or some reasons would prove nothing of the others. */
    private void requireWholeList(X509CRL crl) throws IOException {
        if (crl.getExtensionValue(Extension.deltaCRLIndicator.getId()) != null) {
            throw new IOException("The list is only a part");
        }
        byte[] scope = crl.getExtensionValue(Extension.issuingDistributionPoint.getId());
        if (scope == null) {
            return;
        }
        var point = IssuingDistributionPoint.getInstance(
                ASN1OctetString.getInstance(scope).getOctets());
        boolean authority = certificate.getBasicConstraints() >= 0;
        if (point.isIndirectCRL()
                || point.getOnlySomeReasons() != null
                || point.onlyContainsAttributeCerts()
                || (point.onlyContainsUserCerts() && authority)
                || (point.onlyContainsCACerts() && !authority)) {
            throw new IOException("The list is not about this certificate");
        }
    }
}
