package vn.antin.verify;

import java.io.IOException;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.interactive.digitalsignature.PDSignature;
import org.bouncycastle.asn1.ASN1InputStream;
import org.bouncycastle.asn1.cms.ContentInfo;
import org.bouncycastle.asn1.cms.SignedData;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cms.CMSException;
import org.bouncycastle.cms.CMSSignedData;
import org.bouncycastle.cms.SignerInformation;
import vn.antin.trust.TrustAnchors;

/**
 * Believes whatever a stranger's file brings along: the highest certificate of each path in it. Only for comparing judges
 * on files whose authorities nobody here knows; what is left to disagree on is then the file, not the trust.
 */
record CarriedAnchors(List<X509Certificate> anchors, List<X509Certificate> intermediates) implements TrustAnchors {
    static CarriedAnchors in(byte[] file) {
        Set<X509CertificateHolder> met = new LinkedHashSet<>();
        try (PDDocument document = Loader.loadPDF(file)) {
            for (PDSignature signature : document.getSignatureDictionaries()) {
                byte[] contents = signature.getContents();
                if (contents != null) {
                    collect(contents, met);
                }
            }
        } catch (IOException | RuntimeException e) {
            // A file that cannot be read brings nothing along.
            return new CarriedAnchors(List.of(), List.of());
        }
        List<X509Certificate> tops = new ArrayList<>();
        List<X509Certificate> others = new ArrayList<>();
        for (X509CertificateHolder it : met) {
            boolean top = it.getSubject().equals(it.getIssuer())
                    || met.stream().noneMatch(other -> other.getSubject().equals(it.getIssuer()));
            try {
                (top ? tops : others).add(new JcaX509CertificateConverter().getCertificate(it));
            } catch (CertificateException | RuntimeException e) {
                // Damaged, and so of no use to anyone.
            }
        }
        return new CarriedAnchors(List.copyOf(tops), List.copyOf(others));
    }

    private static void collect(byte[] contents, Set<X509CertificateHolder> met) {
        try (var stream = new ASN1InputStream(contents)) {
            var info = ContentInfo.getInstance(stream.readObject());
            var signed = new CMSSignedData(
                    new ContentInfo(info.getContentType(), SignedData.getInstance(info.getContent())));
            met.addAll(signed.getCertificates().getMatches(null));
            for (SignerInformation by : signed.getSignerInfos()) {
                if (by.getUnsignedAttributes() == null) {
                    continue;
                }
                var stamp = by.getUnsignedAttributes().get(PKCSObjectIdentifiers.id_aa_signatureTimeStampToken);
                if (stamp != null) {
                    var token = new CMSSignedData(ContentInfo.getInstance(stamp.getAttributeValues()[0]));
                    met.addAll(token.getCertificates().getMatches(null));
                }
            }
        } catch (IOException | CMSException | RuntimeException e) {
            // No value that could be read.
        }
    }
}
