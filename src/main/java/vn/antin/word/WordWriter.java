package vn.antin.word;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Optional;
import org.apache.poi.openxml4j.exceptions.InvalidFormatException;
import org.apache.poi.openxml4j.opc.OPCPackage;
import org.apache.poi.openxml4j.opc.PackagePart;
import org.apache.poi.openxml4j.opc.PackagePartName;
import org.apache.poi.openxml4j.opc.PackagingURIHelper;
import org.apache.poi.openxml4j.opc.TargetMode;
import vn.antin.compose.AdministrativeDocument;
import vn.antin.kernel.Content;
import vn.antin.kernel.Particulars;

/**
 * Writes a document as a Word file ({@code .docx}, ISO/IEC 29500 transitional): named styles, automatic numbers, real
 * footnotes and tables, the margins of the decree.
 */
public final class WordWriter {
    static final String TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.";
    static final String RELATION = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/";

    private WordWriter() {}

    /** What the file is beside the document itself; a Word file is never the original. */
    public sealed interface Standing {
        /** Not signed: number and date stay blank. */
        record Draft() implements Standing {}

        /**
         * Written from a document that has been signed and numbered; each page says that the signed PDF is the one that counts.
         *
         * @param number {@code 07/KH-PGDĐT}
         * @param placeAndDate {@code An Dương, ngày 10 tháng 9 năm 2024}
         */
        record Copy(String number, String placeAndDate) implements Standing {}
    }

    public static Content write(AdministrativeDocument document, Standing standing) {
        var bytes = new ByteArrayOutputStream();
        // Closing it writes it.
        try (OPCPackage file = OPCPackage.create(bytes)) {
            fill(file, document, standing);
        } catch (IOException | InvalidFormatException e) {
            throw new IllegalStateException("A Word file could not be put together", e);
        }
        return Content.of(bytes.toByteArray());
    }

    private static void fill(OPCPackage file, AdministrativeDocument document, Standing standing)
            throws InvalidFormatException, IOException {
        describe(file, document.particulars(), standing);
        var text = new MainText(document, standing);
        PackagePartName name = PackagingURIHelper.createPartName("/word/document.xml");
        file.addRelationship(name, TargetMode.INTERNAL, RELATION + "officeDocument");
        PackagePart main = file.createPart(name, TYPE + "document.main+xml");
        // The text first: it finds out which numbers and notes there are.
        put(main, text.part());
        add(file, main, "styles", "styles", WordStyle.part());
        add(file, main, "numbering", "numbering", text.lists().part());
        add(file, main, "footnotes", "footnotes", text.notes().part());
        add(file, main, "settings", "settings", PagesOfWord.settings());
        for (PagesOfWord.Edge edge : text.pages().edges()) {
            PackagePartName at = PackagingURIHelper.createPartName("/word/" + edge.file() + ".xml");
            main.addRelationship(at, TargetMode.INTERNAL, RELATION + edge.sort(), edge.id());
            put(file.createPart(at, TYPE + edge.sort() + "+xml"), edge.part().bytes());
        }
    }

    private static void describe(OPCPackage file, Particulars it, Standing standing) throws InvalidFormatException {
        var properties = file.getPackageProperties();
        properties.setTitleProperty(Optional.of((it.kind().vietnamese() + " " + it.subject()).strip()));
        properties.setCreatorProperty(Optional.of(it.agencyName()));
        properties.setLanguageProperty(Optional.of("vi-VN"));
        properties.setContentStatusProperty(Optional.of(
                switch (standing) {
                    case Standing.Draft draft -> "Bản thảo";
                    case Standing.Copy copy ->
                        "Bản Word của văn bản số " + copy.number() + ", không có giá trị pháp lý";
                }));
    }

    private static void add(OPCPackage file, PackagePart main, String part, String relation, byte[] content)
            throws InvalidFormatException, IOException {
        PackagePartName name = PackagingURIHelper.createPartName("/word/" + part + ".xml");
        main.addRelationship(name, TargetMode.INTERNAL, RELATION + relation);
        put(file.createPart(name, TYPE + part + "+xml"), content);
    }

    private static void put(PackagePart part, byte[] content) throws IOException {
        try (var out = part.getOutputStream()) {
            out.write(content);
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }
}
