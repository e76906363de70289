package vn.antin.verify;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.bucket4j.Bucket;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import vn.antin.kernel.Refusal;

/**
 * Whoever asks for codes that do not exist is guessing, and is heard {@value #MISSES} times a minute; codes that exist
 * cost nothing, so a whole school behind one address may look up its documents.
 */
@Component
@ConditionalOnWebApplication
class LookUpLimit implements HandlerInterceptor, WebMvcConfigurer {
    static final int MISSES = 20;

    private static final Duration MINUTE = Duration.ofMinutes(1);
    private static final int ADDRESSES = 100_000;

    private final Cache<String, Bucket> misses = Caffeine.newBuilder()
            .maximumSize(ADDRESSES)
            .expireAfterAccess(MINUTE.multipliedBy(5))
            .build();

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(this).addPathPatterns("/v/**");
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        Bucket mine = misses.getIfPresent(request.getRemoteAddr());
        if (mine != null && mine.getAvailableTokens() == 0) {
            throw new Refusal(VerifyReason.TOO_MANY_UNKNOWN_CODES);
        }
        return true;
    }

    @Override
    public void afterCompletion(
            HttpServletRequest request, HttpServletResponse response, Object handler, @Nullable Exception trouble) {
        if (response.getStatus() == HttpStatus.NOT_FOUND.value()) {
            misses.get(
                            request.getRemoteAddr(),
                            it -> Bucket.builder()
                                    .addLimit(limit -> limit.capacity(MISSES).refillGreedy(MISSES, MINUTE))
                                    .build())
                    .tryConsume(1);
        }
    }
}
