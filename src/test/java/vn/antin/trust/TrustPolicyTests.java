package vn.antin.trust;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class TrustPolicyTests {
    private static final String SAMPLES = "keys-sample/anchors";

    @Test
    void theSampleRootIsTrustedInTheDemonstrationOnly() {
        var demonstration = FolderTrustAnchors.read(policy(SAMPLES, true), Clock.systemUTC());
        assertThat(demonstration.anchors()).hasSize(1).allMatch(SampleAuthority::issued);
        assertThat(demonstration.intermediates()).hasSize(1).allMatch(SampleAuthority::issued);
        assertThatThrownBy(() -> FolderTrustAnchors.read(policy(SAMPLES, false), Clock.systemUTC()))
                .hasMessage("trust.SAMPLE_ANCHOR_REFUSED");
    }

    @Test
    void nothingIsTrustedWithoutAFolder() {
        assertThat(FolderTrustAnchors.read(policy("", false), Clock.systemUTC()).anchors())
                .isEmpty();
    }

    @Test
    void refusesSettingsThatMakeNoSense() {
        assertThatThrownBy(() -> policy("no/such/folder", true)).hasMessage("trust.ANCHORS_UNREADABLE");
        assertThatThrownBy(() -> TrustPolicies.of(null, "file:///tsa", true))
                .hasMessage("trust.TIMESTAMP_SETTING_WRONG");
        assertThatThrownBy(() -> TrustPolicies.of(Duration.ZERO)).hasMessage("trust.TIMESTAMP_SETTING_WRONG");
    }

    private static TrustPolicy policy(String anchors, boolean demonstration) {
        return TrustPolicies.of(anchors, null, demonstration);
    }
}
