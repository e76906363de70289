package vn.antin.sign.remote;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.time.Duration;
import java.util.function.Consumer;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.client.JdkClientHttpRequestFactory;
import org.springframework.web.client.RestClient;
import org.springframework.web.client.RestClientException;
import org.springframework.web.util.UriComponentsBuilder;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import vn.antin.kernel.Content;

/** Asks in JSON and believes little: one place, no redirects, bounded time and length, an object or nothing. */
final class BoundedJson {
    /** Two hundred RSA-4096 values in Base64 take 140 KB, a credential with its chain 10 KB. */
    static final int LONGEST_ANSWER = 1024 * 1024;

    private final RestClient http;
    private final URI base;
    private final JsonMapper json;

    BoundedJson(URI base, Duration patience, JsonMapper json) {
        var factory = new JdkClientHttpRequestFactory(HttpClient.newBuilder()
                .connectTimeout(patience)
                .followRedirects(HttpClient.Redirect.NEVER)
                .build());
        // Of the whole answer, not of each piece: whoever drips one byte a second is as good as silent.
        factory.setReadTimeout(patience);
        this.http = RestClient.builder().requestFactory(factory).build();
        this.base = base;
        this.json = json;
    }

    /** An answer below 500; what the service means by it is for the caller to say. */
    record Answer(int status, JsonNode body) {
        boolean ok() {
            return status >= 200 && status < 300;
        }

        /** A text member, or an empty text. */
        String text(String name) {
            return body.path(name).asString("");
        }
    }

    Answer post(String path, Object question, Consumer<HttpHeaders> headers) throws RemoteTrouble {
        return post(path, MediaType.APPLICATION_JSON, json.writeValueAsString(question), headers);
    }

    Answer post(String path, MediaType type, String question, Consumer<HttpHeaders> headers) throws RemoteTrouble {
        URI place = UriComponentsBuilder.fromUri(base).path(path).build(true).toUri();
        try {
            var answer = http.post()
                    .uri(place)
                    .contentType(type)
                    .accept(MediaType.APPLICATION_JSON)
                    .headers(headers)
                    .body(question)
                    .exchange((request, response) ->
                            new Read(response.getStatusCode().value(), Content.of(bounded(response.getBody()))));
            return understood(path, answer);
        } catch (RestClientException | JacksonException e) {
            throw new RemoteTrouble(RemoteTrouble.Kind.UNAVAILABLE, path + " could not be asked", e);
        }
    }

    private record Read(int status, Content body) {}

    private static byte[] bounded(InputStream body) throws IOException {
        byte[] read = body.readNBytes(LONGEST_ANSWER + 1);
        if (read.length > LONGEST_ANSWER) {
            throw new IOException("The answer is longer than " + LONGEST_ANSWER + " bytes");
        }
        return read;
    }

    private Answer understood(String path, Read read) throws RemoteTrouble {
        if (read.status() >= 500 || (read.status() >= 300 && read.status() < 400) || read.status() == 429) {
            throw new RemoteTrouble(RemoteTrouble.Kind.UNAVAILABLE, path + " answered HTTP " + read.status());
        }
        JsonNode body = json.readTree(read.body().bytes());
        if (!body.isObject()) {
            throw new RemoteTrouble(RemoteTrouble.Kind.UNAVAILABLE, path + " did not answer with an object");
        }
        return new Answer(read.status(), body);
    }
}
