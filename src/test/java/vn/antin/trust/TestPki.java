package vn.antin.trust;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.SecureRandom;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import java.security.spec.ECGenParameterSpec;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.DERNull;
import org.bouncycastle.asn1.nist.NISTObjectIdentifiers;
import org.bouncycastle.asn1.ocsp.OCSPObjectIdentifiers;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.AccessDescription;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x509.AuthorityInformationAccess;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.CRLDistPoint;
import org.bouncycastle.asn1.x509.CRLReason;
import org.bouncycastle.asn1.x509.DistributionPoint;
import org.bouncycastle.asn1.x509.DistributionPointName;
import org.bouncycastle.asn1.x509.ExtendedKeyUsage;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cert.X509v2CRLBuilder;
import org.bouncycastle.cert.jcajce.JcaCertStore;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509CertificateHolder;
import org.bouncycastle.cert.jcajce.JcaX509ExtensionUtils;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.cert.ocsp.CertificateStatus;
import org.bouncycastle.cert.ocsp.OCSPReq;
import org.bouncycastle.cert.ocsp.OCSPResp;
import org.bouncycastle.cert.ocsp.OCSPRespBuilder;
import org.bouncycastle.cert.ocsp.RevokedStatus;
import org.bouncycastle.cert.ocsp.UnknownStatus;
import org.bouncycastle.cert.ocsp.jcajce.JcaBasicOCSPRespBuilder;
import org.bouncycastle.cms.jcajce.JcaSimpleSignerInfoGeneratorBuilder;
import org.bouncycastle.operator.ContentSigner;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.bouncycastle.operator.jcajce.JcaDigestCalculatorProviderBuilder;
import org.bouncycastle.tsp.TSPAlgorithms;
import org.bouncycastle.tsp.TimeStampRequest;
import org.bouncycastle.tsp.TimeStampResponseGenerator;
import org.bouncycastle.tsp.TimeStampTokenGenerator;
import org.jspecify.annotations.Nullable;

/**
 * Authorities of the tests' own on 127.0.0.1: a root, an issuing authority, responders, lists, time-stamping authorities.
 * Each can be made to misbehave.
 */
public final class TestPki implements AutoCloseable {
    public static final String PIN = "12345678";

    /** How a server of the tests is on this day. */
    public enum Mood {
        WELL,
        DOWN,
        SILENT,
        GARBAGE,
        /** Its answers were good for yesterday. */
        EXPIRED,
        /** Signed by someone who may not. */
        WRONG_SIGNER,
        /** Knows no certificate. */
        IGNORANT
    }

    /** What a key is made of. */
    public enum Key {
        P256,
        RSA2048
    }

    /** A key with its certificate and those that issued it, without the root. */
    public record Holder(PrivateKey key, List<X509Certificate> chain) {
        public X509Certificate certificate() {
            return chain.getFirst();
        }
    }

    private record Revoked(Instant since, int reason) {}

    private static final AtomicInteger MADE = new AtomicInteger();
    private static final KeyPair STRANGER = keys(Key.P256);

    private final Clock clock;
    private final HttpServer server;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final SecureRandom chance = new SecureRandom();
    private final Map<String, Mood> moods = new ConcurrentHashMap<>();
    private final Map<String, AtomicInteger> asked = new ConcurrentHashMap<>();
    private final Map<BigInteger, Revoked> revoked = new ConcurrentHashMap<>();
    private final Map<String, Holder> stampers = new ConcurrentHashMap<>();
    private final Holder root;
    private final Holder issuing;
    private final Instant from;
    private final Instant until;
    private volatile Holder responder;

    /** @param until of root and issuing authority */
    public TestPki(Clock clock, Instant from, Instant until) {
        this.clock = clock;
        this.from = from;
        this.until = until;
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.setExecutor(threads);
        server.createContext("/", this::serve);
        server.start();
        int n = MADE.incrementAndGet();
        root = made("Gốc Thử " + n, Key.P256, null, from, until, "ca");
        issuing = made("CA Thử " + n, Key.P256, root, from, until, "ca");
        responder = made("OCSP Thử " + n, Key.P256, issuing, from, until, "ocsp");
    }

    public X509Certificate root() {
        return root.certificate();
    }

    public X509Certificate issuing() {
        return issuing.certificate();
    }

    /** From now on another answers for the issuing authority, of whom the authority does not say that nobody need ask. */
    public X509Certificate responderToBeAskedAbout(boolean namesItsList) {
        responder = made("OCSP khác", Key.P256, issuing, from, until, namesItsList ? "ocsp-listed" : "ocsp-unlisted");
        return responder.certificate();
    }

    public Holder signer(String name, Key key, Instant from, Instant until) {
        return made(name, key, issuing, from, until, "signer");
    }

    /** A certificate for a key that somebody else made, such as a token. */
    public X509Certificate signer(String name, PublicKey key, Instant from, Instant until) {
        return issued(name, key, issuing, from, until, "signer").getFirst();
    }

    /** Puts a time-stamping authority at that path; the one before it there is gone. */
    public Holder stamper(String path, Key key, Instant from, Instant until) {
        Holder it = made("TSA Thử " + path, key, issuing, from, until, "tsa");
        stampers.put(path, it);
        return it;
    }

    /** Puts another authority's there. */
    public void stamper(String path, Holder holder) {
        stampers.put(path, holder);
    }

    public String address(String path) {
        return "http://127.0.0.1:" + server.getAddress().getPort() + path;
    }

    /** Paths: {@code /crl/root}, {@code /crl/issuing}, {@code /ocsp/…}, and those of the stampers. */
    public void mood(String path, Mood mood) {
        moods.put(path, mood);
    }

    public void allWell() {
        moods.clear();
    }

    public int asked(String path) {
        return asked.computeIfAbsent(path, it -> new AtomicInteger()).get();
    }

    public void revoke(X509Certificate certificate, Instant since) {
        revoked.put(certificate.getSerialNumber(), new Revoked(since, CRLReason.keyCompromise));
    }

    public void forgive(X509Certificate certificate) {
        revoked.remove(certificate.getSerialNumber());
    }

    /** Anchors as the installation reads them. */
    public void writeAnchors(Path folder) throws IOException {
        Files.createDirectories(folder);
        Files.writeString(folder.resolve("root.pem"), pem(root()));
        Files.writeString(folder.resolve("issuing.pem"), pem(issuing()));
    }

    /** A key as the installation reads it. */
    public static void write(Holder holder, Path file) throws IOException {
        try (var out = Files.newOutputStream(file)) {
            var store = KeyStore.getInstance("PKCS12");
            store.load(null, null);
            store.setKeyEntry(
                    "key", holder.key(), PIN.toCharArray(), holder.chain().toArray(Certificate[]::new));
            store.store(out, PIN.toCharArray());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    public static String pem(X509Certificate certificate) {
        try {
            return "-----BEGIN CERTIFICATE-----\n"
                    + Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(certificate.getEncoded())
                    + "\n-----END CERTIFICATE-----\n";
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private void serve(HttpExchange exchange) throws IOException {
        try (exchange) {
            String path = exchange.getRequestURI().getPath();
            asked.computeIfAbsent(path, it -> new AtomicInteger()).incrementAndGet();
            byte[] question = exchange.getRequestBody().readAllBytes();
            Mood mood = moods.getOrDefault(path, Mood.WELL);
            switch (mood) {
                case DOWN -> exchange.sendResponseHeaders(503, -1);
                case SILENT -> Thread.sleep(3000);
                case GARBAGE -> send(exchange, "<html>Đang bảo trì</html>".getBytes(StandardCharsets.UTF_8));
                default -> send(exchange, answer(path, question, mood));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (IOException e) {
            throw e;
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private static void send(HttpExchange exchange, byte[] body) throws IOException {
        exchange.sendResponseHeaders(200, body.length);
        exchange.getResponseBody().write(body);
    }

    private byte[] answer(String path, byte[] question, Mood mood) throws Exception {
        if (path.startsWith("/crl/")) {
            return list(path.endsWith("root") ? root : issuing, mood);
        }
        if (path.startsWith("/ocsp/")) {
            return status(path.endsWith("root") ? root : responder, new OCSPReq(question), mood);
        }
        Holder stamper = Objects.requireNonNull(stampers.get(path), path);
        return stamped(stamper, new TimeStampRequest(question), clock.instant());
    }

    private byte[] list(Holder authority, Mood mood) throws Exception {
        Instant now = clock.instant();
        Instant until = mood == Mood.EXPIRED ? now.minus(Duration.ofDays(1)) : now.plus(Duration.ofDays(7));
        var list = new X509v2CRLBuilder(
                new JcaX509CertificateHolder(authority.certificate()).getSubject(),
                Date.from(until.minus(Duration.ofDays(7)).minusSeconds(60)));
        list.setNextUpdate(Date.from(until));
        list.addExtension(
                Extension.authorityKeyIdentifier,
                false,
                new JcaX509ExtensionUtils()
                        .createAuthorityKeyIdentifier(authority.certificate().getPublicKey()));
        list.addExtension(
                Extension.cRLNumber,
                false,
                new org.bouncycastle.asn1.x509.CRLNumber(BigInteger.valueOf(now.getEpochSecond())));
        revoked.forEach((serial, it) -> list.addCRLEntry(serial, Date.from(it.since()), it.reason()));
        return list.build(pen(mood == Mood.WRONG_SIGNER ? STRANGER.getPrivate() : authority.key()))
                .getEncoded();
    }

    private byte[] status(Holder responder, OCSPReq question, Mood mood) throws Exception {
        var id = question.getRequestList()[0].getCertID();
        Instant now = clock.instant();
        Instant thisUpdate = mood == Mood.EXPIRED ? now.minus(Duration.ofDays(3)) : now;
        Revoked it = revoked.get(id.getSerialNumber());
        CertificateStatus status =
                it == null ? CertificateStatus.GOOD : new RevokedStatus(Date.from(it.since()), it.reason());
        if (mood == Mood.IGNORANT) {
            status = new UnknownStatus();
        }
        var answer = new JcaBasicOCSPRespBuilder(
                responder.certificate().getPublicKey(),
                new JcaDigestCalculatorProviderBuilder()
                        .build()
                        .get(org.bouncycastle.cert.ocsp.CertificateID.HASH_SHA1));
        answer.addResponse(id, status, Date.from(thisUpdate), Date.from(thisUpdate.plus(Duration.ofDays(1))));
        var chain = new X509CertificateHolder[] {new JcaX509CertificateHolder(responder.certificate())};
        return new OCSPRespBuilder()
                .build(
                        OCSPResp.SUCCESSFUL,
                        answer.build(
                                pen(mood == Mood.WRONG_SIGNER ? STRANGER.getPrivate() : responder.key()),
                                chain,
                                Date.from(thisUpdate)))
                .getEncoded();
    }

    private static byte[] stamped(Holder stamper, TimeStampRequest question, Instant when) throws Exception {
        String algorithm = stamper.key().getAlgorithm().equals("RSA") ? "SHA256withRSA" : "SHA256withECDSA";
        var generator = new TimeStampTokenGenerator(
                new JcaSimpleSignerInfoGeneratorBuilder().build(algorithm, stamper.key(), stamper.certificate()),
                new JcaDigestCalculatorProviderBuilder()
                        .build()
                        .get(new AlgorithmIdentifier(NISTObjectIdentifiers.id_sha256)),
                new ASN1ObjectIdentifier("1.2.3.4"));
        generator.addCertificates(new JcaCertStore(stamper.chain()));
        return new TimeStampResponseGenerator(generator, TSPAlgorithms.ALLOWED)
                .generate(question, BigInteger.ONE, Date.from(when))
                .getEncoded();
    }

    private Holder made(String name, Key kind, @Nullable Holder issuer, Instant from, Instant until, String purpose) {
        KeyPair pair = keys(kind);
        Holder itself = new Holder(pair.getPrivate(), List.of());
        return new Holder(
                pair.getPrivate(),
                issued(name, pair.getPublic(), issuer == null ? itself : issuer, from, until, purpose));
    }

    /** @param issuer without a certificate when it is to issue its own */
    private List<X509Certificate> issued(
            String name, PublicKey key, Holder issuer, Instant from, Instant until, String purpose) {
        boolean own = issuer.chain().isEmpty();
        try {
            var subject = new X500Name("C=VN,O=Thử,CN=" + name);
            var above = own ? subject : new JcaX509CertificateHolder(issuer.certificate()).getSubject();
            var builder = new JcaX509v3CertificateBuilder(
                    above, new BigInteger(100, chance).setBit(99), Date.from(from), Date.from(until), subject, key);
            var ids = new JcaX509ExtensionUtils();
            builder.addExtension(Extension.subjectKeyIdentifier, false, ids.createSubjectKeyIdentifier(key));
            boolean authority = purpose.equals("ca");
            builder.addExtension(Extension.basicConstraints, true, new BasicConstraints(authority));
            builder.addExtension(
                    Extension.keyUsage,
                    true,
                    new KeyUsage(
                            authority
                                    ? KeyUsage.keyCertSign | KeyUsage.cRLSign
                                    : KeyUsage.digitalSignature
                                            | (purpose.equals("signer") ? KeyUsage.nonRepudiation : 0)));
            if (purpose.equals("tsa")) {
                builder.addExtension(
                        Extension.extendedKeyUsage, true, new ExtendedKeyUsage(KeyPurposeId.id_kp_timeStamping));
            }
            if (purpose.startsWith("ocsp")) {
                builder.addExtension(
                        Extension.extendedKeyUsage, false, new ExtendedKeyUsage(KeyPurposeId.id_kp_OCSPSigning));
            }
            if (purpose.equals("ocsp")) {
                builder.addExtension(OCSPObjectIdentifiers.id_pkix_ocsp_nocheck, false, DERNull.INSTANCE);
            }
            var chain = new ArrayList<X509Certificate>();
            if (!own) {
                // A root's chain is itself alone, and it issued itself.
                X509Certificate issued = issuer.certificate();
                boolean byRoot = issued.getSubjectX500Principal().equals(issued.getIssuerX500Principal());
                builder.addExtension(
                        Extension.authorityKeyIdentifier,
                        false,
                        ids.createAuthorityKeyIdentifier(issuer.certificate().getPublicKey()));
                if (!purpose.equals("ocsp") && !purpose.equals("ocsp-unlisted")) {
                    places(builder, byRoot ? "root" : "issuing");
                }
                chain.addAll(byRoot ? List.of() : issuer.chain());
            }
            chain.addFirst(new JcaX509CertificateConverter().getCertificate(builder.build(pen(issuer.key()))));
            return List.copyOf(chain);
        } catch (GeneralSecurityException | IOException | OperatorCreationException e) {
            throw new IllegalStateException(e);
        }
    }

    private void places(JcaX509v3CertificateBuilder builder, String authority) throws IOException {
        builder.addExtension(
                Extension.authorityInfoAccess,
                false,
                new AuthorityInformationAccess(
                        new AccessDescription(AccessDescription.id_ad_ocsp, web(address("/ocsp/" + authority)))));
        builder.addExtension(Extension.cRLDistributionPoints, false, new CRLDistPoint(new DistributionPoint[] {
            new DistributionPoint(
                    new DistributionPointName(new GeneralNames(web(address("/crl/" + authority)))), null, null)
        }));
    }

    private static GeneralName web(String address) {
        return new GeneralName(GeneralName.uniformResourceIdentifier, address);
    }

    private static ContentSigner pen(PrivateKey key) throws OperatorCreationException {
        return new JcaContentSignerBuilder(key.getAlgorithm().equals("RSA") ? "SHA256withRSA" : "SHA256withECDSA")
                .build(key);
    }

    private static KeyPair keys(Key kind) {
        try {
            var generator = KeyPairGenerator.getInstance(kind == Key.P256 ? "EC" : "RSA");
            if (kind == Key.P256) {
                generator.initialize(new ECGenParameterSpec("secp256r1"));
            } else {
                generator.initialize(2048);
            }
            return generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
