package vn.antin.check.nd30;

import java.util.List;
import java.util.stream.Stream;
import vn.antin.check.Rule;

/** The rules of the decree's articles and of its annexes I and III: components and technique of presentation. */
public final class FormatRules {
    private FormatRules() {}

    public static List<Rule> all() {
        return Stream.of(pages(), opening(), heading(), content(), recipients(), signature(), others())
                .flatMap(List::stream)
                .toList();
    }

    /** Paper, margins, letters, page numbers (I.1–7). */
    private static List<Rule> pages() {
        return List.of(
                new PagesKeepTheirBoxes(),
                new PaperIsA4(),
                new PagesStandUpright(),
                new MarginsAreInRange(),
                new LettersAreTimesNewRoman(),
                new FirstPageShowsNoNumber(),
                new PageNumbersAreShown(),
                new PageNumbersStandInTheTopMargin());
    }

    /** Boxes 1 to 4 (II.1–4). */
    private static List<Rule> opening() {
        return List.of(
                new NationalNameIsExact(),
                new MottoIsExact(),
                new NationalNameIsStyled(),
                new NationalNameStandsRight(),
                new MottoBearsItsRule(),
                new IssuerIsNamedInCapitals(),
                new IssuerIsStyled(),
                new IssuerBearsItsRule(),
                new IssuerIsNotAbbreviated(),
                new SuperiorNamesItsPlace(),
                new SymbolIsOfItsKind(),
                new LettersBearNoCv(),
                new SymbolIsClean(),
                new NumberLineIsWritten(),
                new NumbersUnderTenBearAZero(),
                new NumberIsStyled(),
                new PlaceIsFollowedByAComma(),
                new DateIsWrittenInFull(),
                new DaysAndMonthsBearTheirZeros(),
                new DateIsARealDay(),
                new PlaceIsCapitalised(),
                new DateIsStyled(),
                new DateStandsBesideTheNumber());
    }

    /** Boxes 5a and 5b (II.5). */
    private static List<Rule> heading() {
        return List.of(
                new SubjectIsPresent(),
                new HeadingIsAKind(),
                new HeadingIsStyled(),
                new HeadingStandsInTheMiddle(),
                new SubjectIsStyled(),
                new SubjectIsInSmallLetters(),
                new SubjectBearsItsRule(),
                new SubjectIsBrief(),
                new SubjectEndsWithoutAStop(),
                new SubjectDoesNotRepeatTheKind(),
                new LetterSubjectBeginsWithVv(),
                new LetterSubjectStandsUnderTheNumber());
    }

    /** Box 6 (II.6). */
    private static List<Rule> content() {
        return List.of(
                new LegalBasesCloseInOrder(),
                new BodyIsPresent(),
                new TextEndsWithTheEndMark(),
                new GroundsAreItalic(),
                new GroundsBeginAsGrounds(),
                new GroundsAreGiven(),
                new BodyIsStyled(),
                new BodyHasOneSize(),
                new BodyIsJustified(),
                new FirstLinesAreIndented(),
                new ParagraphsStandApart(),
                new LinesAreSpaced(),
                new TitlesAreInCapitals(),
                new SmallTitlesAreInSmallLetters(),
                new ArticlesHaveTitles(),
                new PointsFollowTheAlphabet(),
                new PointsAreVietnameseLetters(),
                new NumbersAreNotRepeated(),
                new NumbersAreNotSkipped(),
                new SectionsAreNotEmpty(),
                new EndMarkStandsOnce(),
                new FootnotesSaySomething());
    }

    /** Boxes 9a and 9b (II.9). */
    private static List<Rule> recipients() {
        return List.of(
                new LettersNameTheirAddressees(),
                new RecipientsEndWithTheFileCopy(),
                new OnlyUpwardKindsAreAddressed(),
                new SubmissionsNameTheirAddressee(),
                new AddresseesCloseInOrder(),
                new AddressedSayAsAbove(),
                new OnlyTheAddressedSayAsAbove(),
                new SalutationHasItsColon(),
                new AddresseesAreStyled(),
                new SeveralAddresseesBearDashes(),
                new FileCopyNamesVtFirst(),
                new FileCopyLineIsWritten(),
                new RecipientsCloseInOrder(),
                new RecipientsFileComesLast(),
                new DecisionsNameTheirArticle(),
                new RecipientsAreNotRepeated(),
                new RecipientsAreStyled(),
                new RecipientsTitleIsExact(),
                new RecipientsStandBesideTheAuthority());
    }

    /** Boxes 7a to 7c (II.7). */
    private static List<Rule> signature() {
        return List.of(
                new DeputySignsWithADeputysPost(),
                new HeadSignsAlone(),
                new CollectiveIsSignedFor(),
                new OrdersAreSignedForAHead(),
                new AuthorityIsAbbreviatedRightly(),
                new SignatureAgreesWithTheRegister(),
                new NamesBearNoTitles(),
                new SignatoryIsNamedInSmallLetters(),
                new SignatureIsStyled(),
                new SignatureStandsWithText());
    }

    /** Marks, address, annexes (III), and what the forms of annex III ask of a kind. */
    private static List<Rule> others() {
        return List.of(
                new AnnexesAreReferredTo(),
                new SecretsAreRefused(),
                new MarksAreStyled(),
                new DraftersMarkIsWritten(),
                new ContactIsStyled(),
                new AnnexesReferredToAreThere(),
                new AnnexesAreNumbered(),
                new AnnexesBearTheirReference(),
                new AnnexTitlesAreInCapitals(),
                new AnnexesEndWithTheEndMark(),
                new AnnexesSaySomething(),
                new AnnexHeadingIsStyled(),
                new DecisionsHaveArticles(),
                new DecisionsNameWhoEnacts(),
                new DecisionsSayTheyDecide(),
                new MinutesAreCosigned(),
                new PartiesSignTogether());
    }
}
