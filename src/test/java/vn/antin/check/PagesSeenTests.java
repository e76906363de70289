package vn.antin.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import vn.antin.compose.AdministrativeDocument;
import vn.antin.compose.Passage;
import vn.antin.compose.Place;
import vn.antin.compose.Seed;
import vn.antin.render.RealPages;

class PagesSeenTests {
    static Stream<Seed> seeds() {
        return Seed.all();
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void everyPartIsFoundOnThePagesWithItsOwnWords(Seed seed) {
        AdministrativeDocument document = seed.document();
        Appearance appearance = PagesSeen.of(RealPages.of(document));
        for (Passage it : Passage.of(document)) {
            if (!it.note() && !it.plain().isBlank()) {
                assertThat(appearance.seen())
                        .as(it.plain())
                        .anyMatch(seen -> seen.place().part() == it.place().part()
                                && seen.place().annex() == it.place().annex()
                                && seen.place().index() == it.place().index());
            }
        }
        String body = String.join(
                "",
                appearance.all(Place.Part.BODY).stream()
                        .map(it -> it.text().replaceAll("[\\s\u00a0]", ""))
                        .toList());
        document.body().stream()
                .filter(it -> it instanceof vn.antin.compose.Block.Paragraph)
                .forEach(it -> assertThat(body)
                        .contains(((vn.antin.compose.Block.Paragraph) it)
                                .text()
                                .plain()
                                .replaceAll("[\\s\u00a0]", "")));
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void marginsAreMeasuredWhereTheWordsStand(Seed seed) {
        Appearance appearance = PagesSeen.of(RealPages.of(seed.document()));
        Appearance.Sheet first = appearance.sheets().getFirst();
        assertThat(first.width()).isCloseTo(210, within(0.1));
        assertThat(first.height()).isCloseTo(297, within(0.1));
        assertThat(first.top()).isCloseTo(20, within(0.2));
        assertThat(first.left()).isCloseTo(30, within(0.2));
        assertThat(first.right()).isCloseTo(15, within(0.2));
        assertThat(first.bottom()).isGreaterThan(19.9);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void rulesAreMeasuredUnderTheirLines(Seed seed) {
        Appearance appearance = PagesSeen.of(RealPages.of(seed.document()));
        var motto = appearance.all(Place.Part.NATIONAL_NAME).getLast();
        assertThat(motto.text()).isEqualTo("Độc lập - Tự do - Hạnh phúc");
        assertThat(motto.rule()).isCloseTo(motto.width(), within(0.5));
        assertThat(appearance.all(Place.Part.ISSUER).getFirst().rule()).isZero();
        var issuer = appearance.all(Place.Part.ISSUER).getLast();
        assertThat(issuer.rule() / issuer.width()).isCloseTo(0.4, within(0.01));
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void pageNumbersAreSeenFromTheSecondPageOn(Seed seed) {
        Appearance appearance = PagesSeen.of(RealPages.of(seed.document()));
        assertThat(appearance.all(Place.Part.PAGE)).noneMatch(it -> it.page() == 1);
        assertThat(appearance.all(Place.Part.PAGE)).isNotEmpty().allMatch(it -> it.top() < 20);
    }
}
