package vn.antin.search;

import java.io.IOException;
import java.text.BreakIterator;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Supplier;
import org.apache.lucene.document.Document;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.QueryRescorer;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.Sort;
import org.apache.lucene.search.SortField;
import org.apache.lucene.search.TopDocs;
import org.apache.lucene.search.TopFieldCollectorManager;
import org.apache.lucene.search.TopScoreDocCollectorManager;
import org.apache.lucene.search.uhighlight.DefaultPassageFormatter;
import org.apache.lucene.search.uhighlight.LengthGoalBreakIterator;
import org.apache.lucene.search.uhighlight.UnifiedHighlighter;
import org.apache.lucene.search.uhighlight.WholeBreakIterator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.boot.web.server.context.WebServerInitializedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionalEventListener;
import org.springframework.web.util.HtmlUtils;
import vn.antin.archive.DocumentArchived;
import vn.antin.kernel.DocumentId;
import vn.antin.kernel.DocumentKind;
import vn.antin.kernel.Refusal;

/** Finds archived documents. What has been archived is found as soon as its archiving has been committed. */
@Component
public class Search implements DisposableBean {
    static final int PAGE = 20;

    private static final Logger LOG = LoggerFactory.getLogger(Search.class);

    /** Only the best by their words are weighed by their phrases: phrases cost fifty times as much. */
    private static final int WEIGHED = 200;

    private static final double PHRASES_WEIGH = 4;
    private static final int SNIPPET = 160;
    private static final int SNIPPETS = 2;
    private static final int LONGEST_MARKED = 200_000;

    private static final Sort NEWEST_FIRST = new Sort(
            new SortField(Fields.DAY, SortField.Type.LONG, true),
            new SortField(Fields.SEQUENCE, SortField.Type.LONG, true));

    private final Index index;
    private final ExecutorService indexing = Executors.newSingleThreadExecutor(
            Thread.ofVirtual().name("indexing").factory());

    Search(Index index) {
        this.index = index;
    }

    /** What answers the query, best first. */
    public Results find(Query query) {
        var asked = Asked.of(query);
        try {
            return index.search(searcher -> find(searcher, query, asked));
        } catch (IOException e) {
            throw new Refusal(SearchReason.INDEX_UNAVAILABLE, e);
        }
    }

    /** Reads the whole archive again. */
    public void rebuild() {
        try {
            index.rebuild();
        } catch (IOException e) {
            throw new Refusal(SearchReason.INDEX_UNAVAILABLE, e);
        }
    }

    /** After the commit, and not in the way of whoever archived. */
    @TransactionalEventListener(DocumentArchived.class)
    void onArchived() {
        indexing.execute(this::catchUp);
    }

    @EventListener(WebServerInitializedEvent.class)
    void onStart() {
        indexing.execute(this::catchUp);
    }

    /** Ends what is being indexed; what is not ends up in the next start's catching up. */
    @Override
    public void destroy() {
        indexing.close();
    }

    private void catchUp() {
        try {
            index.catchUp();
        } catch (IOException | RuntimeException e) {
            // The archive has the document; the next search or start tries again.
            LOG.warn("The index cannot take in what is new", e);
        }
    }

    private static Results find(IndexSearcher searcher, Query query, Asked asked) throws IOException {
        var tallies = searcher.search(asked.conditions(), new Tally(Fields.KIND, Fields.ISSUER, Fields.YEAR));
        long total = tallies.getOrDefault(Fields.KIND, Map.of()).values().stream()
                .mapToLong(Integer::longValue)
                .sum();
        int pages = Math.clamp((total + PAGE - 1) / PAGE, 1, Query.LAST_PAGE);
        int page = Math.min(query.page(), pages);
        ScoreDoc[] best = best(searcher, asked, page * PAGE);
        List<Results.Hit> hits = new ArrayList<>();
        var marker = new Marker(asked.marks());
        for (int i = (page - 1) * PAGE; i < Math.min(page * PAGE, best.length); i++) {
            hits.add(hit(searcher.storedFields().document(best[i].doc), marker));
        }
        return new Results(
                hits,
                total,
                page,
                pages,
                tallies.getOrDefault(Fields.KIND, Map.of()),
                tallies.getOrDefault(Fields.ISSUER, Map.of()),
                tallies.getOrDefault(Fields.YEAR, Map.of()));
    }

    private static ScoreDoc[] best(IndexSearcher searcher, Asked asked, int needed) throws IOException {
        if (asked.marks().isEmpty()) {
            return searcher.search(asked.conditions(), new TopFieldCollectorManager(NEWEST_FIRST, needed, needed))
                    .scoreDocs;
        }
        TopDocs byWords = searcher.search(
                asked.conditions(), new TopScoreDocCollectorManager(Math.max(needed, WEIGHED), WEIGHED));
        if (asked.preference().isEmpty()) {
            return byWords.scoreDocs;
        }
        int weighed = Math.min(WEIGHED, byWords.scoreDocs.length);
        TopDocs first = new TopDocs(byWords.totalHits, Arrays.copyOf(byWords.scoreDocs, weighed));
        ScoreDoc[] result = byWords.scoreDocs.clone();
        ScoreDoc[] ordered =
                QueryRescorer.rescore(searcher, first, asked.preference().get(), PHRASES_WEIGH, weighed).scoreDocs;
        System.arraycopy(ordered, 0, result, 0, ordered.length);
        return result;
    }

    private static Results.Hit hit(Document document, Marker marker) throws IOException {
        String subject = text(document, Fields.SUBJECT);
        var day = document.getField(Fields.DAY);
        return new Results.Hit(
                DocumentId.parse(text(document, Fields.DOCUMENT)),
                text(document, Fields.PRINTED),
                LocalDate.ofEpochDay(day == null ? 0 : day.numericValue().longValue()),
                DocumentKind.valueOf(text(document, Fields.KIND)),
                text(document, Fields.ISSUER_NAME),
                text(document, Fields.SIGNATORY_NAME),
                subject,
                marker.whole(subject),
                marker.snippets(text(document, Fields.BODY)));
    }

    private static String text(Document document, String field) {
        return Optional.ofNullable(document.get(field)).orElse("");
    }

    /** Marks what was found; everything else becomes plain, escaped text. */
    private static final class Marker {
        private final Optional<org.apache.lucene.search.Query> marks;

        Marker(Optional<org.apache.lucene.search.Query> marks) {
            this.marks = marks;
        }

        String whole(String text) throws IOException {
            return mark(text, WholeBreakIterator::new, 1, HtmlUtils.htmlEscape(text));
        }

        String snippets(String text) throws IOException {
            String start = text.strip();
            return mark(
                    text,
                    () -> LengthGoalBreakIterator.createMinLength(
                            BreakIterator.getWordInstance(Locale.ROOT), SNIPPET, 0.5f),
                    SNIPPETS,
                    HtmlUtils.htmlEscape(start.length() > SNIPPET ? start.substring(0, SNIPPET) + "…" : start));
        }

        private String mark(String text, Supplier<BreakIterator> pieces, int most, String unmarked) throws IOException {
            if (marks.isEmpty() || text.isBlank()) {
                return unmarked;
            }
            Object marked = UnifiedHighlighter.builderWithoutSearcher(Words.FOLDED)
                    .withFormatter(new DefaultPassageFormatter("<mark>", "</mark>", " … ", true))
                    .withBreakIterator(pieces)
                    .withMaxNoHighlightPassages(0)
                    .withMaxLength(LONGEST_MARKED)
                    .build()
                    .highlightWithoutSearcher(Fields.FOLDED, marks.get(), text, most);
            return marked == null || marked.toString().isEmpty() ? unmarked : marked.toString();
        }
    }
}
