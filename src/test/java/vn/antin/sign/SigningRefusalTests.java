package vn.antin.sign;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.ResourceBundle;
import java.util.concurrent.atomic.AtomicReference;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.bouncycastle.asn1.DEROctetString;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.antin.check.CheckedDocument;
import vn.antin.check.PassedDocuments;
import vn.antin.kernel.Content;
import vn.antin.kernel.Refusal;
import vn.antin.kernel.Sha256;
import vn.antin.sign.demo.SampleTimestampAuthority;
import vn.antin.trust.TimestampAuthority;
import vn.antin.trust.TrustReason;

class SigningRefusalTests {
    private final AtomicReference<Instant> now = new AtomicReference<>(Instant.parse("2024-09-10T01:30:15Z"));
    private final Clock clock = new Clock() {
        @Override
        public ZoneId getZone() {
            return SigningOrderTests.VIETNAM;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }

        @Override
        public Instant instant() {
            return now.get();
        }
    };
    private final TimestampAuthority time =
            new SampleTimestampAuthority(SigningOrderTests.KEYS.toString(), clock, new Random(7));

    @Test
    void refusesAWrongPinAndSaysHowManyTriesAreLeft() {
        Keys keys = keys(true);
        assertThat(refused(() -> keys.open("vu-manh-hung", new Pin("00000000")), SignReason.PIN_INCORRECT))
                .containsExactly(4);
        assertThat(keys.open("vu-manh-hung", SigningOrderTests.pin()).chain()).hasSize(2);
        assertThat(refused(() -> keys.open("vu-manh-hung", new Pin("")), SignReason.PIN_INCORRECT))
                .containsExactly(4);
    }

    @Test
    void locksAKeyForAWhileAfterFiveWrongPins() {
        Keys keys = keys(true);
        for (int i = 0; i < 4; i++) {
            refused(() -> keys.open("vu-manh-hung", new Pin("0")), SignReason.PIN_INCORRECT);
        }
        assertThat(refused(() -> keys.open("vu-manh-hung", new Pin("0")), SignReason.PIN_LOCKED))
                .containsExactly(5L);
        refused(() -> keys.open("vu-manh-hung", SigningOrderTests.pin()), SignReason.PIN_LOCKED);
        // Another's key is not locked with it.
        keys.open("pham-thi-nga", SigningOrderTests.pin());
        now.set(now.get().plus(Duration.ofMinutes(5)));
        keys.open("vu-manh-hung", SigningOrderTests.pin());
        refused(() -> keys.open("vu-manh-hung", new Pin("0")), SignReason.PIN_INCORRECT);
    }

    @Test
    void refusesAnExpiredCertificate() {
        var document = ReservedPages.document("het-han", "pgd-an-duong");
        assertThat(refused(() -> signer(time).sign(document, SigningOrderTests.pin()), SignReason.CERTIFICATE_EXPIRED))
                .containsExactly("het-han", "01/01/2022");
    }

    @Test
    void refusesACertificateThatIsNotYetValid() {
        var document = ReservedPages.document("chua-hieu-luc", "pgd-an-duong");
        refused(() -> signer(time).sign(document, SigningOrderTests.pin()), SignReason.CERTIFICATE_NOT_YET_VALID);
        now.set(Instant.parse("2046-01-01T00:00:00Z"));
        assertThat(signer(time).sign(document, SigningOrderTests.pin())).isNotNull();
    }

    @Test
    void refusesSampleKeysOutsideTheDemonstration() {
        Keys production = keys(false);
        refused(() -> production.open("vu-manh-hung", SigningOrderTests.pin()), SignReason.SAMPLE_KEY_REFUSED);
        refused(() -> production.open("pgd-an-duong", SigningOrderTests.pin()), SignReason.SAMPLE_KEY_REFUSED);
    }

    @Test
    void refusesWhoHasNoKeyAndKeysThatAreNotForDocuments(@TempDir Path folder) throws IOException {
        refused(() -> keys(true).open("khong-co", SigningOrderTests.pin()), SignReason.NO_KEY);
        refused(() -> keys(true).open("tsa", SigningOrderTests.pin()), SignReason.KEY_UNUSABLE);
        Files.write(folder.resolve("hong.p12"), new byte[] {0x30, 0x03, 1, 2, 3});
        Keys broken = new Pkcs12Keys(new SigningPolicy(Optional.of(folder), 5, Duration.ofMinutes(5), true), clock);
        refused(() -> broken.open("hong", SigningOrderTests.pin()), SignReason.KEY_UNUSABLE);
        Keys none = new Pkcs12Keys(new SigningPolicy(Optional.empty(), 5, Duration.ofMinutes(5), true), clock);
        refused(() -> none.open("vu-manh-hung", SigningOrderTests.pin()), SignReason.NO_KEY);
    }

    @Test
    void nothingIsSignedWithoutATimeStamp() {
        TimestampAuthority down = digest -> {
            throw new Refusal(TrustReason.TIMESTAMP_UNAVAILABLE);
        };
        TimestampAuthority garbled = digest -> new byte[] {0x30, 0x7f, 1};
        TimestampAuthority boundless = digest -> {
            try {
                return new DEROctetString(new byte[20_000]).getEncoded();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        };
        var document = ReservedPages.document();
        Sha256 before = Sha256.of(document.pdf().bytes());
        refused(() -> signer(down).sign(document, SigningOrderTests.pin()), TrustReason.TIMESTAMP_UNAVAILABLE);
        refused(() -> signer(garbled).sign(document, SigningOrderTests.pin()), TrustReason.TIMESTAMP_UNAVAILABLE);
        refused(() -> signer(boundless).sign(document, SigningOrderTests.pin()), TrustReason.TIMESTAMP_UNAVAILABLE);
        assertThat(Sha256.of(document.pdf().bytes())).isEqualTo(before);

        SignedDocument signed = signer(time).sign(document, SigningOrderTests.pin());
        Sha256 once = Sha256.of(signed.pdf().bytes());
        refused(
                () -> sealer(down).seal(signed, ReservedPages.LINE, SigningOrderTests.pin()),
                TrustReason.TIMESTAMP_UNAVAILABLE);
        assertThat(Sha256.of(signed.pdf().bytes())).isEqualTo(once);
        // And the same document can still be sealed.
        assertThat(sealer(time)
                        .seal(signed, ReservedPages.LINE, SigningOrderTests.pin())
                        .pdf()
                        .size())
                .isGreaterThan(signed.pdf().size());
    }

    @Test
    void keepsTheOrder() {
        var document = ReservedPages.document();
        var unsigned = new SignedDocument(document.pdf(), document.particulars());
        refused(() -> sealer(time).seal(unsigned, ReservedPages.LINE, SigningOrderTests.pin()), SignReason.NOT_READY);

        SignedDocument signed = signer(time).sign(document, SigningOrderTests.pin());
        CheckedDocument again = PassedDocuments.document(signed.pdf(), signed.particulars());
        refused(() -> signer(time).sign(again, SigningOrderTests.pin()), SignReason.NOT_READY);

        var sealed = sealer(time).seal(signed, ReservedPages.LINE, SigningOrderTests.pin());
        var twice = new SignedDocument(sealed.pdf(), sealed.particulars());
        refused(() -> sealer(time).seal(twice, ReservedPages.LINE, SigningOrderTests.pin()), SignReason.NOT_READY);
    }

    @Test
    void doesNotSealWhatWasAlteredAfterTheSignature() {
        SignedDocument signed = signer(time).sign(ReservedPages.document(), SigningOrderTests.pin());
        Random chance = new Random(11);
        for (int i = 0; i < 40; i++) {
            byte[] altered = signed.pdf().bytes().clone();
            altered[chance.nextInt(12_000)] ^= 1;
            refusedToSeal(Content.of(altered), signed);
        }
        byte[] longer = Arrays.copyOf(signed.pdf().bytes(), signed.pdf().size() + 1);
        longer[longer.length - 1] = '\n';
        refusedToSeal(Content.of(longer), signed);
        refusedToSeal(Content.of(Arrays.copyOf(signed.pdf().bytes(), 9000)), signed);
        refusedToSeal(Content.of(new byte[0]), signed);
    }

    private void refusedToSeal(Content pdf, SignedDocument like) {
        refused(
                () -> sealer(time)
                        .seal(new SignedDocument(pdf, like.particulars()), ReservedPages.LINE, SigningOrderTests.pin()),
                SignReason.NOT_READY);
    }

    @Test
    void aNumberLineIsAsTheDecreeWritesIt() {
        assertThat(new NumberLine("07", LocalDate.of(2026, 2, 5)).placeAndDate("An Dương"))
                .isEqualTo("An Dương, ngày 05 tháng 02 năm 2026");
        assertThat(new NumberLine("123", LocalDate.of(2026, 3, 15)).placeAndDate("An Dương"))
                .isEqualTo("An Dương, ngày 15 tháng 3 năm 2026");
        assertThatThrownBy(() -> new NumberLine("7", LocalDate.of(2026, 3, 15)))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void everyRefusalTellsWhatWhyAndWhatNext() {
        var texts = ResourceBundle.getBundle("i18n.sign");
        for (SignReason reason : SignReason.values()) {
            for (String part : new String[] {"what", "why", "next"}) {
                assertThat(texts.getString("refusal." + reason.key() + "." + part))
                        .isNotBlank();
            }
            assertThat(texts.getString("refusal." + reason.key() + ".next")).startsWith("Chưa có gì được ký");
        }
    }

    @Test
    void neverShowsAPin() {
        assertThat(new Pin("12345678")).hasToString("PIN");
    }

    private Keys keys(boolean demonstration) {
        return new Pkcs12Keys(
                new SigningPolicy(Optional.of(SigningOrderTests.KEYS), 5, Duration.ofMinutes(5), demonstration), clock);
    }

    private Signer signer(TimestampAuthority authority) {
        return new Signer(keys(true), authority, clock);
    }

    private Sealer sealer(TimestampAuthority authority) {
        return new Sealer(keys(true), authority, clock);
    }

    private static List<Object> refused(ThrowingCallable act, Refusal.Reason reason) {
        var refusals = new ArrayList<Refusal>();
        assertThatThrownBy(act).isInstanceOfSatisfying(Refusal.class, it -> {
            assertThat(it.reason()).isEqualTo(reason);
            refusals.add(it);
        });
        return refusals.getFirst().arguments();
    }
}
