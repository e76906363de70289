package vn.antin.bulk;

import java.util.Set;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import vn.antin.kernel.NavigationLink;

/** The way from the page frame to this room. */
@Configuration(proxyBeanMethods = false)
class BulkNavigation {
    @Bean
    NavigationLink bulkLink() {
        return new NavigationLink("/hang-loat", "Soạn hàng loạt", 25, Set.of("SIGNATORY", "REGISTRAR"));
    }
}
