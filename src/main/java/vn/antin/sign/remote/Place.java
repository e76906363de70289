package vn.antin.sign.remote;

import java.net.URI;
import java.time.Duration;

/**
 * Where a service is, and as whom it is asked.
 *
 * @param clientId as the service knows this installation
 * @param secret of this installation, read from a file; never logged
 */
public record Place(String name, String title, URI address, String clientId, String secret, Duration patience) {
    @Override
    public String toString() {
        return "Place[" + name + ", " + address + "]";
    }
}
