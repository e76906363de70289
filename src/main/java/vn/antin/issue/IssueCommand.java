package vn.antin.issue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Scope;
import org.springframework.stereotype.Component;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import vn.antin.archive.Archive;
import vn.antin.archive.ArchivedOriginal;
import vn.antin.kernel.Refusal;

/** {@code antin issue DATA.json -o OUT.pdf}: the whole road without a browser. */
@Component
@Scope("prototype")
@Command(
        name = "issue",
        mixinStandardHelpOptions = true,
        description = "Soạn, ký, vào số, đóng dấu và lưu một văn bản từ tệp dữ liệu JSON.")
class IssueCommand implements Callable<Integer> {
    private final Resumption resumption;
    private final DataFiles files;
    private final WholeRoad road;
    private final Archive archive;

    @Spec
    @Nullable
    CommandSpec spec;

    @Parameters(
            paramLabel = "DATA.json",
            description = "Tệp dữ liệu: template, data; có thể có agency, signatory, clerk, notes.")
    @Nullable
    Path data;

    @Option(
            names = {"-o", "--output"},
            required = true,
            paramLabel = "OUT.pdf",
            description = "Nơi ghi bản gốc đã ký, vào số và đóng dấu.")
    @Nullable
    Path output;

    IssueCommand(Resumption resumption, DataFiles files, WholeRoad road, Archive archive) {
        this.resumption = resumption;
        this.files = files;
        this.road = road;
        this.archive = archive;
    }

    @Override
    public Integer call() {
        var out = java.util.Objects.requireNonNull(output);
        requireWritable(out);
        resumption.takeUp();
        Issuance written = files.write(java.util.Objects.requireNonNull(data));
        ArchivedOriginal original = road.lead(written.id());
        copy(original, out);
        var entry = original.entry();
        java.util.Objects.requireNonNull(spec)
                .commandLine()
                .getOut()
                .printf(
                        "Đã phát hành %s %s, %s, ngày %td/%<tm/%<tY. Mã tra cứu %s. Tệp: %s%n",
                        entry.particulars().kind().vietnamese(),
                        entry.number().printed(),
                        entry.particulars().agencyName(),
                        entry.issuedOn(),
                        entry.particulars().code(),
                        out);
        return 0;
    }

    /** Asked before anything is signed, so that no document is issued that cannot be handed over. */
    private static void requireWritable(Path out) {
        Path folder = out.toAbsolutePath().getParent();
        if (Files.isDirectory(out) || folder == null || !Files.isDirectory(folder) || !Files.isWritable(folder)) {
            throw new Refusal(IssueReason.OUTPUT_UNWRITABLE, out.toString());
        }
    }

    private void copy(ArchivedOriginal original, Path out) {
        try {
            Path unfinished = Files.createTempFile(out.toAbsolutePath().getParent(), ".antin", ".pdf");
            Files.write(unfinished, archive.read(original.digest()).bytes());
            Files.move(unfinished, out, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new Refusal(IssueReason.OUTPUT_UNWRITABLE, e, out.toString());
        }
    }
}
