package vn.antin.verify;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.context.support.ResourceBundleMessageSource;
import org.springframework.util.unit.DataSize;
import vn.antin.kernel.Content;
import vn.antin.trust.TrustAnchors;
import vn.antin.verify.attacks.Case;
import vn.antin.verify.attacks.Cases;

/** The attacks of the literature, and their lawful twins: every one is told apart. */
class AttackTests {
    private static final List<Case> ALL = Cases.all();
    private static final Judgement JUDGEMENT = judgement();

    static Judgement judgement() {
        var source = new ResourceBundleMessageSource();
        source.setBasename("i18n/verify");
        source.setDefaultEncoding("UTF-8");
        source.setAlwaysUseMessageFormat(true);
        return new Judgement(
                new SampleAnchors(anchors()),
                new Phrases(source),
                Clock.systemUTC(),
                new VerificationProperties(DataSize.ofMegabytes(50), Duration.ofSeconds(20), 30));
    }

    record SampleAnchors(List<X509Certificate> anchors) implements TrustAnchors {
        @Override
        public List<X509Certificate> intermediates() {
            return List.of();
        }
    }

    static List<X509Certificate> anchors() {
        List<X509Certificate> anchors = new ArrayList<>();
        for (String name : List.of("root", "issuing")) {
            try (InputStream in = Files.newInputStream(Path.of("keys-sample/anchors", name + ".pem"))) {
                anchors.add((X509Certificate)
                        CertificateFactory.getInstance("X.509").generateCertificate(in));
            } catch (IOException | GeneralSecurityException e) {
                throw new IllegalStateException(e);
            }
        }
        return anchors;
    }

    static Stream<Case> attacks() {
        return ALL.stream().filter(it -> !it.lawful());
    }

    static Stream<Case> twins() {
        return ALL.stream().filter(Case::lawful);
    }

    @ParameterizedTest
    @MethodSource("attacks")
    void neverPassesAnAttack(Case attack) {
        Report report = JUDGEMENT.of(Content.of(attack.file()), attack.name());
        assertThat(report.conclusion())
                .as(report.toString())
                .isIn(Conclusion.TOTAL_FAILED, Conclusion.INDETERMINATE, Conclusion.UNREADABLE, Conclusion.NOT_A_PDF);
    }

    @ParameterizedTest
    @MethodSource("twins")
    void passesTheLawfulTwin(Case twin) {
        Report report = JUDGEMENT.of(Content.of(twin.file()), twin.name());
        assertThat(report.conclusion()).as(report.toString()).isEqualTo(Conclusion.TOTAL_PASSED);
    }

    @Test
    void aSignatureThatWasTakenAwayIsStillFoundAndJudged() {
        Case taken = attacks()
                .filter(it -> it.name().equals("the value taken out of the field"))
                .findFirst()
                .orElseThrow();
        Report report = JUDGEMENT.of(Content.of(taken.file()), taken.name());
        assertThat(report.signatures()).singleElement().satisfies(it -> {
            assertThat(it.field()).isEqualTo("ky_1");
            assertThat(it.signer()).isNotNull();
            assertThat(it.integrity()).isEqualTo(Report.Integrity.INTACT);
            assertThat(it.laterChanges()).isEqualTo(Report.LaterChanges.NOT_PERMITTED);
            assertThat(it.remarks()).extracting(Report.Remark::code).contains("SIGNATURE_TAKEN_AWAY");
        });
        assertThat(report.revisions().getLast().changes()).isEqualTo(Report.LaterChanges.NOT_PERMITTED);
    }

    @Test
    void eachTechniqueIsTriedAtLeastFiveTimes() {
        assertThat(attacks().count()).isGreaterThanOrEqualTo(120);
        assertThat(attacks()
                        .collect(java.util.stream.Collectors.groupingBy(
                                Case::technique, java.util.stream.Collectors.counting())))
                .allSatisfy(
                        (technique, count) -> assertThat(count).as(technique).isGreaterThanOrEqualTo(5));
    }

    @Test
    void theTableInTheDocsHasEveryTechniqueAsItStandsHere() throws IOException {
        List<String> lines = Files.readAllLines(Path.of("src/docs/attacks.md"));
        for (String technique : ALL.stream().map(Case::technique).distinct().toList()) {
            long attacks =
                    attacks().filter(it -> it.technique().equals(technique)).count();
            long twins = twins().filter(it -> it.technique().equals(technique)).count();
            assertThat(lines)
                    .as("made anew by ./mvnw -q test-compile exec:exec@attacks")
                    .anyMatch(it -> it.matches("\\| " + java.util.regex.Pattern.quote(technique) + " \\| " + attacks
                            + " \\| 0 \\| \\d+ \\| \\d+ \\| " + twins + " \\| " + twins + " \\| .*"));
        }
    }
}
