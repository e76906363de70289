package vn.antin.template;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
import org.springframework.util.FileSystemUtils;
import org.springframework.util.StringUtils;

/** The templates of this project, for tests of other rooms that need no application context. */
public final class ProjectTemplates {
    private ProjectTemplates() {}

    private static @Nullable Templates read;

    /** Read once: they are the same for every test. */
    public static synchronized Templates read() throws IOException {
        if (read == null) {
            Path home = Files.createTempDirectory("templates");
            Runtime.getRuntime().addShutdownHook(new Thread(() -> FileSystemUtils.deleteRecursively(home.toFile())));
            read = at(Path.of("templates"), home);
        }
        return read;
    }

    /** The templates of that folder, with what is kept of them under {@code home}, as after a start. */
    static Templates at(Path folder, Path home) throws IOException {
        return start(folder, home).templates();
    }

    /** Everything of this room that keeps something. */
    record House(Templates templates, TemplateRevisions revisions, RevisionCheck check, JdbcClient jdbc) {}

    static House start(Path folder, Path home) throws IOException {
        boolean fresh = !Files.exists(home.resolve("antin.db"));
        // One connection is enough, and is closed with the machine.
        var database = new SingleConnectionDataSource("jdbc:sqlite:" + home.resolve("antin.db"), true);
        var jdbc = JdbcClient.create(database);
        if (fresh) {
            String schema =
                    new ClassPathResource("db/migration/V09__template.sql").getContentAsString(StandardCharsets.UTF_8);
            // A trigger holds semicolons of its own, so each statement ends with a blank line.
            for (String statement : StringUtils.delimitedListToStringArray(schema, "\n\n")) {
                jdbc.sql(statement).update();
            }
        }
        var kept = new RevisionFolder(home);
        var revisions = new TemplateRevisions(
                kept, jdbc, new DataSourceTransactionManager(database), event -> {}, Clock.systemUTC());
        var templates = new Templates(folder, revisions, kept);
        templates.keepInstalled();
        return new House(templates, revisions, new RevisionCheck(jdbc, kept), jdbc);
    }
}
