import java.io.*;
import java.nio.file.*;
import java.security.*;
import java.security.cert.*;
import java.security.cert.Certificate;
import java.util.*;

/** iText 5 and 9: java Sign.java KEYS PAGE.pdf OUT. */
public class Sign {
    interface Work { byte[] of(byte[] page, PrivateKey key, Certificate[] chain) throws Exception; }

    static String keys, out;

    public static void main(String[] words) throws Exception {
        keys = words[0]; out = words[2];
        byte[] page = Files.readAllBytes(Path.of(words[1]));
        Security.addProvider(new org.bouncycastle.jce.provider.BouncyCastleProvider());
        for (boolean cades : new boolean[] {false, true})
            for (int level : new int[] {0, 1, 2, 3})
                made("itext5-" + (cades ? "cades" : "cms") + "-p" + level, page, "rsa", (p, k, c) -> itext5(p, k, c, cades, level));
        for (String key : List.of("rsa", "ec"))
            for (int level : new int[] {0, 1, 3})
                made("itext9-" + key + "-p" + level, page, key, (p, k, c) -> itext9(p, k, c, level, "Sig1"));
        made("itext9-twice", Files.readAllBytes(Path.of(out, "itext9-rsa-p0.pdf")), "ec", (p, k, c) -> itext9(p, k, c, 0, "Sig2"));
        made("itext5-after-itext9", Files.readAllBytes(Path.of(out, "itext9-rsa-p3.pdf")), "rsa", (p, k, c) -> itext5(p, k, c, true, 0));
    }

    static void made(String name, byte[] page, String key, Work work) {
        try {
            var store = KeyStore.getInstance("PKCS12");
            try (var in = Files.newInputStream(Path.of(keys, key + ".p12"))) { store.load(in, "12345678".toCharArray()); }
            Files.write(Path.of(out, name + ".pdf"), work.of(page, (PrivateKey) store.getKey("signer", "12345678".toCharArray()), store.getCertificateChain("signer")));
        } catch (Throwable e) {
            System.err.println(name + " " + e);
        }
    }

    static byte[] itext5(byte[] page, PrivateKey key, Certificate[] chain, boolean cades, int level) throws Exception {
        var bytes = new ByteArrayOutputStream();
        var stamper = com.itextpdf.text.pdf.PdfStamper.createSignature(new com.itextpdf.text.pdf.PdfReader(page), bytes, '\0', null, true);
        var look = stamper.getSignatureAppearance();
        look.setReason("test");
        look.setVisibleSignature(new com.itextpdf.text.Rectangle(100, 100, 250, 160), 1, "itext5");
        look.setCertificationLevel(level);
        com.itextpdf.text.pdf.security.MakeSignature.signDetached(look, new com.itextpdf.text.pdf.security.BouncyCastleDigest(),
            new com.itextpdf.text.pdf.security.PrivateKeySignature(key, "SHA-256", "BC"), chain, null, null, null, 0,
            cades ? com.itextpdf.text.pdf.security.MakeSignature.CryptoStandard.CADES : com.itextpdf.text.pdf.security.MakeSignature.CryptoStandard.CMS);
        return bytes.toByteArray();
    }

    static byte[] itext9(byte[] page, PrivateKey key, Certificate[] chain, int level, String field) throws Exception {
        var bytes = new ByteArrayOutputStream();
        var signer = new com.itextpdf.signatures.PdfSigner(new com.itextpdf.kernel.pdf.PdfReader(new ByteArrayInputStream(page)), bytes, new com.itextpdf.kernel.pdf.StampingProperties().useAppendMode());
        var said = new com.itextpdf.signatures.SignerProperties().setFieldName(field).setReason("test").setPageRect(new com.itextpdf.kernel.geom.Rectangle(100, field.equals("Sig1") ? 100 : 300, 150, 60)).setPageNumber(1);
        if (level > 0) said.setCertificationLevel(com.itextpdf.signatures.AccessPermissions.values()[level]);
        signer.setSignerProperties(said);
        signer.signDetached(new com.itextpdf.signatures.BouncyCastleDigest(), new com.itextpdf.signatures.PrivateKeySignature(key, "SHA-256", "BC"), chain, null, null, null, 0, com.itextpdf.signatures.PdfSigner.CryptoStandard.CADES);
        return bytes.toByteArray();
    }
}
