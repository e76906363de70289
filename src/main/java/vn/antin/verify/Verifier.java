package vn.antin.verify;

import java.time.Clock;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.stereotype.Component;
import vn.antin.kernel.Content;
import vn.antin.kernel.Refusal;
import vn.antin.kernel.Sha256;
import vn.antin.trust.TrustAnchors;

/**
 * Judges any file from outside, and never fails on one: what cannot be judged is reported so. Needs no network and no
 * database, except to say whether the file is in the archive and what the register says of who signed.
 */
@Component
public class Verifier implements DisposableBean {
    private static final int WAITING = 64;
    /** Parsers call themselves for each level of nesting; they are stopped by their own limits, not by the stack's. */
    private static final long STACK_BYTES = 8L << 20;

    private final Judgement judgement;
    private final KnownOriginals originals;
    private final RightsInRegister rights;
    private final Phrases phrases;
    private final VerificationProperties limits;
    private final Clock clock;
    private final TrustAnchors anchors;
    private final ThreadPoolExecutor workers;
    private final MadeOfTrust<SignatureByDigest> detached;

    Verifier(
            TrustAnchors anchors,
            KnownOriginals originals,
            RightsInRegister rights,
            Phrases phrases,
            VerificationProperties limits,
            Clock clock) {
        this.judgement = new Judgement(anchors, phrases, clock, limits);
        this.anchors = anchors;
        this.detached = new MadeOfTrust<>(view -> new SignatureByDigest(view, phrases));
        this.originals = originals;
        this.rights = rights;
        this.phrases = phrases;
        this.limits = limits;
        this.clock = clock;
        int threads = Math.max(2, Runtime.getRuntime().availableProcessors());
        this.workers = new ThreadPoolExecutor(
                threads, threads, 30, TimeUnit.SECONDS, new ArrayBlockingQueue<>(WAITING), work -> {
                    var thread = new Thread(null, work, "verify", STACK_BYTES);
                    thread.setDaemon(true);
                    return thread;
                });
        workers.allowCoreThreadTimeOut(true);
    }

    /**
     * Judges the file, and says what the register knows of it.
     *
     * @param name as it came, only repeated in the report
     */
    public Report verify(Content file, String name) {
        Report report = judge(file, name);
        var original = originals.byDigest(file.digest());
        Report told =
                rights.told(report, original.map(it -> it.entry().particulars().agency()));
        return original.map(it -> told.registered(originals.facts(it))).orElse(told);
    }

    /** What the register knows of the file with that digest; the file itself is not needed. */
    public DigestReport byDigest(Sha256 digest) {
        var line = originals.byDigest(digest).map(originals::facts);
        return new DigestReport(digest.hex(), line.isPresent(), clock.instant(), line.orElse(null), List.of());
    }

    /** The same, and what can be said of its signatures without the file. */
    DigestReport byDigest(Sha256 digest, List<DigestQuestion.Handed> signatures) {
        DigestReport known = byDigest(digest);
        if (signatures.isEmpty()) {
            return known;
        }
        SignatureByDigest judge = detached.of(anchors.view());
        var told = inTurn(() ->
                signatures.stream().map(it -> judge.of(it, clock.instant())).toList());
        return new DigestReport(known.sha256(), known.known(), known.askedAt(), known.register(), told);
    }

    /** Done by the workers, so that no more of it is done at once than of anything else. */
    <T> T inTurn(Callable<T> work) {
        Future<T> future;
        try {
            future = workers.submit(work);
        } catch (RejectedExecutionException e) {
            throw new Refusal(VerifyReason.BUSY, e);
        }
        try {
            return future.get(limits.longest().toMillis() * 2, TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            future.cancel(true);
            throw new Refusal(VerifyReason.BUSY, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Refusal(VerifyReason.BUSY, e);
        } catch (ExecutionException e) {
            throw new IllegalStateException("A judgement ends in a report", e.getCause());
        }
    }

    /** Judges the file by itself. */
    Report judge(Content file, String name) {
        if (file.size() > limits.largest().toBytes()) {
            return tooLarge(name, file.size(), file.digest());
        }
        Future<Report> work;
        try {
            work = workers.submit(() -> judgement.of(file, name));
        } catch (RejectedExecutionException e) {
            throw new Refusal(VerifyReason.BUSY, e);
        }
        // Whoever waits in the line has the time of those before them, too.
        long patience = limits.longest().toMillis() * (2L + WAITING / workers.getCorePoolSize());
        try {
            return work.get(patience, TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            work.cancel(true);
            return unjudged(
                    Unjudged.TOO_LONG,
                    name,
                    file.size(),
                    file.digest(),
                    limits.longest().toSeconds());
        } catch (InterruptedException e) {
            work.cancel(true);
            Thread.currentThread().interrupt();
            throw new Refusal(VerifyReason.BUSY, e);
        } catch (ExecutionException e) {
            throw new IllegalStateException("A judgement ends in a report", e.getCause());
        }
    }

    /** For a file that is not there, or cannot be read at all. */
    Report missing(String name) {
        return unjudged(Unjudged.MISSING, name, 0, null);
    }

    /** @param digest absent when the file was too large even to be read */
    Report tooLarge(String name, long size, @Nullable Sha256 digest) {
        return unjudged(Unjudged.TOO_LARGE, name, size, digest, limits.largest().toMegabytes());
    }

    /** For a file that was not taken out of the parcel it came in. */
    public Report left(Unjudged why, String name, long size) {
        return switch (why) {
            case TOO_LARGE -> tooLarge(name, size, null);
            case ZIP_TOO_MANY -> unjudged(why, name, size, null, Parcel.MOST_FILES);
            default -> unjudged(why, name, size, null);
        };
    }

    /** Bytes of the largest file that is judged. */
    public long largest() {
        return limits.largest().toBytes();
    }

    /** How many files are judged at the same time. */
    int cores() {
        return workers.getCorePoolSize();
    }

    private Report unjudged(Unjudged why, String name, long size, @Nullable Sha256 digest, Object... arguments) {
        return new Report(
                name,
                digest == null ? null : digest.hex(),
                size,
                why.conclusion(),
                phrases.of(why, arguments),
                clock.instant(),
                List.of(),
                List.of(),
                List.of(),
                null,
                null);
    }

    @Override
    public void destroy() {
        workers.shutdownNow();
    }
}
