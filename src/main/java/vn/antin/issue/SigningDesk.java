package vn.antin.issue;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.stereotype.Component;
import vn.antin.kernel.Content;
import vn.antin.kernel.DocumentId;
import vn.antin.kernel.PersonId;
import vn.antin.kernel.Refusal;
import vn.antin.kernel.Sha256;
import vn.antin.sign.PendingSignature;
import vn.antin.sign.PendingSignatures;

/**
 * Signing with a key that is not here: begun at a page or by a program, finished behind everybody's back. No request waits
 * for a service or a time-stamp.
 */
@Component
class SigningDesk implements DisposableBean {
    private static final Logger LOG = LoggerFactory.getLogger(SigningDesk.class);

    private final OutgoingDesk desk;
    private final PendingSignatures pending;
    private final Set<UUID> underWay = ConcurrentHashMap.newKeySet();
    /** Two hundred values come at once, and each wants a time-stamp. */
    private final Semaphore atOnce = new Semaphore(8);

    private final ExecutorService hands = Executors.newVirtualThreadPerTaskExecutor();

    SigningDesk(OutgoingDesk desk, PendingSignatures pending) {
        this.desk = desk;
        this.pending = pending;
    }

    /** One document and the pages of it that the person saw. */
    record Seen(DocumentId document, Sha256 pages) {}

    /** For a program that signs a digest; the person's certificate first. */
    PendingSignatures.ToSign begin(Seen it, PersonId person, List<byte[]> certificates) {
        return pending.begin(desk.toBeSigned(it.document(), person, it.pages()), certificates);
    }

    /** For a tool that takes a file and brings it back. */
    PendingSignatures.Errand beginErrand(Seen it, PersonId person) {
        return pending.beginErrand(desk.toBeSigned(it.document(), person, it.pages()));
    }

    /** By a remote service: one confirmation for all. */
    List<PendingSignature> begin(List<Seen> documents, PersonId person, String service) {
        var begun = pending.begin(
                documents.stream()
                        .map(it -> desk.toBeSigned(it.document(), person, it.pages()))
                        .toList(),
                service);
        soon(begun.getFirst().id());
        return begun;
    }

    /** The person's own, or a refusal. */
    PendingSignature of(UUID id, PersonId person) {
        PendingSignature it = pending.find(id);
        if (!it.person().equals(person)) {
            throw new Refusal(IssueReason.ONLY_THE_SIGNATORY_SIGNS);
        }
        return it;
    }

    PendingSignatures.ToSign toSign(UUID id, PersonId person) {
        return pending.toSign(of(id, person).id());
    }

    void bring(UUID id, PersonId person, byte[] value) {
        pending.bring(of(id, person).id(), value);
        soon(id);
    }

    void bringByHand(UUID id, PersonId person, Content file) {
        soon(pending.bringByHand(of(id, person).id(), file).id());
    }

    /** By a tool, which shows only that it was told the address. */
    PendingSignature bring(String key, Content file) {
        PendingSignature it = pending.bring(key, file);
        soon(it.id());
        return it;
    }

    Content fetch(String key) {
        return pending.fetch(key);
    }

    void cancel(UUID id, PersonId person) {
        pending.cancel(of(id, person).id());
    }

    /** Sets hands to everything that is due; returns at once. */
    void workOnAll() {
        pending.due().forEach(it -> soon(it.id()));
    }

    /** Sets hands to one; returns at once. */
    void soon(UUID id) {
        if (underWay.add(id)) {
            hands.execute(() -> {
                try {
                    atOnce.acquire();
                    try {
                        workOn(id);
                    } finally {
                        atOnce.release();
                    }
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                } catch (RuntimeException e) {
                    // It is tried again when it is next due.
                    LOG.error("Signature {} could not be worked on", id, e);
                } finally {
                    underWay.remove(id);
                }
            });
        }
    }

    /** Takes the signature as far as it goes now. */
    void workOn(UUID id) {
        pending.work(id);
        if (pending.find(id).state() == PendingSignature.State.AWAITING_TIMESTAMP) {
            pending.work(id);
        }
        PendingSignature it = pending.find(id);
        if (it.state() == PendingSignature.State.READY) {
            desk.take(it);
        }
    }

    @Override
    public void destroy() {
        hands.shutdownNow();
    }
}
