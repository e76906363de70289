package vn.antin.issue;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import vn.antin.agency.Agencies;
import vn.antin.kernel.NavigationLink;
import vn.antin.kernel.PersonId;

/** What the page frame shows of this room, and what waits here for whom. */
@Configuration(proxyBeanMethods = false)
class Signposts {
    private static final int COUNTED = 1000;

    private final Agencies agencies;
    private final Issuances issuances;
    private final Clock clock;

    Signposts(Agencies agencies, Issuances issuances, Clock clock) {
        this.agencies = agencies;
        this.issuances = issuances;
        this.clock = clock;
    }

    @Bean
    NavigationLink documents() {
        return new NavigationLink("/van-ban", "Văn bản đi", 10, Set.of("SIGNATORY", "REGISTRAR", "ARCHIVIST"));
    }

    @Bean
    NavigationLink newDocument() {
        return new NavigationLink("/van-ban/moi", "Soạn văn bản", 20, Set.of("SIGNATORY", "REGISTRAR"));
    }

    @Bean
    NavigationLink toSign() {
        return new NavigationLink(
                "/van-ban/cho-ky",
                "văn bản chờ bạn ký",
                10,
                Set.of("SIGNATORY"),
                person -> count(
                        person, List.of(Stage.CHECKED), it -> it.signatory().equals(person)));
    }

    @Bean
    NavigationLink toSeal() {
        return new NavigationLink(
                "/van-ban/cho-dong-dau",
                "văn bản chờ vào số, đóng dấu",
                20,
                Set.of("REGISTRAR"),
                person -> count(person, List.of(Stage.SIGNED, Stage.NUMBERED, Stage.SEALED), it -> true));
    }

    @Bean
    NavigationLink drafts() {
        return new NavigationLink(
                "/van-ban#dang-soan",
                "bản thảo còn phải sửa",
                30,
                Set.of("SIGNATORY", "REGISTRAR"),
                person ->
                        count(person, List.of(Stage.DRAFT), it -> it.createdBy().equals(person.value())));
    }

    private int count(PersonId person, List<Stage> stages, Predicate<Issuance> theirs) {
        return agencies.member(person, LocalDate.now(clock))
                .map(member -> (int) issuances.at(member.agency(), stages, COUNTED).stream()
                        .filter(theirs)
                        .count())
                .orElse(0);
    }
}
