package vn.antin.render;

import java.util.ArrayDeque;
import java.util.Deque;
import vn.antin.compose.Block;
import vn.antin.compose.Level;

/**
 * Gives each block of the content its place in the logical structure: titles become headings without a gap in their
 * ranks (ISO 14289-1, 7.4.2), neighbouring items of one level a list, and smaller items a list inside the greater item.
 */
final class Outline {
    private static final int DEEPEST_HEADING = 6;

    private final Tag root;
    private final Deque<Level> titles = new ArrayDeque<>();
    private final Deque<OpenList> lists = new ArrayDeque<>();

    private record OpenList(Level level, Tag list, Tag itemBody) {}

    /** Where an item's marker and its text belong; both the same when the item is no part of a list. */
    record Place(Tag marker, Tag text) {}

    Outline(Tag root) {
        this.root = root;
    }

    /** The place of a paragraph, a centred line or a table, which end every open list. */
    Tag plain(String role) {
        lists.clear();
        return root.child(role);
    }

    Place item(Block.Item item) {
        if (item.titled()) {
            Tag heading = heading(item.level());
            return new Place(heading, heading);
        }
        if (item.level().compareTo(Level.ARTICLE) <= 0) {
            Tag paragraph = plain("P");
            return new Place(paragraph, paragraph);
        }
        return listItem(item.level());
    }

    private Tag heading(Level level) {
        while (!titles.isEmpty() && titles.peek().compareTo(level) >= 0) {
            titles.pop();
        }
        titles.push(level);
        return plain("H" + Math.min(titles.size() + 1, DEEPEST_HEADING));
    }

    private Place listItem(Level level) {
        while (!lists.isEmpty() && lists.peek().level().compareTo(level) > 0) {
            lists.pop();
        }
        Tag list;
        if (!lists.isEmpty() && lists.peek().level() == level) {
            list = lists.pop().list();
        } else {
            list = (lists.isEmpty() ? root : lists.peek().itemBody()).list(numbering(level));
        }
        Tag item = list.child("LI");
        // The text is a paragraph of the item's body, so that a smaller list may follow it there.
        Tag body = item.child("LBody");
        lists.push(new OpenList(level, list, body));
        return new Place(item.child("Lbl"), body.child("P"));
    }

    private static String numbering(Level level) {
        return switch (level) {
            case PART, CHAPTER, ROMAN -> "UpperRoman";
            case SECTION, SUBSECTION, ARTICLE, CLAUSE -> "Decimal";
            case POINT -> "LowerAlpha";
            case DASH, PLUS -> "Disc";
        };
    }
}
