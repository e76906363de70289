package vn.antin.render;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;

/** Lines drawn piece by piece, strip under strip, become one line each, and come after the text of their page. */
final class Strokes {
    /** What floating-point sums may be off by, in points. */
    private static final float TOLERANCE = 0.05f;

    private Strokes() {}

    static List<Mark> joined(List<Mark> marks) {
        var result = new ArrayList<Mark>(marks.size());
        var strokes = new LinkedHashSet<Mark.Stroke>();
        Map<Float, Mark.Stroke> downwards = new HashMap<>();
        for (Mark mark : marks) {
            if (!(mark instanceof Mark.Stroke stroke)) {
                result.add(mark);
            } else if (stroke.x1() != stroke.x2()) {
                strokes.add(stroke);
            } else {
                downwards.merge(stroke.x1(), stroke, (above, below) -> {
                    if (above.weight() == below.weight() && Math.abs(above.y2() - below.y1()) < TOLERANCE) {
                        return new Mark.Stroke(above.x1(), above.y1(), below.x2(), below.y2(), above.weight());
                    }
                    strokes.add(above);
                    return below;
                });
            }
        }
        strokes.addAll(downwards.values());
        result.addAll(strokes);
        return result;
    }
}
