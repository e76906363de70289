package vn.antin.agency;

import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Optional;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import vn.antin.kernel.AgencyId;
import vn.antin.kernel.Content;
import vn.antin.kernel.PersonId;
import vn.antin.kernel.Refusal;
import vn.antin.kernel.Sha256;

/** The pictures of people's signatures and bodies' seals, kept by their digests with who gave them and when. */
@Component
public class Inks {
    private final JdbcClient jdbc;
    private final ApplicationEventPublisher events;
    private final TransactionTemplate transaction;
    private final Clock clock;

    Inks(JdbcClient jdbc, ApplicationEventPublisher events, PlatformTransactionManager transactions, Clock clock) {
        this.jdbc = jdbc;
        this.events = events;
        this.transaction = new TransactionTemplate(transactions);
        this.clock = clock;
    }

    /** The picture of that person's signature, if one is kept. */
    public Optional<InkPicture> signature(PersonId person) {
        return latest("person", person.value()).flatMap(this::picture);
    }

    /** The picture of that body's seal, if one is kept. */
    public Optional<InkPicture> seal(AgencyId agency) {
        return latest("agency", agency.value()).flatMap(this::picture);
    }

    /** How wide that person's signature is on paper, millimetres. */
    public OptionalDouble signatureWidth(PersonId person) {
        return latest("person", person.value()).stream()
                .mapToDouble(Kept::widthMillimetres)
                .findFirst();
    }

    /** Diameter of that body's seal, millimetres. */
    public OptionalDouble sealDiameter(AgencyId agency) {
        return latest("agency", agency.value()).stream()
                .mapToDouble(Kept::widthMillimetres)
                .findFirst();
    }

    /** What is kept of it, for a page that shows it. */
    record Kept(
            @Nullable String digest,
            double widthMillimetres,
            int left,
            int top,
            int width,
            int height,
            Instant keptAt,
            String actor) {}

    Optional<Kept> latest(String whose, String id) {
        return jdbc.sql("select * from ink where " + whose + " = :id order by sequence desc limit 1")
                .param("id", id)
                .query((row, n) -> new Kept(
                        row.getString("digest"),
                        row.getDouble("width_mm"),
                        row.getInt("ink_left"),
                        row.getInt("ink_top"),
                        row.getInt("ink_width"),
                        row.getInt("ink_height"),
                        Instant.parse(row.getString("kept_at")),
                        row.getString("actor")))
                .optional()
                .filter(it -> it.digest() != null);
    }

    private Optional<InkPicture> picture(Kept it) {
        return Optional.ofNullable(it.digest())
                .map(digest -> new InkPicture(
                        png(new Sha256(digest)), it.left(), it.top(), it.width(), it.height(), it.widthMillimetres()));
    }

    /** The very bytes that were given. */
    Content png(Sha256 digest) {
        Content png = Content.of(jdbc.sql("select png from ink_picture where digest = :digest")
                .param("digest", digest.hex())
                .query((row, n) -> row.getBytes(1))
                .optional()
                .orElseThrow(() -> new Refusal(AgencyReason.UNKNOWN_ENTRY)));
        if (!png.digest().equals(digest)) {
            throw new IllegalStateException("The picture " + digest + " was altered in the database");
        }
        return png;
    }

    /** Keeps the picture as that person's or body's from now on; documents signed before keep theirs. */
    void keep(Holder whose, InkPicture it, PersonId who) {
        transaction.executeWithoutResult(status -> {
            jdbc.sql("insert into ink_picture (digest, png) values (:digest, :png) on conflict do nothing")
                    .param("digest", it.png().digest().hex())
                    .param("png", it.png().bytes())
                    .update();
            jdbc.sql("insert into ink (person, agency, digest, width_mm, ink_left, ink_top, ink_width, ink_height,"
                            + " kept_at, actor) values (:person, :agency, :digest, :mm, :left, :top, :width, :height,"
                            + " :now, :actor)")
                    .param("person", whose instanceof Holder.Person ? whose.id() : null)
                    .param("agency", whose instanceof Holder.Body ? whose.id() : null)
                    .param("digest", it.png().digest().hex())
                    .param("mm", it.widthMillimetres())
                    .param("left", it.left())
                    .param("top", it.top())
                    .param("width", it.width())
                    .param("height", it.height())
                    .param("now", Certificates.MOMENT.format(clock.instant()))
                    .param("actor", who.value())
                    .update();
            tell("picture.kept", whose, it.png().digest().hex(), who);
        });
    }

    /** From now on there is none; the drawn mark stands in its place. */
    void takeAway(Holder whose, PersonId who) {
        transaction.executeWithoutResult(status -> {
            jdbc.sql("insert into ink (person, agency, kept_at, actor) values (:person, :agency, :now, :actor)")
                    .param("person", whose instanceof Holder.Person ? whose.id() : null)
                    .param("agency", whose instanceof Holder.Body ? whose.id() : null)
                    .param("now", Certificates.MOMENT.format(clock.instant()))
                    .param("actor", who.value())
                    .update();
            tell("picture.taken-away", whose, "", who);
        });
    }

    private void tell(String act, Holder whose, String digest, PersonId who) {
        var details = new LinkedHashMap<String, String>();
        details.put("of", whose.id());
        details.put("sha256", digest);
        events.publishEvent(new Directory.Written(act, who.value(), details));
    }
}
