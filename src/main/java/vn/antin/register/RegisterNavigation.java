package vn.antin.register;

import java.util.Set;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import vn.antin.kernel.NavigationLink;

/** The way from the page frame to this room. */
@Configuration(proxyBeanMethods = false)
class RegisterNavigation {
    @Bean
    NavigationLink registerLink() {
        return new NavigationLink("/so-van-ban-di", "Sổ văn bản đi", 40, Set.of("SIGNATORY", "REGISTRAR", "ARCHIVIST"));
    }
}
