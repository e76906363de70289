package vn.antin;

import com.sun.jna.NativeLibrary;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PublicKey;
import java.security.cert.X509Certificate;
import java.security.spec.X509EncodedKeySpec;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Date;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.stream.Stream;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.cert.CertIOException;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;

/** Real tokens without hardware (SoftHSM 2, OpenSC), with certificates of an authority that lives as long as the tests. */
public final class SoftHsm {
    public static final Path MODULE = Stream.of(
                    "/usr/lib/softhsm/libsofthsm2.so", "/usr/lib/x86_64-linux-gnu/softhsm/libsofthsm2.so")
            .map(Path::of)
            .filter(Files::exists)
            .findFirst()
            .orElseThrow(
                    () -> new IllegalStateException("SoftHSM is not installed; src/test/peers/install.sh installs it"));

    private static final Path HOME = home();
    private static final KeyPair AUTHORITY = pair();
    private static final AtomicInteger SERIAL = new AtomicInteger(0x5eed);
    private static final java.util.Map<String, String> IDS = new java.util.concurrent.ConcurrentHashMap<>();
    private static final X500Name ROOT = new X500Name("C=VN,CN=Tổ chức chứng thực của các phép thử");

    private SoftHsm() {}

    /** The root that issued every certificate in these tokens. */
    public static X509Certificate root() {
        return issued(ROOT, AUTHORITY.getPublic(), true, Instant.parse("2020-01-01T00:00:00Z"));
    }

    public static Path tokens() {
        return HOME.resolve("tokens");
    }

    /** A new token; its folder can be moved away and back, which is what pulling it out is to a program. */
    public static Path token(String label, String pin) {
        List<Path> before = folders();
        said("softhsm2-util", "--init-token", "--free", "--label", label, "--so-pin", "87654321", "--pin", pin);
        return folders().stream()
                .filter(it -> !before.contains(it))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("No token was made"));
    }

    /**
     * A key made in the token, with a certificate.
     *
     * @param kind {@code rsa:2048} or {@code EC:prime256v1}
     */
    public static X509Certificate key(String token, String pin, String label, String kind, String name) {
        return key(
                token,
                pin,
                label,
                kind,
                it -> issued(new X500Name("C=VN,CN=" + name), it, false, Instant.parse("2020-01-01T00:00:00Z")));
    }

    /** The same, with a certificate that another authority issues for it. */
    public static X509Certificate key(
            String token, String pin, String label, String kind, Function<PublicKey, X509Certificate> authority) {
        String id = "%04x".formatted(SERIAL.incrementAndGet());
        IDS.put(token + "/" + label, id);
        tool(token, pin, "--keypairgen", "--key-type", kind, "--id", id, "--label", label);
        try {
            Path file = Files.createTempFile(HOME, "public", ".der");
            tool(token, pin, "--read-object", "--type", "pubkey", "--id", id, "--output-file", file.toString());
            PublicKey key = KeyFactory.getInstance(kind.startsWith("rsa") ? "RSA" : "EC")
                    .generatePublic(new X509EncodedKeySpec(Files.readAllBytes(file)));
            var certificate = authority.apply(key);
            Files.write(file, certificate.getEncoded());
            tool(token, pin, "--write-object", file.toString(), "--type", "cert", "--id", id, "--label", label);
            return certificate;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** A raw PKCS#1 or ECDSA value over a digest, made by OpenSC's program as one in the person's own machine would. */
    public static byte[] signs(String token, String pin, String label, boolean rsa, byte[] digest) {
        try {
            Path in = Files.createTempFile(HOME, "digest", ".bin");
            Path out = Files.createTempFile(HOME, "value", ".bin");
            byte[] info = java.util.HexFormat.of().parseHex("3031300d060960864801650304020105000420");
            byte[] input = rsa ? java.util.Arrays.copyOf(info, info.length + digest.length) : digest.clone();
            if (rsa) {
                System.arraycopy(digest, 0, input, info.length, digest.length);
            }
            Files.write(in, input);
            var words = new ArrayList<>(List.of(
                    "--sign",
                    "--mechanism",
                    rsa ? "RSA-PKCS" : "ECDSA",
                    // By its name, for the program looks at no label when it signs.
                    "--id",
                    IDS.get(token + "/" + label),
                    "--input-file",
                    in.toString(),
                    "--output-file",
                    out.toString()));
            if (!rsa) {
                words.addAll(List.of("--signature-format", "openssl"));
            }
            tool(token, pin, words.toArray(String[]::new));
            return Files.readAllBytes(out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Adds the root to a folder of anchors. */
    public static Path anchors(Path folder) {
        try {
            Files.createDirectories(folder);
            try (var sample = Files.list(Path.of("keys-sample", "anchors"))) {
                for (Path it : sample.toList()) {
                    Files.copy(it, folder.resolve(it.getFileName().toString()));
                }
            }
            Files.writeString(
                    folder.resolve("thu-nghiem.pem"),
                    "-----BEGIN CERTIFICATE-----\n"
                            + Base64.getMimeEncoder(64, "\n".getBytes(StandardCharsets.US_ASCII))
                                    .encodeToString(root().getEncoded())
                            + "\n-----END CERTIFICATE-----\n");
            return folder;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** A certificate of the tests' authority for any key. */
    public static X509Certificate certificate(PublicKey key, String name) {
        return issued(new X500Name("C=VN,CN=" + name), key, false, Instant.parse("2020-01-01T00:00:00Z"));
    }

    private static X509Certificate issued(X500Name subject, PublicKey key, boolean authority, Instant from) {
        try {
            var certificate = new JcaX509v3CertificateBuilder(
                    ROOT,
                    BigInteger.valueOf(authority ? 1 : SERIAL.incrementAndGet()),
                    Date.from(from),
                    Date.from(from.plus(Duration.ofDays(7300))),
                    subject,
                    key);
            certificate.addExtension(Extension.basicConstraints, true, new BasicConstraints(authority));
            certificate.addExtension(
                    Extension.keyUsage,
                    true,
                    new KeyUsage(
                            authority ? KeyUsage.keyCertSign : KeyUsage.digitalSignature | KeyUsage.nonRepudiation));
            return new JcaX509CertificateConverter()
                    .getCertificate(certificate.build(
                            new JcaContentSignerBuilder("SHA256withRSA").build(AUTHORITY.getPrivate())));
        } catch (CertIOException | OperatorCreationException | GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static KeyPair pair() {
        try {
            var maker = KeyPairGenerator.getInstance("RSA");
            maker.initialize(2048);
            return maker.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Path home() {
        try {
            Path home = Files.createTempDirectory("antin-softhsm");
            Files.createDirectories(home.resolve("tokens"));
            Path settings = home.resolve("softhsm2.conf");
            Files.writeString(
                    settings,
                    "directories.tokendir=" + home.resolve("tokens") + "\nobjectstore.backend=file\nlog.level=ERROR\n");
            // The driver reads the environment of this very process, which Java itself cannot write to.
            NativeLibrary.getInstance("c")
                    .getFunction("setenv")
                    .invokeInt(new Object[] {"SOFTHSM2_CONF", settings.toString(), 1});
            return home;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<Path> folders() {
        try (var all = Files.list(tokens())) {
            return all.toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void tool(String token, String pin, String... words) {
        said(Stream.concat(
                        Stream.of(
                                "pkcs11-tool",
                                "--module",
                                MODULE.toString(),
                                "--token-label",
                                token,
                                "--login",
                                "--pin",
                                pin),
                        Stream.of(words))
                .toArray(String[]::new));
    }

    private static void said(String... words) {
        try {
            var builder = new ProcessBuilder(words).redirectErrorStream(true);
            builder.environment()
                    .put("SOFTHSM2_CONF", HOME.resolve("softhsm2.conf").toString());
            var process = builder.start();
            process.getOutputStream().close();
            String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            if (process.waitFor() != 0) {
                throw new IllegalStateException(words[0] + ": " + said);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(words[0] + " is not installed; src/test/peers/install.sh installs it", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
