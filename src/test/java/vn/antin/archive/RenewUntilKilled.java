package vn.antin.archive;

import static org.mockito.ArgumentMatchers.any;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;
import org.mockito.Mockito;
import org.slf4j.LoggerFactory;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.antin.Bench;
import vn.antin.kernel.Content;
import vn.antin.register.OutgoingRegister;
import vn.antin.register.SignedSamples;
import vn.antin.sign.LongTerm;
import vn.antin.sign.SignatureLevel;
import vn.antin.trust.TrustStatus;

/** Renews documents whose stamps are about to end, with stamps of no cost, until it is killed or has renewed all. */
public final class RenewUntilKilled {
    static final int DOCUMENTS = 60;

    private RenewUntilKilled() {}

    public static void main(String[] arguments) {
        // What this program prints is its answer; Spring's debug log must not come between.
        ((Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME)).setLevel(Level.OFF);
        var context = open(Path.of(arguments[0]));
        var report = context.getBean(Integrity.class).examine();
        System.out.println(report.whole() ? "WHOLE" : "FAULTS " + report.faults());
        System.out.println(context.getBean(Renewal.class).run());
    }

    static ConfigurableApplicationContext open(Path home) {
        var context = Bench.open(home, "vn.antin.register", "vn.antin.archive", "vn.antin.audit");
        var longTerm = Mockito.mock(LongTerm.class);
        Mockito.when(longTerm.wanted()).thenReturn(SignatureLevel.B_T);
        Mockito.when(longTerm.standing(any())).thenAnswer(call -> {
            Content file = call.getArgument(0);
            boolean renewed = file.bytes()[file.size() - 1] == '+';
            return new LongTerm.Standing(
                    SignatureLevel.B_T,
                    renewed,
                    Optional.of(new LongTerm.End(
                            Instant.parse(renewed ? "2100-01-01T00:00:00Z" : "2020-01-01T00:00:00Z"),
                            LongTerm.EndReason.CERTIFICATE,
                            "TSA",
                            Instant.EPOCH)));
        });
        Mockito.when(longTerm.preserved(any(), any())).thenAnswer(call -> {
            Content file = call.getArgument(0);
            byte[] longer = Arrays.copyOf(file.bytes(), file.size() + 30_000);
            longer[longer.length - 1] = '+';
            System.out.println("STAMPED");
            Thread.sleep(5);
            return Content.of(longer);
        });
        var trust = Mockito.mock(TrustStatus.class);
        Mockito.when(trust.version()).thenReturn("1");
        var beans = context.getBeanFactory();
        beans.registerSingleton("longTerm", longTerm);
        beans.registerSingleton("trust", trust);
        beans.registerSingleton(
                "renewalProperties",
                new RenewalProperties(Duration.ofDays(180), Duration.ofMinutes(1), Duration.ofHours(1)));
        var jdbc = context.getBean(JdbcClient.class);
        jdbc.sql("insert into agency (id, name, symbol, place) values (:id, 'X', 'X', 'X') on conflict do nothing")
                .param("id", SignedSamples.SCHOOL.value())
                .update();
        long kept = jdbc.sql("select count(*) from archived_original")
                .query(Long.class)
                .single();
        for (long i = kept; i < DOCUMENTS; i++) {
            var signed = SignedSamples.plan();
            var entry = context.getBean(OutgoingRegister.class).enter(signed, SignedSamples.REGISTRAR);
            context.getBean(Archive.class).keep(SignedSamples.sealed(signed, entry), entry);
        }
        return context;
    }
}
