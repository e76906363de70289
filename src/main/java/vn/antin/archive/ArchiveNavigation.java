package vn.antin.archive;

import java.util.Set;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import vn.antin.kernel.NavigationLink;

/** The way from the page frame to this room. */
@Configuration(proxyBeanMethods = false)
class ArchiveNavigation {
    @Bean
    NavigationLink archiveLink() {
        return new NavigationLink("/luu-tru", "Lưu trữ", 50, Set.of("ARCHIVIST"));
    }
}
