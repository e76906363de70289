package vn.antin.sign;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.UnrecoverableKeyException;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import vn.antin.kernel.Refusal;
import vn.antin.kernel.Sha256;
import vn.antin.trust.SampleAuthority;

/** Keys in PKCS#12 files (RFC 7292), one a person or body, in one folder. */
@Component
class Pkcs12Keys implements Keys {
    /** A key and its path take some 5 KB. */
    private static final long LONGEST_FILE = 1024 * 1024;

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd/MM/uuuu");
    /** Bits of the key usage extension (RFC 5280, 4.2.1.3). */
    private static final int DIGITAL_SIGNATURE = 0;

    private static final int NON_REPUDIATION = 1;
    private static final String ANY_PURPOSE = "2.5.29.37.0";
    private static final String TIME_STAMPING = "1.3.6.1.5.5.7.3.8";

    private final SigningPolicy policy;
    private final Clock clock;
    private final PinGuard guard;

    Pkcs12Keys(SigningPolicy policy, Clock clock) {
        this.policy = policy;
        this.clock = clock;
        this.guard = new PinGuard(policy.pinAttempts(), policy.pinPause(), clock);
    }

    @Override
    public SigningKey open(String owner, Pin pin) {
        byte[] file = read(owner);
        Pkcs12Key key = guard.opened(owner, () -> unlock(owner, file, pin));
        requireUsable(owner, key);
        return key;
    }

    private byte[] read(String owner) {
        // The names of people and bodies have no dots in a row and no slashes (kernel.PersonId, kernel.AgencyId).
        Path file = policy.keys()
                .map(it -> it.resolve(owner + ".p12"))
                .filter(Files::isRegularFile)
                .orElseThrow(() -> new Refusal(SignReason.NO_KEY, owner));
        try {
            if (Files.size(file) > LONGEST_FILE) {
                throw new Refusal(SignReason.KEY_UNUSABLE, owner);
            }
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Empty when the PIN is wrong. */
    private static Optional<Pkcs12Key> unlock(String owner, byte[] file, Pin pin) {
        try {
            var store = KeyStore.getInstance("PKCS12");
            store.load(new ByteArrayInputStream(file), pin.digits());
            for (String alias : Collections.list(store.aliases())) {
                if (store.getKey(alias, pin.digits()) instanceof PrivateKey key) {
                    List<X509Certificate> chain = Arrays.stream(store.getCertificateChain(alias))
                            .map(X509Certificate.class::cast)
                            .filter(it -> !it.getSubjectX500Principal().equals(it.getIssuerX500Principal()))
                            .toList();
                    return Optional.of(new Pkcs12Key(owner, key, chain));
                }
            }
            throw new Refusal(SignReason.KEY_UNUSABLE, owner);
        } catch (IOException e) {
            if (e.getCause() instanceof UnrecoverableKeyException) {
                return Optional.empty();
            }
            throw new Refusal(SignReason.KEY_UNUSABLE, e, owner);
        } catch (UnrecoverableKeyException e) {
            return Optional.empty();
        } catch (GeneralSecurityException e) {
            throw new Refusal(SignReason.KEY_UNUSABLE, e, owner);
        }
    }

    private void requireUsable(String owner, Pkcs12Key key) {
        if (key.chain().isEmpty()
                || Algorithm.of(key.certificate().getPublicKey()).isEmpty()
                || !maySignDocuments(key.certificate())) {
            throw new Refusal(SignReason.KEY_UNUSABLE, owner);
        }
        if (!policy.sampleKeysAllowed() && key.chain().stream().anyMatch(SampleAuthority::issued)) {
            throw new Refusal(SignReason.SAMPLE_KEY_REFUSED, owner);
        }
        Instant now = clock.instant();
        Instant from = key.certificate().getNotBefore().toInstant();
        if (now.isBefore(from)) {
            throw new Refusal(SignReason.CERTIFICATE_NOT_YET_VALID, owner, day(from));
        }
        Instant until = key.certificate().getNotAfter().toInstant();
        if (now.isAfter(until)) {
            throw new Refusal(SignReason.CERTIFICATE_EXPIRED, owner, day(until));
        }
    }

    /** A certificate for time-stamps or servers must not put a signature under a decision. */
    private static boolean maySignDocuments(X509Certificate certificate) {
        boolean[] usage = certificate.getKeyUsage();
        boolean byUsage = usage == null || usage[DIGITAL_SIGNATURE] || usage[NON_REPUDIATION];
        try {
            List<String> purposes = certificate.getExtendedKeyUsage();
            boolean forTimeOnly =
                    purposes != null && purposes.contains(TIME_STAMPING) && !purposes.contains(ANY_PURPOSE);
            return byUsage && !forTimeOnly && certificate.getBasicConstraints() < 0;
        } catch (GeneralSecurityException e) {
            return false;
        }
    }

    private String day(Instant instant) {
        return DAY.format(instant.atZone(clock.getZone()));
    }

    /** Not a record: those print what they hold. */
    private static final class Pkcs12Key implements SigningKey {
        private final String owner;
        private final PrivateKey key;
        private final List<X509Certificate> chain;

        Pkcs12Key(String owner, PrivateKey key, List<X509Certificate> chain) {
            this.owner = owner;
            this.key = key;
            this.chain = chain;
        }

        @Override
        public List<X509Certificate> chain() {
            return chain;
        }

        @Override
        public byte[] sign(Sha256 digest) {
            try {
                Algorithm algorithm = Algorithm.of(certificate().getPublicKey())
                        .orElseThrow(() -> new Refusal(SignReason.KEY_UNUSABLE, owner));
                var signature = Signature.getInstance(algorithm.overDigest());
                signature.initSign(key);
                signature.update(algorithm.input(digest));
                return signature.sign();
            } catch (GeneralSecurityException e) {
                throw new Refusal(SignReason.KEY_UNUSABLE, e, owner);
            }
        }
    }
}
