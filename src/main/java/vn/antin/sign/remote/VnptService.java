package vn.antin.sign.remote;

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
 * VNPT SmartCA, route SP769, by the field names that public integrations use. Not tried against the real service: what is
 * unsure of it is named in {@code src/docs/keys.md}.
 */
public final class VnptService implements RemoteService {
    private static final int WAITING = 4000;

    private final Place place;
    private final boolean hexadecimal;
    private final BoundedJson http;

    /** @param hexadecimal how the digest is written; public sources disagree, the provider says which */
    public VnptService(Place place, boolean hexadecimal, JsonMapper json) {
        this.place = place;
        this.hexadecimal = hexadecimal;
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
        var question = asUs();
        question.put("user_id", account);
        question.put("serial_number", "");
        for (JsonNode it : ask("/v1/credentials/get_certificate", question)
                .body()
                .path("data")
                .path("user_certificates")) {
            var written = new ArrayList<String>();
            written.add(it.path("cert_data").asString(""));
            String issuer = it.path("chain_data").path("ca_cert").asString("");
            if (!issuer.isEmpty()) {
                written.add(issuer);
            }
            return new Credential(account + " " + it.path("serial_number").asString(""), Certificates.read(written));
        }
        throw new RemoteTrouble(RemoteTrouble.Kind.NO_CREDENTIAL, "No certificate");
    }

    @Override
    public Step start(Credential credential, List<Sha256> digests, UUID act, String words, Leave leave)
            throws RemoteTrouble {
        var files = new ArrayList<Map<String, Object>>();
        for (int i = 0; i < digests.size(); i++) {
            files.add(Map.of(
                    "doc_id",
                    act + "-" + i,
                    "file_type",
                    "pdf",
                    "sign_type",
                    "hash",
                    "data_to_be_signed",
                    hexadecimal
                            ? digests.get(i).hex()
                            : Base64.getEncoder().encodeToString(digests.get(i).bytes())));
        }
        int mark = credential.id().lastIndexOf(' ');
        var question = asUs();
        question.put("user_id", credential.id().substring(0, mark));
        question.put("transaction_id", act.toString());
        question.put("transaction_desc", words);
        question.put("serial_number", credential.id().substring(mark + 1));
        question.put("sign_files", files);
        String transaction = ask("/v1/signatures/sign", question)
                .body()
                .path("data")
                .path("tran_code")
                .asString("");
        if (!transaction.matches("[A-Za-z0-9._-]{1,100}")) {
            throw new RemoteTrouble(RemoteTrouble.Kind.UNAVAILABLE, "The service named no transaction");
        }
        return new Step.Waiting(transaction);
    }

    @Override
    public Step ask(Credential credential, List<Sha256> digests, String progress) throws RemoteTrouble {
        var answer = http.post("/v1/signatures/sign/" + progress + "/status", asUs(), it -> {});
        int status = answer.body().path("status_code").asInt(0);
        var values = TransactionStatus.values(answer.body().path("data").path("signatures"), "signature_value");
        return TransactionStatus.step(status == 200 && values.isEmpty() ? WAITING : status, progress, values);
    }

    private Map<String, Object> asUs() {
        var question = new LinkedHashMap<String, Object>();
        question.put("sp_id", place.clientId());
        question.put("sp_password", place.secret());
        return question;
    }

    private BoundedJson.Answer ask(String path, Map<String, Object> question) throws RemoteTrouble {
        var answer = http.post(path, question, it -> {});
        if (!answer.ok() || answer.body().path("status_code").asInt(0) != 200) {
            throw new RemoteTrouble(
                    RemoteTrouble.Kind.REFUSED,
                    path + " answered " + answer.status() + "/"
                            + answer.body().path("status_code").asInt(0));
        }
        return answer;
    }
}
