package vn.antin.search;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.SortedDocValues;
import org.apache.lucene.search.CollectorManager;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.SimpleCollector;

/** Counts what answers a query, by the values of some fields. */
final class Tally implements CollectorManager<Tally.Count, Map<String, Map<String, Integer>>> {
    private static final int MOST_VALUES = 20;

    private final List<String> fields;

    Tally(String... fields) {
        this.fields = List.of(fields);
    }

    @Override
    public Count newCollector() {
        return new Count(fields);
    }

    /** For each field its values, the most frequent first. */
    @Override
    public Map<String, Map<String, Integer>> reduce(Collection<Count> counts) {
        var result = new LinkedHashMap<String, Map<String, Integer>>();
        for (String field : fields) {
            var sum = new LinkedHashMap<String, Integer>();
            counts.forEach(count ->
                    count.sums.getOrDefault(field, Map.of()).forEach((value, n) -> sum.merge(value, n, Integer::sum)));
            var sorted = new LinkedHashMap<String, Integer>();
            sum.entrySet().stream()
                    .sorted(Map.Entry.<String, Integer>comparingByValue()
                            .reversed()
                            .thenComparing(Map.Entry.comparingByKey()))
                    .limit(MOST_VALUES)
                    .forEach(it -> sorted.put(it.getKey(), it.getValue()));
            result.put(field, sorted);
        }
        return result;
    }

    static final class Count extends SimpleCollector {
        private final List<String> fields;
        private final Map<String, Map<String, Integer>> sums = new LinkedHashMap<>();
        private final List<SortedDocValues> values = new ArrayList<>();
        private final List<int[]> counts = new ArrayList<>();

        Count(List<String> fields) {
            this.fields = fields;
        }

        @Override
        protected void doSetNextReader(LeafReaderContext leaf) throws IOException {
            values.clear();
            counts.clear();
            for (String field : fields) {
                var of = DocValues.getSorted(leaf.reader(), field);
                values.add(of);
                counts.add(new int[of.getValueCount()]);
            }
        }

        @Override
        public void collect(int document) throws IOException {
            for (int i = 0; i < values.size(); i++) {
                if (values.get(i).advanceExact(document)) {
                    counts.get(i)[values.get(i).ordValue()]++;
                }
            }
        }

        @Override
        public void finish() throws IOException {
            for (int i = 0; i < values.size(); i++) {
                var sum = sums.computeIfAbsent(fields.get(i), it -> new LinkedHashMap<>());
                int[] count = counts.get(i);
                for (int value = 0; value < count.length; value++) {
                    if (count[value] > 0) {
                        sum.merge(values.get(i).lookupOrd(value).utf8ToString(), count[value], Integer::sum);
                    }
                }
            }
            values.clear();
            counts.clear();
        }

        @Override
        public ScoreMode scoreMode() {
            return ScoreMode.COMPLETE_NO_SCORES;
        }
    }
}
