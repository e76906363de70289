package vn.antin.sign;

import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.KeyStoreException;
import java.security.PrivateKey;
import java.security.ProviderException;
import java.security.Signature;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import vn.antin.kernel.Refusal;
import vn.antin.kernel.Sha256;
import vn.antin.trust.TrustAnchors;

/** Keys in tokens on this machine (PKCS#11), such as the seal of a body in an HSM. They never leave their token. */
final class TokenKeys implements Keys {
    private final Map<String, Place> places = new HashMap<>();
    private final UsableCertificates usable;
    private final TrustAnchors trust;
    private final PinGuard guard;

    TokenKeys(TokenPolicy policy, SigningPolicy pins, UsableCertificates usable, TrustAnchors trust, Clock clock) {
        var modules = new HashMap<java.nio.file.Path, CryptoModule>();
        for (TokenPolicy.TokenPlace it : policy.tokens()) {
            var token = new Token(modules.computeIfAbsent(it.module(), CryptoModule::new), it.label());
            it.keys().forEach((owner, key) -> places.put(owner, new Place(token, key)));
        }
        this.usable = usable;
        this.trust = trust;
        this.guard = new PinGuard(pins.pinAttempts(), pins.pinPause(), clock);
    }

    /** @param key label of the certificate, or its serial number in hexadecimal */
    private record Place(Token token, String key) {}

    @Override
    public boolean holds(String owner) {
        return places.containsKey(owner);
    }

    @Override
    public SigningKey open(String owner, Pin pin) {
        Place place = Optional.ofNullable(places.get(owner))
                .orElseThrow(() -> new Refusal(SignReason.NO_KEY, owner));
        // Wrong PINs are counted here too, so that guessing stops before the token locks itself for good.
        List<X509Certificate> chain =
                guard.opened(owner, () -> place.token().open(pin, it -> chain(it, owner, place)));
        usable.require(owner, chain);
        return new TokenKey(owner, place, pin, chain);
    }

    private List<X509Certificate> chain(KeyStore store, String owner, Place place) throws Token.Lost {
        try {
            List<X509Certificate> chain = Arrays.stream(store.getCertificateChain(alias(store, owner, place)))
                    .map(X509Certificate.class::cast)
                    .filter(it -> !it.getSubjectX500Principal().equals(it.getIssuerX500Principal()))
                    .toList();
            return UsableCertificates.lengthened(chain, trust);
        } catch (KeyStoreException | ProviderException e) {
            throw new Token.Lost(e);
        }
    }

    /** Java's provider pairs key and certificate by CKA_ID and calls the pair by the certificate's label. */
    private static String alias(KeyStore store, String owner, Place place) throws KeyStoreException {
        var found = new ArrayList<String>();
        for (String alias : Collections.list(store.aliases())) {
            if (store.isKeyEntry(alias)
                    && store.getCertificate(alias) instanceof X509Certificate certificate
                    && (alias.equals(place.key()) || serial(certificate).equals(place.key().toLowerCase(Locale.ROOT)))) {
                found.add(alias);
            }
        }
        if (found.size() != 1) {
            throw new Refusal(SignReason.NO_KEY, owner);
        }
        return found.getFirst();
    }

    private static String serial(X509Certificate certificate) {
        return certificate.getSerialNumber().toString(16);
    }

    /** Logs in anew for each call, with the PIN of the act, which ends with the act. */
    private final class TokenKey implements SigningKey {
        private final String owner;
        private final Place place;
        private final Pin pin;
        private final List<X509Certificate> chain;

        TokenKey(String owner, Place place, Pin pin, List<X509Certificate> chain) {
            this.owner = owner;
            this.place = place;
            this.pin = pin;
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
            return guard.opened(owner, () -> place.token().open(pin, it -> answers(it, algorithm, digests)));
        }

        private List<Answer> answers(KeyStore store, Algorithm algorithm, List<Sha256> digests) throws Token.Lost {
            try {
                var alias = alias(store, owner, place);
                if (!certificate().equals(store.getCertificate(alias))
                        || !(store.getKey(alias, null) instanceof PrivateKey key)) {
                    throw new Refusal(SignReason.KEY_UNUSABLE, owner);
                }
                var answers = new ArrayList<Answer>();
                for (Sha256 it : digests) {
                    var signature = Signature.getInstance(algorithm.overDigest(), store.getProvider());
                    signature.initSign(key);
                    signature.update(algorithm.input(it));
                    answers.add(new Answer.Value(signature.sign()));
                }
                return answers;
            } catch (GeneralSecurityException | ProviderException e) {
                throw new Token.Lost(e);
            }
        }
    }
}
