package vn.antin.sign;

import java.util.Map;
import java.util.TreeMap;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSInteger;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.jspecify.annotations.Nullable;

/**
 * Makes a field that is added to a tagged file a part of its structure, first in reading order, so that a screen reader
 * comes to it (ISO 14289-1, 7.18.4). A file without structure stays as it is.
 */
final class FormTag {
    private static final COSName STRUCT_PARENT = COSName.getPDFName("StructParent");
    private static final COSName PARENT_TREE_NEXT_KEY = COSName.getPDFName("ParentTreeNextKey");
    private static final int DEEPEST = 8;

    private FormTag() {}

    static void add(PDDocument document, PDPage page, COSDictionary widget) {
        COSDictionary root = document.getDocumentCatalog().getCOSObject().getCOSDictionary(COSName.STRUCT_TREE_ROOT);
        if (root == null) {
            return;
        }
        COSDictionary whole = OpenForm.required(whole(root));
        var reference = new COSDictionary();
        reference.setName(COSName.TYPE, "OBJR");
        reference.setItem(COSName.OBJ, widget);
        reference.setItem(COSName.PG, page.getCOSObject());
        var form = new COSDictionary();
        form.setName(COSName.TYPE, "StructElem");
        form.setName(COSName.S, "Form");
        form.setItem(COSName.P, whole);
        form.setItem(COSName.K, reference);
        var kids = new COSArray();
        kids.add(form);
        COSBase before = whole.getItem(COSName.K);
        if (whole.getDictionaryObject(COSName.K) instanceof COSArray array) {
            array.forEach(kids::add);
        } else if (before != null) {
            kids.add(before);
        }
        whole.setItem(COSName.K, kids);

        var parents = new TreeMap<Integer, COSBase>();
        collect(OpenForm.required(root.getCOSDictionary(COSName.PARENT_TREE)), parents, 0);
        int key = parents.isEmpty() ? 0 : parents.lastKey() + 1;
        parents.put(key, form);
        var numbers = new COSArray();
        for (Map.Entry<Integer, COSBase> it : parents.entrySet()) {
            numbers.add(COSInteger.get(it.getKey()));
            numbers.add(it.getValue());
        }
        var tree = new COSDictionary();
        tree.setItem(COSName.NUMS, numbers);
        root.setItem(COSName.PARENT_TREE, tree);
        root.setInt(PARENT_TREE_NEXT_KEY, key + 1);
        widget.setInt(STRUCT_PARENT, key);
    }

    /** The element that stands for the whole document. */
    private static @Nullable COSDictionary whole(COSDictionary root) {
        COSBase kids = root.getDictionaryObject(COSName.K);
        COSBase first = kids instanceof COSArray array ? array.getObject(0) : kids;
        return first instanceof COSDictionary element ? element : null;
    }

    /** A number tree's leaves (ISO 32000-2, 7.9.7), made into one. */
    private static void collect(COSDictionary node, Map<Integer, COSBase> parents, int depth) {
        OpenForm.require(depth <= DEEPEST);
        COSArray numbers = node.getCOSArray(COSName.NUMS);
        for (int i = 0; numbers != null && i + 1 < numbers.size(); i += 2) {
            parents.put(numbers.getInt(i), numbers.get(i + 1));
        }
        COSArray kids = node.getCOSArray(COSName.KIDS);
        for (int i = 0; kids != null && i < kids.size(); i++) {
            if (kids.getObject(i) instanceof COSDictionary kid) {
                collect(kid, parents, depth + 1);
            }
        }
    }
}
