package vn.antin.template;

import java.util.Set;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import tools.jackson.databind.JsonNode;

/**
 * The door for questions that an office wrote itself: only keywords whose judging takes time in proportion to the
 * answers. Without the combining ones ({@code allOf}, {@code anyOf}, {@code contains} …) no small schema can keep a
 * machine busy for long.
 */
final class SchemaWords {
    private static final int MOST_PROPERTIES = 200;
    private static final int LONGEST_PATTERN = 500;
    private static final int LONGEST_WORDS = 2000;

    /** Keywords with words, numbers or lists of words. */
    private static final Set<String> PLAIN = Set.of(
            "$schema",
            "$comment",
            "title",
            "description",
            "type",
            "format",
            "pattern",
            "enum",
            "default",
            "examples",
            "minLength",
            "maxLength",
            "minimum",
            "maximum",
            "minItems",
            "maxItems",
            "required",
            "additionalProperties",
            "x-answer",
            "x-form");

    private SchemaWords() {}

    static void admit(JsonNode schema) {
        admit(schema, new int[1]);
    }

    // Nesting is bounded by the reader of JSON.
    private static void admit(JsonNode schema, int[] properties) {
        for (var it : schema.properties()) {
            switch (it.getKey()) {
                case "items" -> admit(it.getValue(), properties);
                case "properties" -> {
                    for (var property : it.getValue().properties()) {
                        if (++properties[0] > MOST_PROPERTIES) {
                            throw new TemplateFiles.Unfit("hỏi quá " + MOST_PROPERTIES + " mục");
                        }
                        if (!property.getKey().matches("[A-Za-z][A-Za-z0-9]{0,59}")) {
                            throw new TemplateFiles.Unfit("tên mục “" + Questions.showable(property.getKey())
                                    + "” phải gồm chữ không dấu và chữ số, bắt đầu bằng chữ");
                        }
                        admit(property.getValue(), properties);
                    }
                }
                case "additionalProperties" -> {
                    if (!it.getValue().isBoolean()) {
                        throw new TemplateFiles.Unfit("“additionalProperties” chỉ nhận true hoặc false");
                    }
                }
                default -> plain(it.getKey(), it.getValue());
            }
        }
    }

    private static void plain(String keyword, JsonNode value) {
        if (!PLAIN.contains(keyword)) {
            throw new TemplateFiles.Unfit("từ khoá “" + Questions.showable(keyword) + "” không dùng trong mẫu");
        }
        if (value.isString() && value.asString().length() > LONGEST_WORDS) {
            throw new TemplateFiles.Unfit("“" + keyword + "” dài quá " + LONGEST_WORDS + " ký tự");
        }
        if (keyword.equals("pattern")) {
            pattern(value.asString(""));
        }
    }

    private static void pattern(String pattern) {
        if (pattern.length() > LONGEST_PATTERN) {
            throw new TemplateFiles.Unfit("“pattern” dài quá " + LONGEST_PATTERN + " ký tự");
        }
        try {
            Pattern.compile(pattern);
        } catch (PatternSyntaxException e) {
            throw new TemplateFiles.Unfit(
                    "“pattern” " + Questions.showable(pattern) + " không phải biểu thức chính quy đúng");
        }
    }
}
