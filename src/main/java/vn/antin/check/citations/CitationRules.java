package vn.antin.check.citations;

import java.util.List;
import vn.antin.check.Rule;

/** What is asked of the instruments that a text cites (annex I, part I, II.6.a–b). */
public final class CitationRules {
    private CitationRules() {}

    public static List<Rule> all() {
        return List.of(
                new LawsAreCitedByName(),
                new GroundsAreCitedInFull(),
                new DatesOfGroundsAreSpelled(),
                new FirstMentionsAreDated(),
                new LaterMentionsAreShort(),
                new NumbersAreAnnounced(),
                new NumbersHaveTheirSymbol(),
                new NumbersHaveNoBlanks(),
                new SymbolsKeepTheirHyphen(),
                new SymbolsAreSpelledRight(),
                new SymbolsFitTheirKind(),
                new LettersBearNoKind(),
                new OneInstrumentHasOneNumber(),
                new OneInstrumentHasOneDate(),
                new OneInstrumentHasOneTitle(),
                new NotesAgreeWithTheirText(),
                new KnownInstrumentsAreCitedRight(),
                new RepealedInstrumentsAreNotCited(),
                new NothingIsCitedBeforeItIsIssued(),
                new AbbreviationsAreIntroducedFirst(),
                new AbbreviationsHaveOneMeaning());
    }
}
