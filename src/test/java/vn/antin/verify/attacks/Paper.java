package vn.antin.verify.attacks;

import java.util.HexFormat;
import java.util.Locale;
import java.util.function.UnaryOperator;

/** A small form with two signature fields, and ways to sign it. Objects have fixed numbers, so that attacks can name them. */
final class Paper {
    static final int CATALOG = 1;
    static final int PAGES = 2;
    static final int PAGE = 3;
    static final int CONTENT = 4;
    static final int FORM = 5;
    static final int FONT = 6;
    static final int NAME = 7;
    static final int FIRST = 8;
    static final int SECOND = 9;
    static final int INFO = 10;
    static final int AMOUNT = 11;
    static final int TICK = 12;
    static final int PICTURE = 13;
    static final int LAYER = 14;
    static final int LOOK = 15;
    static final int OTHER_PAGE = 16;
    static final int OTHER_CONTENT = 17;
    static final int FILE_SPEC = 18;
    static final int EMBEDDED = 19;
    static final int UNICODE = 20;
    static final int SIGNED = 21;
    static final int PLANTED = 30;
    /** First number that no object of a signed paper has. */
    static final int FREE = 60;

    static final String NAME_FIELD =
            "/Type/Annot/Subtype/Widget/FT/Tx/T(ho_ten)/Rect[50 600 300 620]/P 3 0 R/F 4/DA(/F1 12 Tf 0 g)";
    static final String AMOUNT_FIELD =
            "/Type/Annot/Subtype/Widget/FT/Tx/T(so_tien)/Rect[50 560 300 580]/P 3 0 R/F 4/DA(/F1 12 Tf 0 g)";
    static final String SIGNATURE_WIDGET = "/Type/Annot/Subtype/Widget/FT/Sig/Rect[0 0 0 0]/P 3 0 R/F 132";
    static final String CATALOG_BODY = "/Type/Catalog/Pages 2 0 R/AcroForm 5 0 R"
            + "/OCProperties<</OCGs[14 0 R]/D<</ON[14 0 R]/Order[14 0 R]>>>>/Names<</EmbeddedFiles<</Names[(a.txt)18 0 R]>>>>";
    static final String FORM_BODY =
            "/Fields[7 0 R 8 0 R 9 0 R 11 0 R 12 0 R]/SigFlags 3/DA(/F1 12 Tf 0 g)/DR<</Font<</F1 6 0 R>>>>";
    static final String PAGE_BODY =
            "/Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R/Resources<</Font<</F1 6 0 R>>"
                    + "/XObject<</P 13 0 R>>/Properties<</L 14 0 R>>>>/Annots[7 0 R 8 0 R 9 0 R 11 0 R 12 0 R]";

    private Paper() {}

    /** The paper before anyone signed. */
    static String blank() {
        return blank("", "");
    }

    /**
     * The paper before anyone signed.
     *
     * @param lock put into the first signature field
     * @param planted objects put into the file though nothing leads to them
     */
    static String blank(String lock, String planted) {
        Pdf pdf = Pdf.fresh()
                .object(CATALOG, "<<" + CATALOG_BODY + ">>")
                .object(PAGES, "<</Type/Pages/Kids[3 0 R 16 0 R]/Count 2>>")
                .object(PAGE, "<<" + PAGE_BODY + ">>")
                .stream(
                        CONTENT,
                        "",
                        "BT /F1 14 Tf 50 700 Td (Tra cho Lan 100 dong) Tj ET /OC /L BDC 0 0 1 rg 400 700 50 50 re f EMC"
                                + " q 60 0 0 60 450 600 cm /P Do Q")
                .object(FORM, "<<" + FORM_BODY + ">>")
                .object(FONT, "<</Type/Font/Subtype/Type1/BaseFont/Helvetica/ToUnicode 20 0 R>>")
                .object(NAME, "<<" + NAME_FIELD + ">>")
                .object(FIRST, "<<" + SIGNATURE_WIDGET + "/T(ky_1)" + lock + ">>")
                .object(SECOND, "<<" + SIGNATURE_WIDGET + "/T(ky_2)>>")
                .object(INFO, "<</Title(Phieu chi)/ModDate(D:20260101000000Z)>>")
                .object(AMOUNT, "<<" + AMOUNT_FIELD + "/V(100)/AP<</N 15 0 R>>>>")
                .object(
                        TICK,
                        "<</Type/Annot/Subtype/Widget/FT/Btn/T(dong_y)/Rect[50 520 70 540]/P 3 0 R/F 4/V/Off/AS/Off>>")
                .stream(
                        PICTURE,
                        "/Type/XObject/Subtype/Image/Width 1/Height 1/BitsPerComponent 8/ColorSpace/DeviceGray",
                        "\u0080")
                .object(LAYER, "<</Type/OCG/Name(Lop)>>")
                .stream(
                        LOOK,
                        "/Type/XObject/Subtype/Form/BBox[0 0 250 20]/Resources<</Font<</F1 6 0 R>>>>",
                        "/Tx BMC BT /F1 12 Tf 2 5 Td (100) Tj ET EMC")
                .object(
                        OTHER_PAGE,
                        "<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 17 0 R/Resources<</Font<</F1 6 0 R>>>>>>")
                .stream(OTHER_CONTENT, "", "BT /F1 14 Tf 50 700 Td (Trang hai) Tj ET")
                .object(FILE_SPEC, "<</Type/Filespec/F(a.txt)/UF(a.txt)/EF<</F 19 0 R>>>>")
                .stream(EMBEDDED, "/Type/EmbeddedFile", "tep dinh kem")
                .stream(UNICODE, "", "/CIDInit /ProcSet findresource begin begincmap endcmap end")
                .raw(planted)
                .with("Info", "10 0 R")
                .with("ID", "[<00112233445566778899aabbccddeeff><00112233445566778899aabbccddeeff>]");
        return pdf.end();
    }

    /** How to sign. */
    record Signing(
            int field,
            String name,
            int number,
            int level,
            String lock,
            String subFilter,
            int room,
            String widget,
            UnaryOperator<byte[]> value) {
        static final Signing FIRST_BY_HAND =
                new Signing(FIRST, "ky_1", SIGNED, 0, "", "ETSI.CAdES.detached", 9000, SIGNATURE_WIDGET, Paper::value);

        Signing certifying(int p) {
            return new Signing(field, name, number, p, lock, subFilter, room, widget, value);
        }

        Signing locking(String said) {
            return new Signing(field, name, number, level, said, subFilter, room, widget, value);
        }

        Signing as(String other) {
            return new Signing(field, name, number, level, lock, other, room, widget, value);
        }

        Signing by(UnaryOperator<byte[]> other) {
            return new Signing(field, name, number, level, lock, subFilter, room, widget, other);
        }

        Signing into(int object, String called, int dictionary) {
            return new Signing(object, called, dictionary, level, lock, subFilter, room, widget, value);
        }

        Signing looking(String other) {
            return new Signing(field, name, number, level, lock, subFilter, room, other, value);
        }
    }

    static byte[] value(byte[] covered) {
        return Hand.of("th-toan-thang").cms(covered, Hand.Way.RIGHT);
    }

    static byte[] valueOfPerson(byte[] covered) {
        return Hand.of("pham-thi-nga").cms(covered, Hand.Way.RIGHT);
    }

    /** Signed once, P=2. */
    static String certified(int p) {
        return sign(blank(), Signing.FIRST_BY_HAND.certifying(p));
    }

    /** Signed once, without a certification. */
    static String approved() {
        return sign(blank(), Signing.FIRST_BY_HAND);
    }

    static String sign(String file, Signing how) {
        Pdf pdf = Pdf.after(file);
        pdf.object(
                how.field(),
                "<<" + how.widget() + "/T(" + how.name() + ")/V " + how.number() + " 0 R" + how.lock() + ">>");
        return finish(pdf, how);
    }

    /** Signs in a field that the paper did not have. */
    static String signAnew(String file, Signing how, String catalogOrForm) {
        Pdf pdf = Pdf.after(file);
        pdf.object(how.field(), "<<" + how.widget() + "/T(" + how.name() + ")/V " + how.number() + " 0 R>>");
        pdf.object(FORM, "<<" + FORM_BODY.replace("12 0 R]", "12 0 R " + how.field() + " 0 R]") + catalogOrForm + ">>");
        pdf.object(PAGE, "<<" + PAGE_BODY.replace("12 0 R]", "12 0 R " + how.field() + " 0 R]") + ">>");
        return finish(pdf, how);
    }

    static String finish(Pdf pdf, Signing how) {
        pdf.object(how.number(), dictionary(how));
        if (how.level() > 0) {
            pdf.object(CATALOG, "<<" + CATALOG_BODY + "/Perms<</DocMDP " + how.number() + " 0 R>>>>");
        }
        return filled(pdf.end(), how);
    }

    static String dictionary(Signing how) {
        String reference = how.level() > 0
                ? "/Reference[<</Type/SigRef/TransformMethod/DocMDP/TransformParams<</Type/TransformParams/V/1.2/P "
                        + how.level() + ">>>>]"
                : "";
        if (how.lock().contains("/FieldMDP")) {
            reference = how.lock();
        }
        return "<</Type/" + (how.subFilter().equals("ETSI.RFC3161") ? "DocTimeStamp" : "Sig")
                + "/Filter/Adobe.PPKLite/SubFilter/" + how.subFilter() + reference
                + "/M(D:20260201000000Z)/ByteRange[0 0000000000 0000000000 0000000000]/Contents<"
                + "0".repeat(2 * how.room()) + ">>>";
    }

    /** Puts ranges and value into the last signature of the file. */
    static String filled(String file, Signing how) {
        int contents = file.lastIndexOf("/Contents<" + "0".repeat(64)) + "/Contents".length();
        int after = contents + 2 * how.room() + 2;
        String ranged = file.substring(0, contents)
                        .replaceFirst(
                                "(?s)(.*)\\Q[0 0000000000 0000000000 0000000000]\\E",
                                String.format(
                                        Locale.ROOT, "$1[0 %010d %010d %010d]", contents, after, file.length() - after))
                + file.substring(contents);
        byte[] value = how.value().apply(Pdf.bytes(ranged.substring(0, contents) + ranged.substring(after)));
        String hex = HexFormat.of().formatHex(value);
        return ranged.substring(0, contents + 1) + hex + ranged.substring(contents + 1 + hex.length());
    }

    /** Adds an invisible document time-stamp. */
    static String stamped(String file, int field, int number) {
        return signAnew(
                file,
                new Signing(field, "dau_" + number, number, 0, "", "ETSI.RFC3161", 9000, SIGNATURE_WIDGET, Hand::token),
                "");
    }

    /** Adds data for long-term validation. */
    static String preserved(String file) {
        return Pdf.after(file).object(CATALOG, catalogOf(file) + "/DSS<</Type/DSS/Certs[" + FREE + " 0 R]>>>>").stream(
                        FREE, "", Pdf.text(Hand.of("th-toan-thang").certificate()))
                .end();
    }

    /** The catalogue as it stands last, without its end. */
    static String catalogOf(String file) {
        int at = file.lastIndexOf("\n1 0 obj\n<<");
        int end = file.indexOf(">>\nendobj", at);
        return file.substring(at + "\n1 0 obj\n".length(), end);
    }
}
