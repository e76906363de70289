package vn.antin.kernel;

import java.util.Set;
import java.util.function.ToIntFunction;
import org.jspecify.annotations.Nullable;

/**
 * A page of a room that the page frame leads to. Each room offers its own as beans, so that the frame knows no feature.
 *
 * <p>A link that counts what waits for a person is a task on their first page; one that does not stands in the
 * navigation.
 *
 * @param title in Vietnamese; for a task, what is to be done
 * @param order small numbers come first
 * @param roles who sees it, {@code SIGNATORY}, {@code REGISTRAR}, {@code ARCHIVIST}; empty means everyone, visitors too
 * @param waiting how many things wait there for that person
 */
public record NavigationLink(
        String path,
        String title,
        int order,
        Set<String> roles,
        @Nullable ToIntFunction<PersonId> waiting) {
    public NavigationLink {
        if (!path.startsWith("/")) {
            throw new IllegalArgumentException("A link leads to a page of this installation: " + path);
        }
        roles = Set.copyOf(roles);
    }

    /** A link of the navigation. */
    public NavigationLink(String path, String title, int order, Set<String> roles) {
        this(path, title, order, roles, null);
    }
}
