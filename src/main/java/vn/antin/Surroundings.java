package vn.antin;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.ZoneId;
import java.util.random.RandomGenerator;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Time and chance, which every room takes by its constructor. */
@Configuration(proxyBeanMethods = false)
class Surroundings {
    /** Vietnam's one time zone, UTC+7 all year: documents are dated in it wherever the machine stands. */
    static final ZoneId VIETNAM = ZoneId.of("Asia/Ho_Chi_Minh");

    @Bean
    Clock clock() {
        return Clock.system(VIETNAM);
    }

    @Bean
    RandomGenerator chance() {
        return new SecureRandom();
    }
}
