package vn.antin.verify;

import static org.assertj.core.api.Assertions.assertThat;

import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import vn.antin.kernel.Content;
import vn.antin.trust.TrustAnchors;

/** Lets our ordinary case and the library judge the same file: what ours passes, the library passes, in the same words. */
public final class BothJudges {
    private BothJudges() {}

    /**
     * Whether the file is an ordinary one, after both were compared.
     *
     * @throws AssertionError when they do not agree
     */
    public static boolean agree(String name, Content file, List<X509Certificate> anchors, Instant now) {
        return agree(name, file, new CarriedAnchors(anchors, List.of()), now);
    }

    static boolean agree(String name, Content file, TrustAnchors anchors, Instant at) {
        // The library counts in milliseconds.
        Instant now = at.truncatedTo(ChronoUnit.MILLIS);
        byte[] bytes = file.bytes();
        Deadline deadline = Deadline.in(Duration.ofMinutes(1));
        try (Revision whole = Revision.parse(bytes, bytes.length, true, deadline)) {
            Analysis analysis = Analysis.of(bytes, whole, List.of(), deadline);
            boolean revocation = Judgement.offersRevocation(analysis);
            var policies = ValidationPolicies.load(anchors.algorithmLimits());
            var ours = new OrdinaryCase(anchors, policies.algorithms()).of(analysis, whole, revocation, now, deadline);
            if (ours.isEmpty() || ours.get().isEmpty()) {
                return false;
            }
            Map<List<Long>, StandardValidation.Opinion> theirs =
                    new StandardValidation(anchors).byLibrary(bytes, revocation, now);
            ours.get()
                    .forEach((range, opinion) -> assertThat(theirs.get(range))
                            .as(name)
                            .isNotNull()
                            .satisfies(it -> {
                                assertThat(it.indication()).isEqualTo(opinion.indication());
                                assertThat(it.subIndication()).isEqualTo(opinion.subIndication());
                                assertThat(it.level()).isEqualTo(opinion.level());
                                assertThat(it.stampTrusted()).isEqualTo(opinion.stampTrusted());
                                assertThat(it.bestTime()).isEqualTo(opinion.bestTime());
                                assertThat(it.claimedTime()).isEqualTo(opinion.claimedTime());
                            }));
            return true;
        } catch (Revision.Unparsable e) {
            return false;
        }
    }
}
