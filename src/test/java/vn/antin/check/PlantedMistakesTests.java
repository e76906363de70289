package vn.antin.check;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.lang.reflect.Modifier;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import vn.antin.compose.AdministrativeDocument;
import vn.antin.render.RealPages;

/** One mistake of each rule at a time, planted in sound documents: what is found of them, and what else is. */
class PlantedMistakesTests {
    /** Documents in which each mistake is planted. */
    private static final int TIMES = 2;

    /**
     * Where two rules truly see one and the same mistake, the second is no false alarm: pages that are only said to lie
     * on their side have their numbers out of the middle.
     */
    private static final Map<String, Set<String>> ALSO =
            Map.of("PagesStandUpright", Set.of("PageNumbersStandInTheTopMargin"));

    private static final UnaryOperator<?> NOTHING = UnaryOperator.identity();

    private final Gate gate = new Gate(Clock.systemUTC());
    private final List<AdministrativeDocument> sound = SoundDocuments.all();
    private final Map<AdministrativeDocument, Appearance> appearances = new HashMap<>();

    /** What was counted of one rule. */
    private static final class Tally {
        private int planted;
        private int found;
        private int falseAlarms;
    }

    @Test
    void findsAlmostEveryPlantedMistakeAndHardlyAnythingElse() {
        var tallies = new TreeMap<String, Tally>();
        var missed = new ArrayList<String>();
        var alarms = new TreeMap<String, Integer>();
        int planted = 0;
        for (Plant plant : plants()) {
            Tally tally = tallies.computeIfAbsent(plant.rule(), it -> new Tally());
            int times = 0;
            for (AdministrativeDocument document : shuffled(plant)) {
                if (times == TIMES) {
                    break;
                }
                List<Finding> findings = planted(plant, document);
                if (findings == null) {
                    continue;
                }
                times++;
                planted++;
                tally.planted++;
                Set<String> rules = findings.stream().map(Finding::rule).collect(Collectors.toSet());
                if (rules.remove(plant.rule())) {
                    tally.found++;
                } else {
                    missed.add(plant.rule() + ", " + plant.name() + " in "
                            + document.particulars().kind());
                }
                rules.removeAll(ALSO.getOrDefault(plant.rule(), Set.of()));
                for (String other : rules) {
                    tallies.computeIfAbsent(other, it -> new Tally()).falseAlarms++;
                    alarms.merge(other + " at " + plant.rule() + ", " + plant.name(), 1, Integer::sum);
                }
            }
            assertThat(times)
                    .as("no document for " + plant.rule() + ", " + plant.name())
                    .isPositive();
        }
        print(tallies);
        int found = tallies.values().stream().mapToInt(it -> it.found).sum();
        int falseAlarms =
                tallies.values().stream().mapToInt(it -> it.falseAlarms).sum();
        double recall = (double) found / planted;
        double precision = (double) found / (found + falseAlarms);
        System.out.printf(
                "%d rules, %d plants, %d mistakes planted: recall %.4f, precision %.4f%nmissed: %s%nfalse alarms: %s%n",
                tallies.size(), plants().size(), planted, recall, precision, missed, alarms);
        assertThat(planted).isGreaterThanOrEqualTo(150);
        assertThat(recall).isGreaterThanOrEqualTo(0.98);
        assertThat(precision).isGreaterThanOrEqualTo(0.98);
    }

    @Test
    void everyRuleHasItsPlants() {
        Map<String, Long> plants = plants().stream().collect(Collectors.groupingBy(Plant::rule, Collectors.counting()));
        var bare = new HashSet<String>();
        for (Rule rule : Gate.rules()) {
            String name = rule.getClass().getSimpleName();
            if (plants.getOrDefault(name, 0L) < 2) {
                bare.add(name);
            }
        }
        assertThat(bare).isEmpty();
    }

    /** Findings after planting; null when the plant finds nothing to spoil there. */
    private @Nullable List<Finding> planted(Plant plant, AdministrativeDocument document) {
        AdministrativeDocument spoiled = plant.onMeaning().apply(document);
        boolean said = !plant.onMeaning().equals(NOTHING);
        if (said && spoiled.equals(document)) {
            return null;
        }
        Appearance before = said
                ? PagesSeen.of(RealPages.of(spoiled))
                : appearances.computeIfAbsent(document, it -> PagesSeen.of(RealPages.of(it)));
        Appearance after = plant.onAppearance().apply(before);
        boolean seen = plant.onAppearance().equals(NOTHING) || !after.equals(before);
        return seen ? gate.findings(spoiled, after) : null;
    }

    private List<AdministrativeDocument> shuffled(Plant plant) {
        var documents = new ArrayList<>(sound);
        Collections.shuffle(documents, new Random((plant.rule() + plant.name()).hashCode()));
        return documents;
    }

    private static List<Plant> plants() {
        return new ClassFileImporter()
                .importPackages("vn.antin.check").stream()
                        .filter(it -> it.isAssignableTo(Plant.Bed.class) && !it.isInterface())
                        .filter(it -> !Modifier.isAbstract(it.reflect().getModifiers()))
                        .map(it -> {
                            try {
                                return (Plant.Bed)
                                        it.reflect().getDeclaredConstructor().newInstance();
                            } catch (ReflectiveOperationException e) {
                                throw new IllegalStateException(e);
                            }
                        })
                        .flatMap(it -> it.plants().stream())
                        .toList();
    }

    private static void print(Map<String, Tally> tallies) {
        tallies.forEach((rule, it) -> System.out.printf(
                "%-36s planted %2d, found %2d, false alarms %d, precision %.2f, recall %.2f%n",
                rule,
                it.planted,
                it.found,
                it.falseAlarms,
                it.found + it.falseAlarms == 0 ? 1.0 : (double) it.found / (it.found + it.falseAlarms),
                it.planted == 0 ? 1.0 : (double) it.found / it.planted));
    }
}
