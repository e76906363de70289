package vn.antin.compose;

/**
 * The data a document was made of, which travels inside its file so that whoever receives it types nothing again.
 *
 * @param schema path of the questions' JSON Schema on the issuing installation, from the root:
 *     {@code /mau-van-ban/ke-hoach/<digest>/fields.schema.json}
 * @param json the answers, a JSON object
 */
public record Answers(String schema, String json) {
    /** Of a document that no template made. */
    public static final Answers NONE = new Answers("", "{}");
}
