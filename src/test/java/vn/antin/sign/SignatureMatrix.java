package vn.antin.sign;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDResources;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAppearanceStream;
import org.apache.pdfbox.pdmodel.interactive.form.PDSignatureField;
import org.jspecify.annotations.Nullable;
import vn.antin.kernel.Content;

/** What there is to be combined, and the table of what came of it. */
final class SignatureMatrix {
    private static final List<String> DOCUMENTS = List.of("000", "001", "002", "003", "004");

    private SignatureMatrix() {}

    /** Where a key lies. A body's seal is a file or a token here. */
    enum KeyKind {
        PKCS12("PKCS#12"),
        PKCS11("PKCS#11"),
        REMOTE("CSC"),
        TWO_CALLS("two calls"),
        TOOL("VGCA-like tool");

        private final String title;

        KeyKind(String title) {
            this.title = title;
        }

        static final List<KeyKind> SEALS = List.of(PKCS12, PKCS11);
    }

    /** Who signs, one after another; the others sign by tools of their own in fields reserved for them. */
    enum Order {
        SIGNATORY("signatory", 1),
        SIGNATORY_THEN_SEAL("signatory, seal", 2),
        ANOTHER_CO_SIGNS("signatory, co-signer, seal", 3, "ky_cung_1"),
        TWO_OTHERS_CO_SIGN("signatory, two co-signers, seal", 4, "ky_cung_1", "ky_cung_2"),
        TWO_SEALS("signatory, another body's seal, seal", 3, "con_dau_khac"),
        SEAL_OF_A_COPY("seal of a copy", 1);

        private final String title;
        private final int signatures;

        @SuppressWarnings("ImmutableEnumChecker") // Made by List.of.
        private final List<String> others;

        Order(String title, int signatures, String... others) {
            this.title = title;
            this.signatures = signatures;
            this.others = List.of(others);
        }

        int signatures() {
            return signatures;
        }

        List<String> others() {
            return others;
        }

        boolean sealed() {
            return this != SIGNATORY;
        }
    }

    /**
     * One file.
     *
     * @param signatory where the order has one
     * @param seal where the order has one
     */
    record Combination(KeyKind signatory, KeyKind seal, Order order, SignatureLevel level, String document) {
        String name() {
            return String.join("-", signatory.name(), seal.name(), order.name(), level.name(), document);
        }

        private String row() {
            String keys = order == Order.SEAL_OF_A_COPY
                    ? "| – | " + seal.title
                    : "| " + signatory.title + " | " + (order.sealed() ? seal.title : "–");
            return keys + " | " + order.title;
        }

        private Set<List<Object>> pairs() {
            var values = new ArrayList<Object>();
            if (order != Order.SEAL_OF_A_COPY) {
                values.add("by " + signatory);
            }
            if (order.sealed()) {
                values.add("sealed by " + seal);
            }
            values.addAll(List.of(order, level, document));
            var pairs = new HashSet<List<Object>>();
            for (int i = 0; i < values.size(); i++) {
                for (int j = i + 1; j < values.size(); j++) {
                    pairs.add(List.of(values.get(i), values.get(j)));
                }
            }
            return pairs;
        }
    }

    /** Every combination that differs from the others; those of one stamped file stand side by side. */
    static List<Combination> all() {
        var all = new ArrayList<Combination>();
        for (Order order : Order.values()) {
            List<KeyKind> signatories =
                    order == Order.SEAL_OF_A_COPY ? List.of(KeyKind.PKCS12) : List.of(KeyKind.values());
            List<KeyKind> seals = order.sealed() ? KeyKind.SEALS : List.of(KeyKind.PKCS12);
            for (KeyKind signatory : signatories) {
                for (KeyKind seal : seals) {
                    for (String document : DOCUMENTS) {
                        for (SignatureLevel level : SignatureLevel.values()) {
                            all.add(new Combination(signatory, seal, order, level, document));
                        }
                    }
                }
            }
        }
        return all;
    }

    /** Few of them, in which any two values that can meet do meet: always the one that adds most. */
    static List<Combination> everyPair() {
        List<Combination> all = all();
        var missing = new HashSet<List<Object>>();
        all.forEach(it -> missing.addAll(it.pairs()));
        var chosen = new ArrayList<Combination>();
        while (!missing.isEmpty()) {
            Combination best = all.getFirst();
            long most = -1;
            for (Combination it : all) {
                long adds = it.pairs().stream().filter(missing::contains).count();
                if (adds > most) {
                    most = adds;
                    best = it;
                }
            }
            chosen.add(best);
            missing.removeAll(best.pairs());
        }
        return chosen;
    }

    /** The pages with more signature fields, small and blank, at the foot of the first page. */
    static Content reserved(Content pdf, List<String> names) throws IOException {
        try (PDDocument document = Loader.loadPDF(pdf.bytes())) {
            PDPage page = document.getPage(0);
            var form = Objects.requireNonNull(document.getDocumentCatalog().getAcroForm(null));
            var fields = form.getFields();
            for (String name : names) {
                var place = new PDRectangle(90 + 80 * fields.size(), 12, 70, 16);
                var field = new PDSignatureField(form);
                field.setPartialName(name);
                field.setAlternateFieldName("Chữ ký số của người cùng ký");
                var widget = field.getWidgets().getFirst();
                widget.setRectangle(place);
                widget.setPage(page);
                widget.setPrinted(true);
                var blank = new PDAppearanceStream(document);
                blank.setBBox(new PDRectangle(place.getWidth(), place.getHeight()));
                blank.setResources(new PDResources());
                blank.getCOSObject().setInt(COSName.FORMTYPE, 1);
                blank.getCOSObject().createOutputStream().close();
                var looks = new COSDictionary();
                looks.setItem(COSName.N, blank.getCOSObject());
                widget.getCOSObject().setItem(COSName.AP, looks);
                page.getAnnotations().add(widget);
                FormTag.add(document, page, widget.getCOSObject());
                fields.add(field);
            }
            form.setFields(fields);
            var bytes = new ByteArrayOutputStream(pdf.size() + (1 << 14));
            document.save(bytes);
            return Content.of(bytes.toByteArray());
        }
    }

    /** Who agreed to what: one line a pair of keys and order, one column a level. */
    static final class Table {
        private final Map<String, Map<SignatureLevel, int[]>> rows = new LinkedHashMap<>();
        private final List<String> amiss = new ArrayList<>();

        void add(Combination it, List<String> found) {
            int[] cell = rows.computeIfAbsent(it.row(), row -> new LinkedHashMap<>())
                    .computeIfAbsent(it.level(), level -> new int[2]);
            cell[0] += found.isEmpty() ? 1 : 0;
            cell[1]++;
            found.forEach(one -> amiss.add(it.name() + " " + one));
        }

        List<String> amiss() {
            return amiss;
        }

        String written(int files, Duration took) {
            var text = new StringBuilder("| Signatory's key | Seal's key | Order | B-B | B-T | B-LT | B-LTA |\n"
                    + "|---|---|---|---|---|---|---|\n");
            rows.forEach((row, cells) -> {
                text.append(row);
                for (SignatureLevel level : SignatureLevel.values()) {
                    text.append(" | ").append(cell(cells.get(level)));
                }
                text.append(" |\n");
            });
            text.append(String.format(
                    Locale.ROOT, "%n%d files, %d of them amiss, %d s.%n", files, amiss.size(), took.toSeconds()));
            amiss.forEach(it -> text.append("\n- ").append(it));
            return text.toString();
        }

        private static String cell(int @Nullable [] cell) {
            return cell == null ? "" : cell[0] + "/" + cell[1];
        }
    }
}
