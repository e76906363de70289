package vn.antin.trust;

import java.io.IOException;
import java.security.cert.X509Certificate;

/** Evidence of revocation that came along with a document, judged as what was asked for is. */
public final class CarriedRevocation {
    private static final String CARRIED = "carried";

    private CarriedRevocation() {}

    /**
     * What a list says of a certificate, whatever the day.
     *
     * @param list DER (RFC 5280, 5.1)
     * @throws IOException when it cannot be relied on, or is not about that certificate
     */
    public static Revocation list(byte[] list, X509Certificate certificate, X509Certificate issuer) throws IOException {
        return new CrlJudge(certificate, issuer).of(list).meaning();
    }

    /**
     * What a responder's answer says of a certificate, whatever the day.
     *
     * @param answer DER (RFC 6960, 4.2.1)
     * @throws IOException when it cannot be relied on, or is not about that certificate
     */
    public static Revocation answer(byte[] answer, X509Certificate certificate, X509Certificate issuer)
            throws IOException {
        return new OcspJudge(certificate, issuer, CARRIED).of(answer).meaning();
    }
}
