package vn.antin.template;

import com.networknt.schema.Error;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SchemaRegistryConfig;
import com.networknt.schema.dialect.Dialect;
import com.networknt.schema.dialect.Dialects;
import com.networknt.schema.keyword.NonValidationKeyword;
import com.networknt.schema.path.NodePath;
import java.math.BigDecimal;
import java.text.Normalizer;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * The questions of one template, read from its JSON Schema (2020-12), and what is wrong with answers to them.
 *
 * <p>Beside the standard's keywords a property says {@code x-answer}, the {@link Field.Sort} in small letters, where
 * its type does not tell, and {@code x-form}, the Vietnamese words for its {@code pattern}.
 */
final class Questions {
    /** Characters all answers may have together; the longest document seen has 35 000. */
    static final int LONGEST_ANSWERS = 1_000_000;

    private static final int MOST_VALUES = 20_000;
    private static final int DEEPEST = 8;
    private static final int DEFAULT_MAX_LENGTH = 500;
    private static final Pattern NUMBER = Pattern.compile("-?\\d{1,15}([.,]\\d{1,6})?");
    private static final Pattern LINE_END = Pattern.compile("\\r\\n?|\\u2028|\\u2029");
    /** Control characters, and those that make text read in another order than it is stored. */
    private static final Pattern FORBIDDEN = Pattern.compile(
            "[\\p{Cc}&&[^\\n\\t]]|[\\u202A-\\u202E\\u2066-\\u2069\\uFFF9-\\uFFFB\\uFFFE\\uFFFF]|\\p{Cs}|\\p{Cn}");

    /** Our own keywords tell how a question is asked, never what is valid. */
    private static final Dialect DIALECT = Dialect.builder(Dialects.getDraft202012())
            .keyword(new NonValidationKeyword("x-answer"))
            .keyword(new NonValidationKeyword("x-form"))
            .build();

    private static final SchemaRegistry REGISTRY = SchemaRegistry.withDefaultDialect(
            DIALECT,
            it -> it.schemaRegistryConfig(SchemaRegistryConfig.builder()
                    .formatAssertionsEnabled(true)
                    .regularExpressionFactory(new PatientPatterns())
                    .build()));

    private final Schema schema;
    private final List<Field> fields;
    private final Map<String, String> forms = new LinkedHashMap<>();

    /** @throws IllegalArgumentException when the schema does not describe questions as this class reads them */
    Questions(JsonNode schema) {
        if (!schema.path("properties").isObject()
                || !schema.path("additionalProperties").isBoolean()
                || schema.path("additionalProperties").asBoolean()) {
            throw new TemplateFiles.Unfit("phải có “properties” và “additionalProperties”: false");
        }
        if (schema.findValue("$ref") != null || schema.findValue("$dynamicRef") != null) {
            throw new TemplateFiles.Unfit("không được dùng $ref");
        }
        this.schema = REGISTRY.getSchema(schema);
        Set<String> required = new LinkedHashSet<>();
        schema.path("required").forEach(it -> required.add(it.asString()));
        var read = new ArrayList<Field>();
        schema.path("properties").properties().forEach(it -> {
            read.add(field(it.getKey(), it.getValue(), required.contains(it.getKey())));
            JsonNode form =
                    it.getValue().has("x-form") ? it.getValue() : it.getValue().path("items");
            forms.put(it.getKey(), form.path("x-form").asString(""));
        });
        this.fields = List.copyOf(read);
    }

    private static Field field(String name, JsonNode property, boolean required) {
        String title = property.path("title").asString("");
        if (title.isBlank()) {
            throw new TemplateFiles.Unfit("mục “" + showable(name) + "” thiếu “title” (câu hỏi bằng tiếng Việt)");
        }
        Field.Sort sort = sort(property);
        var choices = new ArrayList<String>();
        property.path("enum").forEach(it -> choices.add(it.asString()));
        int maxLength = switch (sort) {
            case LINES -> property.path("items").path("maxLength").asInt(DEFAULT_MAX_LENGTH);
            case ANNEXES ->
                property.path("items")
                        .path("properties")
                        .path("body")
                        .path("maxLength")
                        .asInt(DEFAULT_MAX_LENGTH);
            case TEXT, OUTLINE, DATE, NUMBER, CHOICE ->
                property.path("maxLength").asInt(DEFAULT_MAX_LENGTH);
        };
        return new Field(name, title, property.path("description").asString(""), sort, required, choices, maxLength);
    }

    private static Field.Sort sort(JsonNode property) {
        String told = property.path("x-answer").asString("");
        if (!told.isEmpty()) {
            try {
                return Field.Sort.valueOf(told.toUpperCase(Locale.ROOT));
            } catch (IllegalArgumentException e) {
                throw new TemplateFiles.Unfit("“x-answer” không có kiểu “" + showable(told) + "”");
            }
        }
        if (property.has("enum")) {
            return Field.Sort.CHOICE;
        }
        return switch (property.path("type").asString("")) {
            case "number", "integer" -> Field.Sort.NUMBER;
            case "array" -> Field.Sort.LINES;
            default -> property.path("format").asString("").equals("date") ? Field.Sort.DATE : Field.Sort.TEXT;
        };
    }

    List<Field> fields() {
        return fields;
    }

    List<FieldProblem> problems(JsonNode typed) {
        if (!typed.isObject()) {
            return List.of(new FieldProblem("", "Phần trả lời phải gồm các mục có tên, như trong tệp mẫu."));
        }
        var size = new Size();
        size.add(typed, 0);
        if (size.tooLarge()) {
            return List.of(new FieldProblem(
                    "",
                    "Phần trả lời dài quá " + LONGEST_ANSWERS
                            + " ký tự hoặc có quá nhiều mục; hãy tách thành nhiều văn bản."));
        }
        var problems = new LinkedHashMap<String, FieldProblem>();
        typed.properties().forEach(it -> forbidden(it.getKey(), it.getKey(), it.getValue(), problems));
        PatientPatterns.startCounting();
        for (Error error : schema.validate(tidy(typed))) {
            FieldProblem problem = problem(error);
            problems.putIfAbsent(problem.field(), problem);
        }
        return problems.values().stream()
                .sorted(Comparator.comparingInt(it -> place(it.field())))
                .toList();
    }

    Map<String, Object> model(JsonNode typed) {
        JsonNode answers = tidy(typed);
        var model = new LinkedHashMap<String, Object>();
        for (Field field : fields) {
            JsonNode answer = answers.path(field.name());
            switch (field.sort()) {
                case TEXT, CHOICE, OUTLINE -> model.put(field.name(), answer.asString(""));
                case DATE -> model.put(field.name(), answer.isString() ? inWords(answer.asString()) : "");
                case NUMBER -> {
                    if (answer.isNumber()) {
                        model.put(field.name(), answer.decimalValue());
                    }
                }
                case LINES ->
                    model.put(
                            field.name(),
                            answer.valueStream().map(it -> it.asString()).toList());
                case ANNEXES ->
                    model.put(
                            field.name(),
                            answer.valueStream()
                                    .map(it -> Map.of(
                                            "title", it.path("title").asString(""),
                                            "reference", it.path("reference").asString(""),
                                            "orientation",
                                                    it.path("orientation").asString(""),
                                            "body", it.path("body").asString("")))
                                    .toList());
            }
        }
        return model;
    }

    /** Text from outside as it may be shown in a message: short, without control characters. */
    static String showable(String text) {
        String plain =
                FORBIDDEN.matcher(text).replaceAll("�").replace('\n', ' ').replace('\t', ' ');
        return plain.length() <= 60 ? plain : plain.substring(0, 60) + "…";
    }

    /** {@code ngày 05 tháng 02 năm 2026}: days below 10 and months 1 and 2 with a zero (annex I, part I, II.4.b). */
    private static String inWords(String iso) {
        LocalDate date = LocalDate.parse(iso);
        return "ngày %02d tháng %s năm %d"
                .formatted(
                        date.getDayOfMonth(),
                        (date.getMonthValue() < 3 ? "0" : "") + date.getMonthValue(),
                        date.getYear());
    }

    private JsonNode tidy(JsonNode typed) {
        ObjectNode tidied = JsonNodeFactory.instance.objectNode();
        typed.properties().forEach(it -> {
            Optional<Field> field =
                    fields.stream().filter(f -> f.name().equals(it.getKey())).findFirst();
            JsonNode answer = field.map(f -> tidy(f.sort(), it.getValue())).orElse(it.getValue());
            if (!isEmpty(answer)) {
                tidied.set(it.getKey(), answer);
            }
        });
        return tidied;
    }

    private static boolean isEmpty(JsonNode answer) {
        return answer.isNull()
                || (answer.isString() && answer.asString().isEmpty())
                || (answer.isArray() && answer.isEmpty());
    }

    private static JsonNode tidy(Field.Sort sort, JsonNode answer) {
        return switch (sort) {
            case TEXT, CHOICE, DATE ->
                answer.isString() ? text(normal(answer.asString()).strip()) : answer;
            case OUTLINE -> outline(answer);
            case NUMBER -> number(answer);
            case LINES -> lines(answer);
            case ANNEXES -> annexes(answer);
        };
    }

    private static JsonNode outline(JsonNode answer) {
        if (answer.isArray() && answer.valueStream().allMatch(JsonNode::isString)) {
            return text(normal(String.join(
                            "\n", answer.valueStream().map(it -> it.asString()).toList()))
                    .strip());
        }
        return answer.isString() ? text(normal(answer.asString()).strip()) : answer;
    }

    private static JsonNode lines(JsonNode answer) {
        if (answer.isString()) {
            ArrayNode lines = JsonNodeFactory.instance.arrayNode();
            normal(answer.asString())
                    .lines()
                    .map(String::strip)
                    .filter(it -> !it.isEmpty())
                    .forEach(lines::add);
            return lines;
        }
        if (!answer.isArray()) {
            return answer;
        }
        ArrayNode lines = JsonNodeFactory.instance.arrayNode();
        answer.forEach(it -> {
            if (!it.isString()) {
                lines.add(it);
            } else if (!it.asString().isBlank()) {
                lines.add(normal(it.asString()).strip());
            }
        });
        return lines;
    }

    private static JsonNode annexes(JsonNode answer) {
        if (!answer.isArray()) {
            return answer;
        }
        ArrayNode annexes = JsonNodeFactory.instance.arrayNode();
        answer.forEach(it -> {
            if (!it.isObject()) {
                annexes.add(it);
                return;
            }
            ObjectNode annex = JsonNodeFactory.instance.objectNode();
            it.properties().forEach(part -> {
                JsonNode tidied = outline(part.getValue());
                if (!isEmpty(tidied)) {
                    annex.set(part.getKey(), tidied);
                }
            });
            // A form offers one empty annex more than there are.
            if (!annex.isEmpty()) {
                annexes.add(annex);
            }
        });
        return annexes;
    }

    /** A form sends digits as text, with the Vietnamese decimal comma. */
    private static JsonNode number(JsonNode answer) {
        String digits = answer.isString() ? answer.asString().strip() : "";
        if (digits.isEmpty() && answer.isString()) {
            return text("");
        }
        return NUMBER.matcher(digits).matches()
                ? JsonNodeFactory.instance.numberNode(new BigDecimal(digits.replace(',', '.')))
                : answer;
    }

    private static JsonNode text(String text) {
        return JsonNodeFactory.instance.stringNode(text);
    }

    private static String normal(String typed) {
        return LINE_END.matcher(Normalizer.normalize(typed, Normalizer.Form.NFC))
                .replaceAll("\n");
    }

    private void forbidden(String field, String path, JsonNode answer, Map<String, FieldProblem> problems) {
        if (answer.isString() && FORBIDDEN.matcher(normal(answer.asString())).find()) {
            problems.putIfAbsent(
                    path,
                    new FieldProblem(
                            path,
                            "“" + title(field)
                                    + "” chứa ký tự điều khiển không in ra được; hãy xoá rồi gõ lại chỗ đó."));
        }
        if (answer.isString()
                && sortOf(field) == Field.Sort.TEXT
                && normal(answer.asString()).strip().contains("\n")) {
            problems.putIfAbsent(path, new FieldProblem(path, "“" + title(field) + "” phải nằm trên một dòng."));
        }
        if (answer.isArray()) {
            for (int i = 0; i < answer.size(); i++) {
                forbidden(field, path + "/" + i, answer.path(i), problems);
            }
        }
        if (answer.isObject()) {
            answer.properties().forEach(it -> forbidden(field, path + "/" + it.getKey(), it.getValue(), problems));
        }
    }

    private FieldProblem problem(Error error) {
        NodePath at = error.getInstanceLocation();
        var path = new StringBuilder();
        for (int i = 0; i < at.getNameCount(); i++) {
            path.append(i == 0 ? "" : "/").append(at.getName(i));
        }
        String keyword = Optional.ofNullable(error.getKeyword()).orElse("");
        String property = Optional.ofNullable(error.getProperty()).orElse("");
        if (keyword.equals("required") || keyword.equals("additionalProperties")) {
            path.append(path.isEmpty() ? "" : "/").append(showable(property));
        }
        String field = path.toString().split("/", 2)[0];
        String where = "“" + title(field) + "”" + line(path.toString());
        JsonNode asked = Optional.ofNullable(error.getSchemaNode()).orElse(JsonNodeFactory.instance.nullNode());
        String message = switch (keyword) {
            case "required" ->
                path.indexOf("/") < 0 ? "Cần điền " + where + "." : where + ": cần điền " + part(property) + ".";
            case "additionalProperties" -> "Mẫu này không có mục “" + showable(property) + "”.";
            case "maxLength" -> where + " dài quá " + asked.asString("") + " ký tự; hãy rút ngắn.";
            case "minLength", "minItems" -> "Cần điền " + where + ".";
            case "maxItems" -> where + " có nhiều hơn " + asked.asString("") + " dòng.";
            case "enum" -> where + " phải là một trong các lựa chọn đã cho.";
            case "minimum", "exclusiveMinimum" -> where + " không được nhỏ hơn " + asked.asString("") + ".";
            case "maximum", "exclusiveMaximum" -> where + " không được lớn hơn " + asked.asString("") + ".";
            case "pattern" -> where + " chưa đúng dạng: " + forms.getOrDefault(field, "") + ".";
            case "format" -> where + " phải là một ngày có thật, viết dạng năm-tháng-ngày như 2025-05-20.";
            case "type" -> where + " phải là " + kind(field) + ".";
            default -> where + " chưa đúng quy định của mẫu.";
        };
        return new FieldProblem(path.toString(), message);
    }

    /** {@code , dòng 4} for {@code recipients/3}. */
    private static String line(String path) {
        String[] parts = path.split("/", -1);
        return parts.length > 1
                        && !parts[1].isEmpty()
                        && parts[1].length() < 6
                        && parts[1].chars().allMatch(Character::isDigit)
                ? ", mục thứ " + (Integer.parseInt(parts[1]) + 1)
                : "";
    }

    private static String part(String property) {
        return switch (property) {
            case "title" -> "tên phụ lục";
            case "body" -> "nội dung phụ lục";
            case "orientation" -> "chiều trang";
            default -> "“" + showable(property) + "”";
        };
    }

    private String kind(String field) {
        return switch (sortOf(field)) {
            case TEXT -> "một dòng chữ";
            case LINES -> "các dòng chữ";
            case OUTLINE -> "văn bản, mỗi đoạn một dòng";
            case DATE -> "một ngày, viết dạng năm-tháng-ngày như 2025-05-20";
            case NUMBER -> "một con số";
            case CHOICE -> "một trong các lựa chọn đã cho";
            case ANNEXES -> "danh sách phụ lục, mỗi phụ lục có tên và nội dung";
        };
    }

    private Field.Sort sortOf(String name) {
        return fields.stream()
                .filter(it -> it.name().equals(name))
                .map(Field::sort)
                .findFirst()
                .orElse(Field.Sort.OUTLINE);
    }

    private String title(String name) {
        return fields.stream()
                .filter(it -> it.name().equals(name))
                .map(Field::title)
                .findFirst()
                .orElse(showable(name));
    }

    private int place(String path) {
        String name = path.split("/", 2)[0];
        for (int i = 0; i < fields.size(); i++) {
            if (fields.get(i).name().equals(name)) {
                return i;
            }
        }
        return fields.size();
    }

    /** Counts before anything else looks at the answers. */
    private static final class Size {
        private long characters;
        private int values;
        private boolean tooDeep;

        void add(JsonNode node, int depth) {
            if (tooLarge()) {
                return;
            }
            if (depth > DEEPEST) {
                tooDeep = true;
                return;
            }
            values++;
            if (node.isString()) {
                characters += node.asString().length();
            }
            if (node.isObject()) {
                node.properties().forEach(it -> {
                    characters += it.getKey().length();
                    add(it.getValue(), depth + 1);
                });
            } else if (node.isArray()) {
                node.forEach(it -> add(it, depth + 1));
            }
        }

        boolean tooLarge() {
            return tooDeep || characters > LONGEST_ANSWERS || values > MOST_VALUES;
        }
    }
}
