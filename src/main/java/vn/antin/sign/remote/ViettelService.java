package vn.antin.sign.remote;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import vn.antin.kernel.Sha256;

/**
 * Viettel MySign, the routes under {@code /vtss/service}, by the field names that public integrations use. Not tried
 * against the real service: what is unsure of it is named in {@code src/docs/keys.md}.
 */
public final class ViettelService implements RemoteService {
    private static final String SHA_256 = "2.16.840.1.101.3.4.2.1";
    private static final String RSA_SHA_256 = "1.2.840.113549.1.1.11";
    /** The caller asks how far it has come; nobody is called back. */
    private static final int ASKED_FOR = 1;

    private final Place place;
    private final BoundedJson http;

    public ViettelService(Place place, JsonMapper json) {
        this.place = place;
        this.http = new BoundedJson(place.address(), place.patience(), json);
    }

    @Override
    public String name() {
        return place.name();
    }

    @Override
    public String title() {
        return place.title();
    }

    @Override
    public Credential credential(String account) throws RemoteTrouble {
        var answer = ask(account, "/vtss/service/certificates/info", asUs());
        JsonNode all = answer.body().path("certificates");
        for (JsonNode it : all.isMissingNode() ? answer.body().path("data") : all) {
            List<String> written = new ArrayList<>();
            it.path("cert").path("certificates").forEach(one -> written.add(one.asString("")));
            var chain = Certificates.read(written);
            if (!chain.isEmpty()) {
                return new Credential(account + " " + it.path("credential_id").asString(""), chain);
            }
        }
        throw new RemoteTrouble(RemoteTrouble.Kind.NO_CREDENTIAL, "No certificate");
    }

    @Override
    public Step start(Credential credential, List<Sha256> digests, UUID act, String words, Leave leave)
            throws RemoteTrouble {
        var documents = new ArrayList<Map<String, Object>>();
        for (int i = 0; i < digests.size(); i++) {
            documents.add(Map.of("document_id", act + "-" + i, "document_name", base64(words)));
        }
        int mark = credential.id().lastIndexOf(' ');
        var question = asUs();
        question.put("credentialID", credential.id().substring(mark + 1));
        question.put("numSignatures", digests.size());
        question.put("description", base64(words));
        question.put("documents", documents);
        question.put(
                "hash",
                digests.stream()
                        .map(it -> Base64.getEncoder().encodeToString(it.bytes()))
                        .toList());
        question.put("hashAlgo", SHA_256);
        question.put("signAlgo", RSA_SHA_256);
        question.put("async", ASKED_FOR);
        String transaction = ask(credential.id().substring(0, mark), "/vtss/service/signHash", question)
                .text("transactionId");
        if (transaction.isEmpty()) {
            throw new RemoteTrouble(RemoteTrouble.Kind.UNAVAILABLE, "The service named no transaction");
        }
        return new Step.Waiting(transaction);
    }

    @Override
    public Step ask(Credential credential, List<Sha256> digests, String progress) throws RemoteTrouble {
        int mark = credential.id().lastIndexOf(' ');
        var question = asUs();
        question.put("transactionId", progress);
        var answer = ask(credential.id().substring(0, mark), "/vtss/service/requests/status", question);
        return TransactionStatus.step(
                answer.body().path("status").asInt(0),
                progress,
                TransactionStatus.values(answer.body().path("signatures"), ""));
    }

    private Map<String, Object> asUs() {
        var question = new LinkedHashMap<String, Object>();
        question.put("client_id", place.clientId());
        question.put("client_secret", place.secret());
        return question;
    }

    /** A token is for one signer and lives an hour; one a question is simpler than keeping count. */
    private BoundedJson.Answer ask(String account, String path, Map<String, Object> question) throws RemoteTrouble {
        var entry = asUs();
        entry.put("profile_id", "adss:ras:profile:001");
        entry.put("user_id", account);
        String token = http.post("/vtss/service/ras/v1/login", entry, it -> {}).text("access_token");
        if (token.isEmpty()) {
            throw new RemoteTrouble(RemoteTrouble.Kind.REFUSED, "The service does not let this installation in");
        }
        var answer = http.post(path, question, it -> it.setBearerAuth(token));
        if (!answer.ok()) {
            throw new RemoteTrouble(RemoteTrouble.Kind.REFUSED, path + " answered HTTP " + answer.status());
        }
        return answer;
    }

    private static String base64(String words) {
        return Base64.getEncoder().encodeToString(words.getBytes(StandardCharsets.UTF_8));
    }
}
