package vn.antin.verify.attacks;

import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import vn.antin.verify.attacks.Hand.Way;
import vn.antin.verify.attacks.Paper.Signing;

/** Lawful files that are written otherwise than most: every way is one that the standard allows and some producer goes. */
final class Oddities {
    private static final String WRITING = "how a file is written";
    private static final String DICTIONARY = "how a signature is written";
    private static final String VALUE = "what a value carries";
    private static final String RANGES = "[0 0000000000 0000000000 0000000000]";
    private static final int ROOM = 9000;
    private static final String KIND =
            "/Type/Sig/Filter/Adobe.PPKLite/SubFilter/ETSI.CAdES.detached/M(D:20260201000000Z)";

    private final List<Case> cases = new ArrayList<>();

    static List<Case> all() {
        var all = new Oddities();
        all.written();
        all.crossReferences();
        all.dictionaries();
        all.fields();
        all.values();
        return all.cases;
    }

    private void twin(String technique, String name, String file) {
        cases.add(Case.twin(technique, name, file));
    }

    private void attack(String technique, String name, String file) {
        cases.add(Case.attack(technique, name, file));
    }

    private static String signed(String blank) {
        return Paper.sign(blank, Signing.FIRST_BY_HAND);
    }

    /** Puts ranges and value where they belong, however the keys are written. */
    static String filled(String file, UnaryOperator<byte[]> value) {
        String zeros = "<" + "0".repeat(2 * ROOM) + ">";
        int contents = file.lastIndexOf(zeros);
        int after = contents + zeros.length();
        int ranges = file.lastIndexOf(RANGES);
        String ranged = file.substring(0, ranges)
                + String.format(Locale.ROOT, "[0 %010d %010d %010d]", contents, after, file.length() - after)
                + file.substring(ranges + RANGES.length());
        String hex = HexFormat.of()
                .formatHex(value.apply(Pdf.bytes(ranged.substring(0, contents) + ranged.substring(after))));
        return ranged.substring(0, contents + 1) + hex + ranged.substring(contents + 1 + hex.length());
    }

    /** The second part of a signature dictionary, in the order of most producers. */
    private static String ranges() {
        return "/ByteRange" + RANGES + "/Contents<" + "0".repeat(2 * ROOM) + ">";
    }

    private static String withDictionary(String dictionary) {
        Pdf pdf = Pdf.after(Paper.blank())
                .object(Paper.FIRST, "<<" + Paper.SIGNATURE_WIDGET + "/T(ky_1)/V 21 0 R>>")
                .object(Paper.SIGNED, dictionary);
        return filled(pdf.end(), Paper::value);
    }

    /** A one-page file of its own, for what cannot be written by the usual means. */
    private static Pdf page(Pdf pdf, String content) {
        return pdf.object(1, "<</Type/Catalog/Pages 2 0 R/AcroForm<</Fields[5 0 R]/SigFlags 3>>>>")
                .object(2, "<</Type/Pages/Kids[3 0 R]/Count 1>>")
                .object(3, "<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R/Annots[5 0 R]>>")
                .object(4, content)
                .object(5, "<<" + Paper.SIGNATURE_WIDGET + "/T(ky_1)/V 6 0 R>>")
                .object(6, "<<" + KIND + ranges() + ">>");
    }

    private static final String DRAWING = "<</Length 20>>\nstream\n0 0 1 rg 9 9 9 9 re f\nendstream";

    private void written() {
        twin(
                WRITING,
                "in one state, signed as it is made",
                filled(page(Pdf.fresh(), DRAWING).end(), Paper::value));
        // Of the same length, so that places stay right.
        twin(
                WRITING,
                "lines end with CR alone",
                filled(
                        page(Pdf.fresh(), DRAWING)
                                .end()
                                .replace("\n0 0 1 rg", "\u0001")
                                .replace("stream\u0001", "\u0002")
                                .replace("\n", "\r")
                                .replace("\u0002", "stream\n0 0 1 rg"),
                        Paper::value));
        twin(
                WRITING,
                "comments between objects and in dictionaries",
                filled(
                        page(Pdf.fresh(), DRAWING)
                                .raw("% 4 0 Obj is above\n%%another\n")
                                .object(7, "<< % here\n/A 1 % and >> there\n>>")
                                .end(),
                        Paper::value));
        Pdf spaced = page(Pdf.fresh(), DRAWING);
        twin(
                WRITING,
                "white space between the words of an object",
                filled(
                        spaced.entry(7, spaced.place())
                                .raw("7  0 \r\n obj\n<<\t/A\t1>>  endobj\n\n\n")
                                .end(),
                        Paper::value));
        twin(
                WRITING,
                "two ends of file in the first state",
                filled(page(Pdf.fresh().raw("%%EOF\n"), DRAWING).end() + "%%EOF\n", Paper::value));
        twin(
                WRITING,
                "text packed twice",
                filled(
                        page(
                                        Pdf.fresh(),
                                        "<</Filter[/ASCIIHexDecode/FlateDecode]/Length 19>>\nstream\n"
                                                + "789c030000000001>  \nendstream")
                                .end(),
                        Paper::value));
        twin(
                WRITING,
                "another line behind the header",
                filled(page(Pdf.fresh().raw("%PDF behind\n"), DRAWING).end(), Paper::value));
        twin(
                WRITING,
                "the end of file without a line end, the next state behind a line end",
                Paper.sign(
                        cut(Paper.approved()),
                        Signing.FIRST_BY_HAND.by(Paper::valueOfPerson).into(Paper.SECOND, "ky_2", 61)));
        twin(
                WRITING,
                "two line ends between two states",
                Paper.sign(
                        signed(Paper.blank()) + "\r\n",
                        Signing.FIRST_BY_HAND.by(Paper::valueOfPerson).into(Paper.SECOND, "ky_2", 61)));
        twin(
                WRITING,
                "the length of a stream in an object of its own",
                filled(
                        page(Pdf.fresh(), DRAWING.replace("/Length 20", "/Length 7 0 R"))
                                .object(7, "20")
                                .end(),
                        Paper::value));
    }

    /** Signed without the line end behind its end of file. */
    private static String cut(String ignored) {
        Pdf pdf = Pdf.after(Paper.blank())
                .object(Paper.FIRST, "<<" + Paper.SIGNATURE_WIDGET + "/T(ky_1)/V 21 0 R>>")
                .object(Paper.SIGNED, Paper.dictionary(Signing.FIRST_BY_HAND));
        String end = pdf.end();
        return Paper.filled(end.substring(0, end.length() - 1), Signing.FIRST_BY_HAND);
    }

    private void crossReferences() {
        twin(
                WRITING,
                "cross-reference streams all through",
                filled(page(Pdf.fresh(), DRAWING).endWithStream(), Paper::value));
        twin(
                WRITING,
                "cross-reference streams in a row",
                Paper.filled(
                        Pdf.after(Pdf.after(Paper.blank())
                                        .object(Paper.INFO, "<</Title(Phieu chi)>>")
                                        .endWithStream())
                                .object(Paper.FIRST, "<<" + Paper.SIGNATURE_WIDGET + "/T(ky_1)/V 21 0 R>>")
                                .object(Paper.SIGNED, Paper.dictionary(Signing.FIRST_BY_HAND))
                                .endWithStream(),
                        Signing.FIRST_BY_HAND));
        String field = "<<" + Paper.SIGNATURE_WIDGET + "/T(ky_1)/V 21 0 R>>";
        Pdf packed = Pdf.after(Paper.blank()).object(Paper.SIGNED, Paper.dictionary(Signing.FIRST_BY_HAND));
        twin(
                WRITING,
                "the field in an object stream",
                Paper.filled(
                        packed.stream(61, "/Type/ObjStm/N 1/First 4", "8 0 " + field)
                                .endWithStream(Map.of(Paper.FIRST, 61)),
                        Signing.FIRST_BY_HAND));
        twin(WRITING, "a hybrid file", signed(hybrid()));
        twin(
                WRITING,
                "a hybrid file, signed twice, the second time in the hybrid way",
                signedHybridly(signed(hybrid())));
        twin(WRITING, "a linearized file", Paper.sign(linearized(), Signing.FIRST_BY_HAND.into(5, "ky_1", 21)));
        // What all programs saw may not be what only some see afterwards.
        String hybrid = signed(hybrid());
        Pdf apart = Pdf.after(hybrid)
                .object(71, "<<" + Paper.NAME_FIELD + "/V(Lan)>>")
                .raw("");
        int stream = apart.place();
        apart.object(
                72,
                "<</Type/XRef/W[1 4 2]/Index[7 1]/Size 73/Length 7>>\nstream\n" + Pdf.row(1, hybrid.length() + 1, 0)
                        + "\nendstream");
        attack(
                "hybrid and other cross-references",
                "a field that only new programs see filled",
                apart.with("XRefStm", Integer.toString(stream)).end());
    }

    /** As Word writes it: what only the stream lists stands as free in the table. */
    private static String hybrid() {
        Pdf pdf = Pdf.after(Paper.blank());
        int number = 40;
        pdf.stream(number, "/Type/ObjStm/N 1/First 5", "41 0 <</Title(An)>>");
        int place = pdf.place();
        pdf.object(
                42,
                "<</Type/XRef/W[1 4 2]/Index[41 1]/Size 43/Length 7>>\nstream\n" + Pdf.row(2, number, 0)
                        + "\nendstream");
        return pdf.free(41).with("XRefStm", Integer.toString(place)).end();
    }

    /** As iText does it: objects that the table does not list are in the stream alone. */
    private static String signedHybridly(String file) {
        Pdf pdf = Pdf.after(file);
        String field = "<<" + Paper.SIGNATURE_WIDGET + "/T(ky_2)/V 61 0 R>>";
        pdf.stream(62, "/Type/ObjStm/N 1/First 4", "9 0 " + field);
        Signing second = Signing.FIRST_BY_HAND.by(Paper::valueOfPerson).into(Paper.SECOND, "ky_2", 61);
        pdf.object(61, Paper.dictionary(second));
        int place = pdf.place();
        pdf.object(
                63,
                "<</Type/XRef/W[1 4 2]/Index[9 1]/Size 64/Length 7>>\nstream\n" + Pdf.row(2, 62, 0) + "\nendstream");
        return Paper.filled(pdf.with("XRefStm", Integer.toString(place)).end(), second);
    }

    /** ISO 32000-2, annex F: the table of the first page stands first, and leads to that of the rest. */
    private static String linearized() {
        String[] objects = {
            "1 0 obj\n<</Type/Catalog/Pages 2 0 R/AcroForm<</Fields[5 0 R]/SigFlags 3>>>>\nendobj\n",
            "2 0 obj\n<</Type/Pages/Kids[3 0 R]/Count 1>>\nendobj\n",
            "3 0 obj\n<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R/Annots[5 0 R]>>\nendobj\n",
            "4 0 obj\n" + DRAWING + "\nendobj\n",
            "5 0 obj\n<<" + Paper.SIGNATURE_WIDGET + "/T(ky_1)>>\nendobj\n",
            "6 0 obj\n<</Linearized 1/L 0000000000/H[0 0]/O 3/E 0000000000/N 1/T 0000000000>>\nendobj\n"
        };
        String head = Pdf.HEADER + objects[5];
        int firstTable = head.length();
        String form = "xref\n3 4\n%s%s%s%strailer\n<</Size 7/Root 1 0 R/Prev %010d>>\nstartxref\n0\n%%%%EOF\n";
        int tableLength = String.format(Locale.ROOT, form, row(0), row(0), row(0), row(0), 0)
                .length();
        int[] places = new int[7];
        int at = firstTable + tableLength;
        for (int i : new int[] {3, 4, 5, 1, 2}) {
            places[i] = at;
            at += objects[i - 1].length();
        }
        places[6] = Pdf.HEADER.length();
        String rest = "xref\n0 3\n0000000000 65535 f \n" + row(places[1]) + row(places[2])
                + "trailer\n<</Size 3>>\nstartxref\n" + firstTable + "\n%%EOF\n";
        int length = at + rest.length();
        String first = head.replace("/L 0000000000", String.format(Locale.ROOT, "/L %010d", length))
                .replace("/E 0000000000", String.format(Locale.ROOT, "/E %010d", places[1]))
                .replace("/T 0000000000", String.format(Locale.ROOT, "/T %010d", at));
        return first
                + String.format(Locale.ROOT, form, row(places[3]), row(places[4]), row(places[5]), row(places[6]), at)
                + objects[2]
                + objects[3]
                + objects[4]
                + objects[0]
                + objects[1]
                + rest;
    }

    private static String row(int place) {
        return String.format(Locale.ROOT, "%010d 00000 n \n", place);
    }

    private void dictionaries() {
        String kind = KIND;
        twin(DICTIONARY, "no time", withDictionary("<<" + kind.replace("/M(D:20260201000000Z)", "") + ranges() + ">>"));
        twin(DICTIONARY, "two types", withDictionary("<</Type/DocTimeStamp" + kind + ranges() + ">>"));
        twin(DICTIONARY, "no type", withDictionary("<<" + kind.substring(9) + ranges() + ">>"));
        twin(
                DICTIONARY,
                "reason, place, address, name, properties",
                withDictionary("<<" + kind.replace("00Z", "00+07'00'")
                        + "/Reason(\u00fe\u00ff\u0000D\u1ef3".replace("\u1ef3", "\u0001")
                        + ")/Location(Ha Noi)/ContactInfo(x)/Name(A)/Prop_Build<</Filter<</Name/Adobe.PPKLite>>"
                        + "/App<</Name/Exchange-Pro/OS[/Win]/REx(2015)>>>>/Prop_AuthType/Password/R 0" + ranges()
                        + ">>"));
        twin(
                DICTIONARY,
                "names with escapes",
                withDictionary("<<" + kind.replace("/SubFilter/ETSI", "/Sub#46ilter/ETS#49")
                        + ranges().replace("/ByteRange", "/Byte#52ange").replace("/Contents", "/C#6fntents") + ">>"));
        twin(
                DICTIONARY,
                "ranges with room behind and lines in between",
                withDictionary("<<" + kind
                        + ranges().replace(RANGES, " " + RANGES + "                         \r\n  ")
                                .replace("/Contents<", "/Contents \r\n<")
                        + " % end\n>>"));
        twin(
                DICTIONARY,
                "the value before the ranges",
                withDictionary("<</Contents <" + "0".repeat(2 * ROOM) + ">" + kind + "/ByteRange " + RANGES + ">>"));
        twin(
                DICTIONARY,
                "the signature inside its field",
                filled(
                        Pdf.after(Paper.blank())
                                .object(
                                        Paper.FIRST,
                                        "<<" + Paper.SIGNATURE_WIDGET + "/T(ky_1)/V<<" + kind + ranges() + ">>>>")
                                .end(),
                        Paper::value));
        twin(
                DICTIONARY,
                "a filter nobody knows",
                withDictionary("<<" + kind.replace("Adobe.PPKLite", "Antin") + ranges() + ">>"));
        twin(DICTIONARY, "a value in capital letters", capital(withDictionary("<<" + kind + ranges() + ">>")));
        // Allowed by nobody: between the brackets stands what nothing covers.
        attack(
                "forged or overlapping ranges",
                "the ranges in an object of their own",
                filled(
                        Pdf.after(Paper.blank())
                                .object(Paper.FIRST, "<<" + Paper.SIGNATURE_WIDGET + "/T(ky_1)/V 21 0 R>>")
                                .object(61, RANGES)
                                .object(
                                        Paper.SIGNED,
                                        "<<" + kind + "/ByteRange 61 0 R/Contents<" + "0".repeat(2 * ROOM) + ">>>")
                                .end(),
                        Paper::value));
        String literal = withDictionary("<<" + kind + ranges() + ">>");
        int from = literal.lastIndexOf("/Contents<") + 9;
        int to = literal.indexOf('>', from) + 1;
        attack(
                "signature value",
                "written as a literal string",
                literal.substring(0, from)
                        + ("("
                                + Pdf.text(HexFormat.of().parseHex(literal.substring(from + 1, to - 1)))
                                        .replace("\\", "\\\\")
                                        .replace("(", "\\(")
                                        .replace(")", "\\)"))
                        + ")" + " ".repeat(0) + literal.substring(to));
    }

    private static String capital(String file) {
        int from = file.lastIndexOf("/Contents<") + 10;
        int to = file.indexOf('>', from);
        return file.substring(0, from) + file.substring(from, to).toUpperCase(Locale.ROOT) + file.substring(to);
    }

    private void fields() {
        for (Map.Entry<String, String> it : new TreeMap<>(Map.of(
                        "in UTF-16", "\u00fe\u00ff\u0000k\u0000\u00fd\u0000_\u00001",
                        "in UTF-8 with its mark", "\u00ef\u00bb\u00bfk\u00c3\u00bd",
                        "in PDFDocEncoding", "k\u00fd_1",
                        "with escapes", "k\\375\\(1\\)",
                        "that is empty", ""))
                .entrySet()) {
            String blank = Pdf.after(Paper.blank())
                    .object(Paper.FIRST, "<<" + Paper.SIGNATURE_WIDGET + "/T(" + it.getValue() + ")>>")
                    .end();
            twin(
                    DICTIONARY,
                    "a field's name " + it.getKey(),
                    Paper.sign(blank, Signing.FIRST_BY_HAND.into(Paper.FIRST, it.getValue(), Paper.SIGNED)));
        }
        String seed = "/SV<</Type/SV/Ff 0/Filter/Adobe.PPKLite/SubFilter[/ETSI.CAdES.detached]/DigestMethod[(SHA256)]"
                + "/Reasons[(a)]/MDP<</P 0>>>>";
        twin(
                DICTIONARY,
                "a field with seed values",
                Paper.sign(Paper.blank(seed, ""), Signing.FIRST_BY_HAND.locking(seed)));
        String lock = "/Lock<</Type/SigFieldLock/Action/Exclude/Fields[(ho_ten)]>>";
        twin(
                DICTIONARY,
                "a field with a lock, and what it leaves open filled",
                Pdf.after(Paper.sign(Paper.blank(lock, ""), Signing.FIRST_BY_HAND.locking(lock)))
                        .object(Paper.NAME, "<<" + Paper.NAME_FIELD + "/V(Lan)>>")
                        .end());
        Pdf two = Pdf.after(Paper.blank())
                .object(61, "<</Type/Annot/Subtype/Widget/Rect[0 0 0 0]/P 3 0 R/F 132/Parent 8 0 R>>")
                .object(62, "<</Type/Annot/Subtype/Widget/Rect[0 0 0 0]/P 16 0 R/F 132/Parent 8 0 R>>")
                .object(Paper.FIRST, "<</FT/Sig/T(ky_1)/Kids[61 0 R 62 0 R]>>")
                .object(Paper.PAGE, "<<" + Paper.PAGE_BODY.replace("8 0 R", "61 0 R") + ">>");
        String twice = Pdf.after(two.end())
                .object(Paper.FIRST, "<</FT/Sig/T(ky_1)/Kids[61 0 R 62 0 R]/V 21 0 R>>")
                .object(Paper.SIGNED, Paper.dictionary(Signing.FIRST_BY_HAND))
                .end();
        twin(DICTIONARY, "a field with two widgets", Paper.filled(twice, Signing.FIRST_BY_HAND));
        Pdf below = Pdf.after(Paper.blank())
                .object(61, "<</T(phieu)/FT/Sig/Kids[8 0 R 9 0 R]>>")
                .object(Paper.FIRST, "<<" + Paper.SIGNATURE_WIDGET + "/T(ky_1)/Parent 61 0 R>>")
                .object(Paper.SECOND, "<<" + Paper.SIGNATURE_WIDGET + "/T(ky_2)/Parent 61 0 R>>")
                .object(Paper.FORM, "<<" + Paper.FORM_BODY.replace("8 0 R 9 0 R", "61 0 R") + ">>");
        twin(
                DICTIONARY,
                "a field below another, of inherited kind",
                Paper.filled(
                        Pdf.after(below.end())
                                .object(
                                        Paper.FIRST,
                                        "<</Type/Annot/Subtype/Widget/Rect[0 0 0 0]/P 3 0 R/F 132/T(ky_1)/Parent 61 0 R/V 21 0 R>>")
                                .object(Paper.SIGNED, Paper.dictionary(Signing.FIRST_BY_HAND))
                                .end(),
                        Signing.FIRST_BY_HAND));
    }

    private void values() {
        twin(VALUE, "lengths left open", by(Way.RIGHT.indefinite()));
        twin(
                VALUE,
                "lengths left open, no level of PAdES",
                Paper.sign(
                        Paper.blank(),
                        Signing.FIRST_BY_HAND
                                .as("adbe.pkcs7.detached")
                                .by(it -> Hand.of("th-toan-thang").cms(it, Way.RIGHT.indefinite()))));
        twin(VALUE, "the certificate of somebody else beside", with(Hand.Carrying.STRANGER));
        twin(VALUE, "lists of revoked certificates beside", with(Hand.Carrying.REVOKED));
        twin(VALUE, "revocation in a signed attribute, as Adobe does", with(Hand.Carrying.ARCHIVED));
        twin(VALUE, "an unsigned attribute of a private kind", with(Hand.Carrying.PRIVATE));
        twin(VALUE, "an unsigned attribute of CAdES", with(Hand.Carrying.REFERENCES));
        twin(VALUE, "a time of signing in the value", with(Hand.Carrying.TIME));
        twin(VALUE, "the signer's certificate alone", with(Hand.Carrying.ALONE));
        twin(VALUE, "a time-stamp of the value", with(Hand.Carrying.STAMPED));
        twin(VALUE, "SHA-384", by(Way.RIGHT.by("SHA384")));
        twin(VALUE, "SHA3-256", by(Way.RIGHT.by("SHA3-256")));
    }

    private static String by(Way way) {
        return Paper.sign(
                Paper.blank(),
                Signing.FIRST_BY_HAND.by(it -> Hand.of("th-toan-thang").cms(it, way)));
    }

    private static String with(Hand.Carrying carrying) {
        return Paper.sign(
                Paper.blank(),
                Signing.FIRST_BY_HAND.by(it -> Hand.of("th-toan-thang").carrying(it, carrying)));
    }
}
