package vn.antin.verify.attacks;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Writes a PDF as raw text, state after state, right or wrong as one likes. One char is one byte.
 */
final class Pdf {
    static final String HEADER = "%PDF-1.7\n%\u00e2\u00e3\u00cf\u00d3\n";

    private final StringBuilder text;
    private final Map<Integer, String> entries = new TreeMap<>();
    private final Map<String, String> trailer = new LinkedHashMap<>();
    private int size;

    private Pdf(String before) {
        text = new StringBuilder(before);
    }

    static Pdf fresh() {
        return starting(HEADER);
    }

    static Pdf starting(String header) {
        var pdf = new Pdf(header);
        pdf.trailer.put("Root", "1 0 R");
        pdf.size = 1;
        return pdf;
    }

    /** One more state after a file of ours. */
    static Pdf after(String file) {
        var pdf = new Pdf(file.endsWith("\n") ? file : file + "\n");
        pdf.trailer.put("Root", last(file, "/Root (\\d+ 0 R)"));
        pdf.trailer.put("Prev", last(file, "startxref\\s+(\\d+)"));
        pdf.size = Integer.parseInt(last(file, "/Size (\\d+)"));
        return pdf;
    }

    static String last(String text, String pattern) {
        Matcher matcher = Pattern.compile(pattern).matcher(text);
        String found = "0";
        while (matcher.find()) {
            found = matcher.group(1);
        }
        return found;
    }

    static byte[] bytes(String file) {
        return file.getBytes(StandardCharsets.ISO_8859_1);
    }

    static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.ISO_8859_1);
    }

    int place() {
        return text.length();
    }

    Pdf object(int number, String body) {
        entry(number, text.length());
        return raw(number + " 0 obj\n" + body + "\nendobj\n");
    }

    Pdf stream(int number, String dictionary, String data) {
        return object(number, "<<" + dictionary + "/Length " + data.length() + ">>\nstream\n" + data + "\nendstream");
    }

    /** Bytes that no table lists. */
    Pdf raw(String bytes) {
        text.append(bytes);
        return this;
    }

    Pdf entry(int number, long place) {
        entries.put(number, String.format(Locale.ROOT, "%010d 00000 n \n", place));
        size = Math.max(size, number + 1);
        return this;
    }

    Pdf free(int number) {
        entries.put(number, "0000000000 00001 f \n");
        return this;
    }

    Pdf with(String key, String value) {
        trailer.put(key, value);
        return this;
    }

    Pdf without(String key) {
        trailer.remove(key);
        return this;
    }

    private String dictionary() {
        var all = new StringBuilder("<</Size " + size);
        trailer.forEach((key, value) -> all.append('/').append(key).append(' ').append(value));
        return all + ">>";
    }

    /** Ends the state with a table. */
    String end() {
        return end("");
    }

    /** @param more entries written behind the right ones */
    String end(String more) {
        int start = text.length();
        text.append("xref\n");
        if (!trailer.containsKey("Prev")) {
            text.append("0 1\n0000000000 65535 f \n");
        }
        entries.forEach((number, entry) -> text.append(number).append(" 1\n").append(entry));
        text.append(more).append("trailer\n").append(dictionary());
        return text + "\nstartxref\n" + start + "\n%%EOF\n";
    }

    /** Ends the state with a cross-reference stream. */
    String endWithStream() {
        return endWithStream(Map.of());
    }

    /** @param inside numbers of objects by the object stream in which they are */
    String endWithStream(Map<Integer, Integer> inside) {
        int number = size;
        int start = text.length();
        entry(number, start);
        var index = new StringBuilder();
        var data = new StringBuilder();
        var all = new TreeMap<Integer, String>();
        entries.forEach((it, entry) ->
                all.put(it, entry.contains("f") ? row(0, 0, 0) : row(1, Integer.parseInt(entry.substring(0, 10)), 0)));
        int[] place = {0};
        inside.forEach((it, stream) -> {
            all.put(it, row(2, stream, place[0]++));
            size = Math.max(size, it + 1);
        });
        all.forEach((it, row) -> {
            index.append(it).append(" 1 ");
            data.append(row);
        });
        text.append(number)
                .append(" 0 obj\n<</Type/XRef/W[1 4 2]/Index[")
                .append(index.toString().strip())
                .append("]/Size ")
                .append(size);
        trailer.forEach((key, value) -> text.append('/').append(key).append(' ').append(value));
        text.append("/Length ")
                .append(data.length())
                .append(">>\nstream\n")
                .append(data)
                .append("\nendstream\nendobj\n");
        return text + "startxref\n" + start + "\n%%EOF\n";
    }

    static String row(int kind, int second, int third) {
        return "" + (char) kind + (char) (second >>> 24 & 0xff) + (char) (second >>> 16 & 0xff)
                + (char) (second >>> 8 & 0xff) + (char) (second & 0xff) + (char) (third >>> 8 & 0xff)
                + (char) (third & 0xff);
    }
}
