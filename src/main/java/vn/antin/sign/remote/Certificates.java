package vn.antin.sign.remote;

import java.io.ByteArrayInputStream;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;

/** Certificates as services write them: DER in Base64, with or without the lines of PEM around it. */
final class Certificates {
    private static final int MOST = 8;

    private Certificates() {}

    static List<X509Certificate> read(List<String> written) throws RemoteTrouble {
        if (written.size() > MOST) {
            throw new RemoteTrouble(RemoteTrouble.Kind.NO_CREDENTIAL, "A path of " + written.size() + " certificates");
        }
        var read = new ArrayList<X509Certificate>();
        try {
            var factory = CertificateFactory.getInstance("X.509");
            for (String it : written) {
                byte[] der = Base64.getMimeDecoder().decode(it.replaceAll("-----[A-Z ]+-----", ""));
                read.add((X509Certificate) factory.generateCertificate(new ByteArrayInputStream(der)));
            }
        } catch (CertificateException | IllegalArgumentException e) {
            throw new RemoteTrouble(RemoteTrouble.Kind.NO_CREDENTIAL, "A certificate cannot be read", e);
        }
        return read;
    }
}
