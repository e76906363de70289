package vn.antin.render;

import java.util.List;

/**
 * One finished page: everything on it in reading order.
 *
 * @param width of the paper in points, as {@code height}
 */
record Page(float width, float height, List<Mark> marks) {
    Page {
        marks = List.copyOf(marks);
    }
}
