package vn.antin.search;

import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field.Store;
import org.apache.lucene.document.IntPoint;
import org.apache.lucene.document.LongPoint;
import org.apache.lucene.document.NumericDocValuesField;
import org.apache.lucene.document.SortedDocValuesField;
import org.apache.lucene.document.StoredField;
import org.apache.lucene.document.StringField;
import org.apache.lucene.document.TextField;
import org.apache.lucene.util.BytesRef;
import vn.antin.archive.ArchivedOriginal;
import vn.antin.kernel.DocumentKind;

/** The fields of one document in the index. */
final class Fields {
    /** Changes whenever the fields do; an index of another form is built anew. */
    static final String FORM = "antin-index-1";

    static final String DOCUMENT = "document";
    static final String SEQUENCE = "sequence";
    static final String AGENCY = "agency";
    static final String KIND = "kind";
    static final String NUMBER = "number";
    static final String SYMBOL = "symbol";
    static final String PRINTED = "printed";
    static final String ISSUER = "issuer";
    static final String ISSUER_NAME = "issuerName";
    static final String SIGNATORY = "signatory";
    static final String SIGNATORY_NAME = "signatoryName";
    static final String DAY = "day";
    static final String YEAR = "year";
    static final String SUBJECT = "subject";
    static final String SUBJECT_FOLDED = "subjectFolded";
    static final String BODY = "body";
    static final String TYPED = "typed";
    static final String FOLDED = "folded";

    private static final Pattern SYMBOL_PARTS = Pattern.compile("[^\\p{L}\\p{N}.]+");

    private Fields() {}

    static Document of(ArchivedOriginal original, String text) {
        var entry = original.entry();
        var particulars = entry.particulars();
        String issuer = Words.clean(particulars.agencyName());
        String subject = Words.clean(particulars.subject());
        // The register's facts come with the words: a document whose pages cannot be read is still found by them.
        String all = String.join(
                "\n",
                subject,
                entry.number().printed(),
                particulars.kind().vietnamese(),
                issuer,
                Words.clean(particulars.signatoryName()),
                Words.clean(String.join("\n", particulars.recipients())),
                text);
        var document = new Document();
        document.add(new StringField(DOCUMENT, particulars.id().toString(), Store.YES));
        document.add(new NumericDocValuesField(SEQUENCE, original.sequence()));
        document.add(new StringField(AGENCY, particulars.agency().value(), Store.NO));
        document.add(new StringField(KIND, particulars.kind().name(), Store.YES));
        document.add(
                new SortedDocValuesField(KIND, new BytesRef(particulars.kind().name())));
        document.add(new IntPoint(NUMBER, entry.number().number()));
        symbolParts(particulars.symbol(), particulars.kind())
                .forEach(it -> document.add(new StringField(SYMBOL, it, Store.NO)));
        document.add(new StoredField(PRINTED, entry.number().printed()));
        document.add(new TextField(ISSUER, issuer, Store.NO));
        document.add(new SortedDocValuesField(ISSUER, new BytesRef(particulars.agencyName())));
        document.add(new StoredField(ISSUER_NAME, particulars.agencyName()));
        document.add(new TextField(SIGNATORY, Words.clean(particulars.signatoryName()), Store.NO));
        document.add(new StoredField(SIGNATORY_NAME, particulars.signatoryName()));
        long day = entry.issuedOn().toEpochDay();
        document.add(new LongPoint(DAY, day));
        document.add(new NumericDocValuesField(DAY, day));
        document.add(new StoredField(DAY, day));
        document.add(new SortedDocValuesField(
                YEAR, new BytesRef(Integer.toString(entry.issuedOn().getYear()))));
        document.add(new TextField(SUBJECT, subject, Store.YES));
        document.add(new TextField(SUBJECT_FOLDED, subject, Store.NO));
        document.add(new StoredField(BODY, text));
        document.add(new TextField(TYPED, all, Store.NO));
        document.add(new TextField(FOLDED, all, Store.NO));
        return document;
    }

    /** The parts of a symbol, folded; people write CV before a letter's symbol, whether it is printed or not. */
    private static Set<String> symbolParts(String symbol, DocumentKind kind) {
        var parts = new LinkedHashSet<>(parts(symbol));
        if (kind == DocumentKind.LETTER) {
            parts.add("cv");
        }
        return parts;
    }

    static List<String> parts(String symbol) {
        String folded = Words.FOLDED.normalize(SYMBOL, Words.clean(symbol)).utf8ToString();
        return Arrays.stream(SYMBOL_PARTS.split(folded))
                .filter(it -> !it.isEmpty())
                .toList();
    }
}
