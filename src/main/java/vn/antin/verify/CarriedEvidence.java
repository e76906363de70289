package vn.antin.verify;

import java.io.IOException;
import java.security.cert.CertificateExpiredException;
import java.security.cert.CertificateNotYetValidException;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSObject;
import org.apache.pdfbox.cos.COSStream;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.ocsp.OCSPObjectIdentifiers;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.cert.X509CRLHolder;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cert.ocsp.BasicOCSPResp;
import org.bouncycastle.cert.ocsp.OCSPException;
import org.bouncycastle.cert.ocsp.OCSPResp;
import org.jspecify.annotations.Nullable;
import vn.antin.kernel.Content;
import vn.antin.trust.CarriedRevocation;
import vn.antin.trust.Revocation;

/** What a file carries about revocation in its DSS dictionary (ETSI EN 319 142-1, 5.4.2.2), ordinary pieces only. */
final class CarriedEvidence {
    private static final int MOST = 64;
    private static final long LARGEST = 16L << 20;
    private static final int CRL_SIGN = 6;

    private final List<Piece> pieces;
    private final List<X509CertificateHolder> certificates;
    private final ReliableAlgorithms algorithms;

    private CarriedEvidence(
            List<Piece> pieces, List<X509CertificateHolder> certificates, ReliableAlgorithms algorithms) {
        this.pieces = pieces;
        this.certificates = certificates;
        this.algorithms = algorithms;
    }

    /**
     * One list or answer.
     *
     * @param place where its object stands in the file
     */
    private record Piece(
            Content der,
            int place,
            @Nullable X509CRLHolder list,
            @Nullable BasicOCSPResp answer) {
        boolean about(X509CertificateHolder it) {
            if (list != null) {
                return list.getIssuer().equals(it.getIssuer());
            }
            return answer != null
                    && Arrays.stream(answer.getResponses())
                            .anyMatch(one -> one.getCertID().getSerialNumber().equals(it.getSerialNumber()));
        }

        AlgorithmIdentifier algorithm() {
            return list == null
                    ? answer().getSignatureAlgorithmID()
                    : list.toASN1Structure().getSignatureAlgorithm();
        }

        @Override
        public BasicOCSPResp answer() {
            if (answer == null) {
                throw new IllegalStateException("A list");
            }
            return answer;
        }

        Revocation of(X509Certificate certificate, X509Certificate issuer) throws IOException {
            return list == null
                    ? CarriedRevocation.answer(der.bytes(), certificate, issuer)
                    : CarriedRevocation.list(der.bytes(), certificate, issuer);
        }
    }

    /** Where no file carries anything. */
    boolean none() {
        return pieces.isEmpty();
    }

    List<X509CertificateHolder> certificates() {
        return certificates;
    }

    /** Nothing, when something in it is out of the ordinary. */
    static Optional<CarriedEvidence> in(Revision whole, ReliableAlgorithms algorithms, Deadline deadline) {
        COSBase dss = whole.catalog().getDictionaryObject("DSS");
        if (dss == null) {
            return Optional.of(new CarriedEvidence(List.of(), List.of(), algorithms));
        }
        if (!(dss instanceof COSDictionary dictionary)) {
            return Optional.empty();
        }
        List<Piece> pieces = new ArrayList<>();
        List<X509CertificateHolder> certificates = new ArrayList<>();
        try {
            for (Value it : values(whole, dictionary, "Certs", deadline)) {
                certificates.add(new X509CertificateHolder(it.der().bytes()));
            }
            for (Value it : values(whole, dictionary, "CRLs", deadline)) {
                pieces.add(new Piece(
                        it.der(), it.place(), new X509CRLHolder(it.der().bytes()), null));
            }
            for (Value it : values(whole, dictionary, "OCSPs", deadline)) {
                if (!(new OCSPResp(it.der().bytes()).getResponseObject() instanceof BasicOCSPResp basic)) {
                    return Optional.empty();
                }
                pieces.add(new Piece(it.der(), it.place(), null, basic));
            }
        } catch (IOException | OCSPException | RuntimeException e) {
            // Damaged, or of a form that is left to the library.
            return Optional.empty();
        }
        return Optional.of(new CarriedEvidence(pieces, certificates, algorithms));
    }

    private record Value(Content der, int place) {}

    private static List<Value> values(Revision whole, COSDictionary dss, String name, Deadline deadline)
            throws IOException {
        COSBase listed = dss.getDictionaryObject(name);
        if (listed == null) {
            return List.of();
        }
        if (!(listed instanceof COSArray array) || array.size() > MOST) {
            throw new IOException("Not a short array");
        }
        List<Value> values = new ArrayList<>();
        long length = 0;
        for (COSBase it : array) {
            deadline.check();
            Long place = it instanceof COSObject object && object.getKey() != null
                    ? whole.places().get(object.getKey())
                    : null;
            if (place == null || place <= 0 || !(((COSObject) it).getObject() instanceof COSStream stream)) {
                throw new IOException("Not a stream of its own");
            }
            try (var in = stream.createInputStream()) {
                byte[] der = in.readNBytes((int) LARGEST + 1);
                length += der.length;
                if (length > LARGEST) {
                    throw new IOException("Larger than ordinary");
                }
                values.add(new Value(Content.of(der), place.intValue()));
            }
        }
        return values;
    }

    /**
     * What is said of a certificate.
     *
     * @param proof the place after which nothing of it stands; 0 where nothing is said
     */
    record Said(boolean ordinary, int proof) {
        static final Said NOTHING = new Said(true, 0);
        static final Said OTHERWISE = new Said(false, 0);
    }

    /**
     * Everything that is said of it says the same: not revoked; and says so of the time that matters.
     *
     * @param proved when the signature is known to have existed
     */
    Said of(
            X509CertificateHolder own,
            X509Certificate certificate,
            X509Certificate issuer,
            Instant proved,
            Instant now) {
        int last = 0;
        boolean enough = false;
        for (Piece it : pieces) {
            if (!it.about(own)) {
                continue;
            }
            try {
                if (!(it.of(certificate, issuer) instanceof Revocation.Good good)
                        || !usable(it, good.proof(), certificate, issuer, now)) {
                    return Said.OTHERWISE;
                }
                enough |= fresh(good.proof(), proved, now);
                last = Math.max(last, it.place());
            } catch (IOException e) {
                return Said.OTHERWISE;
            }
        }
        return last == 0 ? Said.NOTHING : enough ? new Said(true, last) : Said.OTHERWISE;
    }

    /** Said after the signature was made, or still good today (ETSI EN 319 102-1, 5.2.5). */
    private static boolean fresh(Revocation.Proof proof, Instant proved, Instant now) {
        Instant next = proof.nextUpdate();
        return next != null && (!proof.thisUpdate().isBefore(proved) || now.isBefore(next));
    }

    private boolean usable(
            Piece it, Revocation.Proof proof, X509Certificate certificate, X509Certificate issuer, Instant now) {
        if (proof.thisUpdate().isAfter(now)
                || !proof.thisUpdate().isAfter(certificate.getNotBefore().toInstant())
                || proof.thisUpdate().isBefore(issuer.getNotBefore().toInstant())) {
            return false;
        }
        if (it.list() != null) {
            boolean[] usage = issuer.getKeyUsage();
            return (usage == null || usage[CRL_SIGN])
                    && Set.of(Extension.issuingDistributionPoint).containsAll(critical(it.list()))
                    && algorithms.signature(it.algorithm(), null, issuer.getPublicKey(), now);
        }
        return responder(proof, issuer, now)
                .filter(by -> algorithms.signature(it.algorithm(), null, by.getPublicKey(), now))
                .isPresent();
    }

    private static List<ASN1ObjectIdentifier> critical(X509CRLHolder list) {
        List<ASN1ObjectIdentifier> critical = new ArrayList<>();
        for (Object it : list.getCriticalExtensionOIDs()) {
            critical.add((ASN1ObjectIdentifier) it);
        }
        return critical;
    }

    /** The issuer itself, or one responder whose own revocation nobody asks (RFC 6960, 4.2.2.2.1). */
    private static Optional<X509Certificate> responder(Revocation.Proof proof, X509Certificate issuer, Instant now) {
        List<X509Certificate> others =
                proof.responders().stream().filter(it -> !it.equals(issuer)).toList();
        if (others.isEmpty()) {
            return Optional.of(issuer);
        }
        X509Certificate it = others.getFirst();
        if (others.size() > 1 || it.getExtensionValue(OCSPObjectIdentifiers.id_pkix_ocsp_nocheck.getId()) == null) {
            return Optional.empty();
        }
        try {
            it.checkValidity(Date.from(now));
            return Optional.of(it);
        } catch (CertificateExpiredException | CertificateNotYetValidException e) {
            return Optional.empty();
        }
    }
}
