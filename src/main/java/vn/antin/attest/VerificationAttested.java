package vn.antin.attest;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.antin.kernel.AuditedEvent;
import vn.antin.kernel.DocumentId;

/** The body's seal was put on a paper that tells what came of a verification. */
record VerificationAttested(String actor, Map<String, String> details) implements AuditedEvent {
    @Override
    public String act() {
        return "verification.attested";
    }

    @Override
    public @Nullable DocumentId document() {
        return null;
    }
}
