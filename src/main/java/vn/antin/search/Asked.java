package vn.antin.search;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.lucene.document.IntPoint;
import org.apache.lucene.document.LongPoint;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.MatchAllDocsQuery;
import org.apache.lucene.search.MatchNoDocsQuery;
import org.apache.lucene.search.PhraseQuery;
import org.apache.lucene.search.PrefixQuery;
import org.apache.lucene.search.TermInSetQuery;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.util.BytesRef;
import vn.antin.kernel.Refusal;

/**
 * A query in the index's own terms, built word by word: nothing a person types is ever read as a query language.
 *
 * @param conditions what must hold, scored by the words alone
 * @param preference what puts one document that matches before another; absent when there are no words
 * @param marks what is marked in the text; absent likewise
 */
record Asked(
        org.apache.lucene.search.Query conditions,
        Optional<org.apache.lucene.search.Query> preference,
        Optional<org.apache.lucene.search.Query> marks) {
    private static final Pattern QUOTED = Pattern.compile("[\"“”„«]([^\"“”„»]*)[\"“”»]");
    private static final Pattern NUMBER = Pattern.compile(
            "\\s*(?:số\\s*:?\\s*)?(\\d{1,9})\\s*(?:/\\s*(.{0,100}?))?\\s*",
            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
    private static final Pattern WRITTEN_NUMBER =
            Pattern.compile("\\s*(?:[Ss]ố\\s*:?\\s*)?\\d{1,9}\\s*/\\s*\\S{0,40}\\p{L}\\S{0,40}\\s*");

    static Asked of(Query query) {
        String typed = Words.clean(query.words());
        var conditions = new BooleanQuery.Builder();
        conditions.add(
                new TermInSetQuery(
                        Fields.AGENCY,
                        query.visible().stream()
                                .map(it -> new BytesRef(it.value()))
                                .toList()),
                Occur.FILTER);
        if (query.kind() != null) {
            conditions.add(new TermQuery(new Term(Fields.KIND, query.kind().name())), Occur.FILTER);
        }
        if (query.from() != null || query.to() != null) {
            conditions.add(
                    LongPoint.newRangeQuery(
                            Fields.DAY,
                            query.from() == null ? Long.MIN_VALUE : query.from().toEpochDay(),
                            query.to() == null ? Long.MAX_VALUE : query.to().toEpochDay()),
                    Occur.FILTER);
        }
        name(conditions, Fields.ISSUER, query.issuer());
        name(conditions, Fields.SIGNATORY, query.signatory());
        if (!query.number().isBlank()) {
            conditions.add(number(Words.clean(query.number())), Occur.FILTER);
        }
        if (WRITTEN_NUMBER.matcher(typed).matches()) {
            // Someone who types 459/CV into the one box means the number, not a text in which it is cited; but the
            // documents that cite it are worth seeing too, after it.
            var either = new BooleanQuery.Builder()
                    .add(new BoostQuery(number(typed), 100), Occur.SHOULD)
                    .add(phrase(Fields.FOLDED, Words.of(Words.FOLDED, typed)), Occur.SHOULD);
            conditions.add(either.build(), Occur.MUST);
            return new Asked(
                    conditions.build(),
                    Optional.empty(),
                    Optional.of(phrase(Fields.FOLDED, Words.of(Words.FOLDED, typed))));
        }
        return words(conditions, typed);
    }

    private static Asked words(BooleanQuery.Builder conditions, String typed) {
        List<String> all = Words.of(Words.FOLDED, typed);
        if (all.isEmpty()) {
            conditions.add(typed.isBlank() ? MatchAllDocsQuery.INSTANCE : MatchNoDocsQuery.INSTANCE, Occur.FILTER);
            return new Asked(conditions.build(), Optional.empty(), Optional.empty());
        }
        var marks = new BooleanQuery.Builder();
        for (var phrase : quoted(typed)) {
            conditions.add(phrase(Fields.FOLDED, phrase), Occur.FILTER);
            marks.add(phrase(Fields.FOLDED, phrase), Occur.SHOULD);
        }
        for (String word : Words.of(Words.FOLDED, QUOTED.matcher(typed).replaceAll(" "))) {
            marks.add(new TermQuery(new Term(Fields.FOLDED, word)), Occur.SHOULD);
        }
        all.stream().distinct().forEach(it -> conditions.add(new TermQuery(new Term(Fields.FOLDED, it)), Occur.MUST));
        return new Asked(conditions.build(), Optional.of(preference(typed, all)), Optional.of(marks.build()));
    }

    // Together beats scattered, with the right marks beats without, in the subject beats in the text.
    private static org.apache.lucene.search.Query preference(String typed, List<String> folded) {
        List<String> asTyped = Words.of(Words.TYPED, typed);
        var preference = new BooleanQuery.Builder();
        preference.add(phrase(Fields.FOLDED, folded), Occur.SHOULD);
        preference.add(new BoostQuery(phrase(Fields.TYPED, asTyped), 2), Occur.SHOULD);
        preference.add(new BoostQuery(phrase(Fields.SUBJECT_FOLDED, folded), 2), Occur.SHOULD);
        preference.add(new BoostQuery(phrase(Fields.SUBJECT, asTyped), 2), Occur.SHOULD);
        asTyped.stream().distinct().forEach(it -> {
            preference.add(new BoostQuery(new TermQuery(new Term(Fields.TYPED, it)), 0.5f), Occur.SHOULD);
        });
        folded.stream()
                .distinct()
                .forEach(it -> preference.add(new TermQuery(new Term(Fields.SUBJECT_FOLDED, it)), Occur.SHOULD));
        return preference.build();
    }

    private static void name(BooleanQuery.Builder conditions, String field, String typed) {
        List<String> words = Words.of(Words.FOLDED, Words.clean(typed));
        if (words.isEmpty() && !typed.isBlank()) {
            conditions.add(MatchNoDocsQuery.INSTANCE, Occur.FILTER);
        }
        words.stream().distinct().forEach(it -> conditions.add(new TermQuery(new Term(field, it)), Occur.FILTER));
    }

    /** {@code 12/KH-THTT} is number 12 of every symbol with the parts KH and THTT…; zeros in front do not matter. */
    private static org.apache.lucene.search.Query number(String typed) {
        Matcher form = NUMBER.matcher(typed);
        if (!form.matches()) {
            throw new Refusal(SearchReason.BAD_NUMBER);
        }
        var number = new BooleanQuery.Builder();
        number.add(IntPoint.newExactQuery(Fields.NUMBER, Integer.parseInt(form.group(1))), Occur.FILTER);
        List<String> parts = form.group(2) == null ? List.of() : Fields.parts(form.group(2));
        for (int i = 0; i < parts.size(); i++) {
            var part = new Term(Fields.SYMBOL, parts.get(i));
            number.add(i == parts.size() - 1 ? new PrefixQuery(part) : new TermQuery(part), Occur.FILTER);
        }
        number.add(MatchAllDocsQuery.INSTANCE, Occur.MUST);
        return number.build();
    }

    private static List<List<String>> quoted(String typed) {
        var phrases = new ArrayList<List<String>>();
        var quotes = QUOTED.matcher(typed);
        while (quotes.find()) {
            List<String> words = Words.of(Words.FOLDED, quotes.group(1));
            if (!words.isEmpty()) {
                phrases.add(words);
            }
        }
        return phrases;
    }

    private static org.apache.lucene.search.Query phrase(String field, List<String> words) {
        return new PhraseQuery(field, words.toArray(String[]::new));
    }
}
