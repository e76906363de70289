package vn.antin.issue;

import java.security.Principal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.security.web.util.matcher.RequestMatcher;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.multipart.MultipartHttpServletRequest;
import vn.antin.kernel.Content;
import vn.antin.kernel.PersonId;
import vn.antin.kernel.Refusal;
import vn.antin.kernel.Sha256;
import vn.antin.sign.PendingSignature;
import vn.antin.sign.PendingSignatures;

/** Signing with a key in the person's own machine, for programs there: the digest goes out, the value comes in. */
@RestController
@RequestMapping("/api/v1")
class SigningSessions {
    private static final int MOST_CERTIFICATES = 8;
    private static final int LONGEST_CERTIFICATE = 16 * 1024;
    private static final int LONGEST_VALUE = 2048;

    private final Reader reader;
    private final SigningDesk desk;

    SigningSessions(Reader reader, SigningDesk desk) {
        this.reader = reader;
        this.desk = desk;
    }

    /** A tool is told an address with a key in it, and has no session of ours. */
    @Configuration(proxyBeanMethods = false)
    static class OpenToWhoeverHasAKey {
        @Bean
        RequestMatcher signingFiles() {
            return PathPatternRequestMatcher.withDefaults().matcher("/api/v1/signing-files/{key}");
        }
    }

    /**
     * What is asked for.
     *
     * @param expectedSha256 of the pages that the person saw
     * @param certificate DER in Base64; absent where a tool makes the whole signature
     */
    record SessionAsked(
            @Nullable String documentId,
            @Nullable String expectedSha256,
            @Nullable String certificate,
            @Nullable List<String> chain) {}

    /**
     * A session as it stands.
     *
     * @param digest what the key signs, Base64
     * @param dataToBeSigned the same before hashing, for programs that hash themselves
     * @param fileUrl where a tool takes the file, once
     * @param uploadUrl where it brings it, once
     * @param problem why it ended without a signature
     */
    record Session(
            UUID id,
            String documentId,
            PendingSignature.State state,
            PendingSignature.Way way,
            Instant expiresAt,
            @Nullable String digestAlgorithm,
            @Nullable String digest,
            @Nullable String dataToBeSigned,
            @Nullable String signatureAlgorithm,
            @Nullable String fileUrl,
            @Nullable String uploadUrl,
            @Nullable String problem) {
        static Session of(PendingSignature it) {
            return new Session(
                    it.id(),
                    it.document().toString(),
                    it.state(),
                    it.way(),
                    it.expiresAt(),
                    null,
                    null,
                    null,
                    null,
                    null,
                    null,
                    it.outcome() == null ? null : it.outcome().key());
        }

        static Session of(PendingSignatures.ToSign it) {
            PendingSignature of = it.pending();
            return new Session(
                    of.id(),
                    of.document().toString(),
                    of.state(),
                    of.way(),
                    of.expiresAt(),
                    "SHA-256",
                    Base64.getEncoder().encodeToString(it.digest().bytes()),
                    Base64.getEncoder().encodeToString(it.attributes().bytes()),
                    it.algorithm(),
                    null,
                    null,
                    null);
        }

        static Session of(PendingSignatures.Errand it) {
            PendingSignature of = it.pending();
            return new Session(
                    of.id(),
                    of.document().toString(),
                    of.state(),
                    of.way(),
                    of.expiresAt(),
                    null,
                    null,
                    null,
                    null,
                    address(it.fetchKey()),
                    address(it.bringKey()),
                    null);
        }
    }

    /** Relative to this installation's own address. */
    static String address(String key) {
        return "/api/v1/signing-files/" + key;
    }

    @PostMapping("/signing-sessions")
    @ResponseStatus(HttpStatus.CREATED)
    Session begin(@RequestBody SessionAsked asked, Principal signedIn) {
        var member = reader.member(signedIn);
        var document = reader.document(Objects.requireNonNullElse(asked.documentId(), ""), member);
        var seen = new SigningDesk.Seen(document.id(), digest(asked.expectedSha256()));
        if (asked.certificate() == null) {
            return Session.of(desk.beginErrand(seen, member.person()));
        }
        var written = new ArrayList<String>();
        written.add(asked.certificate());
        written.addAll(Objects.requireNonNullElse(asked.chain(), List.of()));
        if (written.size() > MOST_CERTIFICATES) {
            throw new Refusal(IssueReason.SESSION_NOT_UNDERSTOOD);
        }
        return Session.of(desk.begin(
                seen,
                member.person(),
                written.stream().map(it -> bytes(it, LONGEST_CERTIFICATE)).toList()));
    }

    @GetMapping("/signing-sessions/{id}")
    Session session(@PathVariable String id, Principal signedIn) {
        PendingSignature it = desk.of(id(id), person(signedIn));
        return it.state() == PendingSignature.State.AWAITING_VALUE && it.way() == PendingSignature.Way.BROWSER
                ? Session.of(desk.toSign(it.id(), it.person()))
                : Session.of(it);
    }

    /** @param value raw: PKCS#1 or DER-encoded ECDSA, Base64 */
    record Value(@Nullable String value) {}

    /** The value is taken and kept; the time-stamp and the document follow by themselves. */
    @PostMapping("/signing-sessions/{id}/signature")
    @ResponseStatus(HttpStatus.ACCEPTED)
    Session bring(@PathVariable String id, @RequestBody Value brought, Principal signedIn) {
        PersonId person = person(signedIn);
        desk.bring(id(id), person, bytes(Objects.requireNonNullElse(brought.value(), ""), LONGEST_VALUE));
        return Session.of(desk.of(id(id), person));
    }

    @DeleteMapping("/signing-sessions/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void cancel(@PathVariable String id, Principal signedIn) {
        desk.cancel(id(id), person(signedIn));
    }

    @GetMapping("/signing-files/{key}")
    ResponseEntity<byte[]> fetch(@PathVariable String key) {
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_PDF)
                .cacheControl(CacheControl.noStore())
                .body(desk.fetch(key).bytes());
    }

    /** The names of the answer are those that the tool's script hands on to the page. */
    @PostMapping("/signing-files/{key}")
    Map<String, Object> bring(@PathVariable String key, MultipartHttpServletRequest request)
            throws java.io.IOException {
        // The tool's name for the part is not known, so the one file is taken whatever it is called.
        List<MultipartFile> files = request.getMultiFileMap().values().stream()
                .flatMap(List::stream)
                .toList();
        if (files.size() != 1) {
            throw new Refusal(IssueReason.SESSION_NOT_UNDERSTOOD);
        }
        PendingSignature it = desk.bring(key, Content.of(files.getFirst().getBytes()));
        return Map.of("Status", true, "Message", "", "FileServer", "/van-ban/" + it.document());
    }

    private PersonId person(Principal signedIn) {
        return reader.member(signedIn).person();
    }

    static UUID id(String typed) {
        try {
            return UUID.fromString(typed);
        } catch (IllegalArgumentException e) {
            throw new Refusal(IssueReason.SESSION_NOT_UNDERSTOOD, e);
        }
    }

    static Sha256 digest(@Nullable String typed) {
        try {
            return new Sha256(Objects.requireNonNullElse(typed, ""));
        } catch (IllegalArgumentException e) {
            throw new Refusal(IssueReason.SESSION_NOT_UNDERSTOOD, e);
        }
    }

    private static byte[] bytes(String base64, int longest) {
        try {
            byte[] bytes = Base64.getMimeDecoder().decode(base64);
            if (bytes.length == 0 || bytes.length > longest) {
                throw new Refusal(IssueReason.SESSION_NOT_UNDERSTOOD);
            }
            return bytes;
        } catch (IllegalArgumentException e) {
            throw new Refusal(IssueReason.SESSION_NOT_UNDERSTOOD, e);
        }
    }
}
