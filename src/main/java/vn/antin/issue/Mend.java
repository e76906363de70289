package vn.antin.issue;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;
import vn.antin.check.Finding;
import vn.antin.compose.AdministrativeDocument;
import vn.antin.compose.Passage;
import vn.antin.compose.Place;

/**
 * Puts right in a document's answers what a finding quotes: its words become the replacement, and nothing else changes.
 * The answers are notation (bold, notes, escapes) and the quote is plain, so marks between the words stay where they are.
 */
final class Mend {
    private static final Set<Place.Part> ANSWERED = EnumSet.of(
            Place.Part.SUBJECT,
            Place.Part.ADDRESSEES,
            Place.Part.BASES,
            Place.Part.BODY,
            Place.Part.RECIPIENTS,
            Place.Part.ANNEX);
    private static final Pattern CLOSING = Pattern.compile("[;.,/]{1,4}$");
    private static final Pattern NOTES = Pattern.compile("\\^\\[[^\\]]*]");
    private static final Pattern MARKS_AND_SPACE = Pattern.compile("[*\\\\\\s\\u00A0]+");
    private static final Pattern NOTATION = Pattern.compile("[*\\\\^|\\[]");
    private static final String MARK = "(?:\\*{1,3}|\\\\)?";
    private static final String SPACE = "[\\s\\u00A0]+";

    private final Pattern quoted;
    private final String replacement;
    private final List<String> contexts;
    private int found;

    private Mend(Finding finding, List<String> contexts) {
        String before = finding.place().quote();
        String after = finding.replacement();
        int start = 0;
        while (start < before.length() && start < after.length() && before.charAt(start) == after.charAt(start)) {
            start++;
        }
        int end = 0;
        while (end < before.length() - start
                && end < after.length() - start
                && before.charAt(before.length() - 1 - end) == after.charAt(after.length() - 1 - end)) {
            end++;
        }
        this.quoted = Pattern.compile("(" + loose(before.substring(0, start)) + ")("
                + loose(before.substring(start, before.length() - end)) + ")("
                + loose(before.substring(before.length() - end)) + ")");
        this.replacement = after.substring(start, after.length() - end);
        this.contexts = contexts;
    }

    /** The answers with that mended; empty when the words are not to be found in exactly one place. */
    static Optional<JsonNode> of(JsonNode answers, AdministrativeDocument meaning, Finding finding) {
        String quote = finding.place().quote();
        if (quote.isBlank()
                || finding.replacement().isEmpty()
                || NOTATION.matcher(finding.replacement()).find()) {
            return Optional.empty();
        }
        var place = finding.place();
        List<String> contexts = Passage.of(meaning).stream()
                .filter(it -> it.place().part() == place.part() && it.place().annex() == place.annex())
                .filter(it -> place.index() < 0 || it.place().index() == place.index())
                // The composer adds closing marks that the answers may not have.
                .map(it -> CLOSING.matcher(bare(it.plain())).replaceAll(""))
                .filter(it -> !it.isEmpty())
                .toList();
        for (List<String> within : List.of(contexts, List.<String>of())) {
            var mend = new Mend(finding, within);
            JsonNode mended = mend.in(answers.deepCopy());
            if (mend.found == 1) {
                return Optional.of(mended);
            }
        }
        return Optional.empty();
    }

    /** Whether what it quotes stands in the answers, and not in what the composer or the renderer writes. */
    static boolean concernsAnswers(Finding finding) {
        return !finding.replacement().isEmpty()
                && !finding.place().quote().isBlank()
                && ANSWERED.contains(finding.place().part());
    }

    private JsonNode in(JsonNode node) {
        switch (node) {
            case ObjectNode object -> {
                for (String name : List.copyOf(object.propertyNames())) {
                    JsonNode child = object.get(name);
                    if (child.isString()) {
                        object.put(name, text(child.stringValue()));
                    } else {
                        in(child);
                    }
                }
            }
            case ArrayNode array -> {
                for (int i = 0; i < array.size(); i++) {
                    if (array.get(i).isString()) {
                        array.set(i, array.stringNode(text(array.get(i).stringValue())));
                    } else {
                        in(array.get(i));
                    }
                }
            }
            default -> {}
        }
        return node;
    }

    private String text(String answer) {
        var lines = new ArrayList<String>();
        for (String line : answer.split("\n", -1)) {
            String bare = contexts.isEmpty() ? "" : bare(line);
            boolean here = contexts.isEmpty() || contexts.stream().anyMatch(bare::contains);
            Matcher matcher = quoted.matcher(line);
            if (here && matcher.find()) {
                found++;
                lines.add(line.substring(0, matcher.end(1)) + replacement + line.substring(matcher.start(3)));
                // Twice in one line could mean either.
                found += matcher.find() && contexts.isEmpty() ? 1 : 0;
            } else {
                lines.add(line);
            }
        }
        return String.join("\n", lines);
    }

    private static String bare(String text) {
        return MARKS_AND_SPACE.matcher(NOTES.matcher(text).replaceAll("")).replaceAll("");
    }

    /** The plain words as they may stand in notation. */
    private static String loose(String plain) {
        var form = new StringBuilder();
        boolean space = false;
        for (int i = 0; i < plain.length(); i++) {
            char c = plain.charAt(i);
            if (Character.isWhitespace(c) || c == '\u00A0') {
                form.append(space ? "" : MARK + SPACE);
                space = true;
            } else {
                form.append(MARK).append(Pattern.quote(String.valueOf(c)));
                space = false;
            }
        }
        return form.toString();
    }
}
