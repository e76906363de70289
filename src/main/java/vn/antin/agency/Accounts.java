package vn.antin.agency;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.core.userdetails.UserDetails;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.core.userdetails.UsernameNotFoundException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Who may sign in: a person with a password who holds a post today. */
@Component
class Accounts implements UserDetailsService {
    private final JdbcClient jdbc;
    private final Clock clock;

    Accounts(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    @Override
    @Transactional(readOnly = true)
    public UserDetails loadUserByUsername(String name) {
        record Post(String agency, String fullName, String agencyName, String passwordHash, String role) {}
        List<Post> posts = jdbc.sql("select p.agency, person.full_name, agency.name, person.password_hash, p.role"
                        + " from office p join person on person.id = p.person join agency on agency.id = p.agency"
                        + " where p.person = :person and person.password_hash is not null"
                        + " and p.from_day <= :day and (p.to_day is null or p.to_day >= :day)"
                        + " order by p.granted, p.from_day desc")
                .param("person", name)
                .param("day", LocalDate.now(clock).toString())
                .query((row, n) -> new Post(
                        row.getString(1), row.getString(2), row.getString(3), row.getString(4), row.getString(5)))
                .list();
        if (posts.isEmpty()) {
            throw new UsernameNotFoundException("No post today");
        }
        // As Agencies.member does: the latest post decides in which body the person works.
        Post first = posts.getFirst();
        return new Account(
                name,
                first.passwordHash(),
                first.fullName(),
                first.agencyName(),
                posts.stream()
                        .filter(it -> it.agency().equals(first.agency()))
                        .map(Post::role)
                        .distinct()
                        .toList());
    }
}
