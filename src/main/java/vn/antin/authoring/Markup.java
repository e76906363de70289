package vn.antin.authoring;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.xml.sax.SAXParseException;

/** What the XML parser finds wrong with a filled template, in Vietnamese. */
final class Markup {
    /** {@code '{"urn:antin:document:1":subject}'}, {@code 'subject'} or {@code "subject"}. */
    private static final Pattern NAME = Pattern.compile("(?:\":|['\"])([A-Za-z][A-Za-z0-9-]*)(?=[}'\",])");

    private static final int MOST_NAMES = 8;

    private Markup() {}

    static String inWords(SAXParseException wrong) {
        String said = String.valueOf(wrong.getMessage());
        List<String> names = names(said);
        String first = names.isEmpty() ? "?" : names.getFirst();
        List<String> others = names.isEmpty() ? names : names.subList(1, names.size());
        // The keys are of the XML Schema recommendation, part 1, appendix "Outcome tabulations".
        if (said.startsWith("cvc-complex-type.2.4.a") || said.startsWith("cvc-complex-type.2.4.g")) {
            return "<" + first + "> không được đặt ở đây" + expected(others);
        }
        if (said.startsWith("cvc-complex-type.2.4.b")) {
            return "<" + first + "> chưa đủ phần" + expected(others);
        }
        if (said.startsWith("cvc-complex-type.2.4.d") || said.startsWith("cvc-complex-type.2.4.f")) {
            return "<" + first + "> không được đặt ở đây";
        }
        if (said.startsWith("cvc-complex-type.2.3")) {
            return "trong <" + first + "> chỉ được có các phần con, không có chữ";
        }
        if (said.startsWith("cvc-complex-type.4")) {
            return "thiếu thuộc tính " + first + (others.isEmpty() ? "" : " của <" + others.getFirst() + ">");
        }
        if (said.startsWith("cvc-complex-type.3.2.2")) {
            return "thuộc tính " + first + " không dùng được"
                    + (others.isEmpty() ? "" : " ở <" + others.getFirst() + ">");
        }
        if (said.startsWith("cvc-type.3.1")) {
            return "trong <" + first + "> chỉ được có chữ";
        }
        if (said.startsWith("cvc-elt.1")) {
            return "phần ngoài cùng phải là <document xmlns=\"urn:antin:document:1\">";
        }
        if (said.startsWith("cvc-")) {
            return "giá trị " + first + " không dùng được ở đây";
        }
        if (said.contains("must be terminated by the matching end-tag")) {
            return "thiếu thẻ đóng </" + first + ">";
        }
        if (said.contains("entity name must immediately follow")) {
            return "dấu & phải viết là &amp;";
        }
        return "không phải XML đúng cú pháp";
    }

    private static String expected(List<String> names) {
        return names.isEmpty()
                ? ""
                : "; ở đây cần "
                        + String.join(
                                " hoặc ",
                                names.stream()
                                        .limit(MOST_NAMES)
                                        .map(it -> "<" + it + ">")
                                        .toList());
    }

    private static List<String> names(String said) {
        var names = new ArrayList<String>();
        var found = NAME.matcher(said.substring(Math.max(0, said.indexOf(": "))));
        while (found.find()) {
            if (!found.group(1).equals("urn")) {
                names.add(found.group(1));
            }
        }
        return names;
    }
}
