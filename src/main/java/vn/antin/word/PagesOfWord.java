package vn.antin.word;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.antin.compose.AdministrativeDocument;
import vn.antin.compose.Marks;
import vn.antin.kernel.Content;
import vn.antin.kernel.DocumentKind;

/**
 * Paper, margins, page numbers and what stands in the margins (annex I, part I, I.1–3, I.7, III.1.đ, III.4). Lengths in
 * twentieths of a point: 20, 20, 30 and 15 mm, as {@code src/docs/layout.md} chooses them.
 */
final class PagesOfWord {
    static final int PAPER_SHORT = 11906;
    static final int PAPER_LONG = 16838;
    static final int TOP = 1134;
    static final int BOTTOM = 1134;
    static final int LEFT = 1701;
    static final int RIGHT = 850;
    private static final int EDGE = 567;

    private final List<Edge> edges = new ArrayList<>();
    private final boolean firstFoot;

    /** A header or footer part; {@code when} is {@code default} or {@code first}. */
    record Edge(String id, String sort, String when, String file, Content part) {}

    PagesOfWord(AdministrativeDocument document, WordWriter.Standing standing) {
        String copied = switch (standing) {
            case WordWriter.Standing.Draft draft -> "";
            case WordWriter.Standing.Copy copy ->
                "Bản Word của văn bản số " + copy.number() + ", không có giá trị pháp lý; bản gốc là tệp PDF đã ký số";
        };
        edges.add(new Edge("rIdSoTrang", "header", "default", "header1", Content.of(Markup.part("w:hdr", header -> {
            paragraph(
                    header,
                    WordStyle.PAGE_NUMBER,
                    it -> it.in("w:fldSimple", run -> Runs.write(run, "2", false, false), "w:instr", " PAGE "));
            note(header, copied);
        }))));
        Marks.@Nullable Circulation circulation = document.marks().circulation();
        edges.add(new Edge("rIdDauTrang", "header", "first", "header2", Content.of(Markup.part("w:hdr", header -> {
            note(header, copied);
            if (circulation != null) {
                MainText.framed(header, WordStyle.CIRCULATION, circulation.words(), 3000, 3400, "000000");
            } else if (copied.isEmpty()) {
                header.empty("w:p");
            }
        }))));
        @Nullable
        String contact = document.particulars().kind() == DocumentKind.LETTER
                ? document.issuer().contact()
                : null;
        firstFoot = contact != null;
        if (contact != null) {
            edges.add(new Edge(
                    "rIdDiaChi",
                    "footer",
                    "first",
                    "footer1",
                    Content.of(Markup.part(
                            "w:ftr",
                            footer -> footer.in("w:p", it -> {
                                it.in(
                                        "w:pPr",
                                        look -> look.value("w:pStyle", WordStyle.CONTACT.id())
                                                .in(
                                                        "w:pBdr",
                                                        border -> border.empty(
                                                                "w:top", "w:val", "single", "w:sz", "6", "w:space", "4",
                                                                "w:color", "auto")));
                                Runs.write(it, contact, false, false);
                            })))));
        }
    }

    private static void note(Markup header, String copied) {
        if (!copied.isEmpty()) {
            paragraph(header, WordStyle.COPY, it -> Runs.write(it, copied, false, false));
        }
    }

    private static void paragraph(Markup part, WordStyle style, java.util.function.Consumer<Markup> runs) {
        part.in("w:p", it -> {
            it.in("w:pPr", look -> look.value("w:pStyle", style.id()));
            runs.accept(it);
        });
    }

    List<Edge> edges() {
        return edges;
    }

    static int textWidth(boolean landscape) {
        return (landscape ? PAPER_LONG : PAPER_SHORT) - LEFT - RIGHT;
    }

    /** {@code main} for the document's own pages; an annex counts its pages from 1. */
    void section(Markup at, boolean main, boolean landscape) {
        at.in("w:sectPr", it -> {
            for (Edge edge : edges) {
                // An annex has no circulation mark and no address; its first page shows no number either.
                boolean here = main || edge.when().equals("default");
                if (here) {
                    it.empty("w:" + edge.sort() + "Reference", "w:type", edge.when(), "r:id", edge.id());
                }
            }
            it.value("w:type", "nextPage");
            String wide = String.valueOf(landscape ? PAPER_LONG : PAPER_SHORT);
            String high = String.valueOf(landscape ? PAPER_SHORT : PAPER_LONG);
            if (landscape) {
                it.empty("w:pgSz", "w:w", wide, "w:h", high, "w:orient", "landscape");
            } else {
                it.empty("w:pgSz", "w:w", wide, "w:h", high);
            }
            it.empty(
                    "w:pgMar",
                    "w:top",
                    String.valueOf(TOP),
                    "w:right",
                    String.valueOf(RIGHT),
                    "w:bottom",
                    String.valueOf(BOTTOM),
                    "w:left",
                    String.valueOf(LEFT),
                    "w:header",
                    String.valueOf(EDGE),
                    // The address stands inside the text area, on the bottom margin (III.4).
                    "w:footer",
                    String.valueOf(main && firstFoot ? BOTTOM : EDGE),
                    "w:gutter",
                    "0");
            if (!main) {
                it.empty("w:pgNumType", "w:start", "1");
            }
            it.empty("w:titlePg");
        });
    }

    /** {@code settings.xml}. */
    static byte[] settings() {
        return Markup.part("w:settings", it -> {
            it.in(
                    "w:footnotePr",
                    notes -> notes.empty("w:footnote", "w:id", "0").empty("w:footnote", "w:id", "1"));
            it.in(
                    "w:compat",
                    compat -> compat.empty(
                            "w:compatSetting",
                            "w:name",
                            "compatibilityMode",
                            "w:uri",
                            "http://schemas.microsoft.com/office/word",
                            "w:val",
                            "15"));
        });
    }
}
