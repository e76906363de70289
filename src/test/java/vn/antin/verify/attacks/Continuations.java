package vn.antin.verify.attacks;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import vn.antin.verify.attacks.Paper.Signing;

/** What lawful programs write behind a signature, beside attacks that look like it. */
final class Continuations {
    private static final String KEEPING = "data for long-term validation";
    private static final String FORMS = "form filling beyond what is permitted";
    private static final String HIDE = "shadow: hide";
    private static final String ACTIONS = "scripts and actions";
    private static final String FILES = "embedded files";
    private static final String LAYERS = "layers";
    private static final String EAA = "certification: evil annotation";
    private static final String CATALOG = "catalogue and descriptions";
    private static final String RIGHTS = "certification: rights";
    private static final String THERE = "/Rect[40 690 240 710]";

    private final List<Case> cases = new ArrayList<>();
    private final String approved = Paper.approved();
    private final String p1 = Paper.certified(1);
    private final String p2 = Paper.certified(2);
    private final String p3 = Paper.certified(3);

    static List<Case> all() {
        var all = new Continuations();
        all.keeping();
        all.filling();
        all.hiding();
        all.acting();
        all.layersAndFiles();
        all.annotating();
        all.describing();
        all.certifying();
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

    private static String pageWith(String annotation) {
        return "<<" + Paper.PAGE_BODY.replace("12 0 R]", "12 0 R " + annotation + "]") + ">>";
    }

    private static String stamped(String file, int field) {
        String form = Pdf.last(file, "(?s)\n5 0 obj\n<<(.*?)>>\nendobj");
        String page = Pdf.last(file, "(?s)\n3 0 obj\n<<(.*?)>>\nendobj");
        Signing how = new Signing(
                field, "dau_" + field, field + 1, 0, "", "ETSI.RFC3161", 9000, Paper.SIGNATURE_WIDGET, Hand::token);
        Pdf pdf = after(file)
                .object(field, "<<" + how.widget() + "/T(" + how.name() + ")/V " + how.number() + " 0 R>>")
                .object(Paper.FORM, "<<" + form.replaceFirst("(/Fields\\[[^\\]]*)", "$1 " + field + " 0 R") + ">>")
                .object(Paper.PAGE, "<<" + page.replaceFirst("(/Annots\\[[^\\]]*)", "$1 " + field + " 0 R") + ">>");
        return Paper.finish(pdf, how);
    }

    private void keeping() {
        String certificate = Pdf.text(Hand.of("th-toan-thang").certificate());
        twin(KEEPING, "P=1, validation data, then a time-stamp", stamped(Paper.preserved(p1), 70));
        twin(
                KEEPING,
                "renewed twice",
                stamped(Paper.preserved(stamped(Paper.preserved(stamped(Paper.preserved(approved), 70)), 80)), 90));
        twin(
                KEEPING,
                "a time-stamp first, a signature after it",
                Paper.sign(stamped(Paper.blank(), 70), Signing.FIRST_BY_HAND));
        String vri = "/DSS<</Certs[60 0 R]/VRI<</0123456789ABCDEF0123456789ABCDEF01234567"
                + "<</Type/VRI/Cert[60 0 R]/TU(D:20260202000000Z)/TS 61 0 R>>>>>>>>";
        String withVri = after(approved).object(Paper.CATALOG, Paper.catalogOf(approved) + vri).stream(
                        Paper.FREE, "", certificate)
                .stream(61, "", Pdf.text(Hand.token(new byte[] {1})))
                .end();
        twin(KEEPING, "VRI with its time and time-stamp", withVri);
        twin(
                KEEPING,
                "another VRI, the old one left behind",
                after(Paper.preserved(approved))
                        .object(61, "<</Cert[60 0 R]>>")
                        .object(
                                Paper.CATALOG,
                                Paper.catalogOf(approved)
                                        + "/DSS<</Type/DSS/Certs[60 0 R]/VRI<</ABCDEF<</Cert[60 0 R]>>>>>>>>")
                        .end());
        String catalog = Paper.catalogOf(approved) + "/DSS<</Certs[60 0 R]>>>>";
        twin(
                KEEPING,
                "in an object stream",
                after(approved).stream(Paper.FREE, "", certificate).stream(
                                61, "/Type/ObjStm/N 1/First 4", "1 0 " + catalog)
                        .endWithStream(Map.of(Paper.CATALOG, 61)));
        twin(
                KEEPING,
                "with the extension of the developers named",
                after(approved)
                        .object(
                                Paper.CATALOG,
                                Paper.catalogOf(approved)
                                        + "/Extensions<</ESIC<</BaseVersion/1.7/ExtensionLevel 2>>>>/DSS 61 0 R>>")
                        .object(61, "<</Type/DSS/Certs[60 0 R]>>")
                        .stream(Paper.FREE, "", certificate)
                        .end());
        // Whatever is kept there is not to be seen, nor to be run.
        attack(
                KEEPING,
                "a script among the data",
                after(approved)
                        .object(
                                Paper.CATALOG,
                                Paper.catalogOf(approved) + "/DSS<</Certs[60 0 R]/X<</S/JavaScript/JS(1)>>>>>>")
                        .stream(Paper.FREE, "", certificate)
                        .end());
        attack(
                KEEPING,
                "a page's content written over beside them",
                after(approved).object(Paper.CATALOG, catalog).stream(Paper.FREE, "", certificate).stream(
                                Paper.CONTENT, "", "BT ET")
                        .end());
        attack(
                KEEPING,
                "a page's content named as a certificate, then written over",
                after(after(approved)
                                .object(Paper.CATALOG, Paper.catalogOf(approved) + "/DSS<</Certs[4 0 R]>>>>")
                                .end())
                        .stream(Paper.CONTENT, "", "BT ET")
                        .end());
        attack(
                KEEPING,
                "the data taken away with the form",
                after(Paper.preserved(approved))
                        .object(Paper.CATALOG, "<</Type/Catalog/Pages 2 0 R/DSS<</Certs[60 0 R]>>>>")
                        .end());
        attack(
                KEEPING,
                "a file attached beside them",
                after(approved)
                        .object(Paper.CATALOG, Paper.catalogOf(approved) + "/AF[61 0 R]/DSS<</Certs[60 0 R]>>>>")
                        .object(61, "<</Type/Filespec/F(b.txt)/EF<</F 60 0 R>>>>")
                        .stream(Paper.FREE, "/Type/EmbeddedFile", certificate)
                        .end());
    }

    private void filling() {
        String look = "/Type/XObject/Subtype/Form/BBox[0 0 250 20]/Resources<</Font<</F1 6 0 R>>>>";
        String choice =
                "/Type/Annot/Subtype/Widget/FT/Ch/Ff 131072/Opt[(a)(b)]/T(chon)/Rect[50 480 300 500]/P 3 0 R/F 4"
                        + "/DA(/F1 12 Tf 0 g)";
        String box = "/Type/Annot/Subtype/Widget/FT/Btn/T(dong_y)/Rect[50 520 70 540]/P 3 0 R/F 4"
                + "/AP<</N<</Yes 64 0 R/Off 65 0 R>>>>";
        Pdf wide = after(Paper.blank())
                .object(63, "<<" + choice + ">>")
                .object(Paper.TICK, "<<" + box + "/V/Off/AS/Off>>")
                .stream(64, "/Type/XObject/Subtype/Form/BBox[0 0 20 20]", "0 0 20 20 re S")
                .stream(65, "/Type/XObject/Subtype/Form/BBox[0 0 20 20]", "q Q")
                .object(Paper.FORM, "<<" + Paper.FORM_BODY.replace("12 0 R]", "12 0 R 63 0 R]") + ">>")
                .object(Paper.PAGE, pageWith("63 0 R"));
        String form = Paper.sign(wide.end(), Signing.FIRST_BY_HAND.certifying(2));
        twin(
                FORMS,
                "a choice with its look, P=2",
                after(form).object(63, "<<" + choice + "/V(b)/I[1]/AP<</N 66 0 R>>>>").stream(
                                66, look, "/Tx BMC BT /F1 12 Tf 2 5 Td (b) Tj ET EMC")
                        .end());
        twin(
                FORMS,
                "a box ticked whose looks were there, P=2",
                after(form).object(Paper.TICK, "<<" + box + "/V/Yes/AS/Yes>>").end());
        attack(
                FORMS,
                "a box whose look alone is switched, P=2",
                after(form).object(Paper.TICK, "<<" + box + "/V/Off/AS/Yes>>").end());
        attack(
                FORMS,
                "a choice whose other choices are renamed, P=2",
                after(form)
                        .object(63, "<<" + choice.replace("[(a)(b)]", "[(a)(9)]") + "/V(b)/I[1]>>")
                        .end());
        String filled = "<<" + Paper.NAME_FIELD + "/V(Lan)>>";
        attack(
                FORMS,
                "looks made anew of what was signed with a look",
                after(approved)
                        .object(Paper.FORM, "<<" + Paper.FORM_BODY + "/NeedAppearances true>>")
                        .end());
        String other = Paper.FORM_BODY.replace("/DR<</Font<</F1 6 0 R>>", "/DR<<");
        String fontless = Paper.sign(
                after(Paper.blank()).object(Paper.FORM, "<<" + other + ">>").end(), Signing.FIRST_BY_HAND);
        attack(
                FORMS,
                "the font that a value asks for, added with looks made anew",
                after(fontless)
                        .object(61, "<</Type/Font/Subtype/Type3/FontMatrix[1 0 0 1 0 0]/CharProcs<<>>>>")
                        .object(
                                Paper.FORM,
                                "<<" + Paper.FORM_BODY.replace("/F1 6 0 R", "/F1 61 0 R") + "/NeedAppearances true>>")
                        .end());
        String empty = Paper.sign(
                after(Paper.blank())
                        .object(Paper.AMOUNT, "<<" + Paper.AMOUNT_FIELD + ">>")
                        .end(),
                Signing.FIRST_BY_HAND.certifying(2));
        twin(
                FORMS,
                "filled without looks, which are to be made",
                after(empty)
                        .object(Paper.NAME, filled)
                        .object(Paper.FORM, "<<" + Paper.FORM_BODY + "/NeedAppearances true>>")
                        .end());
        attack(
                FORMS,
                "a field with two places, of which programs choose one",
                after(p2)
                        .object(Paper.NAME, filled.replace("/P 3 0 R", "/P 3 0 R/Rect[0 0 595 842]"))
                        .end());
        attack(
                FORMS,
                "a field with two places, the one that was signed behind",
                after(p2)
                        .object(Paper.NAME, filled.replace("/Rect[50 600", "/Rect[0 0 595 842]/Rect[50 600"))
                        .end());
        attack(
                FORMS,
                "the same in an object stream",
                after(p2).stream(
                                61,
                                "/Type/ObjStm/N 1/First 4",
                                "7 0 " + filled.replace("/P 3 0 R", "/P 3 0 R/Rect[0 0 595 842]"))
                        .endWithStream(Map.of(Paper.NAME, 61)));
        attack(
                FORMS,
                "two looks under one key",
                after(p2).object(Paper.NAME, "<<" + Paper.NAME_FIELD + "/V(Lan)/AP<</N 61 0 R/N 13 0 R>>>>").stream(
                                61, look, "/Tx BMC BT /F1 12 Tf 2 5 Td (Lan) Tj ET EMC")
                        .end());
    }

    private void hiding() {
        twin(
                HIDE,
                "a picture written again as it was",
                after(approved).stream(
                                Paper.PICTURE,
                                "/Type/XObject/Subtype/Image/Width 1/Height 1/BitsPerComponent 8/ColorSpace/DeviceGray",
                                "\u0080")
                        .end());
        twin(
                HIDE,
                "a page written again as it was, under its number",
                after(approved)
                        .object(Paper.PAGE, "<<" + Paper.PAGE_BODY + ">>")
                        .end());
        twin(
                HIDE,
                "an empty signature field that shows nothing, added beside what is shown",
                after(approved)
                        .object(61, "<<" + Paper.SIGNATURE_WIDGET + "/T(ky_3)>>")
                        .object(Paper.FORM, "<<" + Paper.FORM_BODY.replace("12 0 R]", "12 0 R 61 0 R]") + ">>")
                        .object(Paper.PAGE, pageWith("61 0 R"))
                        .end());
        attack(
                HIDE,
                "a page listed twice",
                after(approved)
                        .object(Paper.PAGES, "<</Type/Pages/Kids[3 0 R 16 0 R 3 0 R]/Count 3>>")
                        .end());
        attack(
                HIDE,
                "a picture put on a layer",
                after(approved).stream(
                                Paper.PICTURE,
                                "/OC 14 0 R/Type/XObject/Subtype/Image/Width 1/Height 1/BitsPerComponent 8/ColorSpace/DeviceGray",
                                "\u0080")
                        .end());
        attack(
                HIDE,
                "the size of pages inherited",
                after(approved)
                        .object(Paper.PAGES, "<</Type/Pages/Kids[3 0 R 16 0 R]/Count 2/CropBox[0 0 9 9]>>")
                        .end());
    }

    private void acting() {
        String script = "<</S/JavaScript/JS(app.beep\\(0\\))>>";
        String opening = Paper.CATALOG_BODY + "/OpenAction" + script;
        String acted = Paper.sign(
                after(Paper.blank())
                        .object(Paper.CATALOG, "<<" + opening + ">>")
                        .end(),
                Signing.FIRST_BY_HAND);
        twin(
                ACTIONS,
                "one that was signed, and a field filled",
                after(acted)
                        .object(Paper.NAME, "<<" + Paper.NAME_FIELD + "/V(Lan)>>")
                        .end());
        String field = Paper.NAME_FIELD + "/AA<</F" + script + ">>";
        String formatted = Paper.sign(
                after(Paper.blank()).object(Paper.NAME, "<<" + field + ">>").end(),
                Signing.FIRST_BY_HAND.certifying(2));
        twin(
                ACTIONS,
                "a field that formats what is filled in",
                after(formatted).object(Paper.NAME, "<<" + field + "/V(Lan)>>").end());
        twin(
                ACTIONS,
                "the catalogue with its action written again",
                after(acted)
                        .object(Paper.CATALOG, "<<" + opening + "/Version/1.7>>")
                        .end());
        attack(
                ACTIONS,
                "the action that was signed says something else",
                after(acted)
                        .object(Paper.CATALOG, "<<" + opening.replace("beep", "exec") + ">>")
                        .end());
        attack(
                ACTIONS,
                "left behind in a widget first, led to by a signed field later",
                Paper.finish(
                        after(after(approved)
                                        .object(
                                                61,
                                                "<</Type/Annot/Subtype/Widget/Rect[0 0 0 0]/F 132/A" + script + ">>")
                                        .end())
                                .object(62, "<</FT/Sig/T(ky_3)/Kids[61 0 R]/V 63 0 R>>")
                                .object(Paper.FORM, "<<" + Paper.FORM_BODY.replace("12 0 R]", "12 0 R 62 0 R]") + ">>")
                                .object(Paper.PAGE, pageWith("61 0 R")),
                        Signing.FIRST_BY_HAND.into(62, "ky_3", 63)));
        attack(
                ACTIONS,
                "left behind in a list",
                after(approved).object(61, "[" + script + "]").end());
    }

    private void layersAndFiles() {
        String direct = "/OCProperties<</OCGs[14 0 R]/D<</ON[14 0 R]/Order[14 0 R]>>>>";
        String names = "/Names<</EmbeddedFiles<</Names[(a.txt)18 0 R]>>>>";
        twin(
                LAYERS,
                "their list in an object of its own",
                after(approved)
                        .object(61, direct.substring("/OCProperties".length()))
                        .object(Paper.CATALOG, "<<" + Paper.CATALOG_BODY.replace(direct, "/OCProperties 61 0 R") + ">>")
                        .end());
        twin(
                LAYERS,
                "a layer written again as it was",
                after(approved).object(Paper.LAYER, "<</Type/OCG/Name(Lop)>>").end());
        twin(
                FILES,
                "their list in an object of its own",
                after(approved)
                        .object(61, names.substring("/Names".length()))
                        .object(Paper.CATALOG, "<<" + Paper.CATALOG_BODY.replace(names, "/Names 61 0 R") + ">>")
                        .end());
        twin(
                FILES,
                "a file written again as it was",
                after(approved).stream(Paper.EMBEDDED, "/Type/EmbeddedFile", "tep dinh kem")
                        .end());
        String inner = Paper.approved();
        twin(
                FILES,
                "a signed file attached, as it is, to a signed file",
                Paper.sign(
                        after(Paper.blank()).stream(Paper.EMBEDDED, "/Type/EmbeddedFile", inner)
                                .end(),
                        Signing.FIRST_BY_HAND));
        for (String more : List.of(
                "/Configs[<</Name(b)/OFF[14 0 R]>>]",
                "/D<</ON[14 0 R]/Order[14 0 R]/AS[<</Event/Print/OCGs[14 0 R]/Category[/Print]>>]>>",
                "/D<</ON[14 0 R]/Order[14 0 R]/RBGroups[[14 0 R]]>>",
                "/D<</ON[14 0 R]/Order[14 0 R]/Intent/Design>>")) {
            String d = "/D<</ON[14 0 R]/Order[14 0 R]>>";
            attack(
                    LAYERS,
                    "a configuration with " + more.substring(1, 12),
                    after(approved)
                            .object(
                                    Paper.CATALOG,
                                    "<<" + Paper.CATALOG_BODY.replace(d, more.startsWith("/D<<") ? more : d + more)
                                            + ">>")
                            .end());
        }
    }

    private static String annotated(String file, String annotation, String look) {
        Pdf pdf = after(file).object(61, "<</Type/Annot/P 3 0 R/F 4" + annotation + ">>");
        if (!look.isEmpty()) {
            pdf.stream(62, "/Type/XObject/Subtype/Form/BBox[0 0 200 20]", look);
        }
        return pdf.object(Paper.PAGE, pageWith("61 0 R")).end();
    }

    private void annotating() {
        String quads = "/QuadPoints[40 710 240 710 40 690 240 690]";
        attack(EAA, "a black highlighter, P=3", annotated(p3, "/Subtype/Highlight/C[0 0 0]" + quads + THERE, ""));
        attack(
                EAA,
                "a white line through the text, P=3",
                annotated(p3, "/Subtype/StrikeOut/C[1 1 1]/BS<</W 3>>" + quads + THERE, ""));
        attack(EAA, "ink that writes, P=3", annotated(p3, "/Subtype/Ink/InkList[[60 700 70 710 60 690]]" + THERE, ""));
        attack(
                EAA,
                "an underline that draws digits, P=3",
                annotated(
                        p3,
                        "/Subtype/Underline/AP<</N 62 0 R>>" + quads + THERE,
                        "1 w 0 0 m 5 0 l 5 9 l 0 9 l 0 5 l 5 5 l S 8 0 m 13 0 l 13 9 l S"));
        attack(
                EAA,
                "a thin line shown thick, P=3",
                annotated(
                        p3,
                        "/Subtype/Underline/AP<</N 62 0 R>>" + quads + "/Rect[40 600 240 800]",
                        "1 w 0 1 m 200 1 l S"));
        attack(
                EAA,
                "a note with the look of one digit, P=3",
                annotated(p3, "/Subtype/Text/AP<</N 62 0 R>>/Rect[100 700 110 712]", "1 g 0 0 200 20 re f"));
        String box = "/Type/Annot/P 3 0 R/F 4/Subtype/FreeText/DA(/F1 12 Tf)/Rect[40 400 240 420]";
        String said = Paper.sign(
                after(Paper.blank())
                        .object(61, "<<" + box + "/Contents(100)>>")
                        .object(Paper.PAGE, pageWith("61 0 R"))
                        .end(),
                Signing.FIRST_BY_HAND.certifying(3));
        attack(
                EAA,
                "the text of a box that was signed, P=3",
                after(said).object(61, "<<" + box + "/Contents(999)>>").end());
        twin(
                EAA,
                "a highlighter with its look, P=3",
                after(p3)
                        .object(
                                61,
                                "<</Type/Annot/P 3 0 R/F 4/Subtype/Highlight/C[1 1 0]/AP<</N 62 0 R>>" + quads + THERE
                                        + ">>")
                        .stream(
                                62,
                                "/Type/XObject/Subtype/Form/BBox[40 690 240 710]/Resources<</ExtGState<</G<</BM/Multiply>>>>>>",
                                "/G gs 1 1 0 rg 40 690 m 240 690 l 240 710 l 40 710 l h f")
                        .object(Paper.PAGE, pageWith("61 0 R"))
                        .end());
        twin(
                EAA,
                "a note answered, P=3",
                after(annotated(p3, "/Subtype/Text/Contents(a)/Rect[10 10 30 30]", ""))
                        .object(61, "<</Type/Annot/P 3 0 R/F 4/Subtype/Text/Contents(b)/Rect[10 10 30 30]>>")
                        .object(63, "<</Type/Annot/P 3 0 R/F 4/Subtype/Text/Contents(c)/IRT 61 0 R/Rect[10 10 30 30]>>")
                        .object(Paper.PAGE, pageWith("61 0 R 63 0 R"))
                        .end());
    }

    private void describing() {
        twin(
                CATALOG,
                "all that Acrobat writes on saving",
                after(p2)
                        .object(
                                Paper.INFO,
                                "<</Title(Phieu chi)/Producer(A)/Creator(B)/ModDate(D:20260303000000+07'00')>>")
                        .stream(61, "/Type/Metadata/Subtype/XML", "<x:xmpmeta xmlns:x='adobe:ns:meta/'/>")
                        .object(
                                Paper.CATALOG,
                                Paper.catalogOf(p2)
                                        + "/Metadata 61 0 R/PieceInfo<</A<</LastModified(D:2026)/Private<</B 1>>>>>>>>")
                        .object(
                                Paper.PAGE,
                                "<<" + Paper.PAGE_BODY
                                        + "/LastModified(D:2026)/PieceInfo<</A<</LastModified(D:2026)/Private 1>>>>>>")
                        .end());
        String tree = "/StructTreeRoot 61 0 R/MarkInfo<</Marked true>>";
        String root = "<</Type/StructTreeRoot/K 62 0 R/ParentTree<</Nums[]>>>>";
        String element = "/Type/StructElem/S/Document/P 61 0 R/K[";
        String tagged = Paper.sign(
                after(Paper.blank())
                        .object(61, root)
                        .object(62, "<<" + element + "63 0 R]>>")
                        .object(63, "<</Type/StructElem/S/P/P 62 0 R/Pg 3 0 R/K 0>>")
                        .object(Paper.CATALOG, "<<" + Paper.CATALOG_BODY + tree + ">>")
                        .end(),
                Signing.FIRST_BY_HAND);
        twin(
                CATALOG,
                "a new element for a new field",
                Paper.finish(
                        after(tagged)
                                .object(71, "<<" + Paper.SIGNATURE_WIDGET + "/T(ky_3)/V 72 0 R/StructParent 0>>")
                                .object(73, "<</Type/StructElem/S/Form/P 62 0 R/Pg 3 0 R/K<</Type/OBJR/Obj 71 0 R>>>>")
                                .object(62, "<<" + element + "63 0 R 73 0 R]>>")
                                .object(61, root.replace("[]", "[0 73 0 R]"))
                                .object(Paper.FORM, "<<" + Paper.FORM_BODY.replace("12 0 R]", "12 0 R 71 0 R]") + ">>")
                                .object(Paper.PAGE, pageWith("71 0 R")),
                        Signing.FIRST_BY_HAND.into(71, "ky_3", 72)));
        for (String spoken : List.of("/ActualText(999 dong)", "/Alt(999 dong)", "/E(999)")) {
            attack(
                    CATALOG,
                    "what is read aloud, put to an element that was signed: " + spoken.substring(1, 3),
                    after(tagged)
                            .object(63, "<</Type/StructElem/S/P/P 62 0 R/Pg 3 0 R/K 0" + spoken + ">>")
                            .end());
        }
        attack(
                CATALOG,
                "what is read aloud, kept first as private data",
                after(after(tagged)
                                .object(
                                        Paper.CATALOG,
                                        Paper.catalogOf(tagged) + "/PieceInfo<</A<</Private 70 0 R>>>>>>")
                                .object(70, "<</Type/StructElem/S/P/P 62 0 R/Pg 3 0 R/K 0/ActualText(999 dong)>>")
                                .end())
                        .object(62, "<<" + element + "63 0 R 70 0 R]>>")
                        .end());
        attack(
                CATALOG,
                "an object stream that nothing uses",
                after(approved).stream(61, "/Type/ObjStm/N 1/First 4", "3 0 <<" + Paper.PAGE_BODY + "/Rotate 180>>")
                        .end());
        String date = "<</Title(Phieu chi)/ModDate(D:20260202000000Z)>>";
        attack(
                CATALOG,
                "an object stream that extends another",
                after(approved).stream(62, "/Type/ObjStm/N 1/First 4", "3 0 <<" + Paper.PAGE_BODY + "/Rotate 180>>")
                        .stream(61, "/Type/ObjStm/N 1/First 5/Extends 62 0 R", "10 0 " + date)
                        .endWithStream(new TreeMap<>(Map.of(Paper.INFO, 61))));
        attack("bytes before and behind", "two more ends of file", approved + "%%EOF\n%%EOF\n");
        Pdf two = after(approved).stream(61, "", "BT ET");
        int place = two.place();
        two.object(
                62,
                "<</Type/XRef/W[1 4 2]/Index[10 1]/Size 63/Length 7>>\nstream\n" + Pdf.row(1, 15, 0) + "\nendstream");
        attack(
                "hybrid and other cross-references",
                "a hybrid update with two places for one object",
                two.object(Paper.INFO, date)
                        .with("XRefStm", Integer.toString(place))
                        .end());
    }

    private void certifying() {
        String rights = "/Perms<</UR3 61 0 R>>";
        String server =
                "<</Type/Sig/Filter/Adobe.PPKLite/SubFilter/adbe.pkcs7.detached/ByteRange[0 10 20 30]/Contents<00>>>";
        twin(
                RIGHTS,
                "signed in a file to which a server gave rights",
                Paper.sign(
                        after(Paper.blank())
                                .object(61, server)
                                .object(Paper.CATALOG, "<<" + Paper.CATALOG_BODY + rights + ">>")
                                .end(),
                        Signing.FIRST_BY_HAND));
        String all =
                "/Reference[<</Type/SigRef/TransformMethod/FieldMDP/TransformParams<</Type/TransformParams/V/1.2/Action/";
        for (String closed : List.of("Exclude/Fields[(ho_ten)]", "Include/Fields[(so_tien)]")) {
            twin(
                    RIGHTS,
                    "FieldMDP " + closed + ", an open field filled",
                    after(withReference(all + closed + ">>>>]"))
                            .object(Paper.NAME, "<<" + Paper.NAME_FIELD + "/V(Lan)>>")
                            .end());
        }
        twin(RIGHTS, "FieldMDP All, and a time-stamp after it", stamped(withReference(all + "All>>>>]"), 70));
        attack(
                RIGHTS,
                "FieldMDP All, then filled",
                after(withReference(all + "All>>>>]"))
                        .object(Paper.NAME, "<<" + Paper.NAME_FIELD + "/V(Lan)>>")
                        .end());
        attack(
                RIGHTS,
                "FieldMDP excludes another field",
                after(withReference(all + "Exclude/Fields[(khac)]>>>>]"))
                        .object(Paper.NAME, "<<" + Paper.NAME_FIELD + "/V(Lan)>>")
                        .end());
    }

    private static String withReference(String reference) {
        Pdf pdf = after(Paper.blank()).object(Paper.FIRST, "<<" + Paper.SIGNATURE_WIDGET + "/T(ky_1)/V 21 0 R>>");
        return Paper.finish(pdf, Signing.FIRST_BY_HAND.locking(reference));
    }
}
