package vn.antin.verify;

import eu.europa.esig.dss.enumerations.Level;
import eu.europa.esig.dss.model.policy.ValidationPolicy;
import eu.europa.esig.dss.policy.EtsiValidationPolicy;
import eu.europa.esig.dss.policy.ValidationPolicyFacade;
import eu.europa.esig.dss.policy.jaxb.Algo;
import eu.europa.esig.dss.policy.jaxb.AlgoExpirationDate;
import eu.europa.esig.dss.policy.jaxb.BasicSignatureConstraints;
import eu.europa.esig.dss.policy.jaxb.CertificateConstraints;
import eu.europa.esig.dss.policy.jaxb.ConstraintsParameters;
import eu.europa.esig.dss.policy.jaxb.CryptographicConstraint;
import eu.europa.esig.dss.policy.jaxb.LevelConstraint;
import jakarta.xml.bind.JAXBException;
import java.io.IOException;
import java.time.ZoneOffset;
import java.util.List;
import javax.xml.stream.XMLStreamException;
import org.xml.sax.SAXException;
import vn.antin.trust.AlgorithmLimit;

/**
 * The library's default policy made stricter: a change that a signature does not permit is a failure, not a warning. The
 * reasons stand in {@code src/docs/decisions/2026-11-verification-policy.md}.
 *
 * @param required every certificate must be shown not to be revoked
 * @param notOffered for certificates that name no place where to ask
 */
record ValidationPolicies(ValidationPolicy required, ValidationPolicy notOffered) {
    /** @param limits until when each algorithm is to be relied on, in place of the library's own; empty keeps those */
    static ValidationPolicies load(List<AlgorithmLimit> limits) {
        return new ValidationPolicies(
                new EtsiValidationPolicy(parameters(true, limits)),
                new EtsiValidationPolicy(parameters(false, limits)));
    }

    /** For values taken out of their PDF, which keeps the claimed time itself (ETSI EN 319 142-1, clause 5.3). */
    static ValidationPolicies withoutPdf(List<AlgorithmLimit> limits) {
        var all = new ConstraintsParameters[] {parameters(true, limits), parameters(false, limits)};
        for (ConstraintsParameters it : all) {
            it.getSignatureConstraints().getSignedAttributes().setSigningTime(level(Level.IGNORE));
        }
        return new ValidationPolicies(new EtsiValidationPolicy(all[0]), new EtsiValidationPolicy(all[1]));
    }

    ValidationPolicy choose(boolean revocationRequired) {
        return revocationRequired ? required : notOffered;
    }

    private static ConstraintsParameters parameters(boolean revocationRequired, List<AlgorithmLimit> limits) {
        try (var stream = ValidationPolicies.class.getResourceAsStream("/policy/constraint.xml")) {
            if (stream == null) {
                throw new IllegalStateException("The library's default policy is not there");
            }
            ConstraintsParameters parameters =
                    ValidationPolicyFacade.newFacade().unmarshall(stream);
            for (var it : List.of(
                    parameters.getSignatureConstraints().getBasicSignatureConstraints(),
                    parameters.getTimestamp().getBasicSignatureConstraints())) {
                changesFail(it);
                if (!revocationRequired) {
                    withoutRevocation(it.getSigningCertificate());
                    withoutRevocation(it.getCACertificate());
                }
            }
            // The time a signer claims is optional (ISO 32000-2, table 255: M), and proves nothing when it is there.
            parameters.getSignatureConstraints().getSignedAttributes().setSigningTime(level(Level.INFORM));
            if (!limits.isEmpty()) {
                algorithms(parameters.getCryptographic(), limits);
            }
            return parameters;
        } catch (IOException | JAXBException | XMLStreamException | SAXException e) {
            throw new IllegalStateException("The library's default policy cannot be read", e);
        }
    }

    /**
     * What an administrator laid down ends when it says; the library's own list would only warn of an end that came
     * after its last edition.
     */
    private static void algorithms(CryptographicConstraint constraint, List<AlgorithmLimit> limits) {
        AlgoExpirationDate ends = constraint.getAlgoExpirationDate();
        ends.setLevelAfterUpdate(Level.FAIL);
        for (AlgorithmLimit limit : limits) {
            for (String name : names(limit.algorithm())) {
                ends.getAlgos().removeIf(it -> it.getValue().equals(name));
            }
        }
        for (AlgorithmLimit limit : limits) {
            for (String name : names(limit.algorithm())) {
                var end = new Algo();
                end.setValue(name);
                end.setSize(limit.bits() == 0 ? null : limit.bits());
                limit.end()
                        .ifPresent(it -> end.setDate(
                                it.atZone(ZoneOffset.UTC).toLocalDate().toString()));
                ends.getAlgos().add(end);
            }
        }
    }

    /** One key serves several ways of signing, which the library tells apart. */
    private static List<String> names(String algorithm) {
        return switch (algorithm) {
            case "RSA" -> List.of("RSA", "RSASSA-PSS");
            case "ECDSA" -> List.of("ECDSA", "PLAIN-ECDSA");
            default -> List.of(algorithm);
        };
    }

    private static void changesFail(BasicSignatureConstraints it) {
        it.setDocMDP(level(Level.FAIL));
        it.setFieldMDP(level(Level.FAIL));
        it.setSigFieldLock(level(Level.FAIL));
        it.setUndefinedChanges(level(Level.FAIL));
        it.setPdfVisualDifference(level(Level.FAIL));
    }

    private static void withoutRevocation(CertificateConstraints it) {
        it.setRevocationDataAvailable(level(Level.IGNORE));
        it.setAcceptableRevocationDataFound(level(Level.IGNORE));
        it.setRevocationInfoAccessPresent(level(Level.IGNORE));
    }

    private static LevelConstraint level(Level level) {
        var constraint = new LevelConstraint();
        constraint.setLevel(level);
        return constraint;
    }
}
