package vn.antin.verify;

import eu.europa.esig.dss.enumerations.SubIndication;
import java.security.cert.CertificateParsingException;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Calendar;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.util.DateConverter;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.cms.Attribute;
import org.bouncycastle.asn1.cms.AttributeTable;
import org.bouncycastle.asn1.cms.CMSAttributes;
import org.bouncycastle.asn1.cms.SignedData;
import org.bouncycastle.asn1.ess.ESSCertIDv2;
import org.bouncycastle.asn1.ess.SigningCertificateV2;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.tsp.TimeStampTokenInfo;
import org.jspecify.annotations.Nullable;
import vn.antin.trust.TrustAnchors;

/**
 * The ordinary cases of ETSI EN 319 102-1, 5.3 to 5.6: everything is valid now, there is one path and nothing to weigh, and
 * either everything is shown not to be revoked, or nothing at all is said of revocation. Whatever is not plainly so is left
 * to the library, which keeps the whole of the standard and takes many times as long. {@code LevelsTests} and {@code
 * OrdinaryCaseTests} let both judge the same files.
 */
final class OrdinaryCase {
    /** RFC 5652, 11; RFC 5035; RFC 6211: what says nothing that would have to be weighed. */
    private static final Set<ASN1ObjectIdentifier> PLAIN = Set.of(
            CMSAttributes.contentType,
            CMSAttributes.messageDigest,
            CMSAttributes.cmsAlgorithmProtect,
            CMSAttributes.signingTime,
            PKCSObjectIdentifiers.id_aa_signingCertificateV2);

    private static final String PADES = "ETSI.CAdES.detached";
    private static final Set<String> FORMS = Set.of(PADES, "adbe.pkcs7.detached");
    private static final Set<Finding> HARMLESS = Set.of(Finding.ALGORITHM_UNPROTECTED, Finding.ENCODING_LOOSE);

    private final TrustAnchors anchors;
    private final ReliableAlgorithms algorithms;

    OrdinaryCase(TrustAnchors anchors, ReliableAlgorithms algorithms) {
        this.anchors = anchors;
        this.algorithms = algorithms;
    }

    /** All signatures of the file, by their ranges; nothing when one of them is not ordinary. */
    Optional<Map<List<Long>, StandardValidation.Opinion>> of(
            Analysis analysis, Revision whole, boolean revocationRequired, Instant now, Deadline deadline) {
        var evidence = CarriedEvidence.in(whole, algorithms, deadline);
        if (evidence.isEmpty() || (!revocationRequired && !evidence.get().none())) {
            return Optional.empty();
        }
        var work = new Work(evidence.get(), revocationRequired, now);
        return work.all(analysis.signatures());
    }

    private final class Work {
        private final CertificatesAtHand atHand = new CertificatesAtHand(anchors);
        private final Map<X509Certificate, Optional<CertificatePath>> paths = new HashMap<>();
        private final CarriedEvidence evidence;
        private final boolean revocationRequired;
        /** Nothing is said of revocation, and it should be. */
        private final boolean unasked;

        private final Instant now;

        Work(CarriedEvidence evidence, boolean revocationRequired, Instant now) {
            this.evidence = evidence;
            this.revocationRequired = revocationRequired;
            this.unasked = revocationRequired && evidence.none();
            this.now = now;
        }

        Optional<Map<List<Long>, StandardValidation.Opinion>> all(List<Analysis.Examined> signatures) {
            atHand.addAll(evidence.certificates());
            signatures.forEach(it -> it.value().ifPresent(value -> atHand.addAll(value.certificates())));
            List<Proved> stamps = new ArrayList<>();
            for (Analysis.Examined it : signatures) {
                if (it.timestamp()) {
                    var stamp = documentTimestamp(it);
                    if (stamp.isEmpty()) {
                        return Optional.empty();
                    }
                    stamps.add(stamp.get());
                }
            }
            Map<List<Long>, StandardValidation.Opinion> opinions = new HashMap<>();
            stamps.forEach(it -> opinions.put(it.range().numbers(), opinion(null, true, it.time(), it.time())));
            for (Analysis.Examined it : signatures) {
                if (!it.timestamp()) {
                    var opinion = signature(it, stamps);
                    if (opinion.isEmpty()) {
                        return Optional.empty();
                    }
                    opinions.put(it.range().orElseThrow().numbers(), opinion.get());
                }
            }
            return Optional.of(opinions);
        }

        /** A document time-stamp that holds. */
        private record Proved(ByteRangeCheck range, Instant time) {}

        private Optional<Proved> documentTimestamp(Analysis.Examined it) {
            var made = made(it);
            if (made.size() != 1 || made.getFirst().token() == null) {
                return Optional.empty();
            }
            return stamp(made.getFirst()).map(said -> new Proved(it.range().orElseThrow(), said.time()));
        }

        private Optional<StandardValidation.Opinion> signature(Analysis.Examined it, List<Proved> documentStamps) {
            var made = made(it);
            Instant claimed = claimed(it.dictionary());
            if (made.isEmpty() || made.getFirst().token() != null || claimed == null) {
                return Optional.empty();
            }
            SignatureValue.Made value = made.getFirst();
            boolean pades = PADES.equals(subFilter(it));
            if (!FORMS.contains(subFilter(it)) || !plain(value, pades, pades) || !unsigned(value)) {
                return Optional.empty();
            }
            List<Stamped> stamps = new ArrayList<>();
            for (SignatureValue.Made token : made.subList(1, made.size())) {
                var stamp = stamp(token);
                if (stamp.isEmpty()) {
                    return Optional.empty();
                }
                stamps.add(stamp.get());
            }
            Instant proved =
                    stamps.stream().map(Stamped::time).min(Instant::compareTo).orElse(now);
            var path = path(value, proved);
            if (path.isEmpty()
                    || !within(path.get().path().own(), claimed)
                    || !within(path.get().path().own(), proved)) {
                return Optional.empty();
            }
            List<Proved> later = documentStamps.stream()
                    .filter(stamp ->
                            stamp.range().end() > it.range().orElseThrow().end())
                    .toList();
            Instant best =
                    unasked ? now : later.stream().map(Proved::time).reduce(proved, (a, b) -> a.isBefore(b) ? a : b);
            return Optional.of(opinion(
                    pades ? level(path.get(), stamps, later) : null,
                    !stamps.isEmpty() || !later.isEmpty(),
                    best,
                    claimed));
        }

        private StandardValidation.Opinion opinion(
                @Nullable String level, boolean stamped, Instant best, Instant claimed) {
            // What the library says of a path about whose revocation nothing is known (ETSI EN 319 102-1, 5.2.6).
            return unasked
                    ? new StandardValidation.Opinion(
                            Report.Indication.INDETERMINATE,
                            SubIndication.CERTIFICATE_CHAIN_GENERAL_FAILURE.name(),
                            level,
                            false,
                            best,
                            claimed)
                    : new StandardValidation.Opinion(
                            Report.Indication.TOTAL_PASSED, null, level, stamped, best, claimed);
        }

        /** ETSI EN 319 142-1, 6.3: what evidence there is, and whether a document time-stamp stands over it. */
        private String level(Checked own, List<Stamped> stamps, List<Proved> later) {
            if (stamps.isEmpty() && later.isEmpty()) {
                return "B_B";
            }
            if (stamps.isEmpty() || own.proof() <= 0 || stamps.stream().anyMatch(it -> it.proof() <= 0)) {
                return "B_T";
            }
            int last = Math.max(
                    own.proof(), stamps.stream().mapToInt(Stamped::proof).max().orElse(0));
            return later.stream().anyMatch(it -> it.range().end() > last) ? "B_LTA" : "B_LT";
        }

        private List<SignatureValue.Made> made(Analysis.Examined it) {
            return it.value().isPresent()
                            && it.range().isPresent()
                            && HARMLESS.containsAll(it.value().get().problems())
                    ? it.value().get().made()
                    : List.of();
        }

        /** @param proof as in {@link Checked} */
        private record Stamped(Instant time, int proof) {}

        private Optional<Stamped> stamp(SignatureValue.Made it) {
            TimeStampTokenInfo token = it.token();
            if (token == null || !plain(it, false, true) || !algorithms.digest(token.getMessageImprintAlgOID(), now)) {
                return Optional.empty();
            }
            Instant time = token.getGenTime().toInstant();
            return time.isAfter(now)
                    ? Optional.empty()
                    : path(it, time)
                            .filter(path -> stamps(path.path().own()))
                            .filter(path -> within(path.path().own(), time))
                            .map(path -> new Stamped(time, path.proof()));
        }

        /** RFC 3161, 2.3. */
        private static boolean stamps(X509Certificate it) {
            try {
                return List.of(KeyPurposeId.id_kp_timeStamping.getId()).equals(it.getExtendedKeyUsage())
                        && it.getCriticalExtensionOIDs().contains(Extension.extendedKeyUsage.getId());
            } catch (CertificateParsingException e) {
                return false;
            }
        }

        /** @param named whether the signed attributes must name the certificate, as AdES has it */
        private boolean plain(SignatureValue.Made it, boolean pades, boolean named) {
            SignedData data = SignedData.getInstance(it.cms().toASN1Structure().getContent());
            AttributeTable attributes = it.by().getSignedAttributes();
            if (data.getCRLs() != null || data.getSignerInfos().size() != 1 || attributes == null) {
                return false;
            }
            for (Attribute one : attributes.toASN1Structure().getAttributes()) {
                var type = one.getAttrType();
                // PAdES keeps the claimed time in the dictionary alone (ETSI EN 319 142-1, 6.3).
                if (!PLAIN.contains(type) || (pades && type.equals(CMSAttributes.signingTime))) {
                    return false;
                }
            }
            boolean names = attributes.get(PKCSObjectIdentifiers.id_aa_signingCertificateV2) != null;
            return names ? named(attributes) : !named;
        }

        /** Exactly one certificate is named, by a digest that still holds; that it is the right one is known already. */
        private boolean named(AttributeTable attributes) {
            Attribute it = attributes.get(PKCSObjectIdentifiers.id_aa_signingCertificateV2);
            if (it == null || it.getAttrValues().size() != 1) {
                return false;
            }
            ESSCertIDv2[] certificates = SigningCertificateV2.getInstance(
                            it.getAttrValues().getObjectAt(0))
                    .getCerts();
            return certificates.length == 1
                    && algorithms.digest(certificates[0].getHashAlgorithm().getAlgorithm(), now);
        }

        private boolean unsigned(SignatureValue.Made it) {
            AttributeTable attributes = it.by().getUnsignedAttributes();
            return attributes == null
                    || attributes.size()
                            == attributes
                                    .getAll(PKCSObjectIdentifiers.id_aa_signatureTimeStampToken)
                                    .size();
        }

        /**
         * A path whose every certificate holds.
         *
         * @param proof the place behind which nothing stands that shows it unrevoked; 0 where the file says nothing of
         *     some of them
         */
        private record Checked(CertificatePath path, int proof) {}

        private Optional<Checked> path(SignatureValue.Made it, Instant proved) {
            var own = atHand.read(it.own());
            if (own.isEmpty() || !reliable(it, own.get())) {
                return Optional.empty();
            }
            return paths.computeIfAbsent(
                            own.get(),
                            any -> CertificatePath.of(any, atHand, now).filter(this::reliable))
                    .flatMap(path -> unrevoked(path, proved));
        }

        private boolean reliable(SignatureValue.Made it, X509Certificate own) {
            var digest = it.by().getDigestAlgorithmID().getAlgorithm();
            return algorithms.digest(digest, now)
                    && algorithms.signature(
                            it.by().toASN1Structure().getDigestEncryptionAlgorithm(), digest, own.getPublicKey(), now);
        }

        private boolean reliable(CertificatePath path) {
            for (int i = 0; i < path.certificates().size(); i++) {
                AlgorithmIdentifier algorithm =
                        atHand.holder(path.certificates().get(i)).getSignatureAlgorithm();
                if (!algorithms.signature(algorithm, null, path.issuerOf(i).getPublicKey(), now)) {
                    return false;
                }
            }
            return true;
        }

        private Optional<Checked> unrevoked(CertificatePath path, Instant proved) {
            int last = 0;
            boolean all = true;
            for (int i = 0; i < path.certificates().size(); i++) {
                X509Certificate it = path.certificates().get(i);
                X509CertificateHolder holder = atHand.holder(it);
                var said = evidence.of(holder, it, path.issuerOf(i), proved, now);
                if (!said.ordinary() || (said.proof() == 0 && revocationRequired && !unasked)) {
                    return Optional.empty();
                }
                all &= said.proof() > 0;
                last = Math.max(last, said.proof());
            }
            return Optional.of(new Checked(path, all ? last : 0));
        }

        private static boolean within(X509Certificate it, Instant time) {
            return !time.isBefore(it.getNotBefore().toInstant())
                    && !time.isAfter(it.getNotAfter().toInstant());
        }
    }

    private static @Nullable String subFilter(Analysis.Examined it) {
        return it.dictionary().getNameAsString(COSName.SUB_FILTER);
    }

    private static @Nullable Instant claimed(COSDictionary signature) {
        Calendar said = DateConverter.toCalendar(signature.getString(COSName.M));
        return said == null || signature.getNameAsString(COSName.FILTER) == null ? null : said.toInstant();
    }
}
