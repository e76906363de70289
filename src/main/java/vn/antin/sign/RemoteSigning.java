package vn.antin.sign;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationRequest;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;
import vn.antin.kernel.Refusal;
import vn.antin.kernel.Sha256;
import vn.antin.sign.remote.Leave;
import vn.antin.sign.remote.RemoteService;
import vn.antin.sign.remote.RemoteService.Credential;
import vn.antin.sign.remote.RemoteService.Step;
import vn.antin.sign.remote.RemoteTrouble;

/** What is asked of remote services, remembered so that a restart neither asks twice nor forgets to ask on. */
@Component
class RemoteSigning {
    private static final Logger LOG = LoggerFactory.getLogger(RemoteSigning.class);

    private final RemotePolicy policy;
    private final RemoteActs acts;
    /** What people brought, from the page that took it to the question it is for. */
    private final Map<UUID, Leave> brought = new ConcurrentHashMap<>();
    /** What this process is asking at this moment, for as long as the answers take. */
    private final Set<UUID> asking = ConcurrentHashMap.newKeySet();

    RemoteSigning(RemoteProperties typed, JsonMapper json, RemoteActs acts) {
        this.policy = RemotePolicy.from(typed, json);
        this.acts = acts;
    }

    /** What has become of an act. */
    sealed interface Told {
        record Wait() implements Told {}

        /** For what the person is to bring: due whenever somebody looks. */
        record AwaitPerson() implements Told {}

        record Values(List<byte[]> values) implements Told {}

        record Over(PendingSignature.State state, SignReason reason) implements Told {}
    }

    List<PendingSignatures.Service> serving(String owner) {
        return policy.services().stream()
                .filter(it -> it.accounts().containsKey(owner))
                .map(it -> new PendingSignatures.Service(
                        it.service().name(), it.service().title()))
                .toList();
    }

    Credential credential(String service, String owner) {
        RemotePolicy.Served served =
                policy.named(service).orElseThrow(() -> new Refusal(SignReason.REMOTE_NO_ACCOUNT, owner));
        String account = Optional.ofNullable(served.accounts().get(owner))
                .orElseThrow(() -> new Refusal(SignReason.REMOTE_NO_ACCOUNT, owner));
        try {
            return served.service().credential(account);
        } catch (RemoteTrouble e) {
            LOG.warn("Remote service {}: {}", service, e.getMessage());
            throw new Refusal(
                    e.kind() == RemoteTrouble.Kind.NO_CREDENTIAL
                            ? SignReason.REMOTE_NO_ACCOUNT
                            : SignReason.REMOTE_UNAVAILABLE,
                    e,
                    owner);
        }
    }

    void insert(UUID act, String service, Credential credential, String words) {
        acts.insert(new RemoteActs.RemoteAct(
                act,
                service,
                credential.id(),
                words,
                credential.needs().nothing() ? RemoteActs.State.NEW : RemoteActs.State.PERSON,
                null,
                credential.needs(),
                null));
    }

    /** The act, while it waits for what the person brings. */
    Optional<RemoteActs.RemoteAct> awaitingPerson(UUID act) {
        return acts.find(act).filter(it -> it.state() == RemoteActs.State.PERSON);
    }

    /** Takes what the person brought, for one question. */
    void bring(UUID act, Leave leave) {
        brought.put(act, leave);
        if (!acts.move(act, RemoteActs.State.PERSON, RemoteActs.State.NEW, null)) {
            brought.remove(act, leave);
            throw new Refusal(SignReason.PENDING_GONE);
        }
    }

    /** Nobody will ask with it any more. */
    void forget(UUID act) {
        brought.remove(act);
    }

    /** Has a one-time password sent to the person. */
    void challenge(String service, Credential credential) {
        if (credential.needs().challenge()) {
            atService(service, it -> {
                it.challenge(credential);
                return credential;
            });
        }
    }

    void challenge(RemoteActs.RemoteAct act) {
        challenge(act.service(), credential(act));
    }

    /** Where the person's browser goes to give leave. */
    OAuth2AuthorizationRequest page(RemoteActs.RemoteAct act, List<Sha256> digests, String state, String back) {
        return atService(act.service(), it -> it.page(credential(act), digests, act.words(), state, back));
    }

    /** The chain was taken over into the prepared signature; here only name and needs count. */
    private static Credential credential(RemoteActs.RemoteAct act) {
        return new Credential(act.credential(), List.of(), act.needs(), Integer.MAX_VALUE);
    }

    /** What is asked while the person waits at a page. */
    private interface Question<T> {
        T of(RemoteService service) throws RemoteTrouble;
    }

    private <T> T atService(String name, Question<T> question) {
        try {
            return question.of(policy.named(name)
                    .orElseThrow(() -> new Refusal(SignReason.REMOTE_NO_ACCOUNT))
                    .service());
        } catch (RemoteTrouble e) {
            LOG.warn("Remote service {}: {}", name, e.getMessage());
            throw new Refusal(SignReason.REMOTE_UNAVAILABLE, e);
        }
    }

    /** Takes the act one step on. */
    Told step(UUID id, List<Sha256> digests) {
        RemoteActs.RemoteAct act = acts.find(id).orElseThrow();
        Optional<RemotePolicy.Served> served = policy.named(act.service());
        if (served.isEmpty()) {
            return over(PendingSignature.State.FAILED, SignReason.REMOTE_NO_ACCOUNT);
        }
        RemoteService service = served.get().service();
        var credential = credential(act);
        return switch (act.state()) {
            case NEW -> start(service, credential, act, digests);
            // Whether the question arrived before the process ended is not known, and asking again could ask the
            // person twice for one document.
            case ASKING ->
                asking.contains(id)
                        ? new Told.Wait()
                        : over(PendingSignature.State.FAILED, SignReason.REMOTE_UNAVAILABLE);
            case WAITING -> ask(service, credential, act, digests);
            case PERSON -> new Told.AwaitPerson();
        };
    }

    private Told start(RemoteService service, Credential credential, RemoteActs.RemoteAct act, List<Sha256> digests) {
        if (!asking.add(act.id())) {
            return new Told.Wait();
        }
        try {
            return startOnce(service, credential, act, digests);
        } finally {
            asking.remove(act.id());
        }
    }

    private Told startOnce(
            RemoteService service, Credential credential, RemoteActs.RemoteAct act, List<Sha256> digests) {
        if (!acts.move(act.id(), RemoteActs.State.NEW, RemoteActs.State.ASKING, null)) {
            return new Told.Wait();
        }
        Leave leave = brought.remove(act.id());
        if (leave == null && !act.needs().nothing()) {
            // The process ended before it asked, and what the person brought went with it.
            acts.moveToPerson(act.id(), RemoteActs.State.ASKING, null);
            return new Told.AwaitPerson();
        }
        try {
            Leave given = leave == null ? new Leave.None() : leave;
            return told(
                    act.id(),
                    RemoteActs.State.ASKING,
                    service.start(credential, digests, act.id(), act.words(), given));
        } catch (RemoteTrouble e) {
            LOG.warn("Remote service {}: {}", act.service(), e.getMessage());
            return over(PendingSignature.State.FAILED, SignReason.REMOTE_UNAVAILABLE);
        }
    }

    private Told ask(RemoteService service, Credential credential, RemoteActs.RemoteAct act, List<Sha256> digests) {
        String progress = java.util.Objects.requireNonNull(act.progress());
        try {
            return told(act.id(), RemoteActs.State.WAITING, service.ask(credential, digests, progress));
        } catch (RemoteTrouble e) {
            LOG.warn("Remote service {}: {}", act.service(), e.getMessage());
            return switch (e.kind()) {
                // The person may be confirming at this moment: only time ends the asking.
                case UNAVAILABLE -> new Told.Wait();
                case REFUSED, NO_CREDENTIAL -> over(PendingSignature.State.FAILED, SignReason.REMOTE_UNAVAILABLE);
            };
        }
    }

    private Told told(UUID act, RemoteActs.State from, Step step) {
        return switch (step) {
            case Step.Waiting it -> {
                acts.move(act, from, RemoteActs.State.WAITING, it.progress());
                yield new Told.Wait();
            }
            // Until the values are kept the act stands as it was, so that they can be asked for again after a crash.
            case Step.Done it -> new Told.Values(it.values());
            case Step.Rejected() -> over(PendingSignature.State.REJECTED, SignReason.REMOTE_REJECTED);
            case Step.Expired() -> over(PendingSignature.State.EXPIRED, SignReason.PENDING_EXPIRED);
            case Step.Wrong(RemoteService.Factor factor) -> {
                acts.moveToPerson(
                        act,
                        from,
                        factor == RemoteService.Factor.OTP ? SignReason.REMOTE_OTP_WRONG : SignReason.REMOTE_PIN_WRONG);
                yield new Told.AwaitPerson();
            }
            case Step.Locked() -> over(PendingSignature.State.FAILED, SignReason.REMOTE_PIN_LOCKED);
        };
    }

    private static Told over(PendingSignature.State state, SignReason reason) {
        return new Told.Over(state, reason);
    }
}
