package vn.antin;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModules;

class ModularityTests {
    /** The order in which a document travels. A room may look back along it, never ahead. */
    private static final List<String> ROAD = List.of(
            "template",
            "compose",
            "render",
            "check",
            "word",
            "sign",
            "register",
            "archive",
            "verify",
            "attest",
            "search");

    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("vn.antin");

    private final ApplicationModules modules = ApplicationModules.of(AntinApplication.class);

    @Test
    void everyRoomKeepsToItsDeclaredDependencies() {
        modules.verify();
    }

    @Test
    void onlyTheSignerTouchesPrivateKeys() {
        noClasses()
                .that()
                .resideOutsideOfPackage("vn.antin.sign..")
                .should()
                .dependOnClassesThat()
                .areAssignableTo(PrivateKey.class)
                .orShould()
                .dependOnClassesThat()
                .areAssignableTo(KeyStore.class)
                .check(CLASSES);
    }

    @Test
    void nobodyReadsTheClockDirectly() {
        noClasses()
                .should()
                .callMethod(Instant.class, "now")
                .orShould()
                .callMethod(LocalDate.class, "now")
                .because("the time of signing is evidence: inject java.time.Clock")
                .check(CLASSES);
    }

    @Test
    void noRoomLooksAhead() {
        for (var module : modules) {
            int here = ROAD.indexOf(module.getIdentifier().toString());
            var ahead = module.getDirectDependencies(modules)
                    .uniqueModules()
                    .map(it -> it.getIdentifier().toString())
                    .filter(it -> here >= 0 && ROAD.indexOf(it) > here);
            assertThat(ahead).as(module.getIdentifier() + " looks ahead to").isEmpty();
        }
    }
}
