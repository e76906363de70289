package vn.antin.sign;

import java.io.ByteArrayInputStream;
import java.security.cert.CertificateEncodingException;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.random.RandomGenerator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import vn.antin.check.CheckedDocument;
import vn.antin.kernel.Content;
import vn.antin.kernel.DocumentId;
import vn.antin.kernel.PersonId;
import vn.antin.kernel.Refusal;
import vn.antin.kernel.Sha256;
import vn.antin.sign.PendingSignature.State;
import vn.antin.sign.PendingSignature.Way;
import vn.antin.trust.TimestampAuthority;
import vn.antin.trust.TrustAnchors;

/**
 * Signatures whose keys lie elsewhere: begun here, put aside on the disk, finished when the value comes. Whoever leads
 * documents calls {@link #work} on what is {@link #due} and takes what is {@code READY}.
 *
 * <p>A value is verified before it is kept, kept before its time-stamp is asked for, and asked for as often as needed: a
 * slow or dead authority loses nothing. Every step is taken once, whoever comes second finds the state moved on.
 */
@Component
public class PendingSignatures {
    private static final Logger LOG = LoggerFactory.getLogger(PendingSignatures.class);

    /** As long as the services' own requests stay on the telephone. */
    private static final Duration REMOTE = Duration.ofMinutes(5);

    private static final Duration BROWSER = Duration.ofMinutes(15);
    /** Time to start the tool, place the picture and type a PIN. */
    private static final Duration TOOL = Duration.ofMinutes(30);

    private static final Duration BETWEEN_QUESTIONS = Duration.ofSeconds(2);
    /** Longer than every question of one start together; whoever still asks then does so no more. */
    private static final Duration LONGEST_START = Duration.ofMinutes(4);

    private static final Duration FIRST_RETRY = Duration.ofSeconds(5);
    private static final Duration LONGEST_RETRY = Duration.ofMinutes(10);
    private static final int AT_ONCE = 500;

    private final Signer signer;
    private final UsableCertificates usable;
    private final TrustAnchors trust;
    private final TimestampAuthority time;
    private final RemoteSigning remote;
    private final PendingFiles files;
    private final PendingRows rows;
    private final TransactionTemplate transaction;
    private final Clock clock;
    private final RandomGenerator chance;

    PendingSignatures(
            Signer signer,
            UsableCertificates usable,
            TrustAnchors trust,
            @Qualifier("signatureTime") TimestampAuthority time,
            RemoteSigning remote,
            PendingFiles files,
            PendingRows rows,
            PlatformTransactionManager transactions,
            Clock clock,
            RandomGenerator chance) {
        this.signer = signer;
        this.usable = usable;
        this.trust = trust;
        this.time = time;
        this.remote = remote;
        this.files = files;
        this.rows = rows;
        this.transaction = new TransactionTemplate(transactions);
        this.clock = clock;
        this.chance = chance;
    }

    /** A remote service where that person has an account. */
    public record Service(String name, String title) {}

    /** The remote services that can sign for the person. */
    public List<Service> services(PersonId person) {
        return remote.serving(person.value());
    }

    /** What a program in the person's machine needs: the digest, or the bytes when it hashes itself. */
    public record ToSign(PendingSignature pending, Sha256 digest, Content attributes, String algorithm) {}

    /**
     * Prepares a signature for a program that signs a digest.
     *
     * @param given DER: the person's certificate, then any others
     */
    public ToSign begin(CheckedDocument document, List<byte[]> given) {
        String owner = document.particulars().signatory().value();
        List<X509Certificate> chain = usable.trusted(owner, certificates(given), trust);
        PreparedSignature prepared = signer.prepare(document, chain);
        UUID id = random();
        var row = row(id, id, 0, document, Way.BROWSER, BROWSER, prepared);
        insert(List.of(row), List.of(prepared.file()), () -> {});
        return toSign(row.of(), prepared);
    }

    /** The same again, from what is kept. */
    public ToSign toSign(UUID id) {
        PendingRows.Row row = awaiting(id, Way.BROWSER);
        return toSign(row.of(), restored(row));
    }

    private static ToSign toSign(PendingSignature of, PreparedSignature prepared) {
        String algorithm = Algorithm.of(prepared.chain().getFirst().getPublicKey())
                .orElseThrow()
                .overMessage();
        return new ToSign(of, prepared.toBeSigned(), Content.of(prepared.attributes()), algorithm);
    }

    /** The addresses, each good for one use, of a tool that takes a file and brings it back. */
    public record Errand(PendingSignature pending, String fetchKey, String bringKey) {}

    /** Prepares nothing but the errand: the tool makes the whole signature. */
    public Errand beginErrand(CheckedDocument document) {
        Signer.requireReady(document);
        UUID id = random();
        String fetch = key();
        String bring = key();
        Instant now = now();
        var row = new PendingRows.Row(
                new PendingSignature(
                        id,
                        document.particulars().id(),
                        document.particulars().agency(),
                        document.particulars().signatory(),
                        Way.TOOL,
                        State.AWAITING_VALUE,
                        null,
                        document.pdf().digest(),
                        now,
                        now.plus(TOOL)),
                id,
                0,
                document.pdf().size(),
                document.pdf().digest(),
                0,
                0,
                null,
                List.of(),
                null,
                null,
                0);
        files.put(id, document.pdf());
        insertOnce(() -> rows.insert(row, digest(fetch), digest(bring)), List.of(row.of()));
        return new Errand(row.of(), fetch, bring);
    }

    /** Asks a remote service for one signature a document, all with one confirmation. */
    public List<PendingSignature> begin(List<CheckedDocument> documents, String service) {
        var particulars = documents.getFirst().particulars();
        String owner = particulars.signatory().value();
        if (documents.stream()
                .anyMatch(it -> !it.particulars().signatory().value().equals(owner))) {
            throw new IllegalArgumentException("One act is one person's");
        }
        var credential = remote.credential(service, owner);
        List<X509Certificate> chain = usable.trusted(owner, credential.chain(), trust);
        if (documents.size() > credential.most()) {
            throw new Refusal(SignReason.REMOTE_TOO_MANY, credential.most());
        }
        UUID act = random();
        var made = new ArrayList<PendingRows.Row>();
        var kept = new ArrayList<Content>();
        for (CheckedDocument it : documents) {
            PreparedSignature prepared = signer.prepare(it, chain);
            made.add(row(random(), act, made.size(), it, Way.REMOTE, REMOTE, prepared));
            kept.add(prepared.file());
        }
        String words = documents.size() == 1
                ? "Ký văn bản: " + shortened(particulars.subject())
                : "Ký " + documents.size() + " văn bản";
        insert(made, kept, () -> remote.insert(act, service, credential, words));
        try {
            remote.challenge(service, credential);
        } catch (Refusal refused) {
            made.forEach(it -> cancel(it.of().id()));
            throw refused;
        }
        return made.stream().map(PendingRows.Row::of).toList();
    }

    private static String shortened(String subject) {
        return subject.length() <= 100 ? subject : subject.substring(0, 99) + "…";
    }

    private PendingRows.Row row(
            UUID id, UUID act, int place, CheckedDocument document, Way way, Duration life, PreparedSignature made) {
        Instant now = now();
        return new PendingRows.Row(
                new PendingSignature(
                        id,
                        document.particulars().id(),
                        document.particulars().agency(),
                        document.particulars().signatory(),
                        way,
                        State.AWAITING_VALUE,
                        null,
                        document.pdf().digest(),
                        now,
                        now.plus(life)),
                act,
                place,
                document.pdf().size(),
                made.file().digest(),
                made.from(),
                made.to(),
                Content.of(made.attributes()),
                made.chain().stream().map(PendingSignatures::encoded).toList(),
                null,
                null,
                0);
    }

    private void insert(List<PendingRows.Row> made, List<Content> kept, Runnable also) {
        for (int i = 0; i < made.size(); i++) {
            files.put(made.get(i).of().id(), kept.get(i));
        }
        insertOnce(
                () -> {
                    also.run();
                    made.forEach(it -> rows.insert(it, null, null));
                },
                made.stream().map(PendingRows.Row::of).toList());
    }

    /** The index on the rows is what holds between two that begin at once. */
    private void insertOnce(Runnable insert, List<PendingSignature> begun) {
        try {
            transaction.executeWithoutResult(status -> insert.run());
        } catch (DataAccessException e) {
            begun.forEach(it -> files.clear(it.id()));
            if (begun.stream().anyMatch(it -> rows.openOf(it.document()).isPresent())) {
                throw new Refusal(SignReason.PENDING_ALREADY, e);
            }
            throw e;
        }
    }

    /** The one under way for the document. */
    public Optional<PendingSignature> openOf(DocumentId document) {
        return rows.openOf(document).map(PendingRows.Row::of);
    }

    /** All that were begun by one act with that one. */
    public List<PendingSignature> withOne(UUID id) {
        return rows.find(id).map(it -> rows.ofAct(it.act())).orElse(List.of()).stream()
                .map(PendingRows.Row::of)
                .toList();
    }

    /** The last one for the document, ended or not. */
    public Optional<PendingSignature> lastOf(DocumentId document) {
        return rows.lastOf(document).map(PendingRows.Row::of);
    }

    /** Refused when there is none. */
    public PendingSignature find(UUID id) {
        return rows.find(id).map(PendingRows.Row::of).orElseThrow(() -> new Refusal(SignReason.PENDING_GONE));
    }

    /** Takes the value that the person's program made; once. A wrong one changes nothing. */
    public void bring(UUID id, byte[] value) {
        PendingRows.Row row = awaiting(id, Way.BROWSER);
        if (!restored(row).fits(value)) {
            throw new Refusal(SignReason.VALUE_WRONG);
        }
        if (!rows.value(id, value)) {
            throw new Refusal(SignReason.PENDING_GONE);
        }
    }

    /** The file for a tool; the key is used up. */
    public Content fetch(String key) {
        PendingRows.Row row = rows.takeFetchKey(digest(key)).orElseThrow(() -> new Refusal(SignReason.PENDING_GONE));
        return files.read(row.of().id(), row.of().source());
    }

    /** Takes the file that a tool signed; the key is used up unless the file is refused. */
    public PendingSignature bring(String key, Content file) {
        PendingRows.Row row = rows.takeBringKey(digest(key)).orElseThrow(() -> new Refusal(SignReason.PENDING_GONE));
        try {
            return accepted(row, file);
        } catch (RuntimeException e) {
            rows.giveBack(row.of().id(), digest(key));
            throw e;
        }
    }

    /** The same from the person's own hands, at a page where they are signed in. */
    public PendingSignature bringByHand(UUID id, Content file) {
        return accepted(awaiting(id, Way.TOOL), file);
    }

    private PendingSignature accepted(PendingRows.Row row, Content file) {
        PendingSignature of = row.of();
        Content before = files.read(of.id(), of.source());
        var appended = AppendedSignature.of(before, file);
        usable.trusted(of.person().value(), appended.chain(), trust);
        files.put(of.id(), file);
        boolean mine = transaction.execute(status -> {
            if (!rows.file(of.id(), file.digest(), appended.from(), appended.to(), appended.value())) {
                return false;
            }
            if (appended.stamped() || !time.stamps()) {
                rows.ready(of.id(), file.digest());
            }
            return true;
        });
        if (!mine) {
            throw new Refusal(SignReason.PENDING_GONE);
        }
        return find(of.id());
    }

    /** Gives it up. A service may still hold its request on the telephone; what it answers is not looked at. */
    public void cancel(UUID id) {
        if (rows.end(id, State.CANCELLED, SignReason.PENDING_CANCELLED)) {
            files.clear(id);
        }
    }

    /** Gives up whatever is under way for the document, because its pages are no longer those, or need it no more. */
    public void cancelOf(DocumentId document) {
        rows.openOf(document).ifPresent(it -> rows.end(it.of().id(), State.CANCELLED, SignReason.PENDING_CANCELLED));
    }

    /** Those whose next step is due. */
    public List<PendingSignature> due() {
        return rows.due(AT_ONCE).stream().map(PendingRows.Row::of).toList();
    }

    /**
     * Takes the next step of one: asks the service, asks for the time-stamp, lets it expire. May take as long as those
     * take to answer, so not for a request's thread.
     */
    public void work(UUID id) {
        rows.find(id).ifPresent(row -> {
            switch (row.of().state()) {
                case AWAITING_VALUE -> await(row);
                case AWAITING_TIMESTAMP -> stamp(row);
                case READY, SIGNED, REJECTED, EXPIRED, CANCELLED, FAILED -> {}
            }
        });
    }

    private void await(PendingRows.Row row) {
        if (!now().isBefore(row.of().expiresAt())) {
            end(row, State.EXPIRED, SignReason.PENDING_EXPIRED);
            return;
        }
        if (row.of().way() != Way.REMOTE) {
            rows.later(row.of().id(), row.of().expiresAt());
            return;
        }
        // Every row of the act is due at once, and one question is enough for all.
        if (!rows.claim(row.act(), now().plus(LONGEST_START))) {
            return;
        }
        List<PendingRows.Row> act = rows.ofAct(row.act());
        switch (remote.step(row.act(), prepared(act))) {
            case RemoteSigning.Told.Wait() -> rows.laterAct(row.act(), now().plus(BETWEEN_QUESTIONS));
            case RemoteSigning.Told.AwaitPerson() -> rows.laterAct(row.act(), now());
            case RemoteSigning.Told.Values it -> distribute(act, it.values());
            case RemoteSigning.Told.Over it -> act.forEach(one -> end(one, it.state(), it.reason()));
        }
    }

    static List<Sha256> prepared(List<PendingRows.Row> act) {
        return act.stream()
                .map(it -> java.util.Objects.requireNonNull(it.attributes()).digest())
                .toList();
    }

    /** Each value goes where it fits, whatever order and number the service gave; who gets none is told so. */
    private void distribute(List<PendingRows.Row> act, List<byte[]> values) {
        for (PendingRows.Row row : act) {
            try {
                PreparedSignature prepared = restored(row);
                var inOrder = new ArrayList<byte[]>();
                if (row.place() < values.size()) {
                    inOrder.add(values.get(row.place()));
                }
                inOrder.addAll(values);
                inOrder.stream()
                        .filter(prepared::fits)
                        .findFirst()
                        .ifPresentOrElse(
                                it -> rows.value(row.of().id(), it),
                                () -> end(row, State.FAILED, SignReason.REMOTE_ANSWER_WRONG));
            } catch (Refusal damaged) {
                end(row, State.FAILED, SignReason.PENDING_DAMAGED);
            }
        }
    }

    private void stamp(PendingRows.Row row) {
        UUID id = row.of().id();
        byte[] value = java.util.Objects.requireNonNull(row.value()).bytes();
        try {
            Content result;
            if (row.of().way() == Way.TOOL) {
                result = AppendedSignature.stamped(
                        files.read(id, row.prepared()), row.from(), row.to(), time.stamp(Sha256.of(value)));
            } else {
                PreparedSignature prepared = restored(row);
                if (!prepared.fits(value)) {
                    throw new Refusal(SignReason.PENDING_DAMAGED);
                }
                result = prepared.completed(value, time.stamp(Sha256.of(value)));
            }
            files.put(id, result);
            rows.ready(id, result.digest());
        } catch (Refusal refused) {
            if (refused.reason() == SignReason.PENDING_DAMAGED
                    || refused.reason() == SignReason.FILE_WITHOUT_ROOM
                    || refused.reason() == SignReason.FILE_SIGNATURE_WRONG) {
                end(row, State.FAILED, (SignReason) refused.reason());
                return;
            }
            Duration pause = FIRST_RETRY.multipliedBy(1L << Math.min(row.tries(), 10));
            rows.later(id, now().plus(pause.compareTo(LONGEST_RETRY) < 0 ? pause : LONGEST_RETRY));
            LOG.warn(
                    "Signature {} waits for its time-stamp: {}",
                    id,
                    refused.reason().key());
        }
    }

    private void end(PendingRows.Row row, State state, SignReason reason) {
        if (rows.end(row.of().id(), state, reason)) {
            remote.forget(row.act());
            files.clear(row.of().id());
            LOG.info("Signature {} ended without a value: {}", row.of().id(), reason.key());
        }
    }

    /** The finished file of one that is ready. */
    public Content result(UUID id) {
        PendingRows.Row row = rows.find(id)
                .filter(it -> it.of().state() == State.READY)
                .orElseThrow(() -> new Refusal(SignReason.PENDING_GONE));
        return files.read(id, java.util.Objects.requireNonNull(row.result()));
    }

    /** The document has taken the file: in the transaction in which it moves on. */
    public void taken(UUID id) {
        if (!rows.end(id, State.SIGNED, null)) {
            throw new Refusal(SignReason.PENDING_GONE);
        }
    }

    /** Sweeps away the files of one that has ended. */
    public void sweep(UUID id) {
        if (!find(id).state().open()) {
            files.clear(id);
        }
    }

    private PendingRows.Row awaiting(UUID id, Way way) {
        PendingRows.Row row = rows.find(id)
                .filter(it -> it.of().way() == way && it.of().state() == State.AWAITING_VALUE)
                .orElseThrow(() -> new Refusal(SignReason.PENDING_GONE));
        if (!now().isBefore(row.of().expiresAt())) {
            end(row, State.EXPIRED, SignReason.PENDING_EXPIRED);
            throw new Refusal(SignReason.PENDING_EXPIRED);
        }
        return row;
    }

    private PreparedSignature restored(PendingRows.Row row) {
        return PreparedSignature.restored(
                files.read(row.of().id(), row.prepared()),
                new PreparedSignature.Source(row.of().source(), row.sourceSize()),
                row.from(),
                row.to(),
                java.util.Objects.requireNonNull(row.attributes()).bytes(),
                certificates(row.chain()));
    }

    private static List<X509Certificate> certificates(List<byte[]> der) {
        try {
            var factory = CertificateFactory.getInstance("X.509");
            var read = new ArrayList<X509Certificate>();
            for (byte[] it : der) {
                read.add((X509Certificate) factory.generateCertificate(new ByteArrayInputStream(it)));
            }
            return read;
        } catch (CertificateException e) {
            throw new Refusal(SignReason.VALUE_WRONG, e);
        }
    }

    private static byte[] encoded(X509Certificate certificate) {
        try {
            return certificate.getEncoded();
        } catch (CertificateEncodingException e) {
            throw new IllegalStateException("A certificate that was read can be written", e);
        }
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }

    private UUID random() {
        byte[] bytes = new byte[16];
        chance.nextBytes(bytes);
        return UUID.nameUUIDFromBytes(bytes);
    }

    /** 128 bits that nobody guesses; only their digest is kept. */
    private String key() {
        byte[] bytes = new byte[16];
        chance.nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }

    private static Sha256 digest(String key) {
        return Sha256.of(key.getBytes(java.nio.charset.StandardCharsets.US_ASCII));
    }
}
