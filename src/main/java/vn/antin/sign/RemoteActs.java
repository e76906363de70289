package vn.antin.sign;

import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The rows that remember what was asked of remote services. */
@Component
class RemoteActs {
    private final JdbcClient jdbc;

    RemoteActs(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** How far an act has come. */
    enum State {
        NEW,
        ASKING,
        WAITING
    }

    record RemoteAct(
            UUID id,
            String service,
            String credential,
            String words,
            State state,
            @Nullable String progress) {}

    void insert(RemoteAct it) {
        jdbc.sql("insert into remote_act (id, provider, credential, words, state)"
                        + " values (:id, :service, :credential, :words, 'NEW')")
                .param("id", it.id().toString())
                .param("service", it.service())
                .param("credential", it.credential())
                .param("words", it.words())
                .update();
    }

    Optional<RemoteAct> find(UUID id) {
        return jdbc.sql("select * from remote_act where id = :id")
                .param("id", id.toString())
                .query((row, n) -> new RemoteAct(
                        UUID.fromString(row.getString("id")),
                        row.getString("provider"),
                        row.getString("credential"),
                        row.getString("words"),
                        State.valueOf(row.getString("state")),
                        row.getString("progress")))
                .optional();
    }

    /** Whether this call, and no other, moved it on. */
    boolean move(UUID id, State from, State to, @Nullable String progress) {
        return jdbc.sql("update remote_act set state = :to, progress = :progress where id = :id and state = :from")
                        .param("to", to.name())
                        .param("progress", progress)
                        .param("id", id.toString())
                        .param("from", from.name())
                        .update()
                == 1;
    }
}
