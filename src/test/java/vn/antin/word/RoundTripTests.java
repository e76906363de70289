package vn.antin.word;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import vn.antin.compose.AdministrativeDocument;
import vn.antin.compose.Annex;
import vn.antin.compose.Answers;
import vn.antin.compose.Block;
import vn.antin.compose.Composer;
import vn.antin.compose.Texts;
import vn.antin.template.ProjectTemplates;
import vn.antin.template.TemplateRevision;

/** A document written as a Word file and read again is the same document, apart from identifiers and data. */
class RoundTripTests {
    static Stream<WordSamples.Sample> all() {
        return WordWriterTests.all();
    }

    @ParameterizedTest
    @MethodSource("all")
    void whatIsReadIsWhatWasWritten(WordSamples.Sample sample) {
        AdministrativeDocument before = sample.document();
        WordDraft draft = WordReader.read(WordWriter.write(before, new WordWriter.Standing.Draft()));
        AdministrativeDocument after = draft.document(
                before.issuer(),
                before.signatory(),
                before.particulars().id(),
                before.particulars().code());
        assertThat(after.particulars().kind()).isEqualTo(before.particulars().kind());
        assertThat(after.particulars().subject()).isEqualTo(before.particulars().subject());
        assertThat(after.particulars().symbol()).isEqualTo(before.particulars().symbol());
        assertThat(untyped(after.body())).isEqualTo(untyped(before.body()));
        assertThat(bare(after)).usingRecursiveComparison().isEqualTo(bare(before));
        assertThat(draft.remarks()).extracting(Remark::sort).isSubsetOf(Remark.Sort.PAGE_NUMBER);
    }

    /** The head and the signature block as they stand in the file, too, are what was written. */
    @ParameterizedTest
    @MethodSource("all")
    void theHeadAndTheSignatureAreRecognised(WordSamples.Sample sample) {
        AdministrativeDocument before = sample.document();
        var written = new WordWriter.Standing.Copy(
                "07/" + before.particulars().symbol(), before.particulars().place() + ", ngày 05 tháng 02 năm 2026");
        WordDraft draft = WordReader.read(WordWriter.write(before, written));
        AdministrativeDocument typed = draft.asTyped(
                before.issuer(),
                before.signatory(),
                before.particulars().id(),
                before.particulars().code());
        assertThat(typed.particulars().symbol()).isEqualTo(before.particulars().symbol());
        assertThat(draft.number()).isEqualTo("07");
        assertThat(draft.placeAndDate()).endsWith("ngày 05 tháng 02 năm 2026");
        assertThat(typed.issuer().name()).isEqualTo(before.issuer().name());
        assertThat(typed.issuer().superior()).isEqualTo(before.issuer().superior());
        assertThat(typed.issuer().place()).isEqualTo(before.issuer().place());
        assertThat(typed.signatory().fullName()).isEqualTo(before.signatory().fullName());
        assertThat(typed.signatory().authority()).isEqualTo(before.signatory().authority());
    }

    /** Seeds and templates whose questions ask for a whole text: written, read, answered and composed anew. */
    @ParameterizedTest
    @MethodSource("written")
    void whatIsReadAndComposedIsWhatWasWritten(Written it) {
        AdministrativeDocument before = it.document();
        WordDraft draft = WordReader.read(WordWriter.write(before, new WordWriter.Standing.Draft()));
        DraftAnswers answers = DraftAnswers.of(draft, it.template(), before.issuer());
        assertThat(it.template().problems(answers.answers())).isEmpty();
        AdministrativeDocument after = new Composer()
                .compose(
                        it.template(),
                        answers.answers(),
                        before.issuer(),
                        before.signatory(),
                        before.particulars().id(),
                        before.particulars().code());
        assertThat(after.particulars()).isEqualTo(before.particulars());
        assertThat(bare(after)).isEqualTo(bare(before));
        assertThat(answers.remarks()).isEmpty();
    }

    record Written(String name, TemplateRevision template, AdministrativeDocument document) {
        @Override
        public String toString() {
            return name;
        }
    }

    static Stream<Written> written() throws IOException {
        var templates = ProjectTemplates.read();
        return Stream.concat(WordSamples.seeds(), WordSamples.templates())
                .map(it -> new Written(
                        it.name(),
                        templates.named(it.document().particulars().template().split("@", -1)[0]),
                        it.document()))
                // The others set much of their text themselves, so that it is no answer.
                .filter(it -> it.template().fields().stream()
                        .anyMatch(field -> field.name().equals("body")))
                .filter(it -> it.template().fields().stream()
                        .filter(field -> field.required())
                        .allMatch(field -> Set.of("subject", "unit", "legalBases", "addressees", "body", "recipients")
                                .contains(field.name())));
    }

    @Test
    void theBlanksForANumberAreNoNumber() {
        var before = WordSamples.everything();
        WordDraft draft = WordReader.read(WordWriter.write(before, new WordWriter.Standing.Draft()));
        assertThat(draft.number()).isEmpty();
    }

    private static AdministrativeDocument bare(AdministrativeDocument it) {
        return new AdministrativeDocument(
                WordSamples.everything().particulars(),
                it.issuer(),
                it.signatory(),
                it.marks(),
                it.addressees(),
                it.legalBases(),
                it.enactedBy(),
                untyped(it.body()),
                it.cosigners(),
                it.recipients(),
                it.annexes().stream()
                        .map(a -> new Annex(
                                a.ordinal(), a.enacted(), a.landscape(), a.title(), a.reference(), untyped(a.body())))
                        .toList(),
                Answers.NONE);
    }

    /** What somebody typed before an item is no part of what it means. */
    private static List<Block> untyped(List<Block> blocks) {
        return blocks.stream()
                .map(it -> switch (it) {
                    case Block.Item item -> new Block.Item(item.level(), item.ordinal(), item.titled(), item.text());
                    // A centred line is bold whether its words are marked so or not.
                    case Block.Centred line -> new Block.Centred(Texts.withoutBold(line.text()));
                    default -> it;
                })
                .toList();
    }
}
