package vn.antin.sign.remote;

import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import tools.jackson.databind.JsonNode;

/** The numbers by which VNPT SmartCA and Viettel MySign say how far a transaction has come. */
final class TransactionStatus {
    private static final List<Integer> UNDER_WAY = List.of(4000, 6000);
    private static final int EXPIRED = 4001;
    private static final int REJECTED = 4002;

    private TransactionStatus() {}

    static RemoteService.Step step(int status, String transaction, List<byte[]> values) throws RemoteTrouble {
        if (status == 1 || !values.isEmpty()) {
            return new RemoteService.Step.Done(values);
        }
        if (UNDER_WAY.contains(status)) {
            return new RemoteService.Step.Waiting(transaction);
        }
        if (status == EXPIRED) {
            return new RemoteService.Step.Expired();
        }
        if (status == REJECTED) {
            return new RemoteService.Step.Rejected();
        }
        throw new RemoteTrouble(RemoteTrouble.Kind.REFUSED, "The transaction ended with status " + status);
    }

    /** @param member name of the value in each entry; empty where the entries are the values themselves */
    static List<byte[]> values(JsonNode entries, String member) {
        var values = new ArrayList<byte[]>();
        for (JsonNode it : entries) {
            String written = (member.isEmpty() ? it : it.path(member)).asString("");
            try {
                values.add(Base64.getMimeDecoder().decode(written));
            } catch (IllegalArgumentException e) {
                values.add(new byte[0]);
            }
        }
        return values;
    }
}
