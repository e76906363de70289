package vn.antin.trust;

import java.net.URI;
import java.net.URISyntaxException;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.bouncycastle.asn1.ASN1IA5String;
import org.bouncycastle.asn1.x509.AccessDescription;
import org.bouncycastle.asn1.x509.AuthorityInformationAccess;
import org.bouncycastle.asn1.x509.CRLDistPoint;
import org.bouncycastle.asn1.x509.DistributionPoint;
import org.bouncycastle.asn1.x509.DistributionPointName;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.cert.X509CertificateHolder;

/**
 * Where a certificate says that its revocation can be asked. The words are those of whoever made the certificate, so
 * only plain web addresses are taken, and not many.
 */
record RevocationAddresses(List<URI> ocsp, List<URI> crl) {
    private static final int MOST = 4;
    private static final int LONGEST = 1000;

    static RevocationAddresses of(X509Certificate certificate) {
        var ocsp = new ArrayList<URI>();
        var crl = new ArrayList<URI>();
        try {
            var extensions = new X509CertificateHolder(certificate.getEncoded()).getExtensions();
            if (extensions == null) {
                return new RevocationAddresses(List.of(), List.of());
            }
            if (extensions.getExtension(Extension.authorityInfoAccess) != null) {
                for (AccessDescription it :
                        AuthorityInformationAccess.fromExtensions(extensions).getAccessDescriptions()) {
                    if (it.getAccessMethod().equals(AccessDescription.id_ad_ocsp)) {
                        address(it.getAccessLocation()).ifPresent(ocsp::add);
                    }
                }
            }
            CRLDistPoint points = CRLDistPoint.fromExtensions(extensions);
            if (points != null) {
                for (DistributionPoint it : points.getDistributionPoints()) {
                    // A list of only some reasons, or by another issuer, would prove less than it seems to.
                    if (it.getReasons() == null && it.getCRLIssuer() == null) {
                        addresses(it.getDistributionPoint(), crl);
                    }
                }
            }
        } catch (java.io.IOException
                | java.security.cert.CertificateEncodingException
                | IllegalArgumentException
                | IllegalStateException
                | ClassCastException e) {
            // What the ASN.1 parser throws at extensions it does not know: they name no place we could ask.
            return new RevocationAddresses(List.of(), List.of());
        }
        return new RevocationAddresses(limited(ocsp), limited(crl));
    }

    boolean none() {
        return ocsp.isEmpty() && crl.isEmpty();
    }

    private static List<URI> limited(List<URI> all) {
        return List.copyOf(all.subList(0, Math.min(MOST, all.size())));
    }

    private static void addresses(@org.jspecify.annotations.Nullable DistributionPointName name, List<URI> into) {
        if (name != null && name.getType() == DistributionPointName.FULL_NAME) {
            for (GeneralName it : GeneralNames.getInstance(name.getName()).getNames()) {
                address(it).ifPresent(into::add);
            }
        }
    }

    private static Optional<URI> address(GeneralName name) {
        if (name.getTagNo() != GeneralName.uniformResourceIdentifier) {
            return Optional.empty();
        }
        String text = ASN1IA5String.getInstance(name.getName()).getString();
        if (text.length() > LONGEST) {
            return Optional.empty();
        }
        try {
            var address = new URI(text);
            String scheme =
                    address.getScheme() == null ? "" : address.getScheme().toLowerCase(Locale.ROOT);
            boolean web = scheme.equals("http") || scheme.equals("https");
            return web && address.getHost() != null && address.getUserInfo() == null
                    ? Optional.of(address)
                    : Optional.empty();
        } catch (URISyntaxException e) {
            return Optional.empty();
        }
    }
}
