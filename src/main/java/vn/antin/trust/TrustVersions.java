package vn.antin.trust;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import vn.antin.kernel.AuditedEvent;
import vn.antin.kernel.Content;
import vn.antin.kernel.DocumentId;
import vn.antin.kernel.Refusal;
import vn.antin.kernel.SelfCheck;
import vn.antin.kernel.Sha256;

/** The versions of the trust data: each is loaded, looked at, and put in force by an administrator; all are kept. */
@Component
class TrustVersions implements SelfCheck {
    private final JdbcClient jdbc;
    private final TransactionTemplate writing;
    private final TransactionTemplate reading;
    private final ApplicationEventPublisher events;
    private final TrustPolicy policy;
    private final Clock clock;

    TrustVersions(
            JdbcClient jdbc,
            PlatformTransactionManager transactions,
            ApplicationEventPublisher events,
            TrustPolicy policy,
            Clock clock) {
        this.jdbc = jdbc;
        this.writing = new TransactionTemplate(transactions);
        this.reading = new TransactionTemplate(transactions);
        this.reading.setReadOnly(true);
        this.events = events;
        this.policy = policy;
        this.clock = clock;
    }

    /** One version; {@code approvedAt} and {@code approvedBy} of the last time it was put in force. */
    record Version(
            Sha256 digest,
            String version,
            Instant loadedAt,
            String loadedBy,
            @Nullable Instant approvedAt,
            @Nullable String approvedBy) {}

    /** For the record: a version came, or was put in force. */
    record TrustChanged(String act, String actor, Sha256 digest, String version) implements AuditedEvent {
        @Override
        public @Nullable DocumentId document() {
            return null;
        }

        @Override
        public Map<String, String> details() {
            var details = new LinkedHashMap<String, String>();
            details.put("version", version);
            details.put("digest", digest.hex());
            return details;
        }
    }

    /**
     * Keeps a file that is sound; it changes nothing yet. The same file again is the same version.
     *
     * @throws Refusal {@link TrustReason#DATA_WRONG}, with all that is wrong
     */
    Sha256 load(byte[] file, String who) {
        TrustData data = TrustFile.parse(file);
        // Everyone has the sample keys (keys-sample).
        if (!policy.sampleRootAllowed()
                && data.anchors().stream().anyMatch(it -> SampleAuthority.issued(it.certificate()))) {
            throw new Refusal(TrustReason.DATA_WRONG, "/anchors (chứng thư mẫu)");
        }
        Sha256 digest = Content.of(file).digest();
        // Whatever was reckoned by trust data names them by their version.
        boolean taken = all().stream()
                        .anyMatch(it -> it.version().equals(data.version())
                                && !it.digest().equals(digest))
                || (data.version().equals(TrustFile.parse(TrustFile.usual()).version())
                        && !java.util.Arrays.equals(file, TrustFile.usual()));
        if (taken) {
            throw new Refusal(TrustReason.DATA_WRONG, "/version (đã có dữ liệu khác mang tên này)");
        }
        writing.executeWithoutResult(status -> {
            if (version(digest).isPresent()) {
                return;
            }
            jdbc.sql("insert into trust_version (digest, version, body, loaded_at, loaded_by)"
                            + " values (:digest, :version, :body, :at, :who)")
                    .param("digest", digest.hex())
                    .param("version", data.version())
                    .param("body", file)
                    .param("at", now())
                    .param("who", who)
                    .update();
            events.publishEvent(new TrustChanged("trust.loaded", who, digest, data.version()));
        });
        return digest;
    }

    /** Puts a version in force. */
    TrustData approve(Sha256 digest, String who) {
        return Objects.requireNonNull(writing.execute(status -> {
            TrustData data = data(digest);
            jdbc.sql("insert into trust_approval (digest, approved_at, approved_by) values (:digest, :at, :who)")
                    .param("digest", digest.hex())
                    .param("at", now())
                    .param("who", who)
                    .update();
            events.publishEvent(new TrustChanged("trust.approved", who, digest, data.version()));
            return data;
        }));
    }

    /** What was last put in force; before anything was, what the program comes with. */
    TrustData inForce() {
        return inForceDigest().map(this::data).orElseGet(() -> TrustFile.parse(TrustFile.usual()));
    }

    Optional<Sha256> inForceDigest() {
        return reading.execute(status -> jdbc.sql("select digest from trust_approval order by sequence desc limit 1")
                .query(String.class)
                .optional()
                .map(Sha256::new));
    }

    TrustData data(Sha256 digest) {
        byte[] body = Objects.requireNonNull(
                        reading.execute(status -> jdbc.sql("select body from trust_version where digest = :digest")
                                .param("digest", digest.hex())
                                .query((row, n) -> row.getBytes(1))
                                .optional()))
                .orElseThrow(() -> new Refusal(TrustReason.NO_SUCH_VERSION));
        if (!Sha256.of(body).equals(digest)) {
            throw new Refusal(TrustReason.VERSION_ALTERED, digest.hex());
        }
        return TrustFile.parse(body);
    }

    Optional<Version> version(Sha256 digest) {
        return all().stream().filter(it -> it.digest().equals(digest)).findFirst();
    }

    /** The last one first. */
    List<Version> all() {
        return Objects.requireNonNull(reading.execute(
                status -> jdbc.sql("select v.digest, v.version, v.loaded_at, v.loaded_by, a.approved_at, a.approved_by"
                                + " from trust_version v left join trust_approval a on a.sequence ="
                                + " (select max(sequence) from trust_approval where digest = v.digest)"
                                + " order by v.sequence desc")
                        .query((row, n) -> version(row))
                        .list()));
    }

    private static Version version(ResultSet row) throws SQLException {
        long approved = row.getLong("approved_at");
        return new Version(
                new Sha256(row.getString("digest")),
                row.getString("version"),
                instant(row.getLong("loaded_at")),
                row.getString("loaded_by"),
                row.getString("approved_by") == null ? null : instant(approved),
                row.getString("approved_by"));
    }

    @Override
    public String name() {
        return "trust";
    }

    @Override
    public void check(Witness witness) {
        List<Version> all = all();
        for (int i = 0; i < all.size(); i++) {
            try {
                data(all.get(i).digest());
            } catch (Refusal e) {
                witness.fault(new Fault(
                        "trust.ALTERED", all.get(i).digest(), all.get(i).version()));
            }
            witness.progress(i + 1, all.size());
        }
    }

    private long now() {
        return ChronoUnit.MICROS.between(Instant.EPOCH, clock.instant());
    }

    private static Instant instant(long micros) {
        return Instant.EPOCH.plus(micros, ChronoUnit.MICROS);
    }
}
