package vn.antin.agency;

import java.util.Set;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import vn.antin.kernel.NavigationLink;

/** The way from the page frame to the register of bodies and people, and the warnings that wait there. */
@Configuration(proxyBeanMethods = false)
class DirectoryNavigation {
    @Bean
    NavigationLink directoryLink() {
        return new NavigationLink("/danh-ba", "Danh bạ", 60, Set.of("REGISTRAR", "ADMINISTRATOR"));
    }

    @Bean
    NavigationLink certificatesLink() {
        return new NavigationLink("/chung-thu-so", "Chứng thư số", 62, Set.of("SIGNATORY", "REGISTRAR"));
    }

    @Bean
    NavigationLink certificatesEnding(Expiries expiries) {
        return new NavigationLink(
                "/chung-thu-so#sap-het-han",
                "chứng thư số sắp hết hạn",
                40,
                Set.of("SIGNATORY", "REGISTRAR"),
                person -> expiries.unseen(person).size());
    }
}
