package vn.antin.trust;

import java.io.IOException;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.cert.CertPathBuilder;
import java.security.cert.CertStore;
import java.security.cert.CollectionCertStoreParameters;
import java.security.cert.PKIXBuilderParameters;
import java.security.cert.TrustAnchor;
import java.security.cert.X509CertSelector;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cms.jcajce.JcaSimpleSignerInfoVerifierBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.tsp.TSPAlgorithms;
import org.bouncycastle.tsp.TSPException;
import org.bouncycastle.tsp.TimeStampRequest;
import org.bouncycastle.tsp.TimeStampRequestGenerator;
import org.bouncycastle.tsp.TimeStampResponse;
import org.bouncycastle.tsp.TimeStampToken;
import vn.antin.kernel.Sha256;

/** One question to a time-stamping authority, and the judge of its answer (RFC 3161, 2.4). */
final class TimestampQuestion {
    private final TimeStampRequest request;

    TimestampQuestion(Sha256 digest, BigInteger nonce) throws IOException {
        var generator = new TimeStampRequestGenerator();
        generator.setCertReq(true);
        this.request = generator.generate(TSPAlgorithms.SHA256, digest.bytes(), nonce);
    }

    /** As it is sent, DER. */
    byte[] encoded() throws IOException {
        return request.getEncoded();
    }

    /**
     * The token of an answer that is about this very question and signed by an authority we trust.
     *
     * @param expected whose stamp it must be; empty when any trusted authority will do
     * @return DER
     * @throws IOException when it is anything else
     */
    byte[] token(byte[] answer, TrustAnchors trusted, Optional<X509Certificate> expected) throws IOException {
        try {
            var response = new TimeStampResponse(answer);
            // Status, nonce and imprint (2.4.2).
            response.validate(request);
            TimeStampToken token = response.getTimeStampToken();
            if (token == null) {
                throw new IOException("The time-stamping authority gave no token, status " + response.getStatus());
            }
            X509CertificateHolder signer = signer(token);
            if (expected.isPresent() && !Arrays.equals(expected.get().getEncoded(), signer.getEncoded())) {
                throw new IOException("The time-stamp is another authority's than the one laid down");
            }
            // Signature, the certificate named in the token, its critical purpose (2.3), its validity at that time.
            token.validate(new JcaSimpleSignerInfoVerifierBuilder().build(signer));
            requirePath(token, signer, trusted);
            return token.getEncoded("DER");
        } catch (TSPException | OperatorCreationException | GeneralSecurityException e) {
            throw new IOException("The time-stamp is not what was asked for", e);
        } catch (IllegalArgumentException | IllegalStateException | ClassCastException e) {
            // What the ASN.1 parser throws at a structure it does not know.
            throw new IOException("The answer is not a time-stamp", e);
        }
    }

    private static X509CertificateHolder signer(TimeStampToken token) throws IOException {
        for (X509CertificateHolder it : token.getCertificates().getMatches(null)) {
            if (token.getSID().match(it)) {
                return it;
            }
        }
        throw new IOException("The time-stamp does not carry its certificate, though it was asked for");
    }

    /** A path to an anchor, valid at the time of the stamp (RFC 5280, 6); revocation is judged when verifying. */
    private static void requirePath(TimeStampToken token, X509CertificateHolder signer, TrustAnchors trusted)
            throws GeneralSecurityException {
        var converter = new JcaX509CertificateConverter();
        List<X509Certificate> known = new ArrayList<>(trusted.intermediates());
        for (X509CertificateHolder it : token.getCertificates().getMatches(null)) {
            known.add(converter.getCertificate(it));
        }
        Set<TrustAnchor> anchors =
                trusted.anchors().stream().map(it -> new TrustAnchor(it, null)).collect(Collectors.toSet());
        var target = new X509CertSelector();
        target.setCertificate(converter.getCertificate(signer));
        var parameters = new PKIXBuilderParameters(anchors, target);
        parameters.addCertStore(CertStore.getInstance("Collection", new CollectionCertStoreParameters(known)));
        parameters.setDate(token.getTimeStampInfo().getGenTime());
        parameters.setRevocationEnabled(false);
        CertPathBuilder.getInstance("PKIX").build(parameters);
    }
}
