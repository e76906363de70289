package vn.antin.word;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipInputStream;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.apache.poi.openxml4j.exceptions.InvalidFormatException;
import org.apache.poi.openxml4j.exceptions.OpenXML4JRuntimeException;
import org.apache.poi.openxml4j.opc.OPCPackage;
import org.apache.poi.openxml4j.opc.PackagePart;
import org.apache.poi.openxml4j.opc.PackageRelationship;
import org.apache.poi.openxml4j.opc.TargetMode;
import vn.antin.kernel.Content;
import vn.antin.kernel.Refusal;

/**
 * The parts of a Word file, opened only after every entry has been counted and every part of XML walked through once
 * without being kept: a file that would swell, nest or reach outside is refused before anything is built of it. Nothing
 * outside the file is ever fetched.
 */
final class WordPackage implements AutoCloseable {
    static final int LARGEST_MEGABYTES = 20;
    private static final int MOST_ENTRIES = 2_000;
    private static final int LARGEST_PART_MEGABYTES = 40;
    private static final int LARGEST_WHOLE_MEGABYTES = 120;
    static final int MOST_ELEMENTS = 600_000;
    static final int DEEPEST = 200;

    /** The platform's own bound, 100 in newer ones, is too near to what text boxes in tables in text boxes come to. */
    static final String PLATFORM_DEPTH = "jdk.xml.maxElementDepth";

    private static final int MEGABYTE = 1024 * 1024;

    private static final int END_LENGTH = 22;

    private static final byte[] ZIP = {'P', 'K', 3, 4};
    private static final byte[] OLE = {(byte) 0xd0, (byte) 0xcf, 0x11, (byte) 0xe0};
    private static final byte[] RTF = {'{', '\\', 'r', 't', 'f'};

    private final OPCPackage file;
    private final PackagePart main;

    private WordPackage(OPCPackage file, PackagePart main) {
        this.file = file;
        this.main = main;
    }

    /** The file opened, or a refusal that says what to do. */
    static WordPackage open(Content content) {
        byte[] bytes = content.bytes();
        if (bytes.length > LARGEST_MEGABYTES * MEGABYTE) {
            throw new Refusal(WordReason.TOO_LARGE, "tệp lớn hơn " + LARGEST_MEGABYTES + " MB");
        }
        if (begins(bytes, OLE)) {
            // [MS-OFFCRYPTO] 2.3.4.4: a protected .docx is an OLE file with this stream.
            byte[] name = "EncryptedPackage".getBytes(StandardCharsets.UTF_16LE);
            throw new Refusal(contains(bytes, name) ? WordReason.ENCRYPTED : WordReason.OLD_WORD_FILE);
        }
        if (begins(bytes, RTF)) {
            throw new Refusal(WordReason.OLD_WORD_FILE);
        }
        if (!begins(bytes, ZIP)) {
            throw new Refusal(WordReason.NOT_A_WORD_FILE);
        }
        count(bytes);
        try {
            var file = OPCPackage.open(new ByteArrayInputStream(bytes));
            return new WordPackage(file, main(file));
        } catch (InvalidFormatException | IOException | OpenXML4JRuntimeException | IllegalArgumentException e) {
            throw new Refusal(WordReason.DAMAGED, e);
        }
    }

    private static PackagePart main(OPCPackage file) {
        for (PackageRelationship it : file.getRelationships()) {
            if (it.getRelationshipType().endsWith("/officeDocument") && it.getTargetMode() == TargetMode.INTERNAL) {
                PackagePart part = file.getPart(it);
                if (part != null) {
                    String type = part.getContentType();
                    if (type.contains("macroEnabled")) {
                        throw new Refusal(WordReason.MACROS);
                    }
                    if (type.endsWith("wordprocessingml.document.main+xml")
                            || type.endsWith("wordprocessingml.template.main+xml")) {
                        return part;
                    }
                }
            }
        }
        throw new Refusal(WordReason.NOT_A_WORD_FILE);
    }

    private static void count(byte[] bytes) {
        Set<String> names = new HashSet<>();
        long whole = 0;
        var elements = new Tally();
        try (var zip = new ZipInputStream(new ByteArrayInputStream(bytes))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                String name = entry.getName();
                judge(name, names);
                var counted = new Counted(zip);
                String lower = name.toLowerCase(Locale.ROOT);
                if (lower.endsWith(".xml") || lower.endsWith(".rels")) {
                    elements.walk(counted);
                }
                counted.drain();
                whole += counted.bytes;
                if (whole > (long) LARGEST_WHOLE_MEGABYTES * MEGABYTE) {
                    throw new Refusal(
                            WordReason.TOO_LARGE, "các phần giải nén lớn hơn " + LARGEST_WHOLE_MEGABYTES + " MB");
                }
            }
        } catch (ZipException e) {
            throw new Refusal(WordReason.DAMAGED, e);
        } catch (IOException | IllegalArgumentException e) {
            throw new Refusal(WordReason.DAMAGED, e);
        }
        if (names.isEmpty() || names.size() != listed(bytes)) {
            throw new Refusal(WordReason.DAMAGED);
        }
    }

    /** How many entries the file's directory lists, which stands at its end: a file cut short has none (APPNOTE 4.3.16). */
    private static int listed(byte[] bytes) {
        for (int i = bytes.length - END_LENGTH; i >= Math.max(0, bytes.length - END_LENGTH - 0xffff); i--) {
            if (bytes[i] == 'P' && bytes[i + 1] == 'K' && bytes[i + 2] == 5 && bytes[i + 3] == 6) {
                return (bytes[i + 10] & 0xff) | ((bytes[i + 11] & 0xff) << 8);
            }
        }
        return -1;
    }

    private static void judge(String name, Set<String> names) {
        if (names.size() >= MOST_ENTRIES) {
            throw new Refusal(WordReason.TOO_LARGE, "tệp có hơn " + MOST_ENTRIES + " phần");
        }
        // A name that leads out of the file, or that is there twice, is the work of no word processor.
        boolean strange = name.startsWith("/")
                || name.contains("\\")
                || List.of(name.split("/", -1)).contains("..")
                || name.indexOf('\0') >= 0
                || !names.add(name.toLowerCase(Locale.ROOT));
        if (strange) {
            throw new Refusal(WordReason.DAMAGED);
        }
        if (name.toLowerCase(Locale.ROOT).contains("vbaproject")
                || name.toLowerCase(Locale.ROOT).contains("vbadata")) {
            throw new Refusal(WordReason.MACROS);
        }
    }

    /** Elements of all parts together, and how deep they nest. */
    private static final class Tally {
        private static final XMLInputFactory READERS = readers();
        private int elements;

        void walk(InputStream part) {
            try {
                XMLStreamReader reader = READERS.createXMLStreamReader(part);
                int depth = 0;
                while (reader.hasNext()) {
                    switch (reader.next()) {
                        case XMLStreamConstants.START_ELEMENT -> {
                            if (++depth > DEEPEST) {
                                throw new Refusal(WordReason.TOO_DEEP, DEEPEST);
                            }
                            if (++elements > MOST_ELEMENTS) {
                                throw new Refusal(WordReason.TOO_LARGE, "hơn " + MOST_ELEMENTS + " phần tử");
                            }
                        }
                        case XMLStreamConstants.END_ELEMENT -> depth--;
                        case XMLStreamConstants.DTD, XMLStreamConstants.ENTITY_REFERENCE ->
                            throw new Refusal(WordReason.FOREIGN_XML);
                        default -> {}
                    }
                }
            } catch (XMLStreamException e) {
                if (e.getNestedException() instanceof Refusal refused) {
                    throw refused;
                }
                throw new Refusal(WordReason.DAMAGED, e);
            }
        }

        private static XMLInputFactory readers() {
            var factory = XMLInputFactory.newDefaultFactory();
            factory.setProperty(PLATFORM_DEPTH, DEEPEST + 1);
            factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
            factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
            factory.setProperty(XMLInputFactory.IS_REPLACING_ENTITY_REFERENCES, false);
            return factory;
        }
    }

    /** One entry's bytes, no more than one part may have. */
    private static final class Counted extends InputStream {
        private final InputStream entry;
        private long bytes;

        Counted(InputStream entry) {
            this.entry = entry;
        }

        @Override
        public int read() throws IOException {
            int it = entry.read();
            add(it < 0 ? 0 : 1);
            return it;
        }

        @Override
        public int read(byte[] into, int from, int length) throws IOException {
            int read = entry.read(into, from, length);
            add(Math.max(0, read));
            return read;
        }

        private void add(int more) {
            bytes += more;
            if (bytes > (long) LARGEST_PART_MEGABYTES * MEGABYTE) {
                throw new Refusal(WordReason.TOO_LARGE, "một phần giải nén lớn hơn " + LARGEST_PART_MEGABYTES + " MB");
            }
        }

        void drain() throws IOException {
            var rest = new byte[8192];
            while (read(rest, 0, rest.length) >= 0) {}
        }
    }

    private static boolean begins(byte[] bytes, byte[] with) {
        return bytes.length >= with.length && java.util.Arrays.equals(bytes, 0, with.length, with, 0, with.length);
    }

    private static boolean contains(byte[] bytes, byte[] part) {
        for (int i = 0; i + part.length <= bytes.length; i++) {
            if (java.util.Arrays.equals(bytes, i, i + part.length, part, 0, part.length)) {
                return true;
            }
        }
        return false;
    }

    OPCPackage file() {
        return file;
    }

    PackagePart main() {
        return main;
    }

    byte[] bytes(PackagePart part) {
        try (var in = part.getInputStream()) {
            return in.readAllBytes();
        } catch (IOException e) {
            throw new Refusal(WordReason.DAMAGED, e);
        }
    }

    /** The main part's relationships, inside and outside. */
    Stream<PackageRelationship> relations() {
        return relations(main);
    }

    static Stream<PackageRelationship> relations(PackagePart part) {
        try {
            return java.util.stream.StreamSupport.stream(part.getRelationships().spliterator(), false);
        } catch (InvalidFormatException e) {
            throw new Refusal(WordReason.DAMAGED, e);
        }
    }

    /** The part that the main part is related to in that way. */
    Optional<PackagePart> related(String sort) {
        return relations()
                .filter(it -> it.getRelationshipType().endsWith("/" + sort))
                .flatMap(it -> target(main, it).stream())
                .findFirst();
    }

    static Optional<PackagePart> target(PackagePart from, PackageRelationship relation) {
        if (relation.getTargetMode() != TargetMode.INTERNAL) {
            return Optional.empty();
        }
        try {
            return Optional.ofNullable(from.getRelatedPart(relation));
        } catch (InvalidFormatException | IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** By id; empty when it leads outside or nowhere. */
    Optional<PackagePart> byId(String id) {
        return relations().filter(it -> it.getId().equals(id)).findFirst().flatMap(it -> target(main, it));
    }

    Optional<PackageRelationship> relation(String id) {
        return relations().filter(it -> it.getId().equals(id)).findFirst();
    }

    @Override
    public void close() {
        // Nothing is written back: the file that was opened stays as it came.
        file.revert();
    }
}
