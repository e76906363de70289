package vn.antin.verify;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Where the command leaves its reports: a table, or a folder with the table and each file's reports. */
@Component
class ReportFolder {
    private static final String TABLE = "ket-qua.xlsx";
    private static final int LONGEST_NAME = 80;

    private final ReportTable table;
    private final EtsiReport etsi;
    private final JsonMapper json;

    ReportFolder(ReportTable table, EtsiReport etsi, JsonMapper json) {
        this.table = table;
        this.etsi = etsi;
        this.json = json;
    }

    /** One run's reports; the table is written when it is closed. */
    interface Writing extends AutoCloseable {
        void add(Report report);

        @Override
        void close() throws IOException;
    }

    /**
     * Begins.
     *
     * @param output absent when nothing is to be kept
     * @param asked whether the register was asked
     */
    Writing begin(@Nullable Path output, boolean asked) throws IOException {
        if (output == null) {
            return new Nowhere();
        }
        if (output.toString().toLowerCase(Locale.ROOT).endsWith(".xlsx")) {
            Path over = output.toAbsolutePath().getParent();
            if (over == null || !Files.isDirectory(over) || !Files.isWritable(over) || Files.isDirectory(output)) {
                throw new IOException("Not a place for a table");
            }
            return new Kept(output, null, asked);
        }
        Files.createDirectories(output);
        return new Kept(output.resolve(TABLE), output, asked);
    }

    private static final class Nowhere implements Writing {
        @Override
        public void add(Report report) {
            // Told on the screen only.
        }

        @Override
        public void close() {
            // Nothing was opened.
        }
    }

    private final class Kept implements Writing {
        private final Path tableFile;
        private final @Nullable Path folder;
        private final boolean asked;
        private final List<Report> reports = new ArrayList<>();

        Kept(Path tableFile, @Nullable Path folder, boolean asked) {
            this.tableFile = tableFile;
            this.folder = folder;
            this.asked = asked;
        }

        @Override
        public void add(Report report) {
            // The table has no use for the data inside, which may be long.
            reports.add(report.withoutData());
            if (folder == null) {
                return;
            }
            String stem = stem(reports.size(), report.file());
            try {
                Files.write(folder.resolve(stem + ".json"), json.writeValueAsBytes(report));
                if (report.sha256() != null) {
                    Files.write(folder.resolve(stem + ".etsi.xml"), etsi.of(report));
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        @Override
        public void close() throws IOException {
            try (OutputStream out = Files.newOutputStream(tableFile)) {
                table.write(reports, asked, out);
            }
        }
    }

    /** What the names of that file's papers begin with; its place counts from 1. */
    static String stem(int place, String name) {
        return "%05d-%s".formatted(place, plain(name));
    }

    /** The end of a name, in letters that every file system takes. */
    private static String plain(String name) {
        String last = name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1);
        String safe = last.replaceAll("[^\\p{L}\\p{N}._-]+", "_");
        return safe.length() <= LONGEST_NAME ? safe : safe.substring(safe.length() - LONGEST_NAME);
    }
}
