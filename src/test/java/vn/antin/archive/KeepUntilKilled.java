package vn.antin.archive;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.antin.Bench;
import vn.antin.kernel.Content;
import vn.antin.kernel.DocumentId;
import vn.antin.kernel.DocumentKind;
import vn.antin.kernel.LookupCode;
import vn.antin.kernel.Particulars;
import vn.antin.register.OutgoingRegister;
import vn.antin.register.RegisterEntry;
import vn.antin.register.SignedSamples;
import vn.antin.sign.NumberLine;
import vn.antin.sign.SealedDocument;
import vn.antin.sign.SignedDocument;

/** Numbers and keeps one document after another and prints each that was acknowledged, until it is killed. */
public final class KeepUntilKilled {
    private KeepUntilKilled() {}

    public static void main(String[] arguments) {
        // What this program prints is its answer; Spring's debug log must not come between.
        ((Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME)).setLevel(Level.OFF);
        var context = open(Path.of(arguments[0]));
        resume(context);
        var report = context.getBean(Integrity.class).examine();
        System.out.println(report.whole() ? "WHOLE" : "FAULTS " + report.faults());
        var random = new java.security.SecureRandom();
        for (int i = 0; true; i++) {
            var kind = i % 3 == 0 ? DocumentKind.LETTER : DocumentKind.PLAN;
            var signed = signed(kind, LookupCode.random(random));
            var entry = context.getBean(OutgoingRegister.class).enter(signed, SignedSamples.REGISTRAR);
            var kept = context.getBean(Archive.class).keep(sealed(entry), entry);
            System.out.println("KEPT " + entry.particulars().id() + " " + kept.digest() + " "
                    + entry.number().printed());
        }
    }

    static ApplicationContext open(Path home) {
        var context = Bench.open(home, "vn.antin.register", "vn.antin.archive", "vn.antin.audit");
        context.getBean(JdbcClient.class)
                .sql("insert into agency (id, name, symbol, place) values (:id, 'X', 'X', 'X') on conflict do nothing")
                .param("id", SignedSamples.SCHOOL.value())
                .update();
        return context;
    }

    /** What the road does after a crash: a document that has its number goes on to the archive with the same bytes. */
    static void resume(ApplicationContext context) {
        context.getBean(Archive.class).sweepAtStart();
        var register = context.getBean(OutgoingRegister.class);
        context.getBean(JdbcClient.class)
                .sql("select document from register_entry"
                        + " where document not in (select document from archived_original)")
                .query(String.class)
                .list()
                .forEach(it -> {
                    var entry = register.entry(DocumentId.parse(it)).orElseThrow();
                    context.getBean(Archive.class).keep(sealed(entry), entry);
                });
    }

    private static SignedDocument signed(DocumentKind kind, LookupCode code) {
        var sample = new Particulars(
                new DocumentId(java.util.UUID.randomUUID()),
                code,
                kind,
                SignedSamples.SCHOOL,
                "X",
                "X",
                kind.symbol("X", "Y"),
                "X",
                new vn.antin.kernel.PersonId("x"),
                "X",
                java.util.List.of(),
                "10 năm",
                "mau@0");
        return new SignedDocument(Content.of(new byte[] {1}), sample);
    }

    private static SealedDocument sealed(RegisterEntry entry) {
        String text = (entry.particulars().id() + " " + entry.number().printed() + "\n").repeat(500);
        return new SealedDocument(
                Content.of(text.getBytes(StandardCharsets.UTF_8)),
                entry.particulars(),
                new NumberLine(entry.number().digits(), entry.issuedOn()));
    }
}
