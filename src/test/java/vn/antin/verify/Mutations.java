package vn.antin.verify;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.random.RandomGenerator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1EncodableVector;
import org.bouncycastle.asn1.ASN1Encoding;
import org.bouncycastle.asn1.ASN1Primitive;
import org.bouncycastle.asn1.ASN1Sequence;
import org.bouncycastle.asn1.ASN1Set;
import org.bouncycastle.asn1.ASN1TaggedObject;
import org.bouncycastle.asn1.DEROctetString;
import org.bouncycastle.asn1.DLSequence;
import org.bouncycastle.asn1.DLSet;
import org.bouncycastle.asn1.DLTaggedObject;
import org.jspecify.annotations.Nullable;

/** Ways to spoil a signed file, from a flipped bit to a well-formed structure that says something else. */
final class Mutations {
    private static final Pattern NUMBER = Pattern.compile("(?<![\\w.])\\d{1,10}(?![\\w.])");
    private static final Pattern NAME = Pattern.compile("/[A-Za-z][A-Za-z0-9.]{0,24}");
    private static final Pattern OBJECT = Pattern.compile("(?<=[\\r\\n])(\\d{1,6}) 0 obj");
    private static final Pattern CONTENTS = Pattern.compile("/Contents ?<([0-9A-Fa-f]{64,})>");
    private static final String[] EDGES = {"0", "1", "-1", "2147483647", "4294967296", "99999999999999999999", "65536"};

    private final RandomGenerator chance;
    private final List<byte[]> others;

    Mutations(RandomGenerator chance, List<byte[]> others) {
        this.chance = chance;
        this.others = others;
    }

    /** One mutant; now and then it is the file as it was. */
    byte[] of(byte[] file) {
        return switch (chance.nextInt(14)) {
            case 0, 1 -> flipped(file);
            case 2 -> digits(file);
            case 3 -> spliced(file);
            case 4 -> removed(file);
            case 5 -> Arrays.copyOf(file, chance.nextInt(file.length));
            case 6 -> numbers(file);
            case 7 -> names(file);
            case 8 -> swapped(file);
            case 9 -> appended(file);
            case 10 -> references(file);
            case 11, 12 -> structure(file);
            default -> of(flipped(file));
        };
    }

    private byte[] flipped(byte[] file) {
        byte[] changed = file.clone();
        for (int i = chance.nextInt(1, 5); i > 0; i--) {
            int place = chance.nextInt(file.length);
            changed[place] = chance.nextBoolean()
                    ? (byte) (changed[place] ^ 1 << chance.nextInt(8))
                    : (byte) chance.nextInt(256);
        }
        return changed;
    }

    /** Hexadecimal digits of a signature's value. */
    private byte[] digits(byte[] file) {
        var found = find(CONTENTS, file);
        if (found == null) {
            return flipped(file);
        }
        byte[] changed = file.clone();
        int from = found.start(1);
        int used = found.end(1);
        while (used > from + 2 && file[used - 1] == '0') {
            used--;
        }
        int to = chance.nextInt(8) == 0 ? found.end(1) : used;
        changed[chance.nextInt(from, to)] = (byte) "0123456789abcdefABCDEF".charAt(chance.nextInt(22));
        return changed;
    }

    private byte[] spliced(byte[] file) {
        byte[] other = chance.nextBoolean() ? file : others.get(chance.nextInt(others.size()));
        int from = chance.nextInt(other.length);
        int length = Math.min(other.length - from, 1 << chance.nextInt(12));
        int at = chance.nextInt(file.length);
        if (chance.nextBoolean()) {
            byte[] changed = file.clone();
            System.arraycopy(other, from, changed, at, Math.min(length, file.length - at));
            return changed;
        }
        return joined(Arrays.copyOf(file, at), Arrays.copyOfRange(other, from, from + length), rest(file, at));
    }

    private byte[] removed(byte[] file) {
        int at = chance.nextInt(file.length);
        int to = Math.min(file.length, at + (1 << chance.nextInt(12)));
        return joined(Arrays.copyOf(file, at), new byte[0], rest(file, to));
    }

    private byte[] numbers(byte[] file) {
        var found = find(NUMBER, file);
        if (found == null) {
            return flipped(file);
        }
        String other;
        if (chance.nextBoolean()) {
            // Of the same length, so that everything else stays where it is.
            var digits = new StringBuilder();
            for (int i = found.start(); i < found.end(); i++) {
                digits.append((char) ('0' + chance.nextInt(10)));
            }
            other = digits.toString();
        } else {
            other = EDGES[chance.nextInt(EDGES.length)];
        }
        return replaced(file, found.start(), found.end(), other);
    }

    private byte[] names(byte[] file) {
        var found = find(NAME, file);
        var other = find(NAME, file);
        if (found == null || other == null) {
            return flipped(file);
        }
        String name = other.group();
        int length = found.end() - found.start();
        if (chance.nextBoolean() && name.length() <= length) {
            name = name + " ".repeat(length - name.length());
        }
        return replaced(file, found.start(), found.end(), name);
    }

    private byte[] swapped(byte[] file) {
        int length = 1 << chance.nextInt(10);
        if (file.length < 3 * length) {
            return flipped(file);
        }
        int one = chance.nextInt(file.length - length);
        int other = chance.nextInt(file.length - length);
        byte[] changed = file.clone();
        System.arraycopy(file, one, changed, other, length);
        System.arraycopy(file, other, changed, one, length);
        return changed;
    }

    /** A further state that is well formed, in which one object is as another one was. */
    private byte[] appended(byte[] file) {
        String text = text(file);
        List<MatchResult> objects = new ArrayList<>();
        Matcher matcher = OBJECT.matcher(text);
        while (matcher.find()) {
            objects.add(new MatchResult(matcher.group(1), matcher.end()));
        }
        String root = last(text, "/Root (\\d+ \\d+ R)");
        String previous = last(text, "startxref\\s+(\\d+)");
        if (objects.isEmpty() || root == null || previous == null) {
            return joined(file, "\n1 0 obj\nnull\nendobj\n".getBytes(StandardCharsets.ISO_8859_1), new byte[0]);
        }
        var taken = objects.get(chance.nextInt(objects.size()));
        var replaced = objects.get(chance.nextInt(objects.size()));
        int end = text.indexOf("endobj", taken.end());
        String body = end < 0 ? "null" : text.substring(taken.end(), end);
        if (chance.nextBoolean()) {
            body = text(names(bytes(body + " /A ")));
        }
        String object = "\n" + replaced.number() + " 0 obj" + body + "\nendobj\n";
        int place = file.length + 1;
        String table = "xref\n" + replaced.number() + " 1\n" + String.format(Locale.ROOT, "%010d 00000 n \n", place)
                + "trailer\n<</Size " + (objects.size() + 9) + "/Root " + root + "/Prev " + previous + ">>\nstartxref\n"
                + (file.length + object.length()) + "\n%%EOF\n";
        return joined(file, bytes(object + table), new byte[0]);
    }

    private record MatchResult(String number, int end) {}

    /** Cross-references: where objects lie, where the table lies. */
    private byte[] references(byte[] file) {
        var found = find(
                Pattern.compile(
                        chance.nextBoolean()
                                ? "\\d{10} \\d{5} [nf]"
                                : "startxref\\s+\\d+|/Prev \\d+|/ByteRange ?\\[[^\\]]*]"),
                file);
        if (found == null) {
            return numbers(file);
        }
        byte[] changed = file.clone();
        int place = chance.nextInt(found.start(), found.end());
        if (Character.isDigit(changed[place])) {
            changed[place] = (byte) ('0' + chance.nextInt(10));
        } else if (changed[place] == 'n') {
            changed[place] = 'f';
        }
        return changed;
    }

    /** The value of a signature, still a well-formed structure. */
    private byte[] structure(byte[] file) {
        var found = find(CONTENTS, file);
        if (found == null) {
            return flipped(file);
        }
        try {
            byte[] padded = HexFormat.of().parseHex(found.group(1));
            byte[] bare = Arrays.copyOf(padded, DerLength.of(padded));
            ASN1Primitive read = ASN1Primitive.fromByteArray(bare);
            if (!Arrays.equals(bare, read.getEncoded(ASN1Encoding.DL))) {
                // Written again it would differ everywhere and say the same.
                return digits(file);
            }
            byte[] other = changed(read, chance.nextInt(1, 9)).toASN1Primitive().getEncoded(ASN1Encoding.DL);
            if (other.length > padded.length) {
                return digits(file);
            }
            byte[] hex = bytes(HexFormat.of().formatHex(Arrays.copyOf(other, padded.length)));
            byte[] whole = file.clone();
            System.arraycopy(hex, 0, whole, found.start(1), hex.length);
            return whole;
        } catch (IOException | RuntimeException e) {
            // Not every change leaves something that can be written.
            return digits(file);
        }
    }

    private ASN1Encodable changed(ASN1Encodable it, int depth) {
        ASN1Primitive node = it.toASN1Primitive();
        if (node instanceof ASN1TaggedObject tagged) {
            int tag = depth == 0 ? chance.nextInt(4) : tagged.getTagNo();
            return new DLTaggedObject(
                    tagged.isExplicit(),
                    tag,
                    depth == 0
                            ? tagged.getBaseObject()
                            : changed(tagged.getBaseObject().toASN1Primitive(), depth - 1));
        }
        boolean set = node instanceof ASN1Set;
        if (!set && !(node instanceof ASN1Sequence)) {
            return leaf(node);
        }
        List<ASN1Encodable> children = new ArrayList<>();
        (set ? (Iterable<ASN1Encodable>) (ASN1Set) node : (ASN1Sequence) node).forEach(children::add);
        if (children.isEmpty()) {
            return node;
        }
        int one = chance.nextInt(children.size());
        if (depth > 0) {
            children.set(one, changed(children.get(one), depth - 1));
        } else {
            switch (chance.nextInt(3)) {
                case 0 -> children.remove(one);
                case 1 -> children.add(children.get(one));
                default -> children.set(one, children.get(chance.nextInt(children.size())));
            }
        }
        var vector = new ASN1EncodableVector();
        children.forEach(vector::add);
        return set ? new DLSet(vector) : new DLSequence(vector);
    }

    private ASN1Encodable leaf(ASN1Primitive node) {
        try {
            byte[] encoded = node.getEncoded(ASN1Encoding.DL);
            if (encoded.length < 3) {
                return new DEROctetString(encoded);
            }
            encoded[chance.nextInt(2, encoded.length)] ^= (byte) (1 << chance.nextInt(8));
            return ASN1Primitive.fromByteArray(encoded);
        } catch (IOException e) {
            return node;
        }
    }

    /** One of the places that look so, the first after a place chosen by chance. */
    private @Nullable Matcher find(Pattern pattern, byte[] file) {
        Matcher matcher = pattern.matcher(text(file));
        return matcher.find(chance.nextInt(file.length)) || matcher.find(0) ? matcher : null;
    }

    private static @Nullable String last(String text, String pattern) {
        Matcher matcher = Pattern.compile(pattern).matcher(text);
        String found = null;
        while (matcher.find()) {
            found = matcher.group(1);
        }
        return found;
    }

    private static byte[] replaced(byte[] file, int from, int to, String by) {
        return joined(Arrays.copyOf(file, from), bytes(by), rest(file, to));
    }

    private static byte[] rest(byte[] file, int from) {
        return Arrays.copyOfRange(file, from, file.length);
    }

    private static byte[] joined(byte[] one, byte[] two, byte[] three) {
        var out = new ByteArrayOutputStream(one.length + two.length + three.length);
        out.writeBytes(one);
        out.writeBytes(two);
        out.writeBytes(three);
        return out.toByteArray();
    }

    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.ISO_8859_1);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }
}
