package vn.antin.sign.remote;

import java.security.cert.X509Certificate;
import java.util.List;
import java.util.UUID;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationRequest;
import vn.antin.kernel.Sha256;

/**
 * A service that keeps people's keys and signs digests when they confirm on their telephone. Whatever it answers is not
 * believed: each value is verified against the certificate before anything is made of it.
 */
public interface RemoteService {
    /** As the settings call it. */
    String name();

    /** As people know it. */
    String title();

    /**
     * The account's key that can be used now.
     *
     * @param account as the service knows the person
     * @throws RemoteTrouble {@link RemoteTrouble.Kind#NO_CREDENTIAL} when there is none
     */
    Credential credential(String account) throws RemoteTrouble;

    /**
     * Asks for one value a digest, all with one confirmation.
     *
     * @param act our own name of this act; asking twice with the same name is one act where the service knows how
     * @param words what the person is shown on the telephone
     * @param leave what the credential {@link Credential#needs}
     */
    Step start(Credential credential, List<Sha256> digests, UUID act, String words, Leave leave) throws RemoteTrouble;

    /** Has a one-time password sent to the person, where that is needed ({@link Needs#challenge}). */
    default void challenge(Credential credential) throws RemoteTrouble {
        throw new RemoteTrouble(RemoteTrouble.Kind.REFUSED, "This service sends no one-time passwords");
    }

    /**
     * Where the person's browser goes to give leave ({@link Needs#browser}).
     *
     * @param state nobody guesses it
     * @param back where the service sends the browser afterwards
     */
    default OAuth2AuthorizationRequest page(
            Credential credential, List<Sha256> digests, String words, String state, String back) throws RemoteTrouble {
        throw new RemoteTrouble(RemoteTrouble.Kind.REFUSED, "This service has no page to give leave at");
    }

    /**
     * Asks how far it has come.
     *
     * @param progress what the last step gave
     * @throws RemoteTrouble {@link RemoteTrouble.Kind#UNAVAILABLE} when it is worth asking again
     */
    Step ask(Credential credential, List<Sha256> digests, String progress) throws RemoteTrouble;

    /**
     * A key at the service, its certificate first.
     *
     * @param most how many signatures it makes with one confirmation
     */
    record Credential(String id, List<X509Certificate> chain, Needs needs, int most) {
        public Credential(String id, List<X509Certificate> chain) {
            this(id, chain, Needs.NOTHING, Integer.MAX_VALUE);
        }
    }

    /** How far an act has come. */
    sealed interface Step {
        /** The person has not answered yet. */
        record Waiting(String progress) implements Step {}

        /** Raw values, in any order and number: whoever asked finds out which fits what. */
        record Done(List<byte[]> values) implements Step {}

        record Rejected() implements Step {}

        record Expired() implements Step {}

        /** What the person typed is not right, or no longer; the act stands as it was, and they may type again. */
        record Wrong(Factor factor) implements Step {}

        /** The service takes no further tries. */
        record Locked() implements Step {}
    }

    /** What a person types. */
    enum Factor {
        PIN,
        OTP
    }
}
