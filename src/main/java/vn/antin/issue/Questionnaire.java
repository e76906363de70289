package vn.antin.issue;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.util.MultiValueMap;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;
import vn.antin.template.Field;
import vn.antin.template.FieldProblem;

/** A template's questions as a form of the browser, there and back; what is typed is judged by the template alone. */
final class Questionnaire {
    private static final int MOST_ANNEXES = 20;
    private static final List<String> ANNEX_PARTS = List.of("title", "reference", "orientation", "body");

    private Questionnaire() {}

    /**
     * One question on the page; public because pages read it.
     *
     * @param id of the element and, with {@code f.} before it, name of the parameter
     */
    public record Question(
            String id,
            String title,
            String hint,
            String sort,
            boolean required,
            List<String> choices,
            int maxLength,
            String value,
            List<Map<String, String>> annexes,
            List<String> problems) {}

    static List<Question> questions(List<Field> fields, JsonNode answers, List<FieldProblem> problems) {
        return fields.stream()
                .map(field -> new Question(
                        field.name(),
                        field.title(),
                        field.hint(),
                        field.sort().name(),
                        field.required(),
                        field.choices(),
                        field.maxLength(),
                        text(answers.path(field.name())),
                        field.sort() == Field.Sort.ANNEXES ? annexes(answers.path(field.name())) : List.of(),
                        problems.stream()
                                .filter(it -> it.field().equals(field.name())
                                        || it.field().startsWith(field.name() + "/"))
                                .map(FieldProblem::message)
                                .toList()))
                .toList();
    }

    /** The answers as typed. */
    static ObjectNode answers(List<Field> fields, MultiValueMap<String, String> typed) {
        var answers = JsonNodeFactory.instance.objectNode();
        for (Field field : fields) {
            if (field.sort() == Field.Sort.ANNEXES) {
                var annexes = answers.putArray(field.name());
                for (int i = 0; i < MOST_ANNEXES && typed.containsKey(annexPart(field.name(), i, "body")); i++) {
                    var annex = JsonNodeFactory.instance.objectNode();
                    for (String part : ANNEX_PARTS) {
                        String answer = typed.getFirst(annexPart(field.name(), i, part));
                        if (answer != null && !answer.isBlank()) {
                            annex.put(part, answer);
                        }
                    }
                    if (!annex.isEmpty()) {
                        annexes.add(annex);
                    }
                }
            } else {
                String answer = typed.getFirst("f." + field.name());
                if (answer != null && !answer.isBlank()) {
                    answers.put(field.name(), answer);
                }
            }
        }
        return answers;
    }

    private static String annexPart(String field, int index, String part) {
        return "f." + field + "." + index + "." + part;
    }

    /** The annexes there are, and room for one more. */
    private static List<Map<String, String>> annexes(JsonNode answer) {
        var annexes = new ArrayList<Map<String, String>>();
        answer.forEach(it ->
                annexes.add(ANNEX_PARTS.stream().collect(Collectors.toMap(part -> part, part -> text(it.path(part))))));
        if (annexes.size() < MOST_ANNEXES) {
            annexes.add(Map.of("title", "", "reference", "", "orientation", "", "body", ""));
        }
        return annexes;
    }

    private static String text(JsonNode answer) {
        if (answer.isArray()) {
            return answer.valueStream().map(it -> it.asString("")).collect(Collectors.joining("\n"));
        }
        return answer.isNumber() ? answer.asString().replace('.', ',') : answer.asString("");
    }
}
