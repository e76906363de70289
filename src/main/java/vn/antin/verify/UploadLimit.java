package vn.antin.verify;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.bucket4j.Bucket;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import vn.antin.kernel.Refusal;

/** Anyone may send files here without a name, so each network address gets its share and no more. */
@Component
@ConditionalOnWebApplication
class UploadLimit implements HandlerInterceptor, WebMvcConfigurer {
    private static final Duration MINUTE = Duration.ofMinutes(1);
    private static final int ADDRESSES = 100_000;

    private final int uploads;
    private final Cache<String, Bucket> shares = Caffeine.newBuilder()
            .maximumSize(ADDRESSES)
            .expireAfterAccess(MINUTE.multipliedBy(5))
            .build();

    UploadLimit(VerificationProperties limits) {
        this.uploads = limits.uploads();
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(this).addPathPatterns(PublicDoors.UPLOADS);
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        if (!request.getMethod().equals("POST")) {
            return true;
        }
        Bucket share = shares.get(
                request.getRemoteAddr(),
                it -> Bucket.builder()
                        .addLimit(limit -> limit.capacity(uploads).refillGreedy(uploads, MINUTE))
                        .build());
        var probe = share.tryConsumeAndReturnRemaining(1);
        if (probe.isConsumed()) {
            return true;
        }
        long seconds = Duration.ofNanos(probe.getNanosToWaitForRefill()).toSeconds() + 1;
        response.setHeader(HttpHeaders.RETRY_AFTER, Long.toString(seconds));
        throw new Refusal(VerifyReason.TOO_OFTEN, seconds);
    }
}
