package vn.antin.search;

import java.util.Set;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import vn.antin.kernel.NavigationLink;

/** The way from the page frame to this room. */
@Configuration(proxyBeanMethods = false)
class SearchNavigation {
    @Bean
    NavigationLink searchLink() {
        return new NavigationLink("/tim-kiem", "Tìm văn bản", 30, Set.of("SIGNATORY", "REGISTRAR", "ARCHIVIST"));
    }
}
