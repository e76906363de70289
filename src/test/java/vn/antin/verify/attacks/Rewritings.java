package vn.antin.verify.attacks;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import vn.antin.verify.attacks.Paper.Signing;

/** Attacks by what is written behind a signature. */
final class Rewritings {
    private static final String ISA = "incremental saving";
    private static final String HIDE = "shadow: hide";
    private static final String REPLACE = "shadow: replace";
    private static final String BOTH = "shadow: hide and replace";
    private static final String EAA = "certification: evil annotation";
    private static final String SSA = "certification: sneaky signature";
    private static final String RIGHTS = "certification: rights";
    private static final String FORMS = "form filling beyond what is permitted";
    private static final String DOUBLES = "duplicates";
    private static final String XREF = "hybrid and other cross-references";
    private static final String OBJSTM = "object streams";
    private static final String ACTIONS = "scripts and actions";
    private static final String FILES = "embedded files";
    private static final String LAYERS = "layers";
    private static final String PAGES = "pages";
    private static final String CATALOG = "catalogue and descriptions";

    private static final String OTHER_TEXT = "BT /F1 14 Tf 50 700 Td (Tra cho Lan 999 dong) Tj ET";
    private static final String EVIL = "/Type/XObject/Subtype/Form/BBox[0 0 400 60]/Resources<</Font<</F1 6 0 R>>>>";

    private final List<Case> cases = new ArrayList<>();
    private final String approved = Paper.approved();
    private final String p1 = Paper.certified(1);
    private final String p2 = Paper.certified(2);
    private final String p3 = Paper.certified(3);

    static List<Case> all() {
        var all = new Rewritings();
        all.saving();
        all.hiding();
        all.replacing();
        all.hidingAndReplacing();
        all.annotating();
        all.sneaking();
        all.rights();
        all.filling();
        all.doubling();
        all.crossReferences();
        all.objectStreams();
        all.acting();
        all.embedding();
        all.layers();
        all.pages();
        all.descriptions();
        return all.cases;
    }

    private void attack(String technique, String name, String file) {
        cases.add(Case.attack(technique, name, file));
    }

    private void twin(String technique, String name, String file) {
        cases.add(Case.twin(technique, name, file));
    }

    private static Pdf after(String file) {
        return Pdf.after(file);
    }

    private static String page(String more) {
        return "<<" + Paper.PAGE_BODY + more + ">>";
    }

    private static String pageWith(String annotation) {
        return "<<" + Paper.PAGE_BODY.replace("12 0 R]", "12 0 R " + annotation + "]") + ">>";
    }

    private void saving() {
        attack(
                ISA,
                "a page's content written anew",
                after(approved).stream(Paper.CONTENT, "", OTHER_TEXT).end());
        attack(
                ISA,
                "without cross-references",
                approved + "4 0 obj\n<</Length 51>>\nstream\n" + OTHER_TEXT + "\nendstream\nendobj\n");
        attack(
                ISA,
                "with the old cross-references",
                approved + "4 0 obj\n<</Length 51>>\nstream\n" + OTHER_TEXT + "\nendstream\nendobj\nstartxref\n"
                        + Pdf.last(approved, "startxref\\s+(\\d+)") + "\n%%EOF\n");
        attack(
                ISA,
                "with a trailer only",
                approved + "4 0 obj\n<</Length 51>>\nstream\n" + OTHER_TEXT
                        + "\nendstream\nendobj\ntrailer\n<</Root 1 0 R/Size 30>>\n%%EOF\n");
        String copy = approved.substring(
                approved.lastIndexOf("\n21 0 obj") + 1,
                approved.indexOf("endobj", approved.lastIndexOf("\n21 0 obj")) + 7);
        attack(
                ISA,
                "with a copy of the signature behind",
                after(approved).stream(Paper.CONTENT, "", OTHER_TEXT).raw(copy).end());
        attack(
                ISA,
                "with a copy of the signature in its place",
                after(approved).stream(Paper.CONTENT, "", OTHER_TEXT)
                        .entry(Paper.SIGNED, after(approved).place() + 100)
                        .end());
        attack(
                ISA,
                "an object that no table lists",
                after(approved)
                        .object(Paper.INFO, "<</ModDate(D:20260202000000Z)/Title(Phieu chi)>>")
                        .raw("4 0 obj\n<</Length 51>>\nstream\n" + OTHER_TEXT + "\nendstream\nendobj\n")
                        .end());
        attack(
                ISA,
                "an object written twice",
                after(approved)
                        .object(Paper.INFO, "<</ModDate(D:1)>>")
                        .object(Paper.INFO, "<</ModDate(D:20260202000000Z)/Title(Phieu chi)>>")
                        .end());
        twin(
                ISA,
                "the date of the last change",
                after(approved)
                        .object(Paper.INFO, "<</Title(Phieu chi)/ModDate(D:20260202000000Z)>>")
                        .end());
        twin(
                ISA,
                "with a cross-reference stream",
                after(approved)
                        .object(Paper.INFO, "<</Title(Phieu chi)/ModDate(D:20260202000000Z)>>")
                        .endWithStream());
        twin(
                ISA,
                "the same object again",
                after(approved).object(Paper.PAGE, page("")).end());
        twin(ISA, "data for long-term validation", Paper.preserved(p1));
        twin(ISA, "data, then a time-stamp", Paper.stamped(Paper.preserved(approved), 61, 62));
        twin(ISA, "data again after a time-stamp", Paper.preserved(Paper.stamped(approved, 61, 62)));
    }

    private void hiding() {
        attack(HIDE, "a picture freed", after(approved).free(Paper.PICTURE).end());
        attack(
                HIDE,
                "a page's content freed",
                after(approved).free(Paper.CONTENT).end());
        attack(HIDE, "a field's look freed", after(approved).free(Paper.LOOK).end());
        attack(HIDE, "a field freed", after(approved).free(Paper.AMOUNT).end());
        attack(
                HIDE,
                "a picture taken out of the page",
                after(approved)
                        .object(Paper.PAGE, page("").replace("/XObject<</P 13 0 R>>", ""))
                        .end());
        attack(
                HIDE,
                "a picture exchanged on the page and, before that, where it harms nobody",
                after(approved).stream(
                                61,
                                "/Type/XObject/Subtype/Image/Width 1/Height 1/BitsPerComponent 8/ColorSpace/DeviceGray",
                                "\u0000")
                        .object(
                                Paper.CATALOG,
                                "<<"
                                        + Paper.CATALOG_BODY.replaceFirst(
                                                "/AcroForm \\d+ 0 R",
                                                "/AcroForm<<" + Paper.FORM_BODY.replace("/P 13 0 R", "/P 61 0 R")
                                                        + ">>")
                                        + ">>")
                        .object(Paper.PAGE, "<<" + Paper.PAGE_BODY.replace("/P 13 0 R", "/P 61 0 R") + ">>")
                        .end());
        attack(
                HIDE,
                "a picture made empty",
                after(approved).object(Paper.PICTURE, "null").end());
        attack(
                HIDE,
                "a field taken off the page",
                after(approved)
                        .object(Paper.PAGE, page("").replace("11 0 R ", ""))
                        .end());
        attack(
                HIDE,
                "a field made invisible",
                after(approved)
                        .object(
                                Paper.AMOUNT,
                                ("<<" + Paper.AMOUNT_FIELD + "/V(100)/AP<</N 15 0 R>>>>").replace("/F 4", "/F 2"))
                        .end());
    }

    private void replacing() {
        attack(
                REPLACE,
                "a font",
                after(approved)
                        .object(Paper.FONT, "<</Type/Font/Subtype/Type1/BaseFont/Courier/ToUnicode 20 0 R>>")
                        .end());
        attack(
                REPLACE,
                "a font's letters",
                after(approved)
                        .object(
                                Paper.FONT,
                                "<</Type/Font/Subtype/Type1/BaseFont/Helvetica/ToUnicode 20 0 R/Encoding<</Differences[49/nine]>>>>")
                        .end());
        attack(
                REPLACE,
                "what letters are copied as",
                after(approved).stream(Paper.UNICODE, "", "beginbfchar <31> <0039> endbfchar")
                        .end());
        attack(
                REPLACE,
                "the font in the form's resources",
                after(approved)
                        .object(61, "<</Type/Font/Subtype/Type3>>")
                        .object(Paper.FORM, "<<" + Paper.FORM_BODY.replace("/F1 6 0 R", "/F1 61 0 R") + ">>")
                        .end());
        attack(
                REPLACE,
                "a picture",
                after(approved).stream(
                                Paper.PICTURE,
                                "/Type/XObject/Subtype/Image/Width 1/Height 1/BitsPerComponent 8/ColorSpace/DeviceGray",
                                "\u0000")
                        .end());
        attack(
                REPLACE,
                "the look of a field without its value",
                after(approved).stream(Paper.LOOK, EVIL, "/Tx BMC BT /F1 12 Tf 2 5 Td (999) Tj ET EMC")
                        .end());
        attack(
                REPLACE,
                "the value of a field that was signed",
                after(approved)
                        .object(Paper.AMOUNT, "<<" + Paper.AMOUNT_FIELD + "/V(999)>>")
                        .end());
        attack(
                REPLACE,
                "a picture in a field",
                after(approved).object(Paper.NAME, "<<" + Paper.NAME_FIELD + "/V(Lan)/AP<</N 61 0 R>>>>").stream(
                                61,
                                "/Type/XObject/Subtype/Form/BBox[0 0 250 20]/Resources<</XObject<</I 62 0 R>>>>",
                                "/I Do")
                        .stream(
                                62,
                                "/Type/XObject/Subtype/Image/Width 1/Height 1/BitsPerComponent 8/ColorSpace/DeviceGray",
                                "\u0000")
                        .end());
        String shared =
                Paper.sign(Paper.blank().replace("/T(ho_ten)", "/V 4 0 R  "), Signing.FIRST_BY_HAND.certifying(2));
        attack(
                REPLACE,
                "a page's content that is also a field's value",
                after(shared).stream(Paper.CONTENT, "", OTHER_TEXT).end());
        String look = Paper.sign(
                Paper.blank().replace("/AP<</N 15 0 R>>", "/AP<</N  4 0 R>>"), Signing.FIRST_BY_HAND.certifying(2));
        attack(
                REPLACE,
                "a page's content that is also a field's look",
                after(look).stream(Paper.CONTENT, "", OTHER_TEXT)
                        .object(Paper.AMOUNT, "<<" + Paper.AMOUNT_FIELD + "/V(7)/AP<</N 4 0 R>>>>")
                        .end());
        twin(
                REPLACE,
                "a blank field filled, with its look",
                after(p2).object(Paper.NAME, "<<" + Paper.NAME_FIELD + "/V(Lan)/AP<</N 61 0 R>>>>").stream(
                                61,
                                "/Type/XObject/Subtype/Form/BBox[0 0 250 20]/Resources<</Font<</F1 6 0 R>>>>",
                                "/Tx BMC BT /F1 12 Tf 2 5 Td (Lan) Tj ET EMC")
                        .end());
    }

    private void hidingAndReplacing() {
        record Planting(String name, int number, String body) {}
        List<Planting> all = List.of(
                new Planting(
                        "a page's content", Paper.CONTENT, "<</Length 51>>\nstream\n" + OTHER_TEXT + "\nendstream"),
                new Planting("a page", Paper.PAGE, page("").replace("4 0 R/Res", "17 0 R/Res")),
                new Planting("the pages", Paper.PAGES, "<</Type/Pages/Kids[16 0 R 3 0 R]/Count 2>>"),
                new Planting("the catalogue", Paper.CATALOG, "<<" + Paper.CATALOG_BODY + "/PageMode/UseOC>>"),
                new Planting("a font", Paper.FONT, "<</Type/Font/Subtype/Type1/BaseFont/Courier/ToUnicode 20 0 R>>"),
                new Planting("a harmless date", Paper.INFO, "<</Title(Phieu chi)/ModDate(D:20260303000000Z)>>"));
        for (Planting it : all) {
            String object = it.number() + " 0 obj\n" + it.body() + "\nendobj\n";
            String blank = Paper.blank("", object);
            String signed = Paper.sign(blank, Signing.FIRST_BY_HAND);
            attack(
                    BOTH,
                    it.name() + " was hidden in the signed part",
                    after(signed).entry(it.number(), blank.indexOf(object)).end());
        }
        // The other section itself is signed, too: only one number changes afterwards.
        String blank = Paper.blank("", "4 0 obj\n<</Length 51>>\nstream\n" + OTHER_TEXT + "\nendstream\nendobj\n");
        String signed = Paper.sign(blank, Signing.FIRST_BY_HAND);
        String last = Pdf.last(signed, "startxref\\s+(\\d+)");
        attack(
                BOTH,
                "the way leads back over an older state",
                signed + "startxref\n" + Pdf.last(blank, "startxref\\s+(\\d+)") + "\n%%EOF\n");
        twin(
                BOTH,
                "the way leads to the same state",
                after(signed)
                        .with("Prev", last)
                        .object(Paper.INFO, "<</Title(Phieu chi)/ModDate(D:20260303000000Z)>>")
                        .end());
    }

    private String annotatedSimply(String file, String annotation) {
        return after(file)
                .object(61, "<</Type/Annot/P 3 0 R/F 4" + annotation + ">>")
                .object(Paper.PAGE, pageWith("61 0 R"))
                .end();
    }

    private void annotating() {
        String there = "/Rect[40 690 440 720]";
        attack(
                EAA,
                "a text box, P=3",
                annotatedSimply(p3, "/Subtype/FreeText/Contents(999 dong)/DA(/F1 14 Tf)" + there));
        attack(EAA, "a stamp, P=3", annotatedSimply(p3, "/Subtype/Stamp/Name/Approved" + there));
        attack(EAA, "a redaction, P=3", annotatedSimply(p3, "/Subtype/Redact/OverlayText(999)" + there));
        attack(EAA, "a filled square, P=3", annotatedSimply(p3, "/Subtype/Square/IC[1 1 1]" + there));
        attack(
                EAA,
                "a note as large as the page with a look of its own, P=3",
                after(p3).object(61, "<</Type/Annot/P 3 0 R/F 4/Subtype/Text/AP<</N 62 0 R>>" + there + ">>").stream(
                                62, EVIL, "1 g 0 0 400 60 re f BT /F1 14 Tf 0 g (999) Tj ET")
                        .object(Paper.PAGE, pageWith("61 0 R"))
                        .end());
        attack(
                EAA,
                "a highlighter that writes, P=3",
                after(p3)
                        .object(
                                61,
                                "<</Type/Annot/P 3 0 R/F 4/Subtype/Highlight/QuadPoints[40 720 440 720 40 690 440 690]/AP<</N 62 0 R>>"
                                        + there + ">>")
                        .stream(62, EVIL, "1 g 0 0 400 60 re f BT /F1 14 Tf 0 g (999) Tj ET")
                        .object(Paper.PAGE, pageWith("61 0 R"))
                        .end());
        attack(
                EAA,
                "a highlighter that covers, P=3",
                after(p3)
                        .object(61, "<</Type/Annot/P 3 0 R/F 4/Subtype/Highlight/AP<</N 62 0 R>>" + there + ">>")
                        .stream(62, "/Type/XObject/Subtype/Form/BBox[0 0 400 60]", "1 g 0 0 400 60 re f")
                        .object(Paper.PAGE, pageWith("61 0 R"))
                        .end());
        attack(EAA, "a watermark, P=3", annotatedSimply(p3, "/Subtype/Watermark" + there));
        attack(
                EAA,
                "ink as thick as a wall, P=3",
                annotatedSimply(p3, "/Subtype/Ink/InkList[[40 700 440 700]]/BS<</W 60>>" + there));
        attack(EAA, "a widget of no field, P=3", annotatedSimply(p3, "/Subtype/Widget/MK<</BG[1 1 1]>>" + there));
        attack(EAA, "a note, P=2", annotatedSimply(p2, "/Subtype/Text/Contents(x)/Rect[10 10 30 30]"));
        attack(EAA, "a note, P=1", annotatedSimply(p1, "/Subtype/Text/Contents(x)/Rect[10 10 30 30]"));
        attack(EAA, "an annotation of unknown kind, P=3", annotatedSimply(p3, "/Subtype/Antin" + there));
        twin(EAA, "a note, P=3", annotatedSimply(p3, "/Subtype/Text/Contents(Xem lai)/Rect[10 10 30 30]"));
        twin(
                EAA,
                "a highlighter without a look, P=3",
                annotatedSimply(p3, "/Subtype/Highlight/QuadPoints[40 720 440 720 40 690 440 690]/C[1 1 0]" + there));
        twin(
                EAA,
                "an underline, P=3",
                after(p3)
                        .object(
                                61,
                                "<</Type/Annot/P 3 0 R/F 4/Subtype/Underline/QuadPoints[40 720 440 720 40 690 440 690]/AP<</N 63 0 R>>"
                                        + there + ">>")
                        .stream(63, "/Type/XObject/Subtype/Form/BBox[0 0 200 20]", "1 0 0 RG 2 w 0 1 m 200 1 l S")
                        .object(Paper.PAGE, pageWith("61 0 R"))
                        .end());
    }

    private void sneaking() {
        String visible = Paper.SIGNATURE_WIDGET.replace("[0 0 0 0]", "[40 690 440 720]/AP<</N 15 0 R>>");
        Signing sneaky = Signing.FIRST_BY_HAND.into(61, "ky_3", 62).looking(visible);
        attack(SSA, "a visible field, signed, P=2", Paper.signAnew(p2, sneaky, ""));
        attack(SSA, "a visible field, signed, P=3", Paper.signAnew(p3, sneaky, ""));
        attack(
                SSA,
                "an invisible field, signed, P=1",
                Paper.signAnew(p1, Signing.FIRST_BY_HAND.into(61, "ky_3", 62), ""));
        attack(
                SSA,
                "the existing field, signed, P=1",
                Paper.sign(p1, Signing.FIRST_BY_HAND.into(Paper.SECOND, "ky_2", 61)));
        attack(
                SSA,
                "a visible time-stamp, P=2",
                Paper.signAnew(p2, sneaky.as("ETSI.RFC3161").by(Hand::token), ""));
        String unsigned = "<<" + visible + "/T(ky_3)>>".replace("15 0 R", "62 0 R");
        for (String file : List.of(p2, p3, approved)) {
            attack(
                    SSA,
                    "a visible field that nobody signed, "
                            + (file.equals(p2) ? "P=2" : file.equals(p3) ? "P=3" : "no certification"),
                    after(file).object(61, unsigned).stream(62, EVIL, "BT /F1 14 Tf 5 5 Td (999 dong) Tj ET")
                            .object(Paper.FORM, "<<" + Paper.FORM_BODY.replace("12 0 R]", "12 0 R 61 0 R]") + ">>")
                            .object(Paper.PAGE, pageWith("61 0 R"))
                            .end());
        }
        attack(
                SSA,
                "the existing field moved and signed, P=2",
                Paper.sign(
                        p2, Signing.FIRST_BY_HAND.into(Paper.SECOND, "ky_2", 61).looking(visible)));
        attack(
                SSA,
                "a stranger's script in a signed field, P=2",
                Paper.sign(
                        p2,
                        Signing.FIRST_BY_HAND
                                .into(Paper.SECOND, "ky_2", 61)
                                .looking(Paper.SIGNATURE_WIDGET + "/A<</S/JavaScript/JS(app.alert\\(1\\))>>")));
        twin(
                SSA,
                "the existing field, signed, P=2",
                Paper.sign(p2, Signing.FIRST_BY_HAND.into(Paper.SECOND, "ky_2", 61)));
        twin(
                SSA,
                "an invisible field, signed, P=2",
                Paper.signAnew(p2, Signing.FIRST_BY_HAND.into(61, "ky_3", 62), ""));
        twin(SSA, "a visible field, signed, no certification", Paper.signAnew(approved, sneaky, ""));
    }

    private void rights() {
        attack(
                RIGHTS,
                "the level written over",
                after(p1)
                        .object(
                                Paper.SIGNED,
                                "<</Type/Sig/Reference[<</TransformMethod/DocMDP/TransformParams<</P 3>>>>]>>")
                        .object(Paper.NAME, "<<" + Paper.NAME_FIELD + "/V(Lan)>>")
                        .end());
        attack(
                RIGHTS,
                "certified after another signature",
                Paper.sign(
                        approved,
                        Signing.FIRST_BY_HAND.into(Paper.SECOND, "ky_2", 61).certifying(3)));
        attack(
                RIGHTS,
                "the certification taken out of the catalogue, then filled",
                after(p1)
                        .object(Paper.CATALOG, "<<" + Paper.CATALOG_BODY + ">>")
                        .object(Paper.NAME, "<<" + Paper.NAME_FIELD + "/V(Lan)>>")
                        .end());
        attack(
                RIGHTS,
                "usage rights added",
                after(p2)
                        .object(61, "<</Type/Sig/Filter/Adobe.PPKLite/ByteRange[0 1 2 3]/Contents<00>>>")
                        .object(Paper.CATALOG, Paper.catalogOf(p2).replace("/Perms<<", "/Perms<</UR3 61 0 R") + ">>")
                        .end());
        attack(
                RIGHTS,
                "pages under P=3",
                after(p3)
                        .object(Paper.PAGES, "<</Type/Pages/Kids[3 0 R]/Count 1>>")
                        .end());
        attack(
                RIGHTS,
                "description under P=1",
                after(p1)
                        .object(Paper.INFO, "<</Title(Phieu thu)/ModDate(D:20260101000000Z)>>")
                        .end());
        attack(
                RIGHTS,
                "the level said to be 9, then a page changed",
                after(Paper.certified(9)).stream(Paper.CONTENT, "", OTHER_TEXT).end());
        twin(RIGHTS, "P=1, and nothing after", p1);
        twin(
                RIGHTS,
                "P=3, filled",
                after(p3)
                        .object(Paper.NAME, "<<" + Paper.NAME_FIELD + "/V(Lan)>>")
                        .end());
    }

    private void filling() {
        String filled = "<<" + Paper.NAME_FIELD + "/V(Lan)>>";
        attack(FORMS, "filled, P=1", after(p1).object(Paper.NAME, filled).end());
        for (String lock :
                List.of("/Action/All", "/Action/Include/Fields[(ho_ten)]", "/Action/Exclude/Fields[(so_tien)]")) {
            String locked = "/Lock<</Type/SigFieldLock" + lock + ">>";
            attack(
                    FORMS,
                    "a field that is locked by " + lock,
                    after(Paper.sign(Paper.blank(locked, ""), Signing.FIRST_BY_HAND.locking(locked)))
                            .object(Paper.NAME, filled)
                            .end());
        }
        String p = "/Lock<</Type/SigFieldLock/Action/Include/Fields[(khac)]/P 1>>";
        attack(
                FORMS,
                "a lock with P=1",
                after(Paper.sign(Paper.blank(p, ""), Signing.FIRST_BY_HAND.locking(p)))
                        .object(Paper.NAME, filled)
                        .end());
        String mdp =
                "/Reference[<</Type/SigRef/TransformMethod/FieldMDP/TransformParams<</Type/TransformParams/V/1.2/Action/Include/Fields[(ho_ten)]>>>>]";
        attack(
                FORMS,
                "a field that FieldMDP closes",
                after(signedWithReference(mdp)).object(Paper.NAME, filled).end());
        attack(
                FORMS,
                "a field moved while it is filled",
                after(p2)
                        .object(Paper.NAME, filled.replace("[50 600 300 620]", "[0 0 595 842]"))
                        .end());
        attack(
                FORMS,
                "a field renamed",
                after(p2).object(Paper.NAME, filled.replace("ho_ten", "ho_tex")).end());
        attack(
                FORMS,
                "a text field added",
                after(p2)
                        .object(61, filled.replace("ho_ten", "moi"))
                        .object(Paper.FORM, "<<" + Paper.FORM_BODY.replace("12 0 R]", "12 0 R 61 0 R]") + ">>")
                        .object(Paper.PAGE, pageWith("61 0 R"))
                        .end());
        attack(
                FORMS,
                "a text field added, no certification",
                after(approved)
                        .object(61, filled.replace("ho_ten", "moi"))
                        .object(Paper.FORM, "<<" + Paper.FORM_BODY.replace("12 0 R]", "12 0 R 61 0 R]") + ">>")
                        .object(Paper.PAGE, pageWith("61 0 R"))
                        .end());
        attack(
                FORMS,
                "XFA added",
                after(p2)
                        .object(Paper.FORM, "<<" + Paper.FORM_BODY + "/XFA(<xdp/>)>>")
                        .end());
        attack(
                FORMS,
                "filled with a script",
                after(p2)
                        .object(Paper.NAME, filled.replace(">>", "/AA<</F<</S/JavaScript/JS(1)>>>>>>"))
                        .end());
        twin(FORMS, "a blank field, P=2", after(p2).object(Paper.NAME, filled).end());
        twin(
                FORMS,
                "a blank field, no certification",
                after(approved).object(Paper.NAME, filled).end());
        twin(
                FORMS,
                "a tick, P=2",
                after(p2)
                        .object(
                                Paper.TICK,
                                "<</Type/Annot/Subtype/Widget/FT/Btn/T(dong_y)/Rect[50 520 70 540]/P 3 0 R/F 4/V/Yes/AS/Yes>>")
                        .end());
        String other = "/Lock<</Type/SigFieldLock/Action/Include/Fields[(so_tien)]>>";
        twin(
                FORMS,
                "a field beside the locked one",
                after(Paper.sign(Paper.blank(other, ""), Signing.FIRST_BY_HAND.locking(other)))
                        .object(Paper.NAME, filled)
                        .end());
        twin(
                FORMS,
                "a field beside the one FieldMDP closes",
                after(signedWithReference(mdp.replace("ho_ten", "so_tien")))
                        .object(Paper.NAME, filled)
                        .end());
        twin(
                FORMS,
                "filled, then signed",
                Paper.sign(
                        after(p2).object(Paper.NAME, filled).end(),
                        Signing.FIRST_BY_HAND.into(Paper.SECOND, "ky_2", 61)));
    }

    private static String signedWithReference(String reference) {
        Pdf pdf = Pdf.after(Paper.blank());
        pdf.object(Paper.FIRST, "<<" + Paper.SIGNATURE_WIDGET + "/T(ky_1)/V 21 0 R>>");
        return Paper.finish(pdf, Signing.FIRST_BY_HAND.locking(reference));
    }

    private void doubling() {
        String copy = "<<" + Paper.SIGNATURE_WIDGET + "/T(ky_3)/V 21 0 R>>";
        String form = "<<" + Paper.FORM_BODY.replace("12 0 R]", "12 0 R 61 0 R]") + ">>";
        attack(
                DOUBLES,
                "a second field with the same signature",
                after(approved)
                        .object(61, copy)
                        .object(Paper.FORM, form)
                        .object(Paper.PAGE, pageWith("61 0 R"))
                        .end());
        attack(
                DOUBLES,
                "a second field of the same name",
                after(approved)
                        .object(61, copy.replace("ky_3", "ky_1").replace("/V 21 0 R", ""))
                        .object(Paper.FORM, form)
                        .end());
        attack(
                DOUBLES,
                "a second field of the same name with the same signature",
                after(approved)
                        .object(61, copy.replace("ky_3", "ky_1"))
                        .object(Paper.FORM, form)
                        .end());
        attack(
                DOUBLES,
                "two entries for one object",
                after(approved)
                        .object(Paper.INFO, "<</Title(Phieu chi)/ModDate(D:2)>>")
                        .end("4 1\n" + "0000000016 00000 n \n4 1\n0000000017 00000 n \n"));
        attack(
                DOUBLES,
                "two roots in one trailer",
                after(approved)
                        .object(61, "<</Type/Catalog/Pages 2 0 R>>")
                        .with("Root 61 0 R/Root", "1 0 R")
                        .end());
        attack(
                DOUBLES,
                "one value twice in a filled field",
                after(approved)
                        .object(Paper.AMOUNT, "<<" + Paper.AMOUNT_FIELD + "/V(100)/V(999)/AP<</N 15 0 R>>>>")
                        .end());
        attack(
                DOUBLES,
                "a text field of the name of another",
                after(p2)
                        .object(61, "<<" + Paper.NAME_FIELD + "/V(999)>>")
                        .object(Paper.FORM, form)
                        .object(Paper.PAGE, pageWith("61 0 R"))
                        .end());
        twin(
                DOUBLES,
                "another field of another name, signed",
                Paper.signAnew(approved, Signing.FIRST_BY_HAND.into(61, "ky_3", 62), ""));
    }

    private void crossReferences() {
        Pdf hybrid = after(approved).stream(61, "", OTHER_TEXT);
        int place = hybrid.place();
        String row = Pdf.row(1, hybrid.place() - 130, 0);
        hybrid.object(62, "<</Type/XRef/W[1 4 2]/Index[4 1]/Size 70/Length 7>>\nstream\n" + row + "\nendstream");
        attack(
                XREF,
                "a hybrid update that shows old readers something else",
                hybrid.with("XRefStm", Integer.toString(place)).end());
        Pdf hides = after(approved).stream(61, "", OTHER_TEXT);
        int stream = hides.place();
        hides.object(
                62, "<</Type/XRef/W[1 4 2]/Index[4 1]/Size 70/Length 7>>\nstream\n" + Pdf.row(0, 0, 0) + "\nendstream");
        attack(
                XREF,
                "a hybrid update that hides from new readers",
                hides.free(Paper.CONTENT)
                        .with("XRefStm", Integer.toString(stream))
                        .end());
        Pdf circle = after(approved).object(Paper.INFO, "<</Title(Phieu chi)/ModDate(D:2)>>");
        attack(
                XREF,
                "sections in a circle",
                circle.with("Prev", Integer.toString(circle.place())).end());
        attack(
                XREF,
                "an entry that points at another object",
                after(approved)
                        .object(61, "<</Length 51>>\nstream\n" + OTHER_TEXT + "\nendstream")
                        .entry(Paper.CONTENT, after(approved).place())
                        .end());
        attack(
                XREF,
                "an entry that points into a stream",
                after(approved).stream(61, "", "4 0 obj\n<</Length 51>>\nstream\n" + OTHER_TEXT + "\nendstream endobj")
                        .entry(Paper.CONTENT, after(approved).place() + 40)
                        .end());
        attack(
                XREF,
                "an entry beyond the end",
                after(approved).entry(Paper.CONTENT, 9_999_999).end());
        attack(
                XREF,
                "no way to what was before",
                after(approved)
                        .without("Prev")
                        .object(Paper.CATALOG, "<</Type/Catalog/Pages 2 0 R>>")
                        .object(Paper.PAGES, "<</Type/Pages/Kids[3 0 R]/Count 1>>")
                        .object(Paper.PAGE, page("").replaceFirst("/Annots\\[.*\\]", ""))
                        .stream(Paper.CONTENT, "", OTHER_TEXT)
                        .end());
        attack(
                XREF,
                "a stream with two rows for one object",
                after(approved)
                        .object(
                                61,
                                "<</Type/XRef/W[1 4 2]/Index[4 1 4 1]/Size 70/Root 1 0 R/Prev "
                                        + Pdf.last(approved, "startxref\\s+(\\d+)") + "/Length 14>>\nstream\n"
                                        + Pdf.row(1, 15, 0) + Pdf.row(1, 1400, 0) + "\nendstream")
                        .raw("startxref\n" + after(approved).place() + "\n%%EOF\n%")
                        .end()
                        .replaceFirst("(?s)%xref.*", ""));
        twin(
                XREF,
                "a cross-reference stream after tables, filled",
                after(p2)
                        .object(Paper.NAME, "<<" + Paper.NAME_FIELD + "/V(Lan)>>")
                        .endWithStream());
    }

    private void objectStreams() {
        record Inside(String name, int number, String body) {}
        for (Inside it : List.of(
                new Inside("a page", Paper.PAGE, page("/Rotate 180")),
                new Inside("the catalogue", Paper.CATALOG, "<</Type/Catalog/Pages 2 0 R>>"),
                new Inside("the form", Paper.FORM, "<</Fields[9 0 R]>>"),
                new Inside("a font", Paper.FONT, "<</Type/Font/Subtype/Type1/BaseFont/Courier>>"),
                new Inside(
                        "the signature",
                        Paper.SIGNED,
                        "<</Type/Sig/SubFilter/ETSI.CAdES.detached/ByteRange[0 1 2 3]/Contents<00>>>"))) {
            attack(
                    OBJSTM,
                    it.name() + " in an object stream",
                    inside(approved, Map.of(it.number(), it.body()), Map.of(it.number(), it.body())));
        }
        String info = "<</Title(Phieu chi)/ModDate(D:20260202000000Z)>>";
        attack(
                OBJSTM,
                "a page that only the stream lists",
                inside(
                        approved,
                        new TreeMap<>(Map.of(Paper.INFO, info, Paper.PAGE, page("/Rotate 180"))),
                        Map.of(Paper.INFO, info)));
        String two = "10 0 10 " + (info.length() + 1) + " ";
        attack(
                OBJSTM,
                "one object twice in the stream",
                after(approved).stream(
                                61, "/Type/ObjStm/N 2/First " + two.length(), two + info + " <</Title(Phieu thu)>>")
                        .endWithStream(Map.of(Paper.INFO, 61)));
        attack(
                OBJSTM,
                "a stream that an entry claims and that has it not",
                after(approved).stream(61, "/Type/ObjStm/N 1/First 5", "10 0 " + info)
                        .endWithStream(Map.of(Paper.PAGE, 61)));
        twin(
                OBJSTM,
                "the date of the last change",
                inside(approved, Map.of(Paper.INFO, info), Map.of(Paper.INFO, info)));
        String filled = "<<" + Paper.NAME_FIELD + "/V(Lan)>>";
        twin(OBJSTM, "a blank field filled", inside(p2, Map.of(Paper.NAME, filled), Map.of(Paper.NAME, filled)));
    }

    private static String inside(String file, Map<Integer, String> objects, Map<Integer, String> listed) {
        var head = new StringBuilder();
        var body = new StringBuilder();
        objects.forEach((number, object) -> {
            head.append(number).append(' ').append(body.length()).append(' ');
            body.append(object).append(' ');
        });
        var entries = new TreeMap<Integer, Integer>();
        listed.keySet().forEach(number -> entries.put(number, 61));
        return Pdf.after(file).stream(
                        61, "/Type/ObjStm/N " + objects.size() + "/First " + head.length(), head.toString() + body)
                .endWithStream(entries);
    }

    private void acting() {
        String script = "<</S/JavaScript/JS(app.alert\\(1\\))>>";
        attack(
                ACTIONS,
                "on opening",
                after(approved)
                        .object(Paper.CATALOG, "<<" + Paper.CATALOG_BODY + "/OpenAction" + script + ">>")
                        .end());
        attack(
                ACTIONS,
                "on closing",
                after(approved)
                        .object(Paper.CATALOG, "<<" + Paper.CATALOG_BODY + "/AA<</WC" + script + ">>>>")
                        .end());
        attack(
                ACTIONS,
                "on turning a page",
                after(approved)
                        .object(Paper.PAGE, page("/AA<</O" + script + ">>"))
                        .end());
        attack(
                ACTIONS,
                "by name",
                after(approved)
                        .object(
                                Paper.CATALOG,
                                "<<"
                                        + Paper.CATALOG_BODY.replace(
                                                "/Names<<", "/Names<</JavaScript<</Names[(a)61 0 R]>>")
                                        + ">>")
                        .object(61, script)
                        .end());
        attack(
                ACTIONS,
                "on filling a field",
                after(p2)
                        .object(Paper.NAME, "<<" + Paper.NAME_FIELD + "/V(Lan)/AA<</K" + script + ">>>>")
                        .end());
        attack(
                ACTIONS,
                "a link, P=3",
                annotatedSimply(p3, "/Subtype/Link/Rect[0 0 595 842]/A<</S/URI/URI(http://127.0.0.1/)>>"));
        attack(
                ACTIONS,
                "a program, P=3",
                annotatedSimply(p3, "/Subtype/Text/Rect[0 0 20 20]/A<</S/Launch/F(calc.exe)>>"));
        attack(
                ACTIONS,
                "on calculating",
                after(p2)
                        .object(Paper.FORM, "<<" + Paper.FORM_BODY + "/CO[11 0 R]>>")
                        .object(
                                Paper.AMOUNT,
                                "<<" + Paper.AMOUNT_FIELD + "/V(100)/AP<</N 15 0 R>>/AA<</C" + script + ">>>>")
                        .end());
    }

    private void embedding() {
        attack(
                FILES,
                "the content of a file replaced",
                after(approved).stream(Paper.EMBEDDED, "/Type/EmbeddedFile", "tep khac")
                        .end());
        attack(
                FILES,
                "another file in its place",
                after(approved).object(Paper.FILE_SPEC, "<</Type/Filespec/F(a.txt)/UF(a.txt)/EF<</F 61 0 R>>>>").stream(
                                61, "/Type/EmbeddedFile", "tep khac")
                        .end());
        attack(
                FILES,
                "a file's name",
                after(approved)
                        .object(Paper.FILE_SPEC, "<</Type/Filespec/F(b.exe)/UF(b.exe)/EF<</F 19 0 R>>>>")
                        .end());
        attack(
                FILES,
                "a file added",
                after(approved)
                        .object(
                                Paper.CATALOG,
                                "<<" + Paper.CATALOG_BODY.replace("(a.txt)18 0 R", "(a.txt)18 0 R(b.txt)61 0 R") + ">>")
                        .object(61, "<</Type/Filespec/F(b.txt)/EF<</F 62 0 R>>>>")
                        .stream(62, "/Type/EmbeddedFile", "x")
                        .end());
        attack(
                FILES,
                "a file associated",
                after(approved)
                        .object(Paper.CATALOG, "<<" + Paper.CATALOG_BODY + "/AF[18 0 R]>>")
                        .end());
        attack(
                FILES,
                "a file pinned to a page, P=3",
                after(p3)
                        .object(61, "<</Type/Annot/Subtype/FileAttachment/Rect[0 0 20 20]/FS 62 0 R>>")
                        .object(62, "<</Type/Filespec/F(b.exe)/EF<</F 63 0 R>>>>")
                        .stream(63, "/Type/EmbeddedFile", "x")
                        .object(Paper.PAGE, pageWith("61 0 R"))
                        .end());
        attack(FILES, "a file freed", after(approved).free(Paper.EMBEDDED).end());
    }

    private void layers() {
        String catalog = "<<" + Paper.CATALOG_BODY + ">>";
        attack(
                LAYERS,
                "a layer switched off",
                after(approved)
                        .object(Paper.CATALOG, catalog.replace("/ON[14 0 R]", "/OFF[14 0 R]"))
                        .end());
        attack(
                LAYERS,
                "a layer off unless switched on",
                after(approved)
                        .object(Paper.CATALOG, catalog.replace("/D<<", "/D<</BaseState/OFF"))
                        .end());
        attack(
                LAYERS,
                "a layer for the screen only",
                after(approved)
                        .object(Paper.LAYER, "<</Type/OCG/Name(Lop)/Usage<</Print<</PrintState/OFF>>>>>>")
                        .end());
        attack(
                LAYERS,
                "another layer",
                after(approved)
                        .object(61, "<</Type/OCG/Name(Khac)>>")
                        .object(Paper.CATALOG, catalog.replace("/OCGs[14 0 R]", "/OCGs[14 0 R 61 0 R]"))
                        .end());
        attack(
                LAYERS,
                "no layers at all",
                after(approved)
                        .object(
                                Paper.CATALOG,
                                "<</Type/Catalog/Pages 2 0 R/AcroForm 5 0 R/Names<</EmbeddedFiles<</Names[(a.txt)18 0 R]>>>>>>")
                        .end());
        attack(
                LAYERS,
                "a field put on a layer",
                after(p2)
                        .object(Paper.NAME, "<<" + Paper.NAME_FIELD + "/V(Lan)/OC 14 0 R>>")
                        .end());
    }

    private void pages() {
        attack(
                PAGES,
                "added",
                after(approved)
                        .object(61, page(""))
                        .object(Paper.PAGES, "<</Type/Pages/Kids[3 0 R 16 0 R 61 0 R]/Count 3>>")
                        .end());
        attack(
                PAGES,
                "taken away",
                after(approved)
                        .object(Paper.PAGES, "<</Type/Pages/Kids[3 0 R]/Count 1>>")
                        .end());
        attack(
                PAGES,
                "in another order",
                after(approved)
                        .object(Paper.PAGES, "<</Type/Pages/Kids[16 0 R 3 0 R]/Count 2>>")
                        .end());
        attack(
                PAGES,
                "turned",
                after(approved).object(Paper.PAGE, page("/Rotate 180")).end());
        attack(
                PAGES,
                "cropped",
                after(approved)
                        .object(Paper.PAGE, page("/CropBox[0 0 595 400]"))
                        .end());
        attack(
                PAGES,
                "another tree of pages",
                after(approved)
                        .object(61, "<</Type/Pages/Kids[62 0 R]/Count 1>>")
                        .object(62, page(""))
                        .object(
                                Paper.CATALOG,
                                "<<" + Paper.CATALOG_BODY.replace("/Pages 2 0 R", "/Pages 61 0 R") + ">>")
                        .end());
        attack(
                PAGES,
                "another root",
                after(approved)
                        .object(61, "<<" + Paper.CATALOG_BODY + "/PageMode/UseNone>>")
                        .with("Root", "61 0 R")
                        .end());
        attack(
                PAGES,
                "resources inherited",
                after(approved)
                        .object(
                                Paper.PAGES,
                                "<</Type/Pages/Kids[3 0 R 16 0 R]/Count 2/Resources<</Font<</F1 20 0 R>>>>>>")
                        .end());
        attack(
                PAGES,
                "content put before",
                after(approved).stream(61, "", OTHER_TEXT)
                        .object(Paper.PAGE, page("").replace("/Contents 4 0 R", "/Contents[61 0 R 4 0 R]"))
                        .end());
        attack(
                PAGES,
                "the second page's content on the first",
                after(approved)
                        .object(Paper.PAGE, page("").replace("/Contents 4 0 R", "/Contents 17 0 R"))
                        .end());
        twin(
                PAGES,
                "the same content in a list",
                after(approved)
                        .object(61, "<<" + Paper.CATALOG_BODY + ">>")
                        .with("Root", "61 0 R")
                        .end());
    }

    private void descriptions() {
        attack(
                CATALOG,
                "another title, P=1",
                after(p1)
                        .object(Paper.INFO, "<</Title(Phieu thu)/ModDate(D:20260101000000Z)>>")
                        .end());
        attack(
                CATALOG,
                "the file is encrypted",
                after(approved)
                        .object(61, "<</Filter/Standard/V 1/R 2/O<00>/U<00>/P -4>>")
                        .with("Encrypt", "61 0 R")
                        .end());
        attack(
                CATALOG,
                "an outline",
                after(approved)
                        .object(61, "<</Type/Outlines/Count 0>>")
                        .object(Paper.CATALOG, "<<" + Paper.CATALOG_BODY + "/Outlines 61 0 R>>")
                        .end());
        attack(
                CATALOG,
                "what is read aloud",
                after(approved)
                        .object(61, "<</Type/StructTreeRoot/K<</S/P/Pg 3 0 R/K 0/ActualText(999 dong)>>>>")
                        .object(Paper.CATALOG, "<<" + Paper.CATALOG_BODY + "/StructTreeRoot 61 0 R>>")
                        .end());
        attack(
                CATALOG,
                "how viewers show it",
                after(approved)
                        .object(Paper.CATALOG, "<<" + Paper.CATALOG_BODY + "/ViewerPreferences<</HideToolbar true>>>>")
                        .end());
        attack(
                CATALOG,
                "a key that nobody knows",
                after(approved)
                        .object(Paper.CATALOG, "<<" + Paper.CATALOG_BODY + "/Antin 1>>")
                        .end());
        attack(
                CATALOG,
                "an object that nothing leads to",
                after(approved).object(61, "<</Ghost true>>").end());
        twin(
                CATALOG,
                "XMP",
                after(approved).stream(61, "/Type/Metadata/Subtype/XML", "<x:xmpmeta xmlns:x='adobe:ns:meta/'/>")
                        .object(Paper.CATALOG, "<<" + Paper.CATALOG_BODY + "/Metadata 61 0 R>>")
                        .end());
        twin(
                CATALOG,
                "a later version",
                after(approved)
                        .object(Paper.CATALOG, "<<" + Paper.CATALOG_BODY + "/Version/2.0>>")
                        .end());
    }
}
