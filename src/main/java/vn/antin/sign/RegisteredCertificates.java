package vn.antin.sign;

import java.security.cert.X509Certificate;
import java.time.Instant;
import org.springframework.stereotype.Component;
import vn.antin.agency.Certificates;

/**
 * The dated register of bodies and people says whose a certificate is: none that is unknown to it, suspended, withdrawn or
 * somebody else's signs here.
 */
@Component
class RegisteredCertificates implements CertificateHolders {
    private final Certificates register;

    RegisteredCertificates(Certificates register) {
        this.register = register;
    }

    @Override
    public void require(String owner, X509Certificate certificate, Instant at) {
        register.require(certificate, owner, at);
    }
}
