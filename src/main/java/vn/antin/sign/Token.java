package vn.antin.sign;

import java.io.IOException;
import java.security.AuthProvider;
import java.security.KeyStore;
import java.security.KeyStoreException;
import java.security.NoSuchAlgorithmException;
import java.security.ProviderException;
import java.security.Security;
import java.security.UnrecoverableKeyException;
import java.security.cert.CertificateException;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import javax.security.auth.login.LoginException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.antin.kernel.Refusal;

/**
 * One token (PKCS#11), found by its label wherever it is plugged in, opened for one act at a time.
 *
 * <p>A login belongs to the whole process and all its threads (PKCS#11, 2.40, 5.6), and whoever logs in while somebody is
 * already logged in is not asked for the right PIN. So acts on one token take turns, and each begins and ends logged out.
 */
final class Token {
    private static final Logger LOG = LoggerFactory.getLogger(Token.class);

    private final CryptoModule module;
    private final String label;
    private final ReentrantLock oneAct = new ReentrantLock(true);
    private @Nullable AuthProvider provider;
    private int start = -1;
    private long slot;

    Token(CryptoModule module, String label) {
        this.module = module;
        this.label = label;
    }

    String label() {
        return label;
    }

    /** What is done while the token is open. */
    interface Act<T> {
        T with(KeyStore keys) throws Lost;
    }

    /** The token went away, or a session of it. */
    static final class Lost extends Exception {
        private static final long serialVersionUID = 1L;

        Lost(Throwable cause) {
            super(cause);
        }
    }

    /**
     * Logs in, acts, logs out. When the token is lost meanwhile, everything is opened anew and tried once more.
     *
     * @return empty when the PIN is wrong
     */
    <T> Optional<T> open(Pin pin, Act<T> act) {
        oneAct.lock();
        try {
            int seen = module.starts();
            try {
                return once(pin, act);
            } catch (Lost lost) {
                LOG.info("Token {} is opened anew", label);
                module.restart(seen);
                forget();
            }
            return once(pin, act);
        } catch (Lost lost) {
            forget();
            throw new Refusal(SignReason.TOKEN_UNAVAILABLE, lost, label);
        } finally {
            oneAct.unlock();
        }
    }

    private <T> Optional<T> once(Pin pin, Act<T> act) throws Lost {
        record Ending<R>(Optional<R> result, Optional<Lost> lost) {}
        Ending<T> ending = module.during(() -> {
            try {
                return new Ending<>(loggedIn(pin, act), Optional.empty());
            } catch (Lost lost) {
                return new Ending<>(Optional.empty(), Optional.of(lost));
            }
        });
        if (ending.lost().isPresent()) {
            throw ending.lost().get();
        }
        return ending.result();
    }

    private <T> Optional<T> loggedIn(Pin pin, Act<T> act) throws Lost {
        CryptoModule.Slot here = whereItIs();
        if (here.pinLocked()) {
            throw new Refusal(SignReason.TOKEN_PIN_LOCKED, label);
        }
        AuthProvider opened = provider(here);
        try {
            opened.logout();
            var store = KeyStore.getInstance("PKCS11", opened);
            store.load(null, pin.digits());
            return Optional.of(act.with(store));
        } catch (IOException e) {
            if (whereItIs().pinLocked()) {
                throw new Refusal(SignReason.TOKEN_PIN_LOCKED, e, label);
            }
            if (e.getCause() instanceof UnrecoverableKeyException) {
                return Optional.empty();
            }
            throw new Lost(e);
        } catch (LoginException | ProviderException | KeyStoreException e) {
            throw new Lost(e);
        } catch (NoSuchAlgorithmException | CertificateException e) {
            throw new Refusal(SignReason.KEY_UNUSABLE, e, label);
        } finally {
            logout(opened);
        }
    }

    private CryptoModule.Slot whereItIs() throws Lost {
        try {
            return module.find(label).orElseThrow(() -> new Lost(new IOException("No token has this label")));
        } catch (UnsatisfiedLinkError e) {
            throw new Lost(e);
        }
    }

    private AuthProvider provider(CryptoModule.Slot here) throws Lost {
        if (provider == null || start != module.starts() || slot != here.id()) {
            try {
                // One provider a token and start of the driver: a provider keeps sessions, which do not outlive either.
                provider = (AuthProvider) Security.getProvider("SunPKCS11")
                        .configure("--name=antin" + Integer.toHexString(System.identityHashCode(this)) + "\nlibrary="
                                + module.library() + "\nslot=" + here.id() + "\n");
                start = module.starts();
                slot = here.id();
            } catch (ProviderException e) {
                throw new Lost(e);
            }
        }
        return provider;
    }

    private void logout(AuthProvider opened) {
        try {
            opened.logout();
        } catch (LoginException | ProviderException e) {
            // Whoever is not known to be logged out must not be met by the next act.
            forget();
            LOG.warn("Token {} could not be logged out of", label);
        }
    }

    private void forget() {
        provider = null;
    }
}
