package vn.antin.verify;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import vn.antin.trust.TrustAnchors;

/** A sample of what {@code exec:exec@fuzz-verify} does a hundred thousand times. */
class FuzzSampleTests extends IssuedPages {
    private static final int MUTANTS = Integer.getInteger("antin.fuzz", 1_200);

    @Autowired
    TrustAnchors anchors;

    @Test
    void neverCallsASpoiltSignatureIntactNorASpoiltFilePassed() throws IOException {
        var files = FuzzVerify.foreign(Path.of("src/test/resources/foreign"));
        files.put("issued-signed", signed().pdf().bytes());
        files.put("issued-sealed", sealed().pdf().bytes());
        var fuzz =
                new Fuzz(ForeignComparison.judgement(FuzzVerify.everybody(anchors, files), Clock.systemUTC()), files);
        for (int i = 1; i <= MUTANTS; i++) {
            fuzz.one(i);
        }
        assertThat(fuzz.faults()).as(fuzz.figures()).isEmpty();
        assertThat(fuzz.judged()).isEqualTo(MUTANTS);
    }
}
