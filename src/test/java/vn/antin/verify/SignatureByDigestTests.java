package vn.antin.verify;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import vn.antin.kernel.Content;

/** A file's signatures judged without the file. */
class SignatureByDigestTests extends IssuedPages {
    private DigestReport asked(byte[] file) throws Exception {
        var question = SignaturesOfFile.of(Content.of(file));
        return verifier.byDigest(Content.of(file).digest(), Objects.requireNonNull(question.signatures()));
    }

    @Test
    void soundSignaturesPassByThemselvesAndTheFileStaysUnknown() throws Exception {
        var signatures = asked(sealed().pdf().bytes()).signatures();
        assertThat(signatures).hasSize(2);
        assertThat(signatures).allSatisfy(it -> {
            assertThat(it.indication()).isEqualTo(Report.Indication.TOTAL_PASSED);
            assertThat(it.timeProved()).isTrue();
            assertThat(it.remarks()).extracting(Report.Remark::code).contains("FILE_UNSEEN");
        });
        assertThat(signatures.getFirst().signer()).isEqualTo("Phạm Thị Nga");
    }

    @Test
    void aDigestOfOtherBytesFails() throws Exception {
        byte[] bytes = sealed().pdf().bytes().clone();
        bytes[bytes.length / 3] ^= 1;
        assertThat(asked(bytes).signatures()).allSatisfy(it -> {
            assertThat(it.indication()).isEqualTo(Report.Indication.TOTAL_FAILED);
            assertThat(it.subIndication()).isEqualTo("HASH_FAILURE");
        });
    }

    @Test
    void aValueThatWasAlteredFailsOrStillSpeaksOfItsOwnSigner() throws Exception {
        var question = SignaturesOfFile.of(sealed().pdf());
        var first = Objects.requireNonNull(question.signatures()).getFirst();
        byte[] cms = java.util.Base64.getDecoder().decode(first.cms());
        int failed = 0;
        for (int place = 10; place < cms.length; place += Math.max(1, cms.length / 40)) {
            byte[] altered = cms.clone();
            altered[place] ^= 0x10;
            var told = verifier.byDigest(
                            sealed().pdf().digest(),
                            List.of(new DigestQuestion.Handed(
                                    "x",
                                    first.algorithm(),
                                    first.digest(),
                                    java.util.Base64.getEncoder().encodeToString(altered))))
                    .signatures()
                    .getFirst();
            // Padding and what no signature protects may be altered; a sound look then says of whom it is.
            if (told.indication() == Report.Indication.TOTAL_PASSED) {
                assertThat(told.signer()).isEqualTo("Phạm Thị Nga");
            } else {
                failed++;
            }
        }
        assertThat(failed).isPositive();
    }

    @Test
    void nonsenseIsJudgedAndNeverPasses() {
        for (var it : List.of(
                new DigestQuestion.Handed(null, "SHA-256", "", ""),
                new DigestQuestion.Handed(null, "MD5", "00", "AAAA"),
                new DigestQuestion.Handed(null, "SHA-256", "không", "!!!!"),
                new DigestQuestion.Handed(null, "SHA-256", "00".repeat(32), "MIIB"))) {
            assertThat(verifier.byDigest(sealed().pdf().digest(), List.of(it))
                            .signatures()
                            .getFirst()
                            .indication())
                    .isEqualTo(Report.Indication.TOTAL_FAILED);
        }
    }
}
