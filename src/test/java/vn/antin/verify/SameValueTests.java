package vn.antin.verify;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Date;
import java.util.List;
import org.bouncycastle.asn1.ASN1Encoding;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.DERSet;
import org.bouncycastle.asn1.cms.Attribute;
import org.bouncycastle.asn1.cms.AttributeTable;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.cert.jcajce.JcaCertStore;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.cms.CMSProcessableByteArray;
import org.bouncycastle.cms.CMSSignedData;
import org.bouncycastle.cms.CMSSignedDataGenerator;
import org.bouncycastle.cms.SignerInformation;
import org.bouncycastle.cms.SignerInformationStore;
import org.bouncycastle.cms.jcajce.JcaSignerInfoGeneratorBuilder;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.bouncycastle.operator.jcajce.JcaDigestCalculatorProviderBuilder;
import org.junit.jupiter.api.Test;

/** What the run with spoilt files holds to be the same is the same, and nothing else is. */
class SameValueTests {
    private final KeyPair pair = pair();
    private final X509Certificate signer = certificate("CN=Signer", 2);
    private final X509Certificate root = certificate("CN=Root", 3);
    private final X509Certificate stranger = certificate("CN=Stranger", 4);
    private final byte[] value = value(List.of(signer, root));

    @Test
    void holdsTheSameWhatLeavesOutARootOrNamesACertificateTwice() throws Exception {
        assertThat(SameValue.of(value, value)).isTrue();
        assertThat(SameValue.of(value, carrying(List.of(signer)))).isTrue();
        assertThat(SameValue.of(value, carrying(List.of(root, signer, signer)))).isTrue();
        assertThat(SameValue.of(value, new CMSSignedData(value).getEncoded(ASN1Encoding.BER)))
                .isTrue();
    }

    @Test
    void holdsAnotherWhatLeavesOutTheSignerOrBringsAStranger() throws Exception {
        assertThat(SameValue.of(value, carrying(List.of(root)))).isFalse();
        assertThat(SameValue.of(value, carrying(List.of(signer, root, stranger))))
                .isFalse();
        assertThat(SameValue.of(value, carrying(List.of(signer, stranger)))).isFalse();
        assertThat(SameValue.of(carrying(List.of(signer)), value)).isFalse();
    }

    @Test
    void holdsAnotherWhateverElseIsChangedByOneBit() {
        int same = 0;
        for (int i = 0; i < value.length; i++) {
            byte[] changed = value.clone();
            changed[i] ^= 1;
            same += SameValue.of(value, changed) ? 1 : 0;
        }
        assertThat(same).isZero();
        byte[] more = Arrays.copyOf(value, value.length + 3);
        assertThat(SameValue.of(value, more)).isTrue();
        more[value.length + 1] = 1;
        assertThat(SameValue.of(value, more)).isFalse();
    }

    @Test
    void holdsTheSameWhatSaysLessAndAnotherWhatSaysMore() throws Exception {
        byte[] noted = noted(value, 1);
        assertThat(SameValue.of(noted, value)).isTrue();
        assertThat(SameValue.of(value, noted)).isFalse();
        assertThat(SameValue.of(noted, noted(value, 2))).isFalse();
        byte[] twice = signedBy(value, noted);
        assertThat(SameValue.of(twice, value)).isTrue();
        assertThat(SameValue.of(twice, noted)).isTrue();
        assertThat(SameValue.of(value, twice)).isFalse();
    }

    /** With an unsigned attribute. */
    private static byte[] noted(byte[] value, int note) throws Exception {
        var data = new CMSSignedData(value);
        SignerInformation by = data.getSignerInfos().iterator().next();
        var attribute = new Attribute(new ASN1ObjectIdentifier("1.2.3.4"), new DERSet(new ASN1Integer(note)));
        return replaced(
                data,
                List.of(SignerInformation.replaceUnsignedAttributes(by, new AttributeTable(new DERSet(attribute)))));
    }

    private static byte[] signedBy(byte[] one, byte[] other) throws Exception {
        var data = new CMSSignedData(one);
        List<SignerInformation> both = new ArrayList<>(data.getSignerInfos().getSigners());
        both.addAll(new CMSSignedData(other).getSignerInfos().getSigners());
        return replaced(data, both);
    }

    private static byte[] replaced(CMSSignedData data, List<SignerInformation> signers) throws Exception {
        return CMSSignedData.replaceSigners(data, new SignerInformationStore(signers))
                .toASN1Structure()
                .getEncoded(ASN1Encoding.DER);
    }

    private byte[] carrying(List<X509Certificate> certificates) throws Exception {
        return CMSSignedData.replaceCertificatesAndCRLs(
                        new CMSSignedData(value), new JcaCertStore(certificates), null, null)
                .toASN1Structure()
                .getEncoded(ASN1Encoding.DL);
    }

    private byte[] value(List<X509Certificate> certificates) {
        try {
            var maker = new CMSSignedDataGenerator();
            maker.addSignerInfoGenerator(
                    new JcaSignerInfoGeneratorBuilder(new JcaDigestCalculatorProviderBuilder().build())
                            .build(new JcaContentSignerBuilder("SHA256withECDSA").build(pair.getPrivate()), signer));
            maker.addCertificates(new JcaCertStore(certificates));
            return maker.generate(new CMSProcessableByteArray(new byte[] {1}), false)
                    .toASN1Structure()
                    .getEncoded(ASN1Encoding.DER);
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private static KeyPair pair() {
        try {
            return KeyPairGenerator.getInstance("EC").generateKeyPair();
        } catch (java.security.NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private X509Certificate certificate(String name, int number) {
        try {
            return new JcaX509CertificateConverter()
                    .getCertificate(new JcaX509v3CertificateBuilder(
                                    new X500Name(name),
                                    BigInteger.valueOf(number),
                                    Date.from(Instant.parse("2026-01-01T00:00:00Z")),
                                    Date.from(Instant.parse("2036-01-01T00:00:00Z")),
                                    new X500Name(name),
                                    pair.getPublic())
                            .build(new JcaContentSignerBuilder("SHA256withECDSA").build(pair.getPrivate())));
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }
}
