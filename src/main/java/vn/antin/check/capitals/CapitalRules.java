package vn.antin.check.capitals;

import java.util.List;
import vn.antin.check.Rule;

/** The rules of the decree's annex II: capital letters. */
public final class CapitalRules {
    private CapitalRules() {}

    public static List<Rule> all() {
        return List.of(
                new SentencesBeginWithACapital(),
                new WordsKeepOneCase(),
                new WordsAreNotShouted(),
                new FunctionWordsAreSmall(),
                new PeopleKeepTheirCapitals(),
                new HistoricalPeopleKeepTheirCapitals(),
                new ProvincesHaveASmallNoun(),
                new NumberedUnitsAreCapital(),
                new NamedCitiesKeepTheirCapitals(),
                new RegionsKeepTheirCapitals(),
                new OrganisationsKeepTheirCapitals(),
                new SchoolsKeepTheirCapitals(),
                new ForeignOrganisationsKeepTheirCapitals(),
                new StateAndPeopleAreCapital(),
                new HonoursKeepTheirCapitals(),
                new RanksAreCapital(),
                new PostsKeepTheirCapitals(),
                new TitlesBeforeNamesAreCapital(),
                new HolidaysKeepTheirCapitals(),
                new InstrumentsAreCapital(),
                new LawsAreCapital(),
                new ThisDocumentIsCapital(),
                new ArticlesAndChaptersAreCapital(),
                new ClausesAndPointsAreSmall(),
                new LunarYearsAreCapital(),
                new FestivalsKeepTheirCapitals(),
                new WeekdaysAreCapital(),
                new MonthsAreCapital(),
                new EventsKeepTheirCapitals());
    }
}
