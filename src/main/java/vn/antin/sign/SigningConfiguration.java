package vn.antin.sign;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;
import org.springframework.core.env.Profiles;

@Configuration(proxyBeanMethods = false)
class SigningConfiguration {
    @Bean
    SigningPolicy signingPolicy(SigningProperties typed, Environment environment) {
        return SigningPolicy.from(typed, environment.acceptsProfiles(Profiles.of("demo")));
    }
}
