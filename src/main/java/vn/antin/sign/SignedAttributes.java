package vn.antin.sign;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;
import java.util.Arrays;
import java.util.List;
import org.bouncycastle.asn1.ASN1EncodableVector;
import org.bouncycastle.asn1.ASN1Encoding;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.ASN1OctetString;
import org.bouncycastle.asn1.ASN1Primitive;
import org.bouncycastle.asn1.ASN1Set;
import org.bouncycastle.asn1.DEROctetString;
import org.bouncycastle.asn1.DERSet;
import org.bouncycastle.asn1.cms.Attribute;
import org.bouncycastle.asn1.cms.AttributeTable;
import org.bouncycastle.asn1.cms.CMSAlgorithmProtection;
import org.bouncycastle.asn1.cms.CMSAttributes;
import org.bouncycastle.asn1.cms.CMSObjectIdentifiers;
import org.bouncycastle.asn1.cms.ContentInfo;
import org.bouncycastle.asn1.cms.IssuerAndSerialNumber;
import org.bouncycastle.asn1.cms.SignedData;
import org.bouncycastle.asn1.cms.SignerIdentifier;
import org.bouncycastle.asn1.cms.SignerInfo;
import org.bouncycastle.asn1.ess.ESSCertIDv2;
import org.bouncycastle.asn1.ess.SigningCertificateV2;
import org.bouncycastle.asn1.nist.NISTObjectIdentifiers;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x509.Certificate;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.asn1.x509.IssuerSerial;
import vn.antin.kernel.Sha256;

/**
 * What a PAdES signature signs (ETSI EN 319 142-1, 6.3): exactly content type, digest of the file, the signer's
 * certificate, and the algorithms (RFC 6211), whose names no signature would cover otherwise. No signing time: PAdES has it in the signature dictionary, and forbids it here.
 */
final class SignedAttributes {
    private static final AlgorithmIdentifier SHA_256 = new AlgorithmIdentifier(NISTObjectIdentifiers.id_sha256);

    private final byte[] encoded;

    private SignedAttributes(byte[] encoded) {
        this.encoded = encoded;
    }

    static SignedAttributes of(Sha256 file, X509Certificate signer) {
        Certificate certificate = certificate(signer);
        var issuer = new IssuerSerial(
                new GeneralNames(new GeneralName(certificate.getIssuer())), certificate.getSerialNumber());
        var reference = new ESSCertIDv2(Sha256.of(encoded(certificate)).bytes(), issuer);
        var attributes = new ASN1EncodableVector();
        attributes.add(new Attribute(CMSAttributes.contentType, new DERSet(CMSObjectIdentifiers.data)));
        attributes.add(new Attribute(CMSAttributes.messageDigest, new DERSet(new DEROctetString(file.bytes()))));
        attributes.add(new Attribute(
                PKCSObjectIdentifiers.id_aa_signingCertificateV2, new DERSet(new SigningCertificateV2(reference))));
        Algorithm.of(signer.getPublicKey())
                .ifPresent(it -> attributes.add(new Attribute(
                        CMSAttributes.cmsAlgorithmProtect,
                        new DERSet(new CMSAlgorithmProtection(
                                SHA_256, CMSAlgorithmProtection.SIGNATURE, it.identifier())))));
        return new SignedAttributes(encoded(new DERSet(attributes)));
    }

    /** Attributes that were put aside; {@link #agree} says whether they are worth it. */
    static SignedAttributes restored(byte[] encoded) {
        return new SignedAttributes(encoded.clone());
    }

    /** Whether the attributes name exactly that file's digest and that signer. */
    static boolean agree(byte[] encoded, Sha256 file, X509Certificate signer) {
        try {
            var table = new AttributeTable(ASN1Set.getInstance(ASN1Primitive.fromByteArray(encoded)));
            Attribute digest = table.get(CMSAttributes.messageDigest);
            Attribute certificate = table.get(PKCSObjectIdentifiers.id_aa_signingCertificateV2);
            return digest != null
                    && certificate != null
                    && Arrays.equals(
                            ASN1OctetString.getInstance(digest.getAttributeValues()[0])
                                    .getOctets(),
                            file.bytes())
                    && Arrays.equals(
                            SigningCertificateV2.getInstance(certificate.getAttributeValues()[0])
                                    .getCerts()[0]
                                    .getCertHash(),
                            Sha256.of(encoded(certificate(signer))).bytes());
        } catch (IOException | RuntimeException e) {
            // Whatever does not even parse agrees with nothing.
            return false;
        }
    }

    /** DER. */
    byte[] encoded() {
        return encoded;
    }

    /** What the key signs. */
    Sha256 digest() {
        return Sha256.of(encoded);
    }

    /**
     * The finished CMS structure (RFC 5652, 5), level B-T; B-B without a token.
     *
     * @param token time-stamp over the signature value, DER (ETSI EN 319 122-1, 5.3); empty for none
     * @throws IOException when the token is not DER
     */
    byte[] cms(List<X509Certificate> chain, Algorithm algorithm, byte[] value, byte[] token) throws IOException {
        Certificate signer = certificate(chain.getFirst());
        var certificates = new ASN1EncodableVector();
        for (X509Certificate it : chain) {
            certificates.add(certificate(it));
        }
        var info = new SignerInfo(
                new SignerIdentifier(new IssuerAndSerialNumber(
                        signer.getIssuer(), signer.getSerialNumber().getValue())),
                SHA_256,
                ASN1Set.getInstance(ASN1Primitive.fromByteArray(encoded)),
                algorithm.identifier(),
                new DEROctetString(value),
                token.length == 0 ? null : stamped(token));
        var signed = new SignedData(
                new ASN1Integer(1),
                new DERSet(SHA_256),
                new ContentInfo(CMSObjectIdentifiers.data, null),
                new DERSet(certificates),
                null,
                new DERSet(info));
        return encoded(new ContentInfo(CMSObjectIdentifiers.signedData, signed));
    }

    private static ASN1Set stamped(byte[] token) throws IOException {
        return new DERSet(new Attribute(
                PKCSObjectIdentifiers.id_aa_signatureTimeStampToken, new DERSet(ASN1Primitive.fromByteArray(token))));
    }

    private static Certificate certificate(X509Certificate certificate) {
        try {
            return Certificate.getInstance(certificate.getEncoded());
        } catch (CertificateEncodingException e) {
            throw new IllegalStateException("A certificate that was read can be written", e);
        }
    }

    private static byte[] encoded(org.bouncycastle.asn1.ASN1Object structure) {
        try {
            return structure.getEncoded(ASN1Encoding.DER);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
