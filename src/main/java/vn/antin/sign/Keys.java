package vn.antin.sign;

/**
 * Where keys are kept: PKCS#12 files today; a token (PKCS#11), a remote service (CSC) or a person's browser stand behind
 * the same door. The certificate must be known before the digest is made, because it is among what is signed.
 */
interface Keys {
    /**
     * The key of that person or body, ready to sign.
     *
     * @throws vn.antin.kernel.Refusal when there is none, the PIN is wrong, or it may not be used now
     */
    SigningKey open(String owner, Pin pin);
}
