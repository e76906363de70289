package vn.antin.shell;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Objects;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.authentication.LockedException;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.csrf.CsrfException;
import org.springframework.security.web.header.writers.CrossOriginOpenerPolicyHeaderWriter.CrossOriginOpenerPolicy;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;
import org.springframework.security.web.savedrequest.HttpSessionRequestCache;
import org.springframework.security.web.savedrequest.RequestCache;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.security.web.util.matcher.OrRequestMatcher;
import org.springframework.security.web.util.matcher.RequestMatcher;
import vn.antin.kernel.Refusal;

/**
 * Who may come in. A door is open to everyone only when its room says so by a {@link RequestMatcher} bean; everything
 * else asks who is there.
 */
@Configuration(proxyBeanMethods = false)
@ConditionalOnWebApplication
class FrontDoor {
    /** Nothing but what this installation itself serves (W3C CSP 3); own pages may be framed by own pages only. */
    static final String CONTENT_SECURITY_POLICY = "default-src 'none'; script-src 'self'; style-src 'self';"
            + " img-src 'self' data:; font-src 'self'; connect-src 'self'; frame-src 'self'; form-action 'self';"
            + " base-uri 'none'; frame-ancestors 'self'";

    /** One for both chains, so that attempts are counted together. */
    private final SignInGuard guard;

    FrontDoor(UserDetailsService accounts) {
        this.guard = new SignInGuard(accounts);
    }

    @Bean
    RequestMatcher frameAndHealth() {
        var path = PathPatternRequestMatcher.withDefaults();
        return new OrRequestMatcher(
                path.matcher("/"),
                path.matcher("/error"),
                path.matcher("/antin.css"),
                path.matcher("/favicon.ico"),
                path.matcher("/shell/**"),
                path.matcher("/webjars/**"),
                path.matcher("/v3/api-docs"),
                path.matcher("/v3/api-docs/**"),
                path.matcher("/v3/api-docs.yaml"),
                path.matcher("/actuator/health"),
                path.matcher("/actuator/health/**"));
    }

    /** Programs: a password with each request, or the browser's session with its CSRF token; never a redirect. */
    @Bean
    @Order(1)
    SecurityFilterChain programs(HttpSecurity http, List<RequestMatcher> open) throws Exception {
        common(http, open);
        return http.securityMatcher("/api/**")
                .authenticationProvider(guard)
                .httpBasic(basic -> basic.authenticationEntryPoint(FrontDoor::turnAway))
                .csrf(csrf -> csrf.ignoringRequestMatchers(new OrRequestMatcher(open))
                        // Another site's page cannot set this header without asking first (Fetch, CORS preflight).
                        .ignoringRequestMatchers(request -> {
                            String given = request.getHeader(HttpHeaders.AUTHORIZATION);
                            return given != null && given.regionMatches(true, 0, "Basic ", 0, 6);
                        }))
                .requestCache(cache -> cache.disable())
                .exceptionHandling(
                        it -> it.authenticationEntryPoint(FrontDoor::turnAway).accessDeniedHandler(FrontDoor::refuse))
                .build();
    }

    /** People: our own sign-in page and a session. */
    @Bean
    @Order(2)
    SecurityFilterChain people(HttpSecurity http, List<RequestMatcher> open) throws Exception {
        common(http, open);
        return http.authenticationProvider(guard)
                .formLogin(form -> form.loginPage("/dang-nhap")
                        .usernameParameter("ten")
                        .passwordParameter("mat-khau")
                        .failureUrl("/dang-nhap?loi")
                        .permitAll())
                .logout(out -> out.logoutUrl("/dang-xuat")
                        .logoutSuccessUrl("/dang-nhap?da-thoat")
                        .permitAll())
                .requestCache(cache -> cache.requestCache(pagesOnly()))
                // Where no one signs in, there is no one in whose name another site could act.
                .csrf(csrf -> csrf.ignoringRequestMatchers(new OrRequestMatcher(open)))
                .exceptionHandling(it -> it.accessDeniedHandler(FrontDoor::refuse))
                .build();
    }

    /** After signing in one comes back to the page one wanted, never to a picture or a script's question. */
    private static RequestCache pagesOnly() {
        var cache = new HttpSessionRequestCache();
        cache.setRequestMatcher(request -> request.getMethod().equals("GET")
                && Objects.requireNonNullElse(request.getHeader(HttpHeaders.ACCEPT), "")
                        .contains("text/html"));
        return cache;
    }

    private static void common(HttpSecurity http, List<RequestMatcher> open) {
        http.authorizeHttpRequests(
                ask -> ask.dispatcherTypeMatchers(DispatcherType.ERROR, DispatcherType.FORWARD, DispatcherType.ASYNC)
                        .permitAll()
                        .requestMatchers(open.toArray(RequestMatcher[]::new))
                        .permitAll()
                        .anyRequest()
                        .authenticated());
        http.headers(headers -> headers.contentSecurityPolicy(csp -> csp.policyDirectives(CONTENT_SECURITY_POLICY))
                .frameOptions(frames -> frames.sameOrigin())
                .referrerPolicy(referrer -> referrer.policy(ReferrerPolicy.SAME_ORIGIN))
                .permissionsPolicyHeader(it -> it.policy("camera=(), microphone=(), geolocation=(), payment=()"))
                .crossOriginOpenerPolicy(it -> it.policy(CrossOriginOpenerPolicy.SAME_ORIGIN)));
        http.sessionManagement(sessions -> sessions.sessionFixation(it -> it.changeSessionId()));
    }

    private static void turnAway(
            HttpServletRequest request, HttpServletResponse response, AuthenticationException trouble)
            throws IOException {
        tell(request, response, reasonOf(request, trouble));
    }

    private static ShellReason reasonOf(HttpServletRequest request, AuthenticationException trouble) {
        if (trouble instanceof LockedException) {
            return ShellReason.TOO_MANY_ATTEMPTS;
        }
        return request.getHeader(HttpHeaders.AUTHORIZATION) == null
                ? ShellReason.SIGN_IN_NEEDED
                : ShellReason.SIGN_IN_REFUSED;
    }

    private static void refuse(HttpServletRequest request, HttpServletResponse response, AccessDeniedException trouble)
            throws IOException {
        tell(request, response, trouble instanceof CsrfException ? ShellReason.FORM_EXPIRED : ShellReason.NOT_YOURS);
    }

    private static void tell(HttpServletRequest request, HttpServletResponse response, ShellReason reason)
            throws IOException {
        request.setAttribute(LastResort.REFUSAL, new Refusal(reason));
        response.sendError(ShellReason.statusOf(reason).value());
    }
}
