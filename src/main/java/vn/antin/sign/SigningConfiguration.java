package vn.antin.sign;

import java.time.Clock;
import java.util.List;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;
import org.springframework.core.env.Profiles;
import vn.antin.trust.TrustAnchors;

@Configuration(proxyBeanMethods = false)
class SigningConfiguration {
    @Bean
    SigningPolicy signingPolicy(SigningProperties typed, Environment environment) {
        return SigningPolicy.from(typed, environment.acceptsProfiles(Profiles.of("demo")));
    }

    @Bean
    UsableCertificates usableCertificates(
            SigningPolicy policy, ObjectProvider<CertificateHolders> register, Clock clock) {
        return new UsableCertificates(
                policy.sampleKeysAllowed(), register.getIfAvailable(() -> (owner, it, at) -> {}), clock);
    }

    /** A key in a token comes before one in a file. */
    @Bean
    Keys keys(
            SigningPolicy policy, TokenProperties tokens, UsableCertificates usable, TrustAnchors trust, Clock clock) {
        return Keys.in(List.of(
                new TokenKeys(TokenPolicy.from(tokens), policy, usable, trust, clock),
                new Pkcs12Keys(policy, usable, clock)));
    }
}
