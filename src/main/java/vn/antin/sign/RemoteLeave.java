package vn.antin.sign;

import java.time.Clock;
import java.util.HexFormat;
import java.util.Optional;
import java.util.UUID;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationRequest;
import org.springframework.stereotype.Component;
import vn.antin.kernel.Refusal;
import vn.antin.sign.remote.Leave;

/**
 * What a person brings before a remote service signs in their name: a PIN, a one-time password, leave given at the
 * service's own page. It stays in memory until it is asked with, once; whoever comes after a restart brings it again.
 */
@Component
public class RemoteLeave {
    private static final int LONGEST = 64;
    private static final int LONGEST_CODE = 4096;

    private final RemoteSigning remote;
    private final PendingRows rows;
    private final Clock clock;
    private final RandomGenerator chance;

    RemoteLeave(RemoteSigning remote, PendingRows rows, Clock clock, RandomGenerator chance) {
        this.remote = remote;
        this.rows = rows;
        this.clock = clock;
        this.chance = chance;
    }

    /**
     * What is wanted now.
     *
     * @param browser leave is given at the service's page, nothing is typed here
     * @param trouble why what was brought last did not do
     */
    public record Wanted(
            boolean pin,
            boolean otp,
            boolean sent,
            boolean browser,
            @Nullable Refusal trouble) {}

    /** Nothing when the act does not wait for the person here. */
    public Optional<Wanted> wanted(UUID id) {
        return open(id).flatMap(it -> remote.awaitingPerson(it.act()))
                .map(it -> new Wanted(
                        it.needs().pin() != null,
                        it.needs().otp() != null,
                        it.needs().challenge(),
                        it.needs().browser(),
                        it.trouble() == null ? null : new Refusal(it.trouble())));
    }

    /** Takes PIN and one-time password; what is not wanted is not looked at. */
    public void give(UUID id, Pin pin, Pin otp) {
        var act = awaiting(id);
        if (act.needs().browser()) {
            throw new Refusal(SignReason.PENDING_GONE);
        }
        bring(
                id,
                new Leave.Factors(
                        act.needs().pin() == null ? null : typed(pin, SignReason.REMOTE_PIN_WRONG),
                        act.needs().otp() == null ? null : typed(otp, SignReason.REMOTE_OTP_WRONG)));
    }

    private static String typed(Pin it, SignReason otherwise) {
        String typed = new String(it.digits()).strip();
        if (typed.isEmpty() || typed.length() > LONGEST) {
            throw new Refusal(otherwise);
        }
        return typed;
    }

    /** Has the one-time password sent again. */
    public void sendAgain(UUID id) {
        remote.challenge(awaiting(id));
    }

    /**
     * Where the browser goes for leave, with a state that nobody guesses; to be kept with the person's session.
     *
     * @param back this installation's own address where the service sends the browser
     */
    public OAuth2AuthorizationRequest page(UUID id, String back) {
        var act = awaiting(id);
        if (!act.needs().browser()) {
            throw new Refusal(SignReason.PENDING_GONE);
        }
        byte[] state = new byte[16];
        chance.nextBytes(state);
        return remote.page(
                act,
                PendingSignatures.prepared(rows.ofAct(act.id())),
                HexFormat.of().formatHex(state),
                back);
    }

    /** Takes the code that the service gave the browser. */
    public void allowed(UUID id, OAuth2AuthorizationRequest asked, String code) {
        if (!awaiting(id).needs().browser() || code.isEmpty() || code.length() > LONGEST_CODE) {
            throw new Refusal(SignReason.REMOTE_LEAVE_UNKNOWN);
        }
        bring(id, new Leave.Code(asked, code));
    }

    private void bring(UUID id, Leave leave) {
        PendingRows.Row row = open(id).orElseThrow(() -> new Refusal(SignReason.PENDING_GONE));
        remote.bring(row.act(), leave);
    }

    private RemoteActs.RemoteAct awaiting(UUID id) {
        return open(id).flatMap(it -> remote.awaitingPerson(it.act()))
                .orElseThrow(() -> new Refusal(SignReason.PENDING_GONE));
    }

    private Optional<PendingRows.Row> open(UUID id) {
        return rows.find(id)
                .filter(it -> it.of().way() == PendingSignature.Way.REMOTE
                        && it.of().state() == PendingSignature.State.AWAITING_VALUE
                        && clock.instant().isBefore(it.of().expiresAt()));
    }
}
