package vn.antin.trust;

import java.nio.file.Path;
import java.time.Clock;
import java.util.random.RandomGenerator;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
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

    /** Both what is believed now and what is believed at an instant. */
    @Bean
    TrustInForce trustInForce(TrustPolicy policy, Clock clock, ObjectProvider<TrustVersions> versions) {
        return new TrustInForce(
                FolderTrustAnchors.read(policy, clock),
                policy,
                () -> versions.getObject().inForce());
    }

    @Bean
    TimestampAuthority timestampAuthority(TrustInForce trust, TrustPolicy policy, Clock clock, RandomGenerator chance) {
        return new TimestampAuthoritiesInOrder(
                trust::places, policy.timestampPatience(), trust.ofTimestamps(clock), clock, chance);
    }

    @Bean
    Revocations revocations(TrustInForce trust, TrustPolicy policy, Clock clock, @Value("${antin.home}") Path home) {
        return new Revocations(trust, new RevocationCache(home), policy.revocationTimeout(), clock);
    }
}
