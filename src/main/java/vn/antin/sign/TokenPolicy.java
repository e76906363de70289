package vn.antin.sign;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import vn.antin.kernel.Refusal;

/** The settings of tokens, judged. */
record TokenPolicy(List<TokenPlace> tokens) {
    static final TokenPolicy NONE = new TokenPolicy(List.of());

    /** Length of the label field of a token (PKCS#11, CK_TOKEN_INFO). */
    private static final int LONGEST_LABEL = 32;

    /** Where keys are, and which key is whose. */
    record TokenPlace(Path module, String label, Map<String, String> keys) {}

    static TokenPolicy from(TokenProperties typed) {
        var owners = new HashSet<String>();
        var labels = new HashSet<String>();
        return new TokenPolicy(typed.tokens().stream()
                .map(it -> {
                    Path module = Path.of(Objects.requireNonNullElse(it.module(), "").strip());
                    String label = Objects.requireNonNullElse(it.label(), "").strip();
                    // A line break would smuggle settings into the provider's own configuration.
                    if (!Files.isRegularFile(module) || module.toString().lines().count() != 1) {
                        throw wrong("antin.sign.pkcs11.tokens.module");
                    }
                    if (label.isEmpty()
                            || label.getBytes(StandardCharsets.UTF_8).length > LONGEST_LABEL
                            || !labels.add(module + "\n" + label)) {
                        throw wrong("antin.sign.pkcs11.tokens.label");
                    }
                    if (it.keys().isEmpty()
                            || it.keys().values().stream().anyMatch(String::isBlank)
                            || !it.keys().keySet().stream().allMatch(owners::add)) {
                        throw wrong("antin.sign.pkcs11.tokens.keys");
                    }
                    return new TokenPlace(module, label, Map.copyOf(it.keys()));
                })
                .toList());
    }

    private static Refusal wrong(String setting) {
        return new Refusal(SignReason.SETTING_WRONG, setting);
    }
}
