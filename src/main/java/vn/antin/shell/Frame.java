package vn.antin.shell;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import vn.antin.kernel.NavigationLink;

/** What stands round every page: the links of the rooms that this person may follow. */
@Component
class Frame implements HandlerInterceptor, WebMvcConfigurer {
    private static final String ROLE = "ROLE_";

    private final List<NavigationLink> links;

    Frame(ObjectProvider<NavigationLink> links) {
        this.links = links.stream()
                .sorted(Comparator.comparingInt(NavigationLink::order))
                .toList();
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(this);
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        request.setAttribute(
                "navigation", seenBy(request).filter(it -> it.waiting() == null).toList());
        return true;
    }

    /** The links this visitor or person sees, in their order. */
    Stream<NavigationLink> seenBy(HttpServletRequest request) {
        Set<String> roles = request.getUserPrincipal() instanceof Authentication signedIn
                ? signedIn.getAuthorities().stream()
                        .map(it -> String.valueOf(it.getAuthority()))
                        .filter(it -> it.startsWith(ROLE))
                        .map(it -> it.substring(ROLE.length()))
                        .collect(Collectors.toSet())
                : Set.of();
        return links.stream()
                .filter(it -> it.roles().isEmpty() || it.roles().stream().anyMatch(roles::contains));
    }
}
