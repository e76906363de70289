package vn.antin.check.figures;

import java.util.List;
import vn.antin.check.Rule;

/** What figures, dates, counts and references within a document must agree with. */
public final class FigureRules {
    private FigureRules() {}

    public static List<Rule> all() {
        return List.of(
                new SchoolYearsAreTwoYearsRunning(),
                new SchoolYearIsTheSubjects(),
                new DatesExist(),
                new WeekdaysFitTheirDate(),
                new PeriodsRunForward(),
                new DeadlinesAreAhead(),
                new ColumnsAddUp(),
                new RowsAddUp(),
                new RunningNumbersRun(),
                new ScoresKeepTheirMaximum(),
                new PercentagesFitTheirParts(),
                new PartsKeepWithinTheWhole(),
                new AmountsAgreeWithTheirWords(),
                new CountsFitTheirLists(),
                new OwnArticlesExist(),
                new OwnSectionsExist(),
                new OwnAnnexesExist(),
                new AnnexesAreCounted(),
                new ParagraphsAreNotRepeated(),
                new SpeaksOfItsOwnKind());
    }
}
