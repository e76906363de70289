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
                                    java.util.Base64.getEncoder().encodeToString(altered),
                                    first.subFilter())))
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
                new DigestQuestion.Handed(null, "SHA-256", "", "", null),
                new DigestQuestion.Handed(null, "MD5", "00", "AAAA", null),
                new DigestQuestion.Handed(null, "SHA-256", "không", "!!!!", null),
                new DigestQuestion.Handed(null, "SHA-256", "00".repeat(32), "MIIB", null))) {
            assertThat(verifier.byDigest(sealed().pdf().digest(), List.of(it))
                            .signatures()
                            .getFirst()
                            .indication())
                    .isEqualTo(Report.Indication.TOTAL_FAILED);
        }
    }

    /** What only the standard's validation sees: our own checks find nothing wrong with these values. */
    @Test
    void aValueWhoseSignerNobodyVouchesForIsNotPassed() throws Exception {
        var nobody = new vn.antin.trust.TrustView("0", List.of(), List.of(), List.of(), java.util.Map.of());
        var judge = new SignatureByDigest(nobody, phrases);
        for (var it : Objects.requireNonNull(SignaturesOfFile.of(sealed().pdf()).signatures())) {
            var told = judge.of(it, java.time.Instant.now(java.time.Clock.systemUTC()));
            assertThat(told.indication()).isEqualTo(Report.Indication.INDETERMINATE);
            assertThat(told.subIndication()).isEqualTo("NO_CERTIFICATE_CHAIN_FOUND");
            assertThat(told.timeProved()).isFalse();
        }
    }

    @org.springframework.beans.factory.annotation.Autowired
    Phrases phrases;

    @Test
    void aValueIsLookedAtNoLessCloselyThanInItsFile() throws Exception {
        var question = SignaturesOfFile.of(sealed().pdf());
        var first = Objects.requireNonNull(question.signatures()).getFirst();
        byte[] cms = java.util.Base64.getDecoder().decode(first.cms());
        // Behind the value, where no signature looks, a PDF may have zeros only.
        byte[] followed = java.util.Arrays.copyOf(cms, cms.length + 4);
        followed[followed.length - 1] = 1;
        assertThat(told(first, followed, first.subFilter()).subIndication()).isEqualTo("FORMAT_FAILURE");
        assertThat(told(first, java.util.Arrays.copyOf(cms, cms.length + 4), first.subFilter())
                        .indication())
                .isEqualTo(Report.Indication.TOTAL_PASSED);
        // In a file of that form the value is over the file itself, which nobody showed us.
        assertThat(told(first, cms, "adbe.pkcs7.sha1").subIndication()).isEqualTo("SIG_CONSTRAINTS_FAILURE");
        assertThat(told(first, cms, null).indication()).isEqualTo(Report.Indication.TOTAL_PASSED);
    }

    /** Letter by letter, the answer without the file is the answer with it, or stricter. */
    @Test
    void noAlteredValuePassesThatFailsInItsFile() throws Exception {
        byte[] file = signed().pdf().bytes();
        var first = Objects.requireNonNull(SignaturesOfFile.of(Content.of(file)).signatures())
                .getFirst();
        byte[] cms = java.util.Base64.getDecoder().decode(first.cms());
        byte[] start = ("/Contents <" + java.util.HexFormat.of().formatHex(cms, 0, 8))
                .getBytes(java.nio.charset.StandardCharsets.US_ASCII);
        byte[] upper = new String(start, java.nio.charset.StandardCharsets.US_ASCII)
                .toUpperCase(java.util.Locale.ROOT)
                .replace("/CONTENTS", "/Contents")
                .getBytes(java.nio.charset.StandardCharsets.US_ASCII);
        int gap = Math.max(Revisions.find(file, start, 0), Revisions.find(file, upper, 0)) + "/Contents <".length();
        int failed = 0;
        for (int place = 3; place < cms.length; place += Math.max(1, cms.length / 90)) {
            byte[] altered = cms.clone();
            altered[place] ^= 1;
            byte[] alteredFile = file.clone();
            int digit = gap + 2 * place + 1;
            alteredFile[digit] = (byte) Character.forDigit(Character.digit(file[digit], 16) ^ 1, 16);
            var without = told(first, altered, first.subFilter());
            Report with = judged(alteredFile);
            Report.Indication worst = with.signatures().stream()
                    .map(Report.Signature::indication)
                    .max(Report.Indication::compareTo)
                    .orElse(Report.Indication.TOTAL_FAILED);
            assertThat(without.indication())
                    .as("byte " + place + " " + without + with)
                    .isGreaterThanOrEqualTo(worst);
            failed += worst == Report.Indication.TOTAL_PASSED ? 0 : 1;
        }
        assertThat(failed).isGreaterThan(50);
    }

    private DigestReport.Signature told(
            DigestQuestion.Handed like, byte[] cms, @org.jspecify.annotations.Nullable String subFilter) {
        return verifier.byDigest(
                        sealed().pdf().digest(),
                        List.of(new DigestQuestion.Handed(
                                "x",
                                like.algorithm(),
                                like.digest(),
                                java.util.Base64.getEncoder().encodeToString(cms),
                                subFilter)))
                .signatures()
                .getFirst();
    }
}
