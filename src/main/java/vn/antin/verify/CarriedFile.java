package vn.antin.verify;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Optional;
import java.util.zip.InflaterInputStream;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSStream;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.cfg.JsonNodeFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * Reads the data that a file carries about itself ({@code du-lieu.json}, associated with the document, relationship
 * {@code Data}; ISO 19005-3, 6.8), as it was when the first signature was made. What was changed since, swells without
 * measure or is no such JSON is as if it were not there.
 */
final class CarriedFile {
    private static final String NAME = "du-lieu.json";

    /** The text of the longest document that can be composed takes less. */
    private static final int LONGEST = 8 << 20;

    private static final int DEEPEST = 64;
    private static final int MOST_ASSOCIATED = 64;
    private static final COSName AF = COSName.getPDFName("AF");
    private static final COSName RELATIONSHIP = COSName.getPDFName("AFRelationship");

    private static final JsonMapper JSON = JsonMapper.builder(JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNestingDepth(DEEPEST)
                            .maxNumberLength(100)
                            .maxNameLength(1000)
                            .build())
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .build())
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
            .build();

    private CarriedFile() {}

    /** The data under the first signature of a file whose signatures all hold. */
    static Optional<Report.Carried> signed(Revision whole, Analysis analysis, Deadline deadline) {
        Optional<Integer> first = analysis.signatures().stream()
                .filter(it -> !it.timestamp())
                .flatMap(it -> it.range().stream())
                .map(ByteRangeCheck::end)
                .min(Comparator.naturalOrder());
        if (first.isEmpty() || whole.catalog().getDictionaryObject(AF) == null) {
            return Optional.empty();
        }
        try (Revision then = whole.earlier(first.get(), deadline)) {
            return unchanged(then, whole, deadline).flatMap(CarriedFile::read);
        } catch (Revision.Unparsable e) {
            return Optional.empty();
        }
    }

    /** What a state carries, if a later one carries the same. */
    static Optional<byte[]> unchanged(Revision then, Revision now, Deadline deadline) {
        Optional<byte[]> later = bytes(now, deadline);
        return bytes(then, deadline).filter(it -> later.isPresent() && Arrays.equals(it, later.get()));
    }

    /** What the file carries in that state; nothing when it is not packed as it should be. */
    static Optional<byte[]> bytes(Revision revision, Deadline deadline) {
        if (!(revision.catalog().getDictionaryObject(AF) instanceof COSArray associated)
                || associated.size() > MOST_ASSOCIATED) {
            return Optional.empty();
        }
        for (int i = 0; i < associated.size(); i++) {
            if (associated.getObject(i) instanceof COSDictionary file
                    && NAME.equals(file.getString(COSName.UF))
                    && file.getDictionaryObject(RELATIONSHIP) instanceof COSName relationship
                    && relationship.getName().equals("Data")
                    && file.getDictionaryObject(COSName.EF) instanceof COSDictionary embedded
                    && embedded.getDictionaryObject(COSName.F) instanceof COSStream stream) {
                return unpacked(stream, deadline);
            }
        }
        return Optional.empty();
    }

    /** Packed once or not at all; nothing else is needed, and every other filter is one more way to swell. */
    private static Optional<byte[]> unpacked(COSStream stream, Deadline deadline) {
        COSBase filter = stream.getFilters();
        if (filter instanceof COSArray several && several.size() == 1) {
            filter = several.getObject(0);
        }
        boolean packed = COSName.FLATE_DECODE.equals(filter);
        if ((filter != null && !packed) || stream.containsKey(COSName.DECODE_PARMS)) {
            return Optional.empty();
        }
        try (InputStream raw = stream.createRawInputStream();
                InputStream in = packed ? new InflaterInputStream(raw) : raw) {
            var out = new ByteArrayOutputStream();
            byte[] buffer = new byte[1 << 14];
            for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
                deadline.check();
                out.write(buffer, 0, n);
                if (out.size() > LONGEST) {
                    return Optional.empty();
                }
            }
            return Optional.of(out.toByteArray());
        } catch (IOException e) {
            // Damaged: nobody can say what it was.
            return Optional.empty();
        }
    }

    /** The data, if that is what the bytes are. */
    static Optional<Report.Carried> read(byte[] json) {
        try {
            JsonNode it = JSON.readTree(json);
            if (!it.isObject() || !it.path("data").isObject()) {
                return Optional.empty();
            }
            return Optional.of(new Report.Carried(
                    text(it, "schema"),
                    text(it, "template"),
                    text(it, "kind"),
                    text(it, "symbol"),
                    text(it, "agency"),
                    text(it, "code"),
                    it.path("data")));
        } catch (JacksonException e) {
            return Optional.empty();
        }
    }

    private static String text(JsonNode data, String name) {
        return data.path(name).asString("");
    }
}
