package vn.antin.check.wording;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import vn.antin.check.Examined;
import vn.antin.check.Plant;
import vn.antin.check.Rule;
import vn.antin.check.capitals.CapitalPlants;
import vn.antin.check.citations.CitationPlants;
import vn.antin.check.figures.FigurePlants;
import vn.antin.compose.AdministrativeDocument;
import vn.antin.compose.Composer;
import vn.antin.compose.DemonstrationBodies;
import vn.antin.compose.Place;
import vn.antin.compose.Seed;
import vn.antin.template.ProjectTemplates;

/** All rules of meaning together, on the five real documents, on the samples of all templates and on planted mistakes. */
class MeaningTests {
    private static final LocalDate DAY = LocalDate.of(2026, 11, 24);

    /** In so many samples each mistake is planted. */
    private static final int MOST_DOCUMENTS = 6;

    private record Told(String rule, Rule.Breach breach) {}

    private static List<Told> told(AdministrativeDocument document) {
        var told = new ArrayList<Told>();
        for (Rule rule : HostileTextTests.RULES) {
            rule.examine(
                    new Examined(document, Draft.unseen(), DAY),
                    it -> told.add(new Told(rule.getClass().getSimpleName(), it)));
        }
        return told;
    }

    private static Map<String, AdministrativeDocument> samples() throws IOException {
        var samples = new TreeMap<String, AdministrativeDocument>();
        var bodies = new DemonstrationBodies();
        var templates = ProjectTemplates.read();
        try (Stream<Path> folders = Files.list(Path.of("templates"))) {
            for (Path folder : folders.filter(Files::isDirectory).toList()) {
                String name = folder.getFileName().toString();
                samples.put(
                        name,
                        new Composer()
                                .compose(
                                        templates.named(name),
                                        JsonMapper.shared().readTree(Files.readString(folder.resolve("sample.json"))),
                                        bodies.agency("th-toan-thang"),
                                        bodies.signatory("pham-thi-nga"),
                                        DemonstrationBodies.ID,
                                        DemonstrationBodies.CODE));
            }
        }
        return samples;
    }

    @Test
    void thereAreAtLeastThirtyRulesAndNoTwoAreCalledTheSame() {
        assertThat(HostileTextTests.RULES)
                .hasSizeGreaterThanOrEqualTo(30)
                .extracting(it -> it.getClass().getSimpleName())
                .doesNotHaveDuplicates();
    }

    @Test
    void saysNothingOfTheSampleOfAnyTemplate() throws IOException {
        var wrong = new ArrayList<String>();
        samples()
                .forEach((name, document) -> told(document)
                        .forEach(it -> wrong.add(
                                name + ": " + it.rule() + " " + it.breach().what())));
        assertThat(wrong).isEmpty();
    }

    /** Each finding was judged by eye: all are true. */
    @ParameterizedTest
    @CsvSource({
        "000, 'DatesOfGroundsAreSpelled 6, KnownInstrumentsAreCitedRight 1, LaterMentionsAreShort 2, NotesAgreeWithTheirText 1, NumbersAreAnnounced 6, PostsKeepTheirCapitals 1, RepealedInstrumentsAreNotCited 1, SymbolsKeepTheirHyphen 1'",
        "001, 'KnownInstrumentsAreCitedRight 1, LaterMentionsAreShort 2, NotesAgreeWithTheirText 1, NumbersAreAnnounced 2, RepealedInstrumentsAreNotCited 1, SymbolsKeepTheirHyphen 1'",
        "002, 'FirstMentionsAreDated 2, KnownInstrumentsAreCitedRight 1, LaterMentionsAreShort 1, NumbersAreAnnounced 3, SchoolsKeepTheirCapitals 1'",
        "003, 'DatesOfGroundsAreSpelled 11, FirstMentionsAreDated 1, GroundsAreCitedInFull 1, LaterMentionsAreShort 1, LawsAreCitedByName 1, NumbersAreAnnounced 2, NumbersHaveNoBlanks 2, SchoolsKeepTheirCapitals 1'",
        "004, 'FunctionWordsAreSmall 1, LaterMentionsAreShort 1, NumbersAreAnnounced 1'"
    })
    void findsTheFaultsOfTheRealDocumentsAndNothingElse(String name, String expected) {
        AdministrativeDocument document = seed(name).document();
        Map<String, Long> counted =
                told(document).stream().collect(Collectors.groupingBy(Told::rule, TreeMap::new, Collectors.counting()));
        assertThat(counted.entrySet().stream()
                        .map(it -> it.getKey() + " " + it.getValue())
                        .collect(Collectors.joining(", ")))
                .isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({"000", "001", "002", "003", "004"})
    void oneClickMendsWhatItPromises(String name) {
        Seed seed = seed(name);
        JsonNode file = seed.file().deepCopy();
        List<Told> mendable = mendable(seed.document());
        assertThat(mendable).isNotEmpty();
        // A second round: two mistakes may share their words.
        for (int round = 0; round < 3 && !mendable.isEmpty(); round++) {
            mendable.forEach(it -> mend(file, it.breach()));
            mendable = mendable(new Seed(name, file, seed.scan(), seed.known()).document());
        }
        assertThat(mendable).isEmpty();
    }

    /** The first place of the quoted words in that line; none of the five has a table in its text. */
    private static void mend(JsonNode file, Rule.Breach breach) {
        String part = breach.place().part() == Place.Part.BASES ? "/data/legalBases" : "/data/body";
        var lines = (ArrayNode) file.at(part);
        int index = breach.place().index();
        String line = lines.path(index).asString();
        int at = line.indexOf(breach.place().quote());
        if (at >= 0) {
            lines.set(
                    index,
                    line.substring(0, at)
                            + breach.replacement()
                            + line.substring(at + breach.place().quote().length()));
        }
    }

    private static List<Told> mendable(AdministrativeDocument document) {
        return told(document).stream()
                .filter(it -> !it.breach().replacement().isEmpty())
                .toList();
    }

    @Test
    void findsEachPlantedMistakeAndNothingElse() throws IOException {
        List<Plant> plants = Stream.of(new CapitalPlants(), new CitationPlants(), new FigurePlants())
                .flatMap(it -> it.plants().stream())
                .toList();
        var missed = new ArrayList<String>();
        int planted = 0;
        int extra = 0;
        var samples = samples();
        for (Plant plant : plants) {
            int here = 0;
            for (var sample : samples.entrySet()) {
                if (here == MOST_DOCUMENTS) {
                    break;
                }
                AdministrativeDocument spoiled = plant.onMeaning().apply(sample.getValue());
                if (spoiled.equals(sample.getValue())) {
                    continue;
                }
                here++;
                var rules = told(spoiled).stream().map(Told::rule).collect(Collectors.toCollection(HashSet::new));
                if (!rules.remove(plant.rule())) {
                    missed.add(plant.rule() + ", " + plant.name() + " in " + sample.getKey());
                }
                if (!rules.isEmpty()) {
                    extra++;
                    missed.add(plant.rule() + ", " + plant.name() + " in " + sample.getKey() + " also " + rules);
                }
            }
            if (here == 0) {
                missed.add(plant.rule() + ", " + plant.name() + " is planted nowhere");
            }
            planted += here;
        }
        System.out.println(plants.size() + " ways, " + planted + " planted mistakes, " + (missed.size() - extra)
                + " missed, " + extra + " with a false alarm beside");
        assertThat(missed).isEmpty();
    }

    @Test
    void everyRuleHasItsPlants() {
        Map<String, Long> plants = Stream.of(new CapitalPlants(), new CitationPlants(), new FigurePlants())
                .flatMap(it -> it.plants().stream())
                .collect(Collectors.groupingBy(Plant::rule, LinkedHashMap::new, Collectors.counting()));
        Map<String, Rule> rules = HostileTextTests.RULES.stream()
                .collect(Collectors.toMap(it -> it.getClass().getSimpleName(), Function.identity()));
        assertThat(plants.keySet()).containsExactlyInAnyOrderElementsOf(rules.keySet());
        assertThat(plants.values()).allMatch(it -> it >= 2);
    }

    private static Seed seed(String name) {
        return Seed.all().filter(it -> it.name().equals(name)).findFirst().orElseThrow();
    }
}
