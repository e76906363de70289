package vn.antin.sign.remote;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpClient;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.client.ClientHttpResponse;
import org.springframework.http.client.JdkClientHttpRequestFactory;
import org.springframework.http.converter.FormHttpMessageConverter;
import org.springframework.security.oauth2.client.endpoint.OAuth2AuthorizationCodeGrantRequest;
import org.springframework.security.oauth2.client.endpoint.OAuth2ClientCredentialsGrantRequest;
import org.springframework.security.oauth2.client.endpoint.RestClientAuthorizationCodeTokenResponseClient;
import org.springframework.security.oauth2.client.endpoint.RestClientClientCredentialsTokenResponseClient;
import org.springframework.security.oauth2.client.http.OAuth2ErrorResponseErrorHandler;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizationRequestCustomizers;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.ClientAuthenticationMethod;
import org.springframework.security.oauth2.core.OAuth2AuthorizationException;
import org.springframework.security.oauth2.core.endpoint.DefaultMapOAuth2AccessTokenResponseConverter;
import org.springframework.security.oauth2.core.endpoint.OAuth2AccessTokenResponse;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationExchange;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationRequest;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationResponse;
import org.springframework.security.oauth2.core.endpoint.OAuth2ParameterNames;
import org.springframework.security.oauth2.core.http.converter.OAuth2AccessTokenResponseHttpMessageConverter;
import org.springframework.web.client.RestClient;

/**
 * The two tokens of the CSC API, which never stand in for one another: one of the scope {@code service}, for this
 * installation to ask with, and one of the scope {@code credential} for one act, which is its SAD (CSC 2.0, 8.3; RFC 6749,
 * 4.1 and 4.4; RFC 7636).
 */
final class CscTokens {
    private static final int LONGEST_ANSWER = 64 * 1024;

    private final Place place;
    private final RestClient http;

    CscTokens(Place place) {
        this.place = place;
        var factory = new JdkClientHttpRequestFactory(HttpClient.newBuilder()
                .connectTimeout(place.patience())
                .followRedirects(HttpClient.Redirect.NEVER)
                .build());
        factory.setReadTimeout(place.patience());
        var tokens = new OAuth2AccessTokenResponseHttpMessageConverter();
        tokens.setAccessTokenResponseConverter(CscTokens::read);
        this.http = RestClient.builder()
                .requestFactory(factory)
                .requestInterceptor((request, body, execution) -> new Bounded(execution.execute(request, body)))
                .configureMessageConverters(it ->
                        it.addCustomConverter(new FormHttpMessageConverter()).addCustomConverter(tokens))
                .defaultStatusHandler(new OAuth2ErrorResponseErrorHandler())
                .build();
    }

    /** The library knows bearers only; a token of the scope {@code credential} may call itself {@code SAD}. */
    private static OAuth2AccessTokenResponse read(Map<String, Object> answer) {
        var bearer = new HashMap<>(answer);
        bearer.put(OAuth2ParameterNames.TOKEN_TYPE, "Bearer");
        return new DefaultMapOAuth2AccessTokenResponseConverter().convert(bearer);
    }

    /** For this installation. */
    String service() throws RemoteTrouble {
        var client = new RestClientClientCredentialsTokenResponseClient();
        client.setRestClient(http);
        var question = new OAuth2ClientCredentialsGrantRequest(
                registration(AuthorizationGrantType.CLIENT_CREDENTIALS, "service", ""));
        return token(() -> client.getTokenResponse(question));
    }

    /** The page where the person gives leave for exactly that. */
    OAuth2AuthorizationRequest page(Map<String, Object> wanted, String state, String back) {
        var page = OAuth2AuthorizationRequest.authorizationCode()
                .clientId(place.clientId())
                .authorizationUri(at("authorize"))
                .redirectUri(back)
                .scope("credential")
                .state(state)
                .additionalParameters(it -> it.putAll(wanted));
        OAuth2AuthorizationRequestCustomizers.withPkce().accept(page);
        return page.build();
    }

    /** The SAD for a code that the page gave. */
    String sad(Leave.Code leave) throws RemoteTrouble {
        var client = new RestClientAuthorizationCodeTokenResponseClient();
        client.setRestClient(http);
        OAuth2AuthorizationRequest asked = leave.asked();
        String back = Objects.requireNonNullElse(asked.getRedirectUri(), "");
        var answered = OAuth2AuthorizationResponse.success(leave.code())
                .redirectUri(back)
                .state(Objects.requireNonNullElse(asked.getState(), ""))
                .build();
        var question = new OAuth2AuthorizationCodeGrantRequest(
                registration(AuthorizationGrantType.AUTHORIZATION_CODE, "credential", back),
                new OAuth2AuthorizationExchange(asked, answered));
        return token(() -> client.getTokenResponse(question));
    }

    private String token(Supplier<OAuth2AccessTokenResponse> asking) throws RemoteTrouble {
        try {
            return asking.get().getAccessToken().getTokenValue();
        } catch (OAuth2AuthorizationException e) {
            String code = e.getError().getErrorCode();
            // The library's own word for an answer that never came or is none.
            boolean unheard = code.equals("invalid_token_response") || code.equals("server_error");
            // The cause may quote what the service said, which is not for our log.
            throw new RemoteTrouble(
                    unheard ? RemoteTrouble.Kind.UNAVAILABLE : RemoteTrouble.Kind.REFUSED,
                    "oauth2/token answered " + CscService.known(code));
        }
    }

    private ClientRegistration registration(AuthorizationGrantType grant, String scope, String back) {
        return ClientRegistration.withRegistrationId(place.name())
                .clientId(place.clientId())
                .clientSecret(place.secret())
                .clientAuthenticationMethod(ClientAuthenticationMethod.CLIENT_SECRET_BASIC)
                .authorizationGrantType(grant)
                .authorizationUri(at("authorize"))
                .tokenUri(at("token"))
                .redirectUri(back)
                .scope(scope)
                .build();
    }

    private String at(String name) {
        return place.address().toString().replaceFirst("/+$", "") + "/oauth2/" + name;
    }

    /** No more of an answer than a token takes. */
    private static final class Bounded implements ClientHttpResponse {
        private final ClientHttpResponse answer;
        private final byte[] read;

        Bounded(ClientHttpResponse answer) throws IOException {
            this.answer = answer;
            this.read = answer.getBody().readNBytes(LONGEST_ANSWER);
        }

        @Override
        public HttpStatusCode getStatusCode() throws IOException {
            return answer.getStatusCode();
        }

        @Override
        public String getStatusText() throws IOException {
            return answer.getStatusText();
        }

        @Override
        public HttpHeaders getHeaders() {
            return answer.getHeaders();
        }

        @Override
        public InputStream getBody() {
            return new ByteArrayInputStream(read);
        }

        @Override
        public void close() {
            answer.close();
        }
    }
}
