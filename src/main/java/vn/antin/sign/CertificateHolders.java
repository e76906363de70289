package vn.antin.sign;

import java.security.cert.X509Certificate;
import java.time.Instant;

/** Whose a certificate is. The dated register of certificates answers; where there is none, every holder is accepted. */
@FunctionalInterface
public interface CertificateHolders {
    /**
     * Refuses unless the certificate was that person's or body's at that moment.
     *
     * @param owner identifier of the person or body
     * @throws vn.antin.kernel.Refusal when it is somebody else's, suspended or withdrawn
     */
    void require(String owner, X509Certificate certificate, Instant at);
}
