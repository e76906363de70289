package vn.antin.sign.remote;

import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationRequest;

/** What the person brought; in memory for one question, never kept or logged. */
public sealed interface Leave {
    /** The person confirms on their telephone, or the service asks for nothing. */
    record None() implements Leave {}

    /** PIN and one-time password, each where it is asked for. */
    record Factors(@Nullable String pin, @Nullable String otp) implements Leave {
        @Override
        public String toString() {
            return "Factors";
        }
    }

    /** What the service's page gave the browser, for what was asked there. */
    record Code(OAuth2AuthorizationRequest asked, String code) implements Leave {
        @Override
        public String toString() {
            return "Code";
        }
    }
}
