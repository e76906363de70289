package vn.antin.trust;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import vn.antin.SetClock;

/** What can be learned of a certificate when responders and lists are well, and when they are not. */
class RevocationsTests {
    private final SetClock clock = new SetClock(LocalDate.of(2026, 11, 24));
    private final TestPki pki = new TestPki(
            clock, clock.instant().minus(Duration.ofDays(900)), clock.instant().plus(Duration.ofDays(3000)));

    @TempDir
    Path home;

    private Revocations revocations;
    private X509Certificate certificate;

    @BeforeEach
    void aCertificate() {
        revocations = revocations(TrustPolicies.of(null, null, true));
        certificate = pki.signer(
                        "Nguyễn Văn A",
                        TestPki.Key.P256,
                        clock.instant().minus(Duration.ofDays(10)),
                        clock.instant().plus(Duration.ofDays(700)))
                .certificate();
    }

    @AfterEach
    void stop() {
        revocations.destroy();
        pki.close();
    }

    private Revocations revocations(TrustPolicy policy) {
        var none = new FolderTrustAnchors(List.of(), List.of());
        var trust = new TrustInForce(none, policy, () -> TrustFile.parse(TrustFile.usual()));
        return new Revocations(trust, new RevocationCache(home), Duration.ofSeconds(1), clock);
    }

    private Revocation ask() {
        return revocations.of(certificate, pki.issuing());
    }

    @Test
    void aGoodOneIsGoodByItsResponder() {
        assertThat(ask()).isInstanceOfSatisfying(Revocation.Good.class, it -> {
            assertThat(it.proof().kind()).isEqualTo(Revocation.Proof.Kind.OCSP);
            assertThat(it.proof().responders()).hasSize(1);
        });
        assertThat(revocations.of(pki.issuing(), pki.root())).isInstanceOf(Revocation.Good.class);
        assertThat(pki.asked("/crl/issuing")).isZero();
    }

    @Test
    void aRevokedOneIsRevokedSinceADayForAReason() {
        Instant since = clock.instant().minus(Duration.ofDays(2)).truncatedTo(ChronoUnit.SECONDS);
        pki.revoke(certificate, since);
        assertThat(ask()).isInstanceOfSatisfying(Revocation.Revoked.class, it -> {
            assertThat(it.since()).isEqualTo(since);
            assertThat(it.reason()).contains("eyCompromise");
        });
        pki.mood("/ocsp/issuing", TestPki.Mood.DOWN);
        clock.advance(Duration.ofDays(2));
        assertThat(ask()).isInstanceOfSatisfying(Revocation.Revoked.class, it -> {
            assertThat(it.since()).isEqualTo(since);
            assertThat(it.proof().kind()).isEqualTo(Revocation.Proof.Kind.CRL);
        });
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "WELL")
    void theListIsAskedWhenTheResponderIsOfNoUse(TestPki.Mood mood) {
        pki.mood("/ocsp/issuing", mood);
        assertThat(ask())
                .isInstanceOfSatisfying(
                        Revocation.Good.class,
                        it -> assertThat(it.proof().kind()).isEqualTo(Revocation.Proof.Kind.CRL));
    }

    @Test
    void aResponderOfWhomItMustBeAskedIsUpheldByItsAuthoritysList() {
        pki.responderToBeAskedAbout(true);
        assertThat(ask()).isInstanceOfSatisfying(Revocation.Good.class, it -> {
            assertThat(it.proof().kind()).isEqualTo(Revocation.Proof.Kind.OCSP);
            assertThat(it.proof().behind())
                    .singleElement()
                    .satisfies(list -> assertThat(list.kind()).isEqualTo(Revocation.Proof.Kind.CRL));
        });
    }

    @Test
    void aRevokedRespondersWordIsNotTaken() {
        var responder = pki.responderToBeAskedAbout(true);
        pki.revoke(responder, clock.instant().minus(Duration.ofDays(1)));
        // The certificate's own list is asked instead, as with any responder that is of no use.
        assertThat(ask())
                .isInstanceOfSatisfying(
                        Revocation.Good.class,
                        it -> assertThat(it.proof().kind()).isEqualTo(Revocation.Proof.Kind.CRL));
        clock.advance(Duration.ofDays(30));
        pki.mood("/crl/issuing", TestPki.Mood.DOWN);
        assertThat(ask()).isInstanceOf(Revocation.Unusable.class);
    }

    @Test
    void aResponderOfWhomNothingCanBeLearnedIsNotBelieved() {
        pki.responderToBeAskedAbout(false);
        pki.mood("/crl/issuing", TestPki.Mood.DOWN);
        assertThat(ask())
                .isInstanceOfSatisfying(
                        Revocation.Unusable.class, it -> assertThat(it.why()).contains("responder"));
    }

    @Test
    void eachTroubleIsToldApart() {
        pki.mood("/crl/issuing", TestPki.Mood.DOWN);
        pki.mood("/ocsp/issuing", TestPki.Mood.EXPIRED);
        assertThat(ask()).isInstanceOf(Revocation.Stale.class);
        pki.mood("/ocsp/issuing", TestPki.Mood.WRONG_SIGNER);
        assertThat(ask()).isInstanceOf(Revocation.Unusable.class);
        pki.mood("/ocsp/issuing", TestPki.Mood.GARBAGE);
        assertThat(ask()).isInstanceOf(Revocation.Unusable.class);
        pki.mood("/ocsp/issuing", TestPki.Mood.IGNORANT);
        assertThat(ask()).isInstanceOf(Revocation.Unknown.class);
        clock.advance(Circuits.PAUSE.plusSeconds(1));
        pki.mood("/ocsp/issuing", TestPki.Mood.SILENT);
        assertThat(ask()).isInstanceOf(Revocation.Unreachable.class);
    }

    @Test
    void wrongListsAreNotReliedOn() {
        pki.mood("/ocsp/issuing", TestPki.Mood.IGNORANT);
        pki.mood("/crl/issuing", TestPki.Mood.WRONG_SIGNER);
        assertThat(ask()).isInstanceOf(Revocation.Unknown.class);
        pki.mood("/ocsp/issuing", TestPki.Mood.WELL);
        // Another authority's list and another authority's certificate do not belong together.
        assertThat(revocations.of(certificate, pki.root())).isInstanceOf(Revocation.Unusable.class);
    }

    @Test
    void anAnswerIsKeptUntilItEndsAndThenCalledStale() throws Exception {
        assertThat(ask()).isInstanceOf(Revocation.Good.class);
        assertThat(ask()).isInstanceOf(Revocation.Good.class);
        assertThat(pki.asked("/ocsp/issuing")).isEqualTo(1);
        pki.mood("/ocsp/issuing", TestPki.Mood.DOWN);
        pki.mood("/crl/issuing", TestPki.Mood.DOWN);
        revocations.destroy();
        revocations = revocations(TrustPolicies.of(null, null, true));
        assertThat(ask()).as("kept on the disk").isInstanceOf(Revocation.Good.class);
        clock.advance(Duration.ofDays(2));
        assertThat(ask()).isInstanceOf(Revocation.Stale.class);
        try (var kept = Files.list(home.resolve("trust/revocation"))) {
            for (Path it : kept.toList()) {
                byte[] bytes = Files.readAllBytes(it);
                bytes[bytes.length - 3] ^= 1;
                Files.write(it, bytes);
            }
        }
        clock.advance(Duration.ofDays(2));
        assertThat(ask()).as("spoiled on the disk").isInstanceOf(Revocation.Unreachable.class);
    }

    @Test
    void hostsThatNobodyAllowedAreNotAsked() {
        revocations.destroy();
        revocations = revocations(TrustPolicies.of(Duration.ofSeconds(1)));
        assertThat(ask()).isInstanceOf(Revocation.NotAllowed.class);
        assertThat(pki.asked("/ocsp/issuing") + pki.asked("/crl/issuing")).isZero();
    }

    @Test
    void aCertificateThatNamesNoPlaceIsSaidSo() {
        assertThat(revocations.of(pki.root(), pki.root())).isInstanceOf(Revocation.NotNamed.class);
    }
}
