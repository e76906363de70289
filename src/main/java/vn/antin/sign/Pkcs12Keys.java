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
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import vn.antin.kernel.Refusal;
import vn.antin.kernel.Sha256;

/** Keys in PKCS#12 files (RFC 7292), one a person or body, in one folder. */
class Pkcs12Keys implements Keys {
    /** A key and its path take some 5 KB. */
    private static final long LONGEST_FILE = 1024 * 1024;

    private final SigningPolicy policy;
    private final UsableCertificates usable;
    private final PinGuard guard;

    /** Where no register says whose a certificate is: the file's name says it. */
    Pkcs12Keys(SigningPolicy policy, Clock clock) {
        this(policy, new UsableCertificates(policy.sampleKeysAllowed(), (owner, it, at) -> {}, clock), clock);
    }

    Pkcs12Keys(SigningPolicy policy, UsableCertificates usable, Clock clock) {
        this.policy = policy;
        this.usable = usable;
        this.guard = new PinGuard(policy.pinAttempts(), policy.pinPause(), clock);
    }

    @Override
    public SigningKey open(String owner, Pin pin) {
        byte[] file = read(owner);
        Pkcs12Key key = guard.opened(owner, () -> unlock(owner, file, pin));
        usable.require(owner, key.chain());
        return key;
    }

    @Override
    public boolean holds(String owner) {
        return file(owner).isPresent();
    }

    // The names of people and bodies have no dots in a row and no slashes (kernel.PersonId, kernel.AgencyId).
    private Optional<Path> file(String owner) {
        return policy.keys().map(it -> it.resolve(owner + ".p12")).filter(Files::isRegularFile);
    }

    private byte[] read(String owner) {
        Path file = file(owner).orElseThrow(() -> new Refusal(SignReason.NO_KEY, owner));
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
        public List<Answer> sign(List<Sha256> digests) {
            Algorithm algorithm = Algorithm.of(certificate().getPublicKey())
                    .orElseThrow(() -> new Refusal(SignReason.KEY_UNUSABLE, owner));
            return digests.stream().map(it -> answer(algorithm, it)).toList();
        }

        private Answer answer(Algorithm algorithm, Sha256 digest) {
            try {
                var signature = Signature.getInstance(algorithm.overDigest());
                signature.initSign(key);
                signature.update(algorithm.input(digest));
                return new Answer.Value(signature.sign());
            } catch (GeneralSecurityException e) {
                return new Answer.Refused(new Refusal(SignReason.KEY_UNUSABLE, e, owner));
            }
        }
    }
}
