package vn.antin.authoring;

import java.util.Set;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpMethod;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.security.web.util.matcher.RequestMatcher;
import vn.antin.kernel.NavigationLink;

/** What the page frame shows of this room, and its one door that asks nobody who they are. */
@Configuration(value = "authoringSignposts", proxyBeanMethods = false)
class Signposts {
    @Bean
    NavigationLink templatesLink() {
        return new NavigationLink("/mau-van-ban", "Mẫu văn bản", 25, Set.of("SIGNATORY", "REGISTRAR", "ARCHIVIST"));
    }

    @Bean
    @ConditionalOnWebApplication
    RequestMatcher openSchemas() {
        return PathPatternRequestMatcher.withDefaults()
                .matcher(HttpMethod.GET, "/mau-van-ban/{name}/{digest:[0-9a-f]+}/fields.schema.json");
    }
}
