package vn.antin.trust;

import java.io.IOException;
import java.math.BigInteger;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.random.RandomGenerator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import vn.antin.kernel.Refusal;
import vn.antin.kernel.Sha256;

/** Asks a time-stamping authority over HTTP (RFC 3161, 3.4) and believes nothing it has not checked. */
class HttpTimestampAuthority implements TimestampAuthority, DisposableBean {
    /** A token with its certificates is some 6 KB; whatever is much longer is not one. */
    static final int LONGEST_ANSWER = 64 * 1024;

    private static final Logger LOG = LoggerFactory.getLogger(HttpTimestampAuthority.class);

    private final TrustPolicy policy;
    private final TrustAnchors anchors;
    private final RandomGenerator chance;
    private final HttpClient http;

    HttpTimestampAuthority(TrustPolicy policy, TrustAnchors anchors, RandomGenerator chance) {
        this.policy = policy;
        this.anchors = anchors;
        this.chance = chance;
        this.http = HttpClient.newBuilder()
                .connectTimeout(policy.timestampTimeout())
                .followRedirects(HttpClient.Redirect.NEVER)
                .build();
    }

    @Override
    public byte[] stamp(Sha256 digest) {
        URI address = policy.timestampUrl()
                .orElseThrow(() -> unavailable(new IOException("antin.trust.timestamp-url is not set")));
        try {
            var question = new TimestampQuestion(digest, new BigInteger(64, asRandom()));
            return question.token(ask(address, question.encoded()), anchors);
        } catch (IOException e) {
            throw unavailable(e);
        }
    }

    private byte[] ask(URI address, byte[] question) throws IOException {
        var request = HttpRequest.newBuilder(address)
                .timeout(policy.timestampTimeout())
                .header("Content-Type", "application/timestamp-query")
                .header("Accept", "application/timestamp-reply")
                .POST(HttpRequest.BodyPublishers.ofByteArray(question))
                .build();
        var answering = http.sendAsync(request, answer -> new BoundedBody(LONGEST_ANSWER));
        try {
            // The request's own timeout ends with the headers; this one bounds the body too.
            HttpResponse<byte[]> answer =
                    answering.get(policy.timestampTimeout().toMillis(), TimeUnit.MILLISECONDS);
            if (answer.statusCode() != 200) {
                throw new IOException("The time-stamping authority answered HTTP " + answer.statusCode());
            }
            return answer.body();
        } catch (TimeoutException e) {
            throw new IOException("The time-stamping authority did not answer in " + policy.timestampTimeout(), e);
        } catch (ExecutionException e) {
            throw new IOException("The time-stamping authority could not be asked", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("Interrupted while waiting for the time-stamping authority", e);
        } finally {
            answering.cancel(true);
        }
    }

    private java.util.Random asRandom() {
        return java.util.Random.from(chance);
    }

    private static Refusal unavailable(IOException cause) {
        LOG.warn("No time-stamp: {}", cause.toString());
        return new Refusal(TrustReason.TIMESTAMP_UNAVAILABLE, cause);
    }

    @Override
    public void destroy() {
        http.shutdownNow();
    }
}
