package vn.antin.verify;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.time.ZonedDateTime;
import java.util.GregorianCalendar;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.interactive.digitalsignature.PDSignature;
import org.apache.pdfbox.pdmodel.interactive.digitalsignature.SignatureOptions;
import org.bouncycastle.cert.jcajce.JcaCertStore;
import org.bouncycastle.cms.CMSException;
import org.bouncycastle.cms.CMSProcessableByteArray;
import org.bouncycastle.cms.CMSSignedDataGenerator;
import org.bouncycastle.cms.jcajce.JcaSignerInfoGeneratorBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.bouncycastle.operator.jcajce.JcaDigestCalculatorProviderBuilder;

/** PDFBox and Bouncy Castle put together as their own examples do it: a producer that is not ours. */
final class ForeignSigner {
    private ForeignSigner() {}

    static byte[] pdfBox(byte[] file, PrivateKey key, List<X509Certificate> chain, String algorithm)
            throws IOException {
        return pdfBox(file, key, chain, algorithm, false);
    }

    /** @param direct over the bytes themselves, without signed attributes (RFC 5652, 5.4) */
    static byte[] pdfBox(byte[] file, PrivateKey key, List<X509Certificate> chain, String algorithm, boolean direct)
            throws IOException {
        try (var document = Loader.loadPDF(file);
                var options = new SignatureOptions();
                var out = new ByteArrayOutputStream()) {
            var signature = new PDSignature();
            signature.setFilter(PDSignature.FILTER_ADOBE_PPKLITE);
            signature.setSubFilter(PDSignature.SUBFILTER_ADBE_PKCS7_DETACHED);
            // Optional in the PDF's rules, asked for by those of PAdES.
            signature.setSignDate(GregorianCalendar.from(ZonedDateTime.parse("2026-12-01T08:00:00+07:00")));
            options.setPreferredSignatureSize(8192);
            document.addSignature(
                    signature, content -> value(content.readAllBytes(), key, chain, algorithm, direct), options);
            document.saveIncremental(out);
            return out.toByteArray();
        }
    }

    private static byte[] value(
            byte[] content, PrivateKey key, List<X509Certificate> chain, String algorithm, boolean direct)
            throws IOException {
        try {
            var maker = new CMSSignedDataGenerator();
            maker.addSignerInfoGenerator(
                    new JcaSignerInfoGeneratorBuilder(new JcaDigestCalculatorProviderBuilder().build())
                            .setDirectSignature(direct)
                            .build(new JcaContentSignerBuilder(algorithm).build(key), chain.getFirst()));
            maker.addCertificates(new JcaCertStore(chain));
            return maker.generate(new CMSProcessableByteArray(content), false).getEncoded();
        } catch (CMSException | GeneralSecurityException | OperatorCreationException e) {
            throw new IOException(e);
        }
    }
}
