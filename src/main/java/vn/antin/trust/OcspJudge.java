package vn.antin.trust;

import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import org.bouncycastle.asn1.ocsp.OCSPObjectIdentifiers;
import org.bouncycastle.asn1.x509.CRLReason;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509CertificateHolder;
import org.bouncycastle.cert.ocsp.BasicOCSPResp;
import org.bouncycastle.cert.ocsp.CertificateID;
import org.bouncycastle.cert.ocsp.OCSPException;
import org.bouncycastle.cert.ocsp.OCSPReqBuilder;
import org.bouncycastle.cert.ocsp.OCSPResp;
import org.bouncycastle.cert.ocsp.RevokedStatus;
import org.bouncycastle.cert.ocsp.SingleResp;
import org.bouncycastle.cert.ocsp.UnknownStatus;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentVerifierProviderBuilder;
import org.bouncycastle.operator.jcajce.JcaDigestCalculatorProviderBuilder;
import org.jspecify.annotations.Nullable;
import vn.antin.kernel.Content;

/** The question to a responder about one certificate, and what its answer says (RFC 6960). */
record OcspJudge(X509Certificate certificate, X509Certificate issuer, String where) implements RevocationAnswer.Judge {
    /** An answer that promises nothing is good for a day. */
    private static final Duration UNPROMISED = Duration.ofDays(1);

    /** DER. Without a nonce: responders answer many with one prepared answer, and we keep it. */
    byte[] question() throws IOException {
        try {
            return new OCSPReqBuilder().addRequest(id()).build().getEncoded();
        } catch (OCSPException | GeneralSecurityException | OperatorCreationException e) {
            throw new IOException("The question cannot be put", e);
        }
    }

    private CertificateID id() throws OCSPException, GeneralSecurityException, OperatorCreationException {
        return new CertificateID(
                new JcaDigestCalculatorProviderBuilder().build().get(CertificateID.HASH_SHA1),
                new JcaX509CertificateHolder(issuer),
                certificate.getSerialNumber());
    }

    @Override
    public RevocationAnswer of(byte[] answer) throws IOException {
        try {
            var outer = new OCSPResp(answer);
            if (outer.getStatus() != OCSPResp.SUCCESSFUL
                    || !(outer.getResponseObject() instanceof BasicOCSPResp basic)) {
                throw new IOException("The responder answered with status " + outer.getStatus());
            }
            X509Certificate delegate = responder(basic);
            CertificateID wanted = id();
            for (SingleResp it : basic.getResponses()) {
                if (it.getCertID().getSerialNumber().equals(wanted.getSerialNumber())
                        && it.getCertID()
                                .matchesIssuer(
                                        new JcaX509CertificateHolder(issuer),
                                        new JcaDigestCalculatorProviderBuilder().build())) {
                    return said(it, answer, basic, delegate);
                }
            }
            throw new IOException("The answer is about other certificates");
        } catch (OCSPException
                | GeneralSecurityException
                | OperatorCreationException
                | IllegalArgumentException
                | IllegalStateException
                | ClassCastException e) {
            throw new IOException("The answer cannot be relied on", e);
        }
    }

    private RevocationAnswer said(
            SingleResp single, byte[] answer, BasicOCSPResp basic, @Nullable X509Certificate delegate)
            throws GeneralSecurityException {
        Instant thisUpdate = single.getThisUpdate().toInstant();
        Instant promised =
                single.getNextUpdate() == null ? null : single.getNextUpdate().toInstant();
        var responders = new ArrayList<X509Certificate>();
        for (X509CertificateHolder it : basic.getCerts()) {
            responders.add(new JcaX509CertificateConverter().getCertificate(it));
        }
        var proof = new Revocation.Proof(
                Revocation.Proof.Kind.OCSP, Content.of(answer), thisUpdate, promised, responders, List.of());
        Revocation meaning = switch (single.getCertStatus()) {
            case null -> new Revocation.Good(proof);
            case RevokedStatus it ->
                new Revocation.Revoked(it.getRevocationTime().toInstant(), reason(it), proof);
            case UnknownStatus it -> new Revocation.Unknown(where);
            default -> new Revocation.Unusable(where, "a status of no known kind");
        };
        // Its authority answers for it that nobody need ask (RFC 6960, 4.2.2.2.1).
        boolean letBe = delegate == null
                || delegate.getExtensionValue(OCSPObjectIdentifiers.id_pkix_ocsp_nocheck.getId()) != null;
        return new RevocationAnswer(
                meaning,
                thisUpdate,
                promised == null ? thisUpdate.plus(UNPROMISED) : promised,
                letBe ? null : delegate);
    }

    private static @Nullable String reason(RevokedStatus status) {
        return status.hasRevocationReason()
                ? CRLReason.lookup(status.getRevocationReason()).toString()
                : null;
    }

    /** The issuer itself, then nothing is returned, or whom it has given that right (RFC 6960, 4.2.2.2). */
    private @Nullable X509Certificate responder(BasicOCSPResp basic)
            throws IOException, OCSPException, GeneralSecurityException, OperatorCreationException {
        var byKey = new JcaContentVerifierProviderBuilder();
        if (basic.isSignatureValid(byKey.build(issuer.getPublicKey()))) {
            return null;
        }
        for (X509CertificateHolder it : List.of(basic.getCerts())) {
            X509Certificate responder = new JcaX509CertificateConverter().getCertificate(it);
            List<String> purposes = responder.getExtendedKeyUsage();
            if (purposes == null
                    || !purposes.contains(KeyPurposeId.id_kp_OCSPSigning.getId())
                    || !responder.getIssuerX500Principal().equals(issuer.getSubjectX500Principal())
                    || !basic.isSignatureValid(byKey.build(it))) {
                continue;
            }
            responder.verify(issuer.getPublicKey());
            responder.checkValidity(Date.from(basic.getProducedAt().toInstant()));
            return responder;
        }
        throw new IOException("The answer is signed by someone who may not");
    }
}
