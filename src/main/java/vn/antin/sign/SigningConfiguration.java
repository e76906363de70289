package vn.antin.sign;

import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;
import org.springframework.core.env.Profiles;
import vn.antin.trust.Revocations;
import vn.antin.trust.TimestampAuthority;
import vn.antin.trust.TrustStatus;

@Configuration(proxyBeanMethods = false)
class SigningConfiguration {
    @Bean
    SigningPolicy signingPolicy(SigningProperties typed, Environment environment) {
        return SigningPolicy.from(typed, environment.acceptsProfiles(Profiles.of("demo")));
    }

    @Bean
    LongTerm longTerm(
            SigningPolicy policy, TrustStatus trust, Revocations revocations, TimestampAuthority time, Clock clock) {
        return new LongTerm(policy.level(), trust, revocations, time, clock);
    }
}
