package vn.antin.trust;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Asks other people's servers: bounded in time and length, and never led elsewhere by a redirection. */
class BoundedHttp implements AutoCloseable {
    private static final Duration CONNECTING = Duration.ofSeconds(10);

    private final HttpClient http = HttpClient.newBuilder()
            .connectTimeout(CONNECTING)
            .followRedirects(HttpClient.Redirect.NEVER)
            .build();

    /**
     * What is expected of an answer.
     *
     * @param longest bytes
     * @param patience until its last byte
     */
    record Limits(int longest, Duration patience) {}

    byte[] get(URI address, Limits limits) throws IOException {
        return ask(HttpRequest.newBuilder(address).GET(), limits);
    }

    byte[] post(URI address, String sent, String expected, byte[] body, Limits limits) throws IOException {
        return ask(
                HttpRequest.newBuilder(address)
                        .header("Content-Type", sent)
                        .header("Accept", expected)
                        .POST(HttpRequest.BodyPublishers.ofByteArray(body)),
                limits);
    }

    private byte[] ask(HttpRequest.Builder question, Limits limits) throws IOException {
        var request = question.timeout(limits.patience()).build();
        var answering = http.sendAsync(request, answer -> new BoundedBody(limits.longest()));
        try {
            // The request's own timeout ends with the headers; this one bounds the body too.
            HttpResponse<byte[]> answer = answering.get(limits.patience().toMillis(), TimeUnit.MILLISECONDS);
            if (answer.statusCode() != 200) {
                throw new IOException("HTTP " + answer.statusCode());
            }
            return answer.body();
        } catch (TimeoutException e) {
            throw new IOException("No whole answer in " + limits.patience(), e);
        } catch (ExecutionException e) {
            throw new IOException(e.getCause() == null ? e : e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("Interrupted while waiting for an answer", e);
        } finally {
            answering.cancel(true);
        }
    }

    @Override
    public void close() {
        http.shutdownNow();
    }
}
