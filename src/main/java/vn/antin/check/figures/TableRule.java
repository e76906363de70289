package vn.antin.check.figures;

import java.util.function.Consumer;
import vn.antin.check.Examined;
import vn.antin.check.wording.Grid;
import vn.antin.check.wording.ReadingRule;
import vn.antin.compose.Block;
import vn.antin.compose.Place;

/** A rule that looks at each table for itself. */
abstract class TableRule extends ReadingRule {
    TableRule(String what) {
        super(Said.goodSense(what));
    }

    @Override
    public final void examine(Examined document, Consumer<Breach> breaches) {
        for (Said.Part part : Said.parts(document.meaning())) {
            for (int i = 0; i < part.blocks().size(); i++) {
                if (part.blocks().get(i) instanceof Block.Table table && table.headerRows() > 0) {
                    judge(new Grid(table), part.place(i), breaches);
                }
            }
        }
    }

    /** Tells each breach in a table that has a header. */
    abstract void judge(Grid table, Place place, Consumer<Breach> breaches);
}
