package vn.antin.verify.attacks;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.MessageDigest;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.util.Date;
import java.util.Hashtable;
import java.util.List;
import java.util.Objects;
import org.bouncycastle.asn1.ASN1EncodableVector;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.ASN1Primitive;
import org.bouncycastle.asn1.DERSequence;
import org.bouncycastle.asn1.DERSet;
import org.bouncycastle.asn1.DERTaggedObject;
import org.bouncycastle.asn1.DERUTCTime;
import org.bouncycastle.asn1.DERUTF8String;
import org.bouncycastle.asn1.cms.Attribute;
import org.bouncycastle.asn1.cms.AttributeTable;
import org.bouncycastle.asn1.cms.CMSAttributes;
import org.bouncycastle.asn1.ess.ESSCertIDv2;
import org.bouncycastle.asn1.ess.SigningCertificateV2;
import org.bouncycastle.asn1.nist.NISTObjectIdentifiers;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x509.CertificateList;
import org.bouncycastle.cert.X509CRLHolder;
import org.bouncycastle.cert.X509v2CRLBuilder;
import org.bouncycastle.cert.jcajce.JcaCertStore;
import org.bouncycastle.cms.CMSAttributeTableGenerator;
import org.bouncycastle.cms.CMSException;
import org.bouncycastle.cms.CMSProcessableByteArray;
import org.bouncycastle.cms.CMSSignedDataGenerator;
import org.bouncycastle.cms.DefaultSignedAttributeTableGenerator;
import org.bouncycastle.cms.SignerInfoGenerator;
import org.bouncycastle.cms.jcajce.JcaSignerInfoGeneratorBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.bouncycastle.operator.jcajce.JcaDigestCalculatorProviderBuilder;
import org.bouncycastle.tsp.TSPAlgorithms;
import org.bouncycastle.tsp.TSPException;
import org.bouncycastle.tsp.TimeStampRequestGenerator;
import org.bouncycastle.tsp.TimeStampResponseGenerator;
import org.bouncycastle.tsp.TimeStampTokenGenerator;

/** A key of the samples, and what can be made with it, right or wrong. */
final class Hand {
    private final PrivateKey key;
    private final X509Certificate certificate;
    private final List<X509Certificate> chain;

    private Hand(PrivateKey key, List<X509Certificate> chain) {
        this.key = key;
        this.certificate = chain.getFirst();
        this.chain = chain;
    }

    /** @param file in {@code keys-sample}, without its ending */
    static Hand of(String file) {
        char[] pin = "12345678".toCharArray();
        try (InputStream in = Files.newInputStream(Path.of("keys-sample", file + ".p12"))) {
            var store = KeyStore.getInstance("PKCS12");
            store.load(in, pin);
            String alias = store.aliases().nextElement();
            var chain = java.util.Arrays.stream(store.getCertificateChain(alias))
                    .map(X509Certificate.class::cast)
                    .toList();
            return new Hand((PrivateKey) store.getKey(alias, pin), chain);
        } catch (IOException | GeneralSecurityException e) {
            throw new IllegalStateException(file, e);
        }
    }

    /** What may be done otherwise than it should. */
    record Way(
            boolean attributes,
            boolean named,
            boolean otherNamed,
            boolean attached,
            boolean twoSigners,
            boolean wrongDigest,
            boolean ber,
            String digest) {
        static final Way RIGHT = new Way(true, true, false, false, false, false, false, "SHA256");

        Way bare() {
            return new Way(false, named, otherNamed, attached, twoSigners, wrongDigest, ber, digest);
        }

        Way unnamed() {
            return new Way(attributes, false, otherNamed, attached, twoSigners, wrongDigest, ber, digest);
        }

        Way misnamed() {
            return new Way(attributes, named, true, attached, twoSigners, wrongDigest, ber, digest);
        }

        Way holding() {
            return new Way(attributes, named, otherNamed, true, twoSigners, wrongDigest, ber, digest);
        }

        Way twice() {
            return new Way(attributes, named, otherNamed, attached, true, wrongDigest, ber, digest);
        }

        Way lying() {
            return new Way(attributes, named, otherNamed, attached, twoSigners, true, ber, digest);
        }

        Way indefinite() {
            return new Way(attributes, named, otherNamed, attached, twoSigners, wrongDigest, true, digest);
        }

        Way by(String other) {
            return new Way(attributes, named, otherNamed, attached, twoSigners, wrongDigest, ber, other);
        }
    }

    byte[] cms(byte[] data, Way way) {
        try {
            var generator = new CMSSignedDataGenerator();
            byte[] shown = way.wrongDigest() ? "another text".getBytes(java.nio.charset.StandardCharsets.UTF_8) : data;
            generator.addSignerInfoGenerator(signer(this, way));
            if (way.twoSigners()) {
                generator.addSignerInfoGenerator(signer(of("pham-thi-nga"), way));
            }
            generator.addCertificates(new JcaCertStore(chain));
            var signed = generator.generate(new CMSProcessableByteArray(shown), way.attached());
            // Left to itself the library writes it as those do that do not know the length beforehand.
            return way.ber() ? signed.getEncoded() : signed.toASN1Structure().getEncoded("DER");
        } catch (IOException | GeneralSecurityException | CMSException | OperatorCreationException e) {
            throw new IllegalStateException(e);
        }
    }

    /** What a value may carry besides. */
    enum Carrying {
        STRANGER,
        REVOKED,
        ARCHIVED,
        PRIVATE,
        REFERENCES,
        TIME,
        ALONE,
        STAMPED
    }

    byte[] carrying(byte[] data, Carrying what) {
        try {
            var attributes = new ASN1EncodableVector();
            attributes.add(named(certificate));
            if (what == Carrying.ARCHIVED) {
                attributes.add(new Attribute(
                        new ASN1ObjectIdentifier("1.2.840.113583.1.1.8"),
                        new DERSet(new DERSequence(new DERTaggedObject(true, 0, new DERSequence(revoked()))))));
            }
            if (what == Carrying.TIME) {
                attributes.add(new Attribute(
                        CMSAttributes.signingTime,
                        new DERSet(new DERUTCTime(Date.from(Clock.systemUTC().instant())))));
            }
            var builder = new JcaSignerInfoGeneratorBuilder(new JcaDigestCalculatorProviderBuilder().build());
            builder.setSignedAttributeGenerator(withoutTime(attributes, what == Carrying.TIME));
            builder.setUnsignedAttributeGenerator(given -> {
                var table = new ASN1EncodableVector();
                switch (what) {
                    case PRIVATE ->
                        table.add(new Attribute(
                                new ASN1ObjectIdentifier("1.3.6.1.4.1.99999.1"), new DERSet(new DERUTF8String("a"))));
                    case REFERENCES ->
                        table.add(new Attribute(
                                PKCSObjectIdentifiers.id_aa_ets_certificateRefs, new DERSet(new DERSequence())));
                    case STAMPED ->
                        table.add(new Attribute(
                                PKCSObjectIdentifiers.id_aa_signatureTimeStampToken, new DERSet(read(token((byte[])
                                        Objects.requireNonNull(given.get(CMSAttributeTableGenerator.SIGNATURE)))))));
                    default -> {}
                }
                return table.size() == 0 ? null : new AttributeTable(table);
            });
            var generator = new CMSSignedDataGenerator();
            generator.addSignerInfoGenerator(
                    builder.build(new JcaContentSignerBuilder("SHA256withRSA").build(key), certificate));
            generator.addCertificates(new JcaCertStore(what == Carrying.ALONE ? List.of(certificate) : chain));
            if (what == Carrying.STRANGER) {
                generator.addCertificates(new JcaCertStore(List.of(of("pham-thi-nga").certificate)));
            }
            if (what == Carrying.REVOKED) {
                generator.addCRL(new X509CRLHolder(revoked().getEncoded()));
            }
            return generator
                    .generate(new CMSProcessableByteArray(data), false)
                    .toASN1Structure()
                    .getEncoded("DER");
        } catch (IOException | GeneralSecurityException | CMSException | OperatorCreationException e) {
            throw new IllegalStateException(e);
        }
    }

    private static ASN1Primitive read(byte[] encoded) {
        try {
            return ASN1Primitive.fromByteArray(encoded);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    /** A list by the body that made the certificate of whoever signs; its key is nobody's here, and nobody asks it. */
    private static CertificateList revoked() throws IOException, OperatorCreationException {
        Hand by = of("th-toan-thang");
        var builder = new X509v2CRLBuilder(
                new X500Name("CN=Nobody"), Date.from(Clock.systemUTC().instant()));
        return builder.build(new JcaContentSignerBuilder("SHA256withRSA").build(by.key))
                .toASN1Structure();
    }

    private static Attribute named(X509Certificate it) throws GeneralSecurityException {
        byte[] hash = MessageDigest.getInstance("SHA-256").digest(it.getEncoded());
        return new Attribute(
                PKCSObjectIdentifiers.id_aa_signingCertificateV2,
                new DERSet(new SigningCertificateV2(new ESSCertIDv2[] {
                    new ESSCertIDv2(new AlgorithmIdentifier(NISTObjectIdentifiers.id_sha256), hash)
                })));
    }

    private static DefaultSignedAttributeTableGenerator withoutTime(ASN1EncodableVector attributes, boolean timed) {
        return new DefaultSignedAttributeTableGenerator(new AttributeTable(attributes)) {
            @Override
            protected Hashtable<?, ?> createStandardAttributeTable(@SuppressWarnings("rawtypes") java.util.Map given) {
                var table = super.createStandardAttributeTable(given);
                if (!timed) {
                    table.remove(CMSAttributes.signingTime);
                }
                return table;
            }
        };
    }

    private static SignerInfoGenerator signer(Hand by, Way way)
            throws GeneralSecurityException, OperatorCreationException {
        var builder = new JcaSignerInfoGeneratorBuilder(new JcaDigestCalculatorProviderBuilder().build());
        builder.setDirectSignature(!way.attributes());
        if (way.attributes()) {
            var attributes = new ASN1EncodableVector();
            if (way.named()) {
                attributes.add(named(way.otherNamed() ? of("pham-thi-nga").certificate : by.certificate));
            }
            builder.setSignedAttributeGenerator(withoutTime(attributes, false));
        }
        String algorithm = by.key.getAlgorithm().equals("RSA") ? "RSA" : "ECDSA";
        return builder.build(
                new JcaContentSignerBuilder(way.digest() + "with" + algorithm).build(by.key), by.certificate);
    }

    /** A time-stamp token over the data. */
    static byte[] token(byte[] data) {
        try {
            Hand authority = of("tsa");
            var builder = new JcaSignerInfoGeneratorBuilder(new JcaDigestCalculatorProviderBuilder().build());
            String algorithm = authority.key.getAlgorithm().equals("RSA") ? "RSA" : "ECDSA";
            var generator = new TimeStampTokenGenerator(
                    builder.build(
                            new JcaContentSignerBuilder("SHA256with" + algorithm).build(authority.key),
                            authority.certificate),
                    new JcaDigestCalculatorProviderBuilder()
                            .build()
                            .get(new AlgorithmIdentifier(NISTObjectIdentifiers.id_sha256)),
                    new org.bouncycastle.asn1.ASN1ObjectIdentifier("1.2.3.4"));
            generator.addCertificates(new JcaCertStore(authority.chain));
            var asking = new TimeStampRequestGenerator();
            asking.setCertReq(true);
            var question = asking.generate(
                    TSPAlgorithms.SHA256, MessageDigest.getInstance("SHA-256").digest(data), BigInteger.TEN);
            return new TimeStampResponseGenerator(generator, TSPAlgorithms.ALLOWED)
                    .generate(
                            question,
                            BigInteger.ONE,
                            Date.from(Clock.systemUTC().instant()))
                    .getTimeStampToken()
                    .getEncoded();
        } catch (IOException | GeneralSecurityException | OperatorCreationException | TSPException e) {
            throw new IllegalStateException(e);
        }
    }

    byte[] certificate() {
        try {
            return certificate.getEncoded();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    static byte[] joined(byte[] one, byte[] other) {
        var out = new ByteArrayOutputStream();
        out.writeBytes(one);
        out.writeBytes(other);
        return out.toByteArray();
    }
}
