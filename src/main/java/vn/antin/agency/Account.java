package vn.antin.agency;

import java.util.List;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.core.userdetails.User;

/** Someone who has signed in, with the names the page frame shows. */
final class Account extends User {
    private static final long serialVersionUID = 1L;

    private final String fullName;
    private final String agencyName;

    Account(String person, String passwordHash, String fullName, String agencyName, List<String> roles) {
        super(
                person,
                passwordHash,
                roles.stream()
                        .map(role -> new SimpleGrantedAuthority("ROLE_" + role))
                        .toList());
        this.fullName = fullName;
        this.agencyName = agencyName;
    }

    String fullName() {
        return fullName;
    }

    String agencyName() {
        return agencyName;
    }
}
