package vn.antin.sign;

import static org.assertj.core.api.Assertions.assertThat;

import eu.europa.esig.dss.enumerations.Indication;
import eu.europa.esig.dss.model.x509.CertificateToken;
import eu.europa.esig.dss.spi.validation.CommonCertificateVerifier;
import eu.europa.esig.dss.spi.x509.CommonTrustedCertificateSource;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.stream.Collectors;
import org.apache.pdfbox.Loader;
import org.bouncycastle.cms.CMSException;
import org.bouncycastle.cms.CMSSignedData;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.transaction.PlatformTransactionManager;
import org.verapdf.pdfa.flavours.PDFAFlavour;
import vn.antin.DeskTool;
import vn.antin.MockCsc;
import vn.antin.Peers;
import vn.antin.SetClock;
import vn.antin.SoftHsm;
import vn.antin.check.CheckedDocument;
import vn.antin.check.Gate;
import vn.antin.check.PassedDocuments;
import vn.antin.compose.Seed;
import vn.antin.kernel.Content;
import vn.antin.kernel.CopyForm;
import vn.antin.kernel.Sha256;
import vn.antin.render.Renderer;
import vn.antin.sign.SignatureMatrix.Combination;
import vn.antin.sign.SignatureMatrix.KeyKind;
import vn.antin.sign.SignatureMatrix.Order;
import vn.antin.trust.Revocations;
import vn.antin.trust.TestPki;
import vn.antin.trust.TimestampAuthority;
import vn.antin.trust.TrustAnchors;
import vn.antin.trust.TrustStatus;
import vn.antin.verify.Report;
import vn.antin.verify.Verifier;

/**
 * Key kind by order of signers by level on the five documents, before four judges: {@code pdfsig}, DSS, our verifier,
 * veraPDF. By default so many that each pair of values occurs; all of them with {@code -Dantin.matrix=full}, which writes
 * the table of {@code src/docs/signature-matrix.md}.
 */
@DirtiesContext
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.NONE)
class SignatureMatrixTests {
    private static final SetClock CLOCK = new SetClock(LocalDate.of(2026, 11, 24));
    private static final Instant FROM = Instant.parse("2025-10-20T02:00:00Z");
    private static final Instant UNTIL = Instant.parse("2035-02-10T02:00:00Z");
    private static final TestPki PKI = new TestPki(CLOCK, FROM, UNTIL);
    private static final String TOKEN = "tk-ma-tran";
    private static final String PIN = "12345678";
    private static final NumberLine LINE = new NumberLine("07", LocalDate.of(2026, 11, 24));

    private static final Map<String, String> ON_THE_TOKEN = new HashMap<>();

    @SuppressWarnings("NullAway.Init") // Before the context starts.
    private static MockCsc service;

    @SuppressWarnings("NullAway.Init") // Before the context starts.
    private static java.security.cert.X509Certificate program;

    @SuppressWarnings("NullAway.Init") // Before the context starts.
    private static DeskTool tool;

    private static final List<DeskTool> OTHERS = new ArrayList<>();

    @DynamicPropertySource
    static void settings(DynamicPropertyRegistry properties) throws IOException {
        Path home = Files.createTempDirectory("antin-matrix");
        Path keys = Files.createDirectories(home.resolve("keys"));
        PKI.writeAnchors(home.resolve("anchors"));
        PKI.stamper("/tsa", TestPki.Key.RSA2048, FROM, UNTIL);
        SoftHsm.token(TOKEN, PIN);
        onToken("nguoi-ky", "EC:prime256v1");
        onToken("co-quan", "rsa:2048");
        var remote = onToken("tu-xa", "rsa:2048");
        service = new MockCsc(TOKEN, PIN, "tu-xa", "co-quan", remote);
        service.behaves(MockCsc.Mode.SAD_AT_ONCE);
        program = onToken("hai-buoc", "EC:prime256v1");
        tool = tool(TestPki.Key.RSA2048);
        OTHERS.add(tool(TestPki.Key.P256));
        OTHERS.add(tool(TestPki.Key.RSA2048));
        Path secret = home.resolve("secret");
        Files.writeString(secret, "bi-mat-cua-he-thong");
        for (Seed it : Seed.corrected().toList()) {
            String person = it.document().particulars().signatory().value();
            String body = it.document().particulars().agency().value();
            TestPki.write(PKI.signer("Người ký", TestPki.Key.P256, FROM, UNTIL), keys.resolve(person + ".p12"));
            TestPki.write(PKI.signer("Cơ quan", TestPki.Key.RSA2048, FROM, UNTIL), keys.resolve(body + ".p12"));
            ON_THE_TOKEN.put(person, "nguoi-ky");
            ON_THE_TOKEN.put(body, "co-quan");
            properties.add("antin.sign.remote.services[0].accounts." + person, () -> "0123456789");
        }
        properties.add("antin.sign.remote.services[0].name", () -> "v2");
        properties.add("antin.sign.remote.services[0].address", () -> service.address("v2"));
        properties.add("antin.sign.remote.services[0].client-id", () -> "antin");
        properties.add("antin.sign.remote.services[0].secret-file", secret::toString);
        properties.add("antin.home", () -> home.resolve("state").toString());
        // Its keys are its own, and nobody registered them.
        properties.add("antin.agency.unregistered-certificates", () -> "allow");
        properties.add("antin.sign.keys", keys::toString);
        properties.add("antin.trust.anchors", () -> home.resolve("anchors").toString());
        properties.add("antin.trust.timestamp-url", () -> PKI.address("/tsa"));
        properties.add("antin.trust.revocation-hosts", () -> "127.0.0.1");
        properties.add("antin.trust.revocation-timeout", () -> "1s");
    }

    private static java.security.cert.X509Certificate onToken(String label, String kind) {
        return SoftHsm.key(TOKEN, PIN, label, kind, it -> PKI.signer("Khóa " + label, it, FROM, UNTIL));
    }

    private static DeskTool tool(TestPki.Key kind) {
        var holder = PKI.signer("Người ký tại máy", kind, FROM, UNTIL);
        return new DeskTool(holder.key(), holder.certificate()).by(CLOCK);
    }

    @TestConfiguration
    static class Time {
        @Bean
        @Primary
        SetClock setClock() {
            return CLOCK;
        }
    }

    @AfterAll
    static void stop() {
        service.close();
        PKI.close();
    }

    @Autowired
    Renderer renderer;

    @Autowired
    Gate gate;

    @Autowired
    SigningPolicy policy;

    @Autowired
    UsableCertificates usable;

    @Autowired
    TrustAnchors anchors;

    @Autowired
    TrustStatus trust;

    @Autowired
    Revocations revocations;

    @Autowired
    TimestampAuthority time;

    @Autowired
    RemoteSigning remote;

    @Autowired
    PendingFiles files;

    @Autowired
    PendingRows rows;

    @Autowired
    PlatformTransactionManager transactions;

    @Autowired
    Verifier verifier;

    @Test
    void everyPairOfKeyOrderLevelAndDocumentIsRightToAllJudges() throws IOException {
        boolean full = "full".equals(System.getProperty("antin.matrix"));
        List<Combination> chosen = full ? SignatureMatrix.all() : SignatureMatrix.everyPair();
        var seeds = Seed.corrected().collect(Collectors.toMap(Seed::name, it -> it));
        var table = new SignatureMatrix.Table();
        var stamped = new HashMap<List<Object>, Content>();
        long began = System.nanoTime();
        for (Combination it : chosen) {
            boolean bare = it.level() == SignatureLevel.B_B;
            Seed seed = java.util.Objects.requireNonNull(seeds.get(it.document()));
            Content file;
            if (bare) {
                file = signed(seed, it, new Unstamped());
            } else {
                // One that is stamped is raised to each of the other levels.
                var key = List.<Object>of(it.signatory(), it.seal(), it.order(), it.document());
                Content base = stamped.get(key);
                if (base == null) {
                    base = signed(seed, it, time);
                    stamped.clear();
                    stamped.put(key, base);
                }
                file = new LongTerm(it.level(), trust, revocations, time, CLOCK).raised(base);
                assertThat(SigningOrderTests.startsWith(file, base))
                        .as(it.toString())
                        .isTrue();
            }
            List<String> amiss = amiss(file, it);
            table.add(it, amiss);
            if (!amiss.isEmpty()) {
                Path look = Files.createDirectories(Path.of("target", "matrix"));
                Files.write(look.resolve(it.name() + ".pdf"), file.bytes());
            }
        }
        String written = table.written(chosen.size(), Duration.ofNanos(System.nanoTime() - began));
        Files.writeString(Path.of("target", "signature-matrix.md"), written);
        System.out.println(written);
        assertThat(table.amiss()).isEmpty();
    }

    /** The judges are worth something: one byte of the pages is enough for each of them. */
    @Test
    void aSpoiltFileIsAmissToEveryJudge() throws IOException {
        var it = new Combination(KeyKind.PKCS12, KeyKind.PKCS12, Order.SIGNATORY_THEN_SEAL, SignatureLevel.B_T, "000");
        byte[] bytes =
                signed(Seed.corrected().findFirst().orElseThrow(), it, time).bytes();
        // In the first stream, behind its length.
        int stream = new String(bytes, java.nio.charset.StandardCharsets.ISO_8859_1).indexOf("stream") + 40;
        bytes[stream] ^= 1;
        assertThat(amiss(Content.of(bytes), it))
                .anyMatch(one -> one.startsWith("pdfsig"))
                .anyMatch(one -> one.startsWith("DSS"))
                .anyMatch(one -> one.startsWith("ours"));
    }

    /** Each signature by each judge, and the pages by veraPDF. */
    private List<String> amiss(Content file, Combination it) throws IOException {
        var amiss = new ArrayList<String>();
        int expected = it.order().signatures();
        // Nothing in a B-B or B-T file says that the certificates were not revoked, and both judges sit offline.
        boolean proved = it.level().compareTo(SignatureLevel.B_LT) >= 0;
        List<String> poppler = Judges.pdfsig(file).verdicts();
        if (poppler.size() < expected || !poppler.stream().limit(expected).allMatch("Signature is Valid."::equals)) {
            amiss.add("pdfsig: " + poppler);
        }
        List<Judges.Verdict> dss = Judges.dss(file, offline(), CLOCK.instant());
        String level = "-" + it.level().name().substring(2);
        if (dss.size() != expected
                || !dss.stream()
                        .allMatch(
                                one -> one.indication() == (proved ? Indication.TOTAL_PASSED : Indication.INDETERMINATE)
                                        && one.level().endsWith(level))) {
            amiss.add("DSS: " + dss);
        }
        List<Report.Signature> ours = verifier.verify(file, it.name()).signatures();
        var indication = proved ? Report.Indication.TOTAL_PASSED : Report.Indication.INDETERMINATE;
        if (ours.size() != expected + (it.level() == SignatureLevel.B_LTA ? 1 : 0)
                || !ours.stream()
                        .allMatch(
                                one -> one.indication() == indication && one.integrity() == Report.Integrity.INTACT)) {
            amiss.add("ours: " + ours);
        }
        var archival = Peers.veraPdf(file.bytes(), PDFAFlavour.PDFA_3_A);
        if (!archival.isEmpty()) {
            amiss.add("veraPDF: " + archival);
        }
        return amiss;
    }

    private static CommonCertificateVerifier offline() {
        var anchors = new CommonTrustedCertificateSource();
        anchors.addCertificate(new CertificateToken(PKI.root()));
        var known = new eu.europa.esig.dss.spi.x509.CommonCertificateSource();
        known.addCertificate(new CertificateToken(PKI.issuing()));
        var verifier = new CommonCertificateVerifier();
        verifier.setTrustedCertSources(anchors);
        verifier.setAdjunctCertSources(known);
        verifier.setAIASource(null);
        return verifier;
    }

    private Content signed(Seed seed, Combination it, TimestampAuthority time) throws IOException {
        CheckedDocument checked = checked(seed);
        var particulars = checked.particulars();
        Keys seals = keys(it.seal());
        if (it.order() == Order.SEAL_OF_A_COPY) {
            var maker = new CopySealer.Maker(particulars.agency(), particulars.agencyName(), particulars.place());
            return new CopySealer(seals, time, CLOCK)
                    .copy(LevelsTests.withoutForm(checked.pdf()), CopyForm.FULL, maker, pin());
        }
        if (!it.order().others().isEmpty()) {
            checked = PassedDocuments.document(
                    SignatureMatrix.reserved(checked.pdf(), it.order().others()), particulars);
        }
        Content file = bySignatory(it.signatory(), checked, time);
        assertThat(SigningOrderTests.startsWith(file, checked.pdf())).isTrue();
        for (int i = 0; i < it.order().others().size(); i++) {
            Content before = file;
            byte[] more =
                    OTHERS.get(i).signs(before.bytes(), it.order().others().get(i), one -> {}, one -> {});
            file = time.stamps() ? stampedByTool(Content.of(more), time) : Content.of(more);
            assertThat(SigningOrderTests.startsWith(file, before)).isTrue();
        }
        if (it.order() == Order.SIGNATORY) {
            return file;
        }
        var sealer = new Sealer(seals, time, CLOCK);
        if (it.order() == Order.SIGNATORY_THEN_SEAL) {
            return sealer.seal(new SignedDocument(file, particulars), LINE, pin())
                    .pdf();
        }
        String owner = particulars.agency().value();
        return sealer.seal(
                NumberFiller.fill(file, LINE, particulars.place()), particulars, LINE, seals.open(owner, pin()), owner);
    }

    private Content bySignatory(KeyKind kind, CheckedDocument checked, TimestampAuthority time) {
        Keys keys = keys(kind);
        var signer = new Signer(keys, time, CLOCK);
        return switch (kind) {
            case PKCS12, PKCS11 -> signer.sign(checked, pin()).pdf();
            case REMOTE -> {
                var pending = pending(signer, time);
                yield finished(
                        pending,
                        pending.begin(List.of(checked), "v2").getFirst().id());
            }
            case TWO_CALLS -> {
                var pending = pending(signer, time);
                var asked = pending.begin(checked, List.of(encoded(program)));
                UUID id = asked.pending().id();
                pending.bring(
                        id,
                        SoftHsm.signs(
                                TOKEN, PIN, "hai-buoc", false, asked.digest().bytes()));
                yield finished(pending, id);
            }
            case TOOL -> {
                var pending = pending(signer, time);
                var errand = pending.beginErrand(checked);
                byte[] fetched = pending.fetch(errand.fetchKey()).bytes();
                pending.bring(errand.bringKey(), Content.of(tool.signs(fetched)));
                yield finished(pending, errand.pending().id());
            }
        };
    }

    private static Content finished(PendingSignatures pending, UUID id) {
        for (int i = 0; i < 3 && pending.find(id).state() != PendingSignature.State.READY; i++) {
            pending.work(id);
        }
        Content file = pending.result(id);
        pending.taken(id);
        pending.sweep(id);
        return file;
    }

    private PendingSignatures pending(Signer signer, TimestampAuthority time) {
        return new PendingSignatures(
                signer, usable, anchors, time, remote, files, rows, transactions, CLOCK, new Random(CLOCK.millis()) {
                    private static final long serialVersionUID = 1L;

                    @Override
                    public void nextBytes(byte[] bytes) {
                        UUID random = UUID.randomUUID();
                        System.arraycopy(
                                Sha256.of(random.toString().getBytes(java.nio.charset.StandardCharsets.US_ASCII))
                                        .bytes(),
                                0,
                                bytes,
                                0,
                                bytes.length);
                    }
                });
    }

    private Keys keys(KeyKind kind) {
        return kind == KeyKind.PKCS11
                ? new TokenKeys(
                        new TokenPolicy(List.of(new TokenPolicy.TokenPlace(SoftHsm.MODULE, TOKEN, ON_THE_TOKEN))),
                        policy,
                        usable,
                        anchors,
                        CLOCK)
                : new Pkcs12Keys(policy, usable, CLOCK);
    }

    /** What a person's own tool leaves unstamped, stamped in the room it left. */
    private static Content stampedByTool(Content file, TimestampAuthority time) throws IOException {
        try (var document = Loader.loadPDF(file.bytes())) {
            var last = document.getLastSignatureDictionary();
            int[] range = last.getByteRange();
            // A stream stops where the value ends; the room behind it is zeros.
            var signer = new CMSSignedData(new ByteArrayInputStream(last.getContents()))
                    .getSignerInfos()
                    .iterator()
                    .next();
            return AppendedSignature.stamped(file, range[1], range[2], time.stamp(Sha256.of(signer.getSignature())));
        } catch (CMSException e) {
            throw new IOException(e);
        }
    }

    private CheckedDocument checked(Seed seed) {
        var verdict = gate.examine(renderer.render(seed.document()));
        assertThat(verdict).as(seed.name() + verdict.findings()).isInstanceOf(Gate.Verdict.Passed.class);
        return ((Gate.Verdict.Passed) verdict).document();
    }

    private static byte[] encoded(java.security.cert.X509Certificate certificate) {
        try {
            return certificate.getEncoded();
        } catch (java.security.cert.CertificateEncodingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Pin pin() {
        return new Pin(PIN);
    }
}
