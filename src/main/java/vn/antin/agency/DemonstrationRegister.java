package vn.antin.agency;

import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.InitializingBean;
import org.springframework.context.annotation.Lazy;
import org.springframework.context.annotation.Profile;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.crypto.factory.PasswordEncoderFactories;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;

/** Fills an empty register with the bodies and people of the demonstration. The production profile never loads it. */
@Component
@Lazy(false)
@Profile("demo")
class DemonstrationRegister implements InitializingBean {
    private static final String IN_OFFICE_SINCE = "2020-01-01";

    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final JsonMapper json;

    DemonstrationRegister(JdbcClient jdbc, PlatformTransactionManager transactions, JsonMapper json) {
        this.jdbc = jdbc;
        this.transaction = new TransactionTemplate(transactions);
        this.json = json;
    }

    @Override
    public void afterPropertiesSet() throws IOException {
        if (jdbc.sql("select count(*) from agency").query(Long.class).single() > 0) {
            return;
        }
        try (var stream = new ClassPathResource("demo/register.json").getInputStream()) {
            var register = json.readValue(stream, Register.class);
            transaction.executeWithoutResult(status -> load(register));
        }
    }

    private void load(Register register) {
        for (var it : register.agencies()) {
            jdbc.sql("insert into agency (id, superior, name, symbol, place, contact)"
                            + " values (:id, :superior, :name, :symbol, :place, :contact)")
                    .paramSource(it)
                    .update();
        }
        // One hash for all: each costs a tenth of a second, and the demonstration's password is public.
        String hash = PasswordEncoderFactories.createDelegatingPasswordEncoder().encode(register.password());
        for (var it : register.people()) {
            jdbc.sql("insert into person (id, full_name, password_hash) values (:id, :name, :hash)")
                    .param("id", it.id())
                    .param("name", it.name())
                    .param("hash", hash)
                    .update();
            jdbc.sql("insert into post (person, agency, role, title, authority, on_behalf_of, from_day)"
                            + " values (:id, :agency, :role, :title, :authority, :onBehalfOf, '" + IN_OFFICE_SINCE
                            + "')")
                    .paramSource(it)
                    .update();
        }
    }

    record Register(String note, String password, List<Body> agencies, List<Person> people) {}

    record Body(
            String id,
            @Nullable String superior,
            String name,
            String symbol,
            String place,
            @Nullable String contact) {}

    record Person(
            String id,
            String name,
            String agency,
            String role,
            @Nullable String authority,
            @Nullable String onBehalfOf,
            String title) {}
}
