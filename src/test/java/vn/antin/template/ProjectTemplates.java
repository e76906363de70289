package vn.antin.template;

import java.io.IOException;
import java.nio.file.Path;

/** The templates of this project, for tests of other rooms that need no application context. */
public final class ProjectTemplates {
    private ProjectTemplates() {}

    public static Templates read() throws IOException {
        return new Templates(Path.of("templates"));
    }
}
