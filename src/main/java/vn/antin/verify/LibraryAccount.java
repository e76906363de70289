package vn.antin.verify;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import org.springframework.stereotype.Component;
import vn.antin.kernel.Content;
import vn.antin.kernel.Refusal;
import vn.antin.trust.TrustAnchors;

/**
 * The detailed report and the diagnostic data as the library EU DSS gives them, for experts, beside our own verdict and
 * never in its place: the library knows nothing of what {@link Judgement} finds besides.
 */
@Component
class LibraryAccount {
    /** Stands in each such file, for whoever finds it without its name. */
    private static final String WHOSE =
            "<!-- Nhận định riêng của thư viện EU DSS, không phải kết luận của Ấn Tín. The account of the library EU DSS alone. -->";

    private final TrustAnchors anchors;
    private final Verifier verifier;
    private final Clock clock;
    private final MadeOfTrust<StandardValidation> standard = new MadeOfTrust<>(StandardValidation::new);

    LibraryAccount(TrustAnchors anchors, Verifier verifier, Clock clock) {
        this.anchors = anchors;
        this.verifier = verifier;
        this.clock = clock;
    }

    /** Which of its two papers. */
    enum Paper {
        DETAILED,
        DIAGNOSTIC
    }

    /**
     * One of them, XML in UTF-8.
     *
     * @param report ours of the same file: what bears no signature, or could not even be parsed safely, has no account
     */
    byte[] of(Content file, Report report, Paper paper) {
        if (report.signatures().isEmpty()) {
            throw new Refusal(VerifyReason.NO_ACCOUNT);
        }
        boolean revocation =
                report.remarks().stream().noneMatch(it -> it.code().equals(Finding.REVOCATION_NOT_CHECKED.name()));
        StandardValidation.Account account;
        try {
            account = verifier.inTurn(
                    () -> standard.of(anchors.view()).account(file.bytes(), revocation, clock.instant()));
        } catch (IllegalStateException e) {
            throw new Refusal(VerifyReason.NO_ACCOUNT, e);
        }
        String xml = paper == Paper.DETAILED ? account.detailed() : account.diagnostic();
        int start = xml.indexOf("?>");
        String marked = start < 0 ? WHOSE + xml : xml.substring(0, start + 2) + WHOSE + xml.substring(start + 2);
        return marked.getBytes(StandardCharsets.UTF_8);
    }
}
