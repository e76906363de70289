package vn.antin.check.wording;

import java.io.IOException;
import java.io.UncheckedIOException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** Reads the lists that the rules go by, {@code /vn/antin/check/*.json}; each entry names its source. */
public final class Lists {
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private Lists() {}

    /** One list as a record. */
    public static <T> T read(String name, Class<T> type) {
        try (var stream = Lists.class.getResourceAsStream("/vn/antin/check/" + name)) {
            return JSON.readValue(stream, type);
        } catch (IOException e) {
            throw new UncheckedIOException(name, e);
        }
    }
}
