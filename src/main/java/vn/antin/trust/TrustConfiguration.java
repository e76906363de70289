package vn.antin.trust;

import java.time.Clock;
import java.util.random.RandomGenerator;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;
import org.springframework.core.env.Profiles;

@Configuration(proxyBeanMethods = false)
class TrustConfiguration {
    @Bean
    TrustPolicy trustPolicy(TrustProperties typed, Environment environment) {
        return TrustPolicy.from(typed, environment.acceptsProfiles(Profiles.of("demo")));
    }

    @Bean
    TrustAnchors trustAnchors(TrustPolicy policy, Clock clock) {
        return FolderTrustAnchors.read(policy, clock);
    }

    @Bean
    TimestampAuthority timestampAuthority(TrustPolicy policy, TrustAnchors anchors, RandomGenerator chance) {
        return new HttpTimestampAuthority(policy, anchors, chance);
    }
}
