package vn.antin.shell;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.bucket4j.Bucket;
import java.time.Duration;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.LockedException;
import org.springframework.security.authentication.dao.DaoAuthenticationProvider;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.web.authentication.WebAuthenticationDetails;

/**
 * Checks passwords, and no more than a few wrong ones in a row: {@value #ATTEMPTS} for one account from one address,
 * then one every {@value #MINUTES_PER_ATTEMPT} minutes. Counting by both keeps a stranger from locking the owner out.
 */
final class SignInGuard implements AuthenticationProvider {
    static final int ATTEMPTS = 5;
    static final int MINUTES_PER_ATTEMPT = 1;
    private static final int REMEMBERED = 100_000;

    private final DaoAuthenticationProvider passwords;
    private final Cache<String, Bucket> attempts = Caffeine.newBuilder()
            .maximumSize(REMEMBERED)
            .expireAfterAccess(Duration.ofMinutes(ATTEMPTS * MINUTES_PER_ATTEMPT))
            .build();

    SignInGuard(UserDetailsService accounts) {
        passwords = new DaoAuthenticationProvider(accounts);
    }

    @Override
    public @Nullable Authentication authenticate(Authentication request) {
        String address =
                request.getDetails() instanceof WebAuthenticationDetails details ? details.getRemoteAddress() : "";
        String key = request.getName().toLowerCase(Locale.ROOT) + " " + address;
        if (!attempts.get(key, it -> fresh()).tryConsume(1)) {
            throw new LockedException("Too many attempts");
        }
        var signedIn = passwords.authenticate(request);
        attempts.invalidate(key);
        return signedIn;
    }

    @Override
    public boolean supports(Class<?> kind) {
        return passwords.supports(kind);
    }

    private static Bucket fresh() {
        return Bucket.builder()
                .addLimit(limit -> limit.capacity(ATTEMPTS).refillGreedy(1, Duration.ofMinutes(MINUTES_PER_ATTEMPT)))
                .build();
    }
}
