package vn.antin.render;

import java.nio.charset.StandardCharsets;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.cfg.JsonNodeFeature;
import tools.jackson.databind.json.JsonMapper;
import vn.antin.compose.AdministrativeDocument;
import vn.antin.compose.Answers;
import vn.antin.kernel.Content;
import vn.antin.kernel.Particulars;

/**
 * The data a document was made of, as an associated file of the PDF (ISO 19005-3, 6.8), so that who receives it types
 * nothing again.
 */
final class CarriedData {
    /** By this name {@code verify} finds it. */
    static final String NAME = "du-lieu.json";

    private static final String DESCRIPTION = "Dữ liệu đã dùng để lập văn bản này, theo bộ câu hỏi của mẫu";

    /** Numbers stay as they were typed: 10.50 is not 10.5. */
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
            .build();

    /** UTF-8. */
    private final byte[] json;

    private CarriedData(byte[] json) {
        this.json = json;
    }

    /** @param publicAddress of the installation, where the schema lies */
    static CarriedData of(AdministrativeDocument document, String publicAddress) {
        Particulars particulars = document.particulars();
        Answers answers = document.answers();
        var data = JSON.createObjectNode();
        data.put("schema", publicAddress + answers.schema());
        data.put("template", particulars.template());
        data.put("kind", particulars.kind().vietnamese());
        data.put("symbol", particulars.symbol());
        data.put("agency", particulars.agencyName());
        data.put("code", particulars.code().value());
        JsonNode answered = JSON.readTree(answers.json());
        data.set("data", answered);
        return new CarriedData(JSON.writeValueAsString(data).getBytes(StandardCharsets.UTF_8));
    }

    /** Whether a template made the document, so that there is data to carry. */
    static boolean isOf(AdministrativeDocument document) {
        return !document.answers().schema().isEmpty();
    }

    Enclosure enclosure() {
        return new Enclosure(NAME, "application/json", DESCRIPTION, Enclosure.Relation.DATA, Content.of(json));
    }
}
