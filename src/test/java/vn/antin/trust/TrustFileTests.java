package vn.antin.trust;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPairGenerator;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import vn.antin.kernel.Refusal;

class TrustFileTests {
    private static final FolderTrustAnchors NONE = new FolderTrustAnchors(List.of(), List.of());

    /** Files for the tests: one sample root, in force for a while. */
    static String file(String version, String extra) throws Exception {
        String pem = Files.readString(Path.of("keys-sample/anchors/root.pem")).replace("\n", "\\n");
        return """
                {
                  "version": "%s",
                  "note": "Để thử",
                  "anchors": [{"name": "Gốc mẫu", "certificate": "%s", "from": "2022-01-01", "until": "2030-12-31",
                               "kinds": ["PUBLIC", "TIMESTAMP"]}],
                  "timestampAuthorities": [{"name": "Một", "address": "http://tsa.example.vn/tsa", "limitSeconds": 140}],
                  "algorithms": [{"algorithm": "SHA1", "until": "2012-07-31", "source": "thử"},
                                 {"algorithm": "RSA", "bits": 1024, "until": "2019-09-30", "source": "thử"},
                                 {"algorithm": "RSA", "bits": 2048, "until": "2028-12-31", "source": "thử"}],
                  "hosts": ["ocsp.example.vn"]%s
                }
                """.formatted(version, pem, extra);
    }

    static byte[] bytes(String file) {
        return file.getBytes(StandardCharsets.UTF_8);
    }

    @Test
    void whatTheProgramComesWithIsSound() {
        TrustData usual = TrustFile.parse(TrustFile.usual());
        assertThat(usual.anchors()).isEmpty();
        assertThat(usual.algorithms()).hasSizeGreaterThan(15);
    }

    @Test
    void anAnchorCountsInItsTimeAndForItsKindsOnly() throws Exception {
        var trust =
                new TrustInForce(NONE, TrustPolicies.of(null, null, true), () -> TrustFile.parse(TrustFile.usual()));
        assertThat(trust.anchors()).isEmpty();
        trust.put(TrustFile.parse(bytes(file("1", ""))));
        assertThat(trust.version()).isEqualTo("1");
        assertThat(trust.anchors()).hasSize(1);
        assertThat(trust.anchors(SignatureKind.PUBLIC, Instant.parse("2025-01-01T00:00:00Z")))
                .hasSize(1);
        assertThat(trust.anchors(SignatureKind.OFFICIAL, Instant.parse("2025-01-01T00:00:00Z")))
                .isEmpty();
        assertThat(trust.anchors(SignatureKind.PUBLIC, Instant.parse("2021-12-31T00:00:00Z")))
                .isEmpty();
        assertThat(trust.anchors(SignatureKind.PUBLIC, Instant.parse("2031-01-01T00:00:00Z")))
                .isEmpty();
        assertThat(trust.places())
                .singleElement()
                .satisfies(it -> assertThat(it.limit()).hasSeconds(140));
        assertThat(trust.mayAsk("ocsp.example.vn")).isTrue();
        assertThat(trust.mayAsk("evil.ocsp.example.vn")).isFalse();
    }

    @Test
    void aKeyIsLimitedByTheLongestLimitThatIsNotLongerThanIt() throws Exception {
        var trust =
                new TrustInForce(NONE, TrustPolicies.of(null, null, true), () -> TrustFile.parse(TrustFile.usual()));
        trust.put(TrustFile.parse(bytes(file("1", ""))));
        var keys = KeyPairGenerator.getInstance("RSA");
        keys.initialize(1536);
        assertThat(trust.limit(keys.generateKeyPair().getPublic()))
                .hasValueSatisfying(it -> assertThat(it.until()).isEqualTo(LocalDate.of(2019, 9, 30)));
        keys.initialize(3072);
        assertThat(trust.limit(keys.generateKeyPair().getPublic()))
                .hasValueSatisfying(it -> assertThat(it.until()).isEqualTo(LocalDate.of(2028, 12, 31)));
        assertThat(trust.limit("SHA1"))
                .hasValueSatisfying(it -> assertThat(it.end()).contains(Instant.parse("2012-08-01T00:00:00Z")));
        assertThat(trust.limit("SHA256")).isEmpty();
    }

    @Test
    void everythingThatIsWrongIsToldWithItsPlace() throws Exception {
        String bad = file("1", ", \"constraints\": {\"PUBLIC\": {\"revocation\": 3, \"timestamp\": true}}, \"more\": 1")
                .replace("http://tsa.example.vn/tsa", "file:///etc/passwd")
                .replace("2022-01-01", "01/01/2022");
        assertThatThrownBy(() -> TrustFile.parse(bytes(bad)))
                .isInstanceOfSatisfying(
                        Refusal.class,
                        it -> assertThat(it.arguments().getFirst().toString())
                                .contains(
                                        "/timestampAuthorities/0/address",
                                        "/anchors/0/from",
                                        "/constraints/PUBLIC/revocation",
                                        "additionalProperties"));
        String wrongMeaning = file("1", "")
                .replace("\"until\": \"2030-12-31\"", "\"until\": \"2021-12-31\"")
                .replace("-----BEGIN CERTIFICATE-----", "-----BEGIN CERTIFICATE-----\\nAAAA")
                .replace("\"bits\": 2048", "\"bits\": 1024");
        assertThatThrownBy(() -> TrustFile.parse(bytes(wrongMeaning)))
                .isInstanceOfSatisfying(
                        Refusal.class,
                        it -> assertThat(it.arguments().getFirst().toString())
                                .contains(
                                        "/anchors/0 (from > until)",
                                        "/anchors/0/certificate",
                                        "/algorithms/2 (RSA-1024)"));
    }

    @Test
    void refusesWhatIsNoJsonAtAll() {
        for (String it : List.of("", "{", "[]", "{\"version\": 1}{}", "null", "{\"a\":1,\"a\":2}")) {
            assertThatThrownBy(() -> TrustFile.parse(bytes(it))).as(it).hasMessage("trust.DATA_WRONG");
        }
        assertThatThrownBy(() -> TrustFile.parse(new byte[TrustFile.LARGEST + 1]))
                .hasMessage("trust.DATA_WRONG");
    }
}
