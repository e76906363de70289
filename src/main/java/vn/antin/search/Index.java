package vn.antin.search;

import java.io.EOFException;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import org.apache.lucene.analysis.miscellaneous.PerFieldAnalyzerWrapper;
import org.apache.lucene.index.CorruptIndexException;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexFormatTooNewException;
import org.apache.lucene.index.IndexFormatTooOldException;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.SearcherManager;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FSDirectory;
import org.apache.lucene.store.LockObtainFailedException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import vn.antin.archive.Archive;
import vn.antin.archive.ArchivedOriginal;
import vn.antin.kernel.Refusal;

/**
 * The files of the index under {@code <antin.home>/index}: a read model of the archive that may be thrown away at any
 * time. Each commit says how far along the archive's order it has come, so that nothing is ever left out.
 */
@Component
class Index implements DisposableBean {
    private static final Logger LOG = LoggerFactory.getLogger(Index.class);
    private static final String FORM = "form";
    private static final String SEQUENCE = "sequence";
    private static final int BATCH = 200;
    private static final long PATIENCE_SECONDS = 5;

    private final Path folder;
    private final Archive archive;
    // Held by whoever writes. A search waits for it a little, then searches what is there.
    private final ReentrantLock writing = new ReentrantLock();

    private @Nullable Directory directory;
    private @Nullable IndexWriter writer;
    private volatile @Nullable SearcherManager searchers;

    Index(@Value("${antin.home}") Path home, Archive archive) {
        this.folder = home.resolve("index");
        this.archive = archive;
    }

    /** Takes in what has been archived since the last commit. Does nothing while another process keeps the index. */
    void catchUp() throws IOException {
        writing.lock();
        try {
            takeIn();
        } finally {
            writing.unlock();
        }
    }

    /** Throws the index away and reads the whole archive again; until it is done the old one answers. */
    long rebuild() throws IOException {
        writing.lock();
        try {
            var open = open();
            if (open == null) {
                throw new Refusal(SearchReason.INDEX_IN_USE);
            }
            open.deleteAll();
            long last = takeInAfter(open, 0, false);
            commit(open, last);
            return last;
        } catch (IOException e) {
            abandon();
            throw e;
        } finally {
            writing.unlock();
        }
    }

    /** Searches the index as it is now, after it has caught up. A broken index is built anew, once. */
    <T> T search(Work<T> work) throws IOException {
        catchUpWithPatience();
        try {
            return searchOnce(work);
        } catch (CorruptIndexException | EOFException | FileNotFoundException | NoSuchFileException e) {
            LOG.warn("The index is broken and is built anew", e);
            writing.lock();
            try {
                abandon();
                wipe();
                takeIn();
            } finally {
                writing.unlock();
            }
            return searchOnce(work);
        }
    }

    @Override
    public void destroy() throws IOException {
        writing.lock();
        try {
            if (searchers != null) {
                searchers.close();
                searchers = null;
            }
            if (writer != null) {
                writer.close();
                writer = null;
            }
            if (directory != null) {
                directory.close();
                directory = null;
            }
        } finally {
            writing.unlock();
        }
    }

    private void catchUpWithPatience() {
        try {
            if (writing.tryLock(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                try {
                    takeIn();
                } finally {
                    writing.unlock();
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (IOException e) {
            // A full disk stops the index from growing, not from answering.
            LOG.warn("The index cannot take in what is new", e);
        }
    }

    private <T> T searchOnce(Work<T> work) throws IOException {
        SearcherManager manager = searchers();
        IndexSearcher searcher = manager.acquire();
        try {
            return work.with(searcher);
        } finally {
            manager.release(searcher);
        }
    }

    private SearcherManager searchers() throws IOException {
        var manager = searchers;
        if (manager != null) {
            manager.maybeRefresh();
            return manager;
        }
        writing.lock();
        try {
            if (searchers == null) {
                var opened = directory();
                if (!DirectoryReader.indexExists(opened)) {
                    throw new Refusal(SearchReason.INDEX_UNAVAILABLE);
                }
                searchers = new SearcherManager(opened, null);
            }
            return searchers;
        } finally {
            writing.unlock();
        }
    }

    private void takeIn() throws IOException {
        try {
            var open = open();
            if (open != null) {
                takeInAfter(open, last(open), true);
            }
        } catch (IOException e) {
            abandon();
            throw e;
        }
    }

    private long takeInAfter(IndexWriter open, long from, boolean commit) throws IOException {
        long last = from;
        List<ArchivedOriginal> batch;
        do {
            batch = archive.after(last, BATCH);
            for (var original : batch) {
                String id = original.entry().particulars().id().toString();
                open.updateDocument(new Term(Fields.DOCUMENT, id), Fields.of(original, text(original)));
                last = original.sequence();
            }
            if (commit && !batch.isEmpty()) {
                commit(open, last);
            }
        } while (!batch.isEmpty());
        return last;
    }

    private String text(ArchivedOriginal original) {
        try {
            return Extract.text(archive.read(original.digest()));
        } catch (Refusal e) {
            // The archive's own check names the fault; the document is still found by its register line.
            LOG.warn(
                    "The words of {} are not indexed: {}",
                    original.digest(),
                    e.reason().key());
            return "";
        }
    }

    private void commit(IndexWriter open, long last) throws IOException {
        open.setLiveCommitData(
                Map.of(FORM, Fields.FORM, SEQUENCE, Long.toString(last)).entrySet());
        open.commit();
        var manager = searchers;
        if (manager != null) {
            manager.maybeRefreshBlocking();
        }
    }

    /** The writer, or nothing while another process has it. */
    private @Nullable IndexWriter open() throws IOException {
        var open = writer;
        if (open != null && open.isOpen()) {
            return open;
        }
        try {
            open = openOrBuild();
        } catch (LockObtainFailedException e) {
            return null;
        }
        writer = open;
        return open;
    }

    private IndexWriter openOrBuild() throws IOException {
        try {
            var opened = new IndexWriter(directory(), config());
            if (fits(opened)) {
                return opened;
            }
            opened.rollback();
        } catch (CorruptIndexException
                | IndexFormatTooOldException
                | IndexFormatTooNewException
                | EOFException
                | FileNotFoundException
                | NoSuchFileException
                | IllegalArgumentException e) {
            LOG.warn("The index cannot be opened and is built anew", e);
        }
        closeSearchers();
        wipe();
        var fresh = new IndexWriter(directory(), config());
        commit(fresh, 0);
        return fresh;
    }

    // Of this form, and not of an archive that has gone further than ours: an older copy may have been restored.
    private boolean fits(IndexWriter opened) {
        if (!Fields.FORM.equals(data(opened).get(FORM))) {
            return false;
        }
        long last = last(opened);
        return last == 0 || !archive.after(last - 1, 1).isEmpty();
    }

    private static long last(IndexWriter open) {
        return Long.parseLong(data(open).getOrDefault(SEQUENCE, "0"));
    }

    private static Map<String, String> data(IndexWriter open) {
        var data = new java.util.HashMap<String, String>();
        var live = open.getLiveCommitData();
        if (live != null) {
            live.forEach(it -> data.put(it.getKey(), it.getValue()));
        }
        return data;
    }

    private static IndexWriterConfig config() {
        return new IndexWriterConfig(new PerFieldAnalyzerWrapper(
                Words.FOLDED, Map.of(Fields.TYPED, Words.TYPED, Fields.SUBJECT, Words.TYPED)));
    }

    private Directory directory() throws IOException {
        var open = directory;
        if (open == null) {
            Files.createDirectories(folder);
            open = FSDirectory.open(folder);
            directory = open;
        }
        return open;
    }

    /** Lets go of everything open, so that the next use starts from the disk. */
    private void abandon() throws IOException {
        closeSearchers();
        var open = writer;
        writer = null;
        if (open != null) {
            open.rollback();
        }
    }

    private void closeSearchers() throws IOException {
        var manager = searchers;
        searchers = null;
        if (manager != null) {
            manager.close();
        }
    }

    private void wipe() throws IOException {
        var open = directory();
        for (String file : open.listAll()) {
            if (!file.equals(IndexWriter.WRITE_LOCK_NAME)) {
                open.deleteFile(file);
            }
        }
    }

    /** Something done with the index as it is at one moment. */
    interface Work<T> {
        T with(IndexSearcher searcher) throws IOException;
    }
}
