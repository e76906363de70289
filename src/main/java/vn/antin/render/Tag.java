package vn.antin.render;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One element of the document's logical structure (PDF 32000-1, 14.8.4). Two tags are never equal: each stands for its
 * own element, which comes into being, in reading order, when its first content is painted.
 */
final class Tag {
    /** What is no part of the text: rules, borders, page numbers, repeated header rows (14.8.2.2). */
    static final Tag ARTIFACT = new Tag(null, "Artifact", 1, 1, "");

    private static final String AMONG_TEXT = "among text";

    private final @Nullable Tag parent;
    private final String role;
    private final int columnSpan;
    private final int rowSpan;
    private final String detail;
    private final List<Tag> cells = new ArrayList<>();

    private Tag(@Nullable Tag parent, String role, int columnSpan, int rowSpan, String detail) {
        this.parent = parent;
        this.role = role;
        this.columnSpan = columnSpan;
        this.rowSpan = rowSpan;
        this.detail = detail;
    }

    boolean isArtifact() {
        return this == ARTIFACT || (parent != null && parent.isArtifact());
    }

    /** The root of one file's structure. */
    static Tag document() {
        return new Tag(null, "Document", 1, 1, "");
    }

    /** An element under this one; {@code role} is a standard structure type. */
    Tag child(String role) {
        return new Tag(this, role, 1, 1, "");
    }

    /** A small element among the text of this one: the mark of a footnote. */
    Tag amongText(String role) {
        return new Tag(this, role, 1, 1, AMONG_TEXT);
    }

    boolean isAmongText() {
        return detail.equals(AMONG_TEXT);
    }

    /** A cell of this row, {@code TH} or {@code TD}, over that many columns and rows; made from left to right. */
    Tag cell(String role, int columns, int rows) {
        var cell = new Tag(this, role, columns, rows, "");
        cells.add(cell);
        return cell;
    }

    /** A picture, told in words. */
    Tag figure(String alternateText) {
        return new Tag(this, "Figure", 1, 1, alternateText);
    }

    /** A list; {@code numbering} is a value of the attribute ListNumbering (PDF 32000-1, table 347). */
    Tag list(String numbering) {
        return new Tag(this, "L", 1, 1, numbering);
    }

    @Nullable
    Tag parent() {
        return parent;
    }

    String role() {
        return role;
    }

    int columnSpan() {
        return columnSpan;
    }

    int rowSpan() {
        return rowSpan;
    }

    /** A row's cells, from left to right. */
    List<Tag> cells() {
        return cells;
    }

    /** A figure's alternate text, a list's numbering, else empty. */
    String detail() {
        return detail;
    }
}
