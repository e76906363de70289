package vn.antin.word;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Element;

/** The styles of a file that is read: what holds of a run or a paragraph after its style, that style's style, and so on. */
final class WordStyles {
    private final Map<String, Element> styles = new HashMap<>();
    private final List<Element> defaults = new ArrayList<>();
    private String usual = "";
    private final Account account;

    WordStyles(@Nullable Element part, Account account) {
        this.account = account;
        if (part == null) {
            return;
        }
        Element docDefaults = Xml.child(part, "docDefaults");
        defaults.add(Xml.child(Xml.child(docDefaults, "rPrDefault"), "rPr"));
        for (Element style : Xml.children(part, "style")) {
            String id = Xml.attribute(style, "styleId");
            styles.putIfAbsent(id, style);
            if (Xml.attribute(style, "type").equals("paragraph")
                    && on(Xml.attribute(style, "default"), false)
                    && usual.isEmpty()) {
                usual = id;
            }
        }
    }

    /** The style's own id and those it is based on, nearest first. */
    List<Element> chain(String id) {
        var chain = new ArrayList<Element>();
        Set<String> seen = new HashSet<>();
        String next = id;
        while (styles.containsKey(next)) {
            if (!seen.add(next)) {
                account.tell(Remark.Sort.CIRCLE, next);
                break;
            }
            Element style = styles.get(next);
            chain.add(style);
            next = Xml.value(style, "basedOn");
        }
        return chain;
    }

    List<Element> paragraphChain(@Nullable Element pPr) {
        String id = Xml.value(pPr, "pStyle");
        return chain(id.isEmpty() ? usual : id);
    }

    /** The first of the paragraph's own and its styles' properties of that name. */
    @Nullable
    Element paragraphProperty(@Nullable Element pPr, List<Element> chain, String name) {
        Element own = Xml.child(pPr, name);
        if (own != null) {
            return own;
        }
        for (Element style : chain) {
            Element it = Xml.child(Xml.child(style, "pPr"), name);
            if (it != null) {
                return it;
            }
        }
        return null;
    }

    /** The look of a run with these properties in a paragraph of these styles. */
    Look look(@Nullable Element rPr, List<Element> paragraphStyles) {
        var sources = new ArrayList<Element>();
        add(sources, rPr);
        for (Element style : chain(Xml.value(rPr, "rStyle"))) {
            add(sources, Xml.child(style, "rPr"));
        }
        for (Element style : paragraphStyles) {
            add(sources, Xml.child(style, "rPr"));
        }
        defaults.forEach(it -> add(sources, it));
        String font = "";
        for (Element source : sources) {
            Element fonts = Xml.child(source, "rFonts");
            String named = Xml.attribute(fonts, "ascii");
            named = named.isEmpty() ? Xml.attribute(fonts, "hAnsi") : named;
            if (fonts != null && font.isEmpty()) {
                font = named;
                if (named.isEmpty() && !Xml.attribute(fonts, "asciiTheme").isEmpty()) {
                    break;
                }
            }
        }
        String underline = first(sources, "u");
        return new Look(
                toggled(sources, "b"),
                toggled(sources, "i"),
                toggled(sources, "caps"),
                toggled(sources, "vanish"),
                (!underline.isEmpty() && !underline.equals("none"))
                        || toggled(sources, "strike")
                        || !first(sources, "highlight").isEmpty(),
                font,
                Xml.number(first(sources, "sz"), 0) / 2.0);
    }

    private static void add(List<Element> sources, @Nullable Element it) {
        if (it != null) {
            sources.add(it);
        }
    }

    private static String first(List<Element> sources, String name) {
        for (Element source : sources) {
            Element it = Xml.child(source, name);
            if (it != null) {
                return Xml.attribute(it, "val");
            }
        }
        return "";
    }

    private static boolean toggled(List<Element> sources, String name) {
        for (Element source : sources) {
            Element it = Xml.child(source, name);
            if (it != null) {
                return on(Xml.attribute(it, "val"), true);
            }
        }
        return false;
    }

    static boolean on(String value, boolean whenAbsent) {
        return switch (value) {
            case "" -> whenAbsent;
            case "0", "false", "off" -> false;
            default -> true;
        };
    }

    String numberingOf(String styleId) {
        for (Element style : chain(styleId)) {
            String id = Xml.value(Xml.child(Xml.child(style, "pPr"), "numPr"), "numId");
            if (!id.isEmpty()) {
                return id;
            }
        }
        return "";
    }
}
