package vn.antin.sign;

import java.util.Optional;

/**
 * Keys that sign at once, in the act that brings their PIN: PKCS#12 files, tokens (PKCS#11). Keys that answer later, or
 * lie with the person, go by {@link PendingSignatures}. The certificate must be known before the digest is made, because
 * it is among what is signed.
 */
interface Keys {
    /**
     * The key of that person or body, ready to sign.
     *
     * @throws vn.antin.kernel.Refusal when there is none, the PIN is wrong, or it may not be used now
     */
    SigningKey open(String owner, Pin pin);

    /** Whether there is a key of that person or body here, as far as can be said without its PIN. */
    default boolean holds(String owner) {
        return false;
    }

    /** Several places in turn: the first that holds the owner's key is asked. */
    static Keys in(java.util.List<Keys> places) {
        return new Keys() {
            @Override
            public SigningKey open(String owner, Pin pin) {
                return place(owner).orElse(places.getLast()).open(owner, pin);
            }

            @Override
            public boolean holds(String owner) {
                return place(owner).isPresent();
            }

            private Optional<Keys> place(String owner) {
                return places.stream().filter(it -> it.holds(owner)).findFirst();
            }
        };
    }
}
