package vn.antin.easel;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import vn.antin.kernel.Content;

/** A PDF written object by object, and what is appended to it. */
final class Raw {
    private final byte[] before;
    private final int startBefore;
    private final Map<Integer, byte[]> objects = new TreeMap<>();

    private Raw(byte[] before, int startBefore) {
        this.before = before;
        this.startBefore = startBefore;
    }

    static Raw fresh() {
        return new Raw(bytes("%PDF-1.7\n"), -1);
    }

    static Raw after(byte[] file) {
        String text = new String(file, StandardCharsets.ISO_8859_1);
        int at = text.lastIndexOf("startxref");
        return new Raw(
                file,
                Integer.parseInt(
                        text.substring(at + 9, text.indexOf("%%EOF", at)).strip()));
    }

    /** One page with that content; a font F1 that the file does not carry. */
    static Raw page(String content, String more) {
        return fresh()
                .object(1, "<</Type/Catalog/Pages 2 0 R>>")
                .object(2, "<</Type/Pages/Count 1/Kids[3 0 R]>>")
                .object(
                        3,
                        "<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R/Resources 5 0 R" + more + ">>")
                .stream(4, "", bytes(content))
                .object(5, "<</Font<</F1<</Type/Font/Subtype/Type1/BaseFont/Times-Roman>>>>/XObject<</X 6 0 R>>>>");
    }

    static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }

    Raw object(int number, String body) {
        objects.put(number, bytes(body));
        return this;
    }

    Raw stream(int number, String dictionary, byte[] data) {
        var out = new ByteArrayOutputStream();
        out.writeBytes(bytes("<<" + dictionary + "/Length " + data.length + ">>\nstream\n"));
        out.writeBytes(data);
        out.writeBytes(bytes("\nendstream"));
        objects.put(number, out.toByteArray());
        return this;
    }

    byte[] file() {
        var out = new ByteArrayOutputStream();
        out.writeBytes(before);
        var table = new StringBuilder("xref\n0 1\n0000000000 65535 f \n");
        int last = 0;
        for (var it : objects.entrySet()) {
            last = Math.max(last, it.getKey());
            table.append(it.getKey()).append(" 1\n").append(String.format(Locale.ROOT, "%010d 00000 n \n", out.size()));
            out.writeBytes(bytes(it.getKey() + " 0 obj\n"));
            out.writeBytes(it.getValue());
            out.writeBytes(bytes("\nendobj\n"));
        }
        int start = out.size();
        out.writeBytes(bytes(table + "trailer\n<</Size " + Math.max(last + 1, 100_000) + "/Root 1 0 R"
                + (startBefore < 0 ? "" : "/Prev " + startBefore) + ">>\nstartxref\n" + start + "\n%%EOF\n"));
        return out.toByteArray();
    }

    Content content() {
        return Content.of(file());
    }
}
