package vn.antin.sign;

import org.springframework.context.annotation.Primary;
import org.springframework.stereotype.Component;
import vn.antin.agency.Certificates;

/**
 * Opens a key only for whom the register of bodies and people says its certificate is: none that is unknown to it,
 * suspended, withdrawn or somebody else's signs here.
 */
@Component
@Primary
class RegisteredKeys implements Keys {
    private final Pkcs12Keys keys;
    private final Certificates certificates;

    RegisteredKeys(Pkcs12Keys keys, Certificates certificates) {
        this.keys = keys;
        this.certificates = certificates;
    }

    @Override
    public SigningKey open(String owner, Pin pin) {
        SigningKey key = keys.open(owner, pin);
        certificates.require(key.certificate(), owner);
        return key;
    }
}
