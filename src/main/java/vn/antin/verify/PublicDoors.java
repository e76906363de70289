package vn.antin.verify;

import java.util.Arrays;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.security.web.util.matcher.OrRequestMatcher;
import org.springframework.security.web.util.matcher.RequestMatcher;
import vn.antin.kernel.NavigationLink;

/** What everyone may use without signing in. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnWebApplication
class PublicDoors {
    static final String[] UPLOADS = {
        "/api/v1/verifications",
        "/api/v1/verifications/by-digest",
        "/api/v1/verifications/pictures",
        "/xac-minh",
        "/xac-minh/ma-bam",
        "/v/*",
        "/v/*/trich-yeu"
    };

    @Bean
    RequestMatcher verification() {
        var path = PathPatternRequestMatcher.withDefaults();
        return new OrRequestMatcher(
                Stream.concat(Arrays.stream(UPLOADS), Stream.of("/tra-cuu", "/verify/**", "/xac-minh/hinh/**"))
                        .map(path::matcher)
                        .toArray(RequestMatcher[]::new));
    }

    @Bean
    NavigationLink verificationLink() {
        return new NavigationLink("/xac-minh", "Xác minh văn bản", 60, Set.of());
    }
}
