package vn.antin.sign;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import vn.antin.kernel.Refusal;

/**
 * The settings of signing, judged.
 *
 * @param keys without a folder there are no keys
 * @param sampleKeysAllowed only in the demonstration
 */
record SigningPolicy(
        Optional<Path> keys, int pinAttempts, Duration pinPause, SignatureLevel level, boolean sampleKeysAllowed) {
    /** A PIN of six digits withstands ten tries; more would serve only someone who does not know it. */
    private static final int MOST_ATTEMPTS = 10;

    /** At the usual level. */
    SigningPolicy(Optional<Path> keys, int pinAttempts, Duration pinPause, boolean sampleKeysAllowed) {
        this(keys, pinAttempts, pinPause, SignatureLevel.B_T, sampleKeysAllowed);
    }

    static SigningPolicy from(SigningProperties typed, boolean demonstration) {
        Optional<Path> keys =
                Optional.ofNullable(typed.keys()).filter(it -> !it.isBlank()).map(Path::of);
        keys.filter(it -> !Files.isDirectory(it)).ifPresent(it -> {
            throw new Refusal(SignReason.SETTING_WRONG, "antin.sign.keys");
        });
        if (typed.pinAttempts() < 1 || typed.pinAttempts() > MOST_ATTEMPTS) {
            throw new Refusal(SignReason.SETTING_WRONG, "antin.sign.pin-attempts");
        }
        if (typed.pinPause().compareTo(Duration.ofMinutes(1)) < 0
                || typed.pinPause().compareTo(Duration.ofDays(1)) > 0) {
            throw new Refusal(SignReason.SETTING_WRONG, "antin.sign.pin-pause");
        }
        return new SigningPolicy(keys, typed.pinAttempts(), typed.pinPause(), typed.level(), demonstration);
    }
}
