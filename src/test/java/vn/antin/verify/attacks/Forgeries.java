package vn.antin.verify.attacks;

import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import vn.antin.verify.attacks.Hand.Way;
import vn.antin.verify.attacks.Paper.Signing;

/** Attacks on the signature itself: its ranges, its value, the bytes around it. */
final class Forgeries {
    private static final String USF = "universal signature forgery";
    private static final String SWA = "signature wrapping";
    private static final String RANGE = "forged or overlapping ranges";
    private static final String CMS = "signature value";
    private static final String BYTES = "bytes before and behind";
    private static final String REMOVED = "signature removed or replaced";

    private final List<Case> cases = new ArrayList<>();
    private final String approved = Paper.approved();
    private final String certified = Paper.certified(2);

    static List<Case> all() {
        var all = new Forgeries();
        all.universal();
        all.wrapping();
        all.ranges();
        all.values();
        all.around();
        all.removed();
        return all.cases;
    }

    private void attack(String technique, String name, String file) {
        cases.add(Case.attack(technique, name, file));
    }

    private void twin(String technique, String name, String file) {
        cases.add(Case.twin(technique, name, file));
    }

    /** The same length, other content: what every forger wants. */
    private static String forged(String file) {
        return file.replaceFirst("100 dong", "999 dong");
    }

    private static String range(String file) {
        return Pdf.last(file, "(/ByteRange\\[[^\\]]*\\])");
    }

    private static String contents(String file) {
        return Pdf.last(file, "(/Contents<[0-9a-f]*>)");
    }

    private static String padded(String value, String like) {
        return value + " ".repeat(Math.max(0, like.length() - value.length()));
    }

    private void universal() {
        String range = range(approved);
        String contents = contents(approved);
        for (String value : List.of(
                "",
                "/Contents null",
                "/Contents<>",
                "/Contents<00>",
                "/Contents()",
                "/Contents[]",
                "/Contents 5 0 R",
                "/Contents<0>")) {
            attack(
                    USF,
                    "Contents is " + (value.isEmpty() ? "missing" : value.substring(9)),
                    forged(approved).replace(contents, padded(value, contents)));
        }
        for (String value : List.of(
                "",
                "/ByteRange null",
                "/ByteRange[]",
                "/ByteRange[0 0 0 0]",
                "/ByteRange[-1 5 6 7]",
                "/ByteRange 7 0 R",
                "/ByteRange[0 10]",
                "/ByteRange(0 1 2 3)")) {
            attack(
                    USF,
                    "ByteRange is " + (value.isEmpty() ? "missing" : value.substring(10)),
                    forged(approved).replace(range, padded(value, range)));
        }
        attack(
                USF,
                "SubFilter is unknown",
                forged(approved).replace("/SubFilter/ETSI.CAdES.detached", "/SubFilter/ETSI.CAdES.detachex"));
        attack(USF, "SubFilter is missing", forged(approved).replace("/SubFilter/ETSI.CAdES.detached", " ".repeat(30)));
        twin(USF, "as it was signed", approved);
    }

    private void wrapping() {
        int gap = approved.indexOf(contents(approved)) + "/Contents".length();
        int after = gap + contents(approved).length() - "/Contents".length();
        String tail = approved.substring(after);
        for (String kind : List.of("content", "page", "form", "catalog", "font")) {
            // The signed end is moved behind what is slipped in; the ranges say where it went.
            String slipped = Pdf.after(approved)
                    .object(
                            switch (kind) {
                                case "page" -> Paper.PAGE;
                                case "form" -> Paper.FORM;
                                case "catalog" -> Paper.CATALOG;
                                case "font" -> Paper.FONT;
                                default -> Paper.CONTENT;
                            },
                            kind.equals("content")
                                    ? "<</Length 45>>\nstream\nBT /F1 14 Tf 50 700 Td (Tra 999 dong) Tj ET    \nendstream"
                                    : "<</Type/Catalog/Pages 2 0 R/AcroForm 5 0 R>>")
                    .end();
            String moved = approved.substring(0, after) + ">>\nendobj\n" + slipped.substring(approved.length());
            int place = moved.length();
            String wrapped = moved + tail;
            wrapped = wrapped.replace(
                    range(approved),
                    padded(
                            String.format(Locale.ROOT, "/ByteRange[0 %d %d %d]", gap, place, tail.length()),
                            range(approved)));
            attack(SWA, "the signed end is moved behind another " + kind, wrapped);
        }
        String twice = approved.replace("/M(D:20260201000000Z)", "/ByteRange[0 1 2 3]  ");
        attack(SWA, "a second ByteRange in the same dictionary", twice);
        String name = approved.replace("/M(D:20260201000000Z)", "/Contents<00>        ");
        attack(SWA, "a second Contents in the same dictionary", name);
        twin(
                SWA,
                "two signatures, each with its own ranges",
                Paper.sign(certified, Signing.FIRST_BY_HAND.into(Paper.SECOND, "ky_2", 61)));
    }

    private void ranges() {
        String range = range(approved);
        int gap = approved.indexOf(contents(approved)) + "/Contents".length();
        int after = gap + contents(approved).length() - "/Contents".length();
        int rest = approved.length() - after;
        int[][] wrong = {
            {1, gap - 1, after, rest},
            {0, gap, after - 2, rest + 2},
            {0, gap, after, rest - 40},
            {0, gap, after, rest + 100},
            {0, gap - 20, after, rest},
            {0, after, gap, rest},
            {0, gap, after + 30, rest - 30},
            {0, gap + 10, after, rest},
        };
        for (int[] it : wrong) {
            String said = String.format(Locale.ROOT, "[%d %d %d %d]", it[0], it[1], it[2], it[3]);
            attack(RANGE, "the ranges say " + said, approved.replace(range, padded("/ByteRange" + said, range)));
            if (it[1] + it[2] + it[3] < 3 * approved.length() && it[2] + it[3] <= approved.length()) {
                // The value is made for just these ranges, as a dishonest signer would.
                String signedSo = approved.replace(range, padded("/ByteRange" + said, range));
                String covered = signedSo.substring(it[0], it[0] + it[1]) + signedSo.substring(it[2], it[2] + it[3]);
                String hex = HexFormat.of().formatHex(Paper.value(Pdf.bytes(covered)));
                attack(
                        RANGE,
                        "the value is made for the ranges " + said,
                        signedSo.substring(0, gap + 1) + hex + signedSo.substring(gap + 1 + hex.length()));
            }
        }
        String spaced = range.replace("[0 ", "[ 0\n ");
        attack(RANGE, "six numbers", approved.replace(range, padded("/ByteRange[0 1 1 1 2 3]", range)));
        twin(
                RANGE,
                "another line in the file is signed too",
                Paper.sign(
                        Pdf.after(Paper.blank())
                                .raw("% " + spaced.length() + "\n")
                                .object(Paper.FREE, "null")
                                .end(),
                        Signing.FIRST_BY_HAND));
    }

    private void values() {
        attack(CMS, "the digest is of another text", signedBy(Way.RIGHT.lying()));
        attack(CMS, "two signers", signedBy(Way.RIGHT.twice()));
        attack(CMS, "no signed attributes", signedBy(Way.RIGHT.bare()));
        // Widespread, and judged by what the signer said beside it; only no level of PAdES is reached.
        twin(CMS, "the signed attributes name no certificate", signedBy(Way.RIGHT.unnamed()));
        attack(CMS, "the signed attributes name another certificate", signedBy(Way.RIGHT.misnamed()));
        attack(CMS, "the text is inside the value", signedBy(Way.RIGHT.holding()));
        attack(
                CMS,
                "another text is inside the value",
                signedBy(Way.RIGHT.holding().lying()));
        attack(CMS, "content changed", forged(approved));
        attack(
                CMS,
                "something behind the value",
                Paper.sign(
                        Paper.blank(),
                        Signing.FIRST_BY_HAND.by(it -> Hand.joined(Paper.value(it), new byte[] {1, 2, 3}))));
        attack(
                CMS,
                "a certificate behind the value",
                Paper.sign(
                        Paper.blank(),
                        Signing.FIRST_BY_HAND.by(it -> Hand.joined(
                                Paper.value(it), Hand.of("pham-thi-nga").certificate()))));
        String hex = HexFormat.of().formatHex(Hand.of("th-toan-thang").certificate());
        attack(
                CMS,
                "a letter of the certificate is changed",
                approved.replace(
                        hex, hex.substring(0, 400) + (hex.charAt(400) == '0' ? '1' : '0') + hex.substring(401)));
        attack(CMS, "the value is a time-stamp", Paper.sign(Paper.blank(), Signing.FIRST_BY_HAND.by(Hand::token)));
        attack(
                CMS,
                "a signature called a time-stamp",
                Paper.sign(Paper.blank(), Signing.FIRST_BY_HAND.as("ETSI.RFC3161")));
        attack(CMS, "SHA-1", signedBy(Way.RIGHT.by("SHA1")));
        attack(
                CMS,
                "the algorithm is called another",
                approved.replace("300d06092a864886f70d01010b0500", "300d06092a864886f70d01010c0500"));
        attack(CMS, "white space inside the value", approved.replaceFirst("0000000>", " 000000>"));
        attack(
                CMS,
                "an odd number of digits",
                Paper.sign(Paper.blank(), Signing.FIRST_BY_HAND).replaceFirst("0000000>", "000000>>"));
        twin(CMS, "an older form", Paper.sign(Paper.blank(), Signing.FIRST_BY_HAND.as("adbe.pkcs7.detached")));
        twin(CMS, "SHA-512", signedBy(Way.RIGHT.by("SHA512")));
        twin(CMS, "signed on a curve", Paper.sign(Paper.blank(), Signing.FIRST_BY_HAND.by(Paper::valueOfPerson)));
    }

    private static String signedBy(Way way) {
        return Paper.sign(
                Paper.blank(),
                Signing.FIRST_BY_HAND.by(it -> Hand.of("th-toan-thang").cms(it, way)));
    }

    private void around() {
        attack(BYTES, "text before the header", "GIF89a\n" + approved);
        attack(BYTES, "another header before", "%PDF-1.4\n" + approved);
        attack(BYTES, "a comment behind", approved + "% 999 dong\n");
        attack(BYTES, "an object behind", approved + "4 0 obj\n<</Length 3>>\nstream\nQ Q\nendstream\nendobj\n");
        attack(BYTES, "another end behind", approved + "startxref\n9\n%%EOF\n");
        attack(BYTES, "an archive behind", approved + "PK\u0003\u0004\n");
        attack(BYTES, "cut off behind the signature", approved.substring(0, approved.length() - 30));
        attack(BYTES, "the end of another file behind", approved + Paper.blank());
        twin(BYTES, "one line end behind", approved + "\n");
    }

    private void removed() {
        String field = "<<" + Paper.SIGNATURE_WIDGET + "/T(ky_1)";
        attack(
                REMOVED,
                "the value taken out of the field",
                Pdf.after(approved).object(Paper.FIRST, field + ">>").end());
        attack(
                REMOVED,
                "the field taken out of the form",
                Pdf.after(approved)
                        .object(Paper.FORM, "<<" + Paper.FORM_BODY.replace("8 0 R ", "") + ">>")
                        .end());
        attack(
                REMOVED,
                "the form taken out of the file",
                Pdf.after(approved)
                        .object(Paper.CATALOG, "<</Type/Catalog/Pages 2 0 R>>")
                        .end());
        attack(
                REMOVED,
                "the field became a text field",
                Pdf.after(approved)
                        .object(Paper.FIRST, field.replace("/FT/Sig", "/FT/Tx") + "/V(x)>>")
                        .end());
        attack(
                REMOVED,
                "the signature freed",
                Pdf.after(approved).free(Paper.SIGNED).end());
        attack(REMOVED, "the field freed", Pdf.after(approved).free(Paper.FIRST).end());
        attack(
                REMOVED,
                "another's signature in its place",
                Paper.sign(
                        approved, Signing.FIRST_BY_HAND.by(Paper::valueOfPerson).into(Paper.FIRST, "ky_1", 61)));
        attack(
                REMOVED,
                "another's signature under its number",
                Paper.sign(approved, Signing.FIRST_BY_HAND.by(Paper::valueOfPerson)));
        attack(
                REMOVED,
                "a root without it",
                Pdf.after(approved)
                        .object(61, "<</Type/Catalog/Pages 2 0 R>>")
                        .with("Root", "61 0 R")
                        .end());
        attack(
                REMOVED,
                "an older state brought back",
                Pdf.after(approved)
                        .with("Prev", Pdf.last(Paper.blank(), "startxref\\s+(\\d+)"))
                        .object(Paper.INFO, "<<>>")
                        .end());
        attack(
                REMOVED,
                "a certification cut out of the catalogue",
                Pdf.after(certified)
                        .object(Paper.CATALOG, "<<" + Paper.CATALOG_BODY + ">>")
                        .end());
        twin(
                REMOVED,
                "the second field signed by another",
                Paper.sign(
                        approved, Signing.FIRST_BY_HAND.by(Paper::valueOfPerson).into(Paper.SECOND, "ky_2", 61)));
    }
}
