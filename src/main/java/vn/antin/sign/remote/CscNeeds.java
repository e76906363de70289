package vn.antin.sign.remote;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** What {@code credentials/info} says the person must bring. */
final class CscNeeds {
    private CscNeeds() {}

    /** 2.0: {@code auth} with a mode, and for {@code explicit} an expression over objects (CSC 2.0, 11.5). */
    static Needs secondEdition(JsonNode auth, Set<String> methods) throws RemoteTrouble {
        String mode = auth.path("mode").asString("");
        if (mode.equals("oauth2code")) {
            return Needs.BROWSER;
        }
        List<JsonNode> objects = new ArrayList<>();
        auth.path("objects").forEach(objects::add);
        if (objects.size() > 1
                && auth.path("expression")
                        .asString("")
                        .toUpperCase(java.util.Locale.ROOT)
                        .contains(" OR ")) {
            objects = objects.subList(0, 1);
        }
        String pin = null;
        String otp = null;
        boolean challenge = false;
        for (JsonNode it : objects) {
            String type = it.path("type").asString("");
            if (type.equals("Password") && pin == null) {
                pin = it.path("id").asString("");
            } else if (type.equals("ChallengeResponse") && otp == null) {
                otp = it.path("id").asString("");
                // What a clock or counter in the person's own device makes is not sent to them.
                challenge = !it.path("generator").asString("").matches("(?i)[th]otp") && sends(methods);
            } else {
                throw new RemoteTrouble(
                        RemoteTrouble.Kind.NO_CREDENTIAL, "The credential wants what cannot be typed here");
            }
        }
        return needs(pin, otp, challenge);
    }

    /** 1.0: {@code authMode}, {@code PIN} and {@code OTP} beside the key (CSC 1.0.4.0, 11.4). */
    static Needs firstEdition(JsonNode info, Set<String> methods) throws RemoteTrouble {
        return switch (info.path("authMode").asString("")) {
            case "oauth2code" -> Needs.BROWSER;
            case "explicit" -> {
                boolean otp = present(info.path("OTP"));
                yield needs(
                        present(info.path("PIN")) ? "PIN" : null,
                        otp ? "OTP" : null,
                        otp && info.path("OTP").path("type").asString("").equals("online") && sends(methods));
            }
            default -> Needs.NOTHING;
        };
    }

    private static boolean present(JsonNode factor) {
        return factor.path("presence").asString("false").equals("true");
    }

    private static boolean sends(Set<String> methods) {
        return methods.contains("credentials/getChallenge") || methods.contains("credentials/sendOTP");
    }

    private static Needs needs(@Nullable String pin, @Nullable String otp, boolean challenge) throws RemoteTrouble {
        try {
            return new Needs(pin, otp, challenge, false);
        } catch (IllegalArgumentException e) {
            throw new RemoteTrouble(RemoteTrouble.Kind.NO_CREDENTIAL, "What the credential wants has no name", e);
        }
    }
}
