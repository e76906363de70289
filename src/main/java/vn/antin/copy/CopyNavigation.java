package vn.antin.copy;

import java.util.Set;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import vn.antin.kernel.NavigationLink;

/** The way from the page frame to this room. */
@Configuration(proxyBeanMethods = false)
class CopyNavigation {
    @Bean
    NavigationLink copyLink() {
        return new NavigationLink("/sao", "Bản sao", 45, Set.of("REGISTRAR"));
    }
}
