package vn.antin.verify;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1EncodableVector;
import org.bouncycastle.asn1.ASN1Encoding;
import org.bouncycastle.asn1.ASN1Null;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.ASN1OctetString;
import org.bouncycastle.asn1.ASN1Primitive;
import org.bouncycastle.asn1.ASN1Sequence;
import org.bouncycastle.asn1.ASN1Set;
import org.bouncycastle.asn1.ASN1TaggedObject;
import org.bouncycastle.asn1.DERSequence;
import org.bouncycastle.asn1.DERSet;
import org.bouncycastle.asn1.DERTaggedObject;
import org.bouncycastle.asn1.cms.IssuerAndSerialNumber;
import org.bouncycastle.asn1.cms.SignerIdentifier;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.x509.Certificate;
import org.bouncycastle.asn1.x509.SubjectKeyIdentifier;
import org.jspecify.annotations.Nullable;

/**
 * Whether two values of a signature (CMS, RFC 5652) say the same, so that finding one whole is right when the other was.
 *
 * <p>They do when they differ in encoding alone (BER or DER, the order and repetition in sets, parameters that say
 * nothing), and when the one carries fewer certificates than the other: the set {@code certificates} of SignedData is
 * covered by no signature (RFC 5652, 5.1 and 5.4), is there to help in building a path, and need not be complete; who is
 * trusted is said elsewhere. Nothing a verdict rests on is lost with it, so long as the signer's own certificate is there
 * and none is there that was not: a changed or foreign one is another value. (What stands there behind a tag is no
 * certificate to anybody.) The same holds within a time-stamp. Nor does anything sign that a signer stands there twice, or
 * that there are unsigned attributes at all (5.3): with one of two signers, or with all unsigned attributes gone, less is
 * said and nothing else. All else, down to versions, algorithm identifiers, revocation lists and each unsigned attribute
 * that is there, must be as it was.
 */
final class SameValue {
    private SameValue() {}

    /** @param padded the values with the zeros that fill their room */
    static boolean of(byte[] padded, byte[] other) {
        try {
            var one = new Reading(padded);
            var two = new Reading(other);
            return Arrays.equals(one.rest, two.rest)
                    && within(one.outer, two.outer)
                    && !two.signers.isEmpty()
                    && two.signers.stream().allMatch(is -> one.signers.stream().anyMatch(was -> was.says(is)));
        } catch (IOException | RuntimeException e) {
            // What cannot be read does not say the same.
            return false;
        }
    }

    private static boolean within(List<Bag> all, List<Bag> some) {
        if (all.size() != some.size()) {
            return false;
        }
        for (int i = 0; i < all.size(); i++) {
            Bag was = all.get(i);
            Bag is = some.get(i);
            if (!was.all().containsAll(is.all()) || !is.all().containsAll(was.owners())) {
                return false;
            }
        }
        return true;
    }

    /** @param owners those of the signers */
    private record Bag(Set<ASN1Primitive> all, Set<ASN1Primitive> owners) {}

    /**
     * One signer.
     *
     * @param unsigned its unsigned attributes without the certificates in them; absent when it has none
     * @param bags those certificates
     */
    private record Signer(ASN1Primitive signed, @Nullable ASN1Primitive unsigned, List<Bag> bags) {
        boolean says(Signer other) {
            return signed.equals(other.signed)
                    && (other.unsigned == null || (other.unsigned.equals(unsigned) && within(bags, other.bags)));
        }
    }

    private static final class Reading {
        private final List<Bag> outer;
        private final List<Signer> signers = new ArrayList<>();
        private final byte[] rest;
        private List<Bag> bags = new ArrayList<>();

        Reading(byte[] padded) throws IOException {
            int end = DerLength.of(padded);
            for (int i = end; i < padded.length; i++) {
                if (padded[i] != 0) {
                    throw new IOException("More than a value");
                }
            }
            rest = plain(withoutCertificates(ASN1Primitive.fromByteArray(Arrays.copyOf(padded, end)), true))
                    .getEncoded(ASN1Encoding.DER);
            outer = bags;
        }

        /** @param outermost whether the signers are kept beside it, each by itself */
        private ASN1Primitive withoutCertificates(ASN1Primitive info, boolean outermost) throws IOException {
            var outer = (ASN1Sequence) info;
            var content = (ASN1TaggedObject) outer.getObjectAt(1);
            var signed = (ASN1Sequence) content.getExplicitBaseObject().toASN1Primitive();
            var these = (ASN1Set) signed.getObjectAt(signed.size() - 1);
            var kept = new ASN1EncodableVector();
            boolean met = false;
            for (int i = 0; i < signed.size(); i++) {
                ASN1Encodable it = signed.getObjectAt(i);
                if (i >= 3 && it instanceof ASN1TaggedObject tagged && tagged.hasContextTag(0) && !met) {
                    met = true;
                    bag(ASN1Set.getInstance(tagged, false), these);
                } else if (i == signed.size() - 1) {
                    if (outermost) {
                        each(these);
                    } else {
                        kept.add(these);
                    }
                } else {
                    kept.add(it);
                }
            }
            var all = new ASN1EncodableVector();
            for (int i = 0; i < outer.size(); i++) {
                all.add(
                        i == 1
                                ? new DERTaggedObject(true, content.getTagNo(), new DERSequence(kept))
                                : outer.getObjectAt(i));
            }
            return new DERSequence(all);
        }

        private void bag(ASN1Set certificates, ASN1Set signers) throws IOException {
            Set<ASN1Primitive> all = new HashSet<>();
            Set<ASN1Primitive> owners = new HashSet<>();
            for (ASN1Encodable it : certificates) {
                if (it.toASN1Primitive() instanceof ASN1TaggedObject) {
                    continue;
                }
                all.add(plain(it.toASN1Primitive()));
                for (ASN1Encodable signer : signers) {
                    var id = SignerIdentifier.getInstance(((ASN1Sequence) signer).getObjectAt(1));
                    if (it.toASN1Primitive() instanceof ASN1Sequence && owns(Certificate.getInstance(it), id)) {
                        owners.add(plain(it.toASN1Primitive()));
                    }
                }
            }
            bags.add(new Bag(all, owners));
        }

        private static boolean owns(Certificate it, SignerIdentifier id) {
            if (id.getId() instanceof ASN1OctetString key) {
                var own = it.getTBSCertificate().getExtensions() == null
                        ? null
                        : SubjectKeyIdentifier.fromExtensions(
                                it.getTBSCertificate().getExtensions());
                return own != null && Arrays.equals(own.getKeyIdentifier(), key.getOctets());
            }
            return new IssuerAndSerialNumber(it).equals(IssuerAndSerialNumber.getInstance(id.getId()));
        }

        /** With their time-stamps treated alike. */
        private void each(ASN1Set these) throws IOException {
            List<Bag> before = bags;
            for (ASN1Encodable signer : these) {
                bags = new ArrayList<>();
                ASN1Primitive unsigned = null;
                var parts = new ASN1EncodableVector();
                for (ASN1Encodable it : (ASN1Sequence) signer) {
                    if (it instanceof ASN1TaggedObject tagged && tagged.hasContextTag(1)) {
                        unsigned = plain(attributes(ASN1Set.getInstance(tagged, false)));
                    } else {
                        parts.add(it);
                    }
                }
                signers.add(new Signer(plain(new DERSequence(parts)), unsigned, bags));
            }
            bags = before;
        }

        private ASN1Set attributes(ASN1Set attributes) throws IOException {
            var all = new ASN1EncodableVector();
            for (ASN1Encodable it : attributes) {
                var attribute = (ASN1Sequence) it;
                ASN1ObjectIdentifier kind = ASN1ObjectIdentifier.getInstance(attribute.getObjectAt(0));
                if (kind.equals(PKCSObjectIdentifiers.id_aa_signatureTimeStampToken) && attribute.size() == 2) {
                    var values = new ASN1EncodableVector();
                    for (ASN1Encodable value : (ASN1Set) attribute.getObjectAt(1)) {
                        values.add(withoutCertificates(value.toASN1Primitive(), false));
                    }
                    all.add(new DERSequence(new ASN1Encodable[] {kind, new DERSet(values)}));
                } else {
                    all.add(it);
                }
            }
            return new DERSet(all);
        }
    }

    /** In a set each element counts once. */
    private static ASN1Set set(ASN1EncodableVector vector) {
        var once = new ASN1EncodableVector();
        Set<ASN1Encodable> met = new HashSet<>();
        for (int i = 0; i < vector.size(); i++) {
            if (met.add(vector.get(i))) {
                once.add(vector.get(i));
            }
        }
        return new DERSet(once);
    }

    private static ASN1Primitive plain(ASN1Primitive it) {
        if (it instanceof ASN1TaggedObject tagged) {
            ASN1Primitive inner = tagged.getBaseObject().toASN1Primitive();
            // Behind an implicit tag a set (of certificates, of attributes) looks like a sequence.
            if (!tagged.isExplicit() && (inner instanceof ASN1Sequence || inner instanceof ASN1Set)) {
                var vector = new ASN1EncodableVector();
                for (ASN1Encodable child : inner instanceof ASN1Set set ? set : (ASN1Sequence) inner) {
                    vector.add(plain(child.toASN1Primitive()));
                }
                return new DERTaggedObject(false, tagged.getTagNo(), set(vector));
            }
            return new DERTaggedObject(tagged.isExplicit(), tagged.getTagNo(), plain(inner));
        }
        if (!(it instanceof ASN1Set) && !(it instanceof ASN1Sequence)) {
            return it;
        }
        var vector = new ASN1EncodableVector();
        for (ASN1Encodable child : it instanceof ASN1Set set ? set : (ASN1Sequence) it) {
            if (!(child.toASN1Primitive() instanceof ASN1Null)) {
                vector.add(plain(child.toASN1Primitive()));
            }
        }
        return it instanceof ASN1Set ? set(vector) : new DERSequence(vector);
    }
}
