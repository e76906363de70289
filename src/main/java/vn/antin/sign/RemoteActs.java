package vn.antin.sign;

import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.antin.sign.remote.Needs;

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
        WAITING,
        /** Nothing is asked until the person brings what it needs. */
        PERSON
    }

    record RemoteAct(
            UUID id,
            String service,
            String credential,
            String words,
            State state,
            @Nullable String progress,
            Needs needs,
            @Nullable SignReason trouble) {}

    void insert(RemoteAct it) {
        jdbc.sql("insert into remote_act (id, provider, credential, words, state, needs)"
                        + " values (:id, :service, :credential, :words, :state, :needs)")
                .param("id", it.id().toString())
                .param("service", it.service())
                .param("credential", it.credential())
                .param("words", it.words())
                .param("state", it.state().name())
                .param("needs", it.needs().written())
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
                        row.getString("progress"),
                        Needs.read(row.getString("needs")),
                        Optional.ofNullable(row.getString("trouble"))
                                .map(SignReason::valueOf)
                                .orElse(null)))
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

    /** Asks the person again, and says why. */
    void moveToPerson(UUID id, State from, @Nullable SignReason trouble) {
        jdbc.sql("update remote_act set state = 'PERSON', progress = null, trouble = :trouble"
                        + " where id = :id and state = :from")
                .param("trouble", trouble == null ? null : trouble.name())
                .param("id", id.toString())
                .param("from", from.name())
                .update();
    }
}
