package vn.antin;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.util.Calendar;
import java.util.Date;
import java.util.List;
import java.util.function.Consumer;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.interactive.digitalsignature.PDSignature;
import org.bouncycastle.asn1.DERSet;
import org.bouncycastle.asn1.cms.Attribute;
import org.bouncycastle.asn1.cms.AttributeTable;
import org.bouncycastle.asn1.cms.CMSAttributes;
import org.bouncycastle.asn1.cms.CMSObjectIdentifiers;
import org.bouncycastle.asn1.cms.Time;
import org.bouncycastle.cert.jcajce.JcaCertStore;
import org.bouncycastle.cms.CMSException;
import org.bouncycastle.cms.CMSProcessableByteArray;
import org.bouncycastle.cms.CMSSignedDataGenerator;
import org.bouncycastle.cms.DefaultSignedAttributeTableGenerator;
import org.bouncycastle.cms.jcajce.JcaSignerInfoGeneratorBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.bouncycastle.operator.jcajce.JcaDigestCalculatorProviderBuilder;

/** A program on a person's own machine that signs a whole PDF, as VGCA Sign Service does: it shares no code with ours. */
public final class DeskTool {
    private final PrivateKey key;
    private final X509Certificate certificate;
    private int room = 24 * 1024;
    private Clock clock = Clock.systemUTC();

    public DeskTool(PrivateKey key, X509Certificate certificate) {
        this.key = key;
        this.certificate = certificate;
    }

    /** Bytes left for the signature. */
    public DeskTool leaving(int room) {
        this.room = room;
        return this;
    }

    /** As its own clock says. */
    public DeskTool by(Clock clock) {
        this.clock = clock;
        return this;
    }

    public byte[] signs(byte[] pdf) {
        return signs(pdf, "ky_lanh_dao", it -> {}, it -> {});
    }

    /**
     * Signs in one appended revision.
     *
     * @param besides what else the tool does to the document in the same revision
     * @param said what else it writes into the signature dictionary
     */
    public byte[] signs(byte[] pdf, String name, Consumer<PDDocument> besides, Consumer<COSDictionary> said) {
        try (PDDocument document = Loader.loadPDF(pdf)) {
            var form = document.getDocumentCatalog().getAcroForm(null);
            COSDictionary field = form.getField(name).getCOSObject();
            var signature = new PDSignature();
            signature.setFilter(PDSignature.FILTER_ADOBE_PPKLITE);
            signature.setSubFilter(PDSignature.SUBFILTER_ADBE_PKCS7_DETACHED);
            var now = Calendar.getInstance();
            now.setTimeInMillis(clock.millis());
            signature.setSignDate(now);
            signature.setContents(new byte[room]);
            signature.setByteRange(new int[] {0, 1_000_000_000, 1_000_000_000, 1_000_000_000});
            said.accept(signature.getCOSObject());
            field.setItem(COSName.V, signature.getCOSObject());
            field.setNeedToBeUpdated(true);
            form.getCOSObject().setInt(COSName.SIG_FLAGS, 3);
            form.getCOSObject().setNeedToBeUpdated(true);
            document.getDocumentCatalog().getCOSObject().setNeedToBeUpdated(true);
            signature.getCOSObject().setNeedToBeUpdated(true);
            besides.accept(document);
            var out = new ByteArrayOutputStream();
            var external = document.saveIncrementalForExternalSigning(out);
            external.setSignature(cms(external.getContent().readAllBytes()));
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private byte[] cms(byte[] covered) {
        try {
            var maker = new CMSSignedDataGenerator();
            maker.addSignerInfoGenerator(new JcaSignerInfoGeneratorBuilder(
                            new JcaDigestCalculatorProviderBuilder().build())
                    .setSignedAttributeGenerator(new DefaultSignedAttributeTableGenerator(
                            new AttributeTable(new Attribute(
                                    CMSAttributes.signingTime, new DERSet(new Time(Date.from(clock.instant())))))))
                    .build(
                            new JcaContentSignerBuilder(
                                            key.getAlgorithm().equals("RSA") ? "SHA256withRSA" : "SHA256withECDSA")
                                    .build(key),
                            certificate));
            maker.addCertificates(new JcaCertStore(List.of(certificate)));
            return maker.generate(new CMSProcessableByteArray(CMSObjectIdentifiers.data, covered), false)
                    .getEncoded();
        } catch (CMSException | OperatorCreationException | java.security.GeneralSecurityException e) {
            throw new IllegalStateException(e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The same bytes, rewritten as a whole by a program that does not append. */
    public static byte[] rewritten(byte[] pdf) {
        try (PDDocument document = Loader.loadPDF(new ByteArrayInputStream(pdf).readAllBytes())) {
            var out = new ByteArrayOutputStream();
            document.save(out);
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
