package vn.antin.render;

import java.util.List;

/** One finished page: everything on it in reading order. */
record Page(List<Mark> marks) {
    Page {
        marks = List.copyOf(marks);
    }
}
