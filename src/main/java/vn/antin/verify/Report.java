package vn.antin.verify;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import vn.antin.trust.SignatureKind;

/**
 * What was found out about one file. Its JSON names are a public interface.
 *
 * @param file the name it came with; not proved by anything
 * @param sha256 digest of the whole file, 64 lower-case hexadecimal digits; absent when no file could be read
 * @param size bytes
 * @param reason why it could not be judged, or why it failed as a whole, in Vietnamese; absent otherwise
 * @param judgedAt when
 * @param signatures in the order in which they were made
 * @param revisions the states of the file one after the other, each with what it added to the one before
 * @param remarks what holds for the whole file
 * @param register what the outgoing register says, when exactly these bytes are in the archive
 * @param carried the data inside the file, only when all signatures passed and the first of them covers it
 */
@JsonInclude(JsonInclude.Include.ALWAYS)
public record Report(
        String file,
        @Nullable String sha256,
        long size,
        Conclusion conclusion,
        @Nullable Remark reason,
        Instant judgedAt,
        List<Signature> signatures,
        List<Revision> revisions,
        List<Remark> remarks,
        @Nullable Registered register,
        @Nullable Carried carried) {
    public Report {
        signatures = List.copyOf(signatures);
        revisions = List.copyOf(revisions);
        remarks = List.copyOf(remarks);
    }

    Report registered(Registered line) {
        return new Report(
                file, sha256, size, conclusion, reason, judgedAt, signatures, revisions, remarks, line, carried);
    }

    Report signed(List<Signature> others) {
        return new Report(
                file, sha256, size, conclusion, reason, judgedAt, others, revisions, remarks, register, carried);
    }

    /** Whether it is an original of the archive that was replaced or recalled: whatever its signatures say. */
    @com.fasterxml.jackson.annotation.JsonIgnore
    public boolean ended() {
        return register != null && register.standing().state().compareTo(InForce.CORRECTED) > 0;
    }

    /** The same without the data inside, for whoever may not see them or keeps many. */
    public Report withoutData() {
        return new Report(
                file, sha256, size, conclusion, reason, judgedAt, signatures, revisions, remarks, register, null);
    }

    Report carrying(Carried data) {
        return new Report(
                file, sha256, size, conclusion, reason, judgedAt, signatures, revisions, remarks, register, data);
    }

    /**
     * One signature, seal or document time-stamp.
     *
     * @param field full name of its form field
     * @param kind what it was made for
     * @param signer common name in the signing certificate
     * @param title post (chức vụ) in the signing certificate
     * @param organisation organisation in the signing certificate
     * @param issuer common name of who issued that certificate
     * @param signingTime the earliest time proved by a trusted time-stamp, else the signer's own claim
     * @param timeProved whether signingTime comes from a time-stamp
     * @param indication main indication (ETSI EN 319 102-1, 5.1.3), {@code TOTAL_PASSED}, {@code INDETERMINATE} or
     *     {@code TOTAL_FAILED}
     * @param subIndication sub-indication of the same clause; absent when passed
     * @param level ETSI EN 319 142-1, clause 6: {@code B_B}, {@code B_T}, {@code B_LT}, {@code B_LTA}; absent when none
     *     is reached
     * @param remarks what was found, in Vietnamese
     * @param certificate SHA-256 of the signing certificate; absent when none was found
     * @param authority what this installation's register says of the signer's right; absent for time-stamps. Never part of
     *     the indication
     * @param anchor where its chain of certificates ends, and for what that is believed; absent when nowhere that is
     *     accepted
     */
    @JsonInclude(JsonInclude.Include.ALWAYS)
    public record Signature(
            String field,
            Kind kind,
            @Nullable String signer,
            @Nullable String title,
            @Nullable String organisation,
            @Nullable String issuer,
            @Nullable Instant signingTime,
            boolean timeProved,
            Indication indication,
            @Nullable String subIndication,
            Integrity integrity,
            Coverage coverage,
            LaterChanges laterChanges,
            @Nullable String level,
            List<Remark> remarks,
            @Nullable String certificate,
            @Nullable Authority authority,
            @Nullable Anchor anchor) {
        public Signature {
            remarks = List.copyOf(remarks);
        }

        Signature with(Authority told) {
            return new Signature(
                    field,
                    kind,
                    signer,
                    title,
                    organisation,
                    issuer,
                    signingTime,
                    timeProved,
                    indication,
                    subIndication,
                    integrity,
                    coverage,
                    laterChanges,
                    level,
                    remarks,
                    certificate,
                    told,
                    anchor);
        }
    }

    /**
     * A certificate from which trust starts, by the trust data of this installation.
     *
     * @param name as people call it
     * @param kinds for which signatures it is believed: {@code PUBLIC}, {@code OFFICIAL}, {@code TIMESTAMP}
     * @param at the time for which that was asked: proved by a time-stamp, else when the file was judged
     * @param trustData version of the trust data
     */
    public record Anchor(String name, List<SignatureKind> kinds, Instant at, String trustData) {
        public Anchor {
            kinds = kinds.stream().sorted().toList();
        }
    }

    /**
     * Whether the signer was entitled to sign when they did, by the dated register of bodies, posts, delegations and
     * certificates (Decree 30/2020/NĐ-CP art. 13).
     *
     * @param text Vietnamese
     */
    public record Authority(Held held, String text) {}

    /** Whether a right was held. */
    public enum Held {
        YES,
        NO,
        /** The register does not know the certificate, or when it was signed is not proved. */
        UNKNOWN
    }

    /**
     * One state of the file (ISO 32000-2, 7.5.6).
     *
     * @param number 1 for the first
     * @param from place of its first byte
     * @param to place after its last byte
     * @param changes whether the signatures before it permit what it added; {@code NONE} while there is no signature
     * @param signatures names of the fields of those that cover the file up to exactly here
     * @param added what it did to the state before; code and Vietnamese text
     */
    @JsonInclude(JsonInclude.Include.ALWAYS)
    public record Revision(
            int number, long from, long to, LaterChanges changes, List<String> signatures, List<Remark> added) {
        public Revision {
            signatures = List.copyOf(signatures);
            added = List.copyOf(added);
        }
    }

    /** What a signature was made for (ISO 32000-2, 12.8.1). */
    public enum Kind {
        /** Says which later changes are permitted. */
        CERTIFICATION,
        APPROVAL,
        DOCUMENT_TIMESTAMP
    }

    /** Best first. */
    public enum Indication {
        TOTAL_PASSED,
        INDETERMINATE,
        TOTAL_FAILED;

        Indication worseOf(Indication other) {
            return compareTo(other) >= 0 ? this : other;
        }
    }

    /** Whether the signed bytes, the signature value and all that carries them agree. */
    public enum Integrity {
        INTACT,
        BROKEN
    }

    /** How much of the file the signature covers. */
    public enum Coverage {
        WHOLE_DOCUMENT,
        /** A whole earlier state of the file, to which something was appended. */
        EARLIER_REVISION,
        /** Not a whole state of the file. */
        NOT_COVERED
    }

    /** What was appended after the signature; best first. */
    public enum LaterChanges {
        NONE,
        PERMITTED,
        SUSPICIOUS,
        NOT_PERMITTED;

        LaterChanges worseOf(LaterChanges other) {
            return compareTo(other) >= 0 ? this : other;
        }
    }

    /**
     * A finding in words.
     *
     * @param code for programs and the help desk
     * @param text Vietnamese
     */
    public record Remark(String code, String text) {}

    /**
     * The data a document was made of, as its signers signed it.
     *
     * @param schema address of the JSON Schema of {@code data} on the installation that issued the document
     * @param template {@code name@digest} of the template's revision
     * @param code look-up code
     * @param data the answers, a JSON object
     */
    @JsonInclude(JsonInclude.Include.ALWAYS)
    public record Carried(
            String schema,
            String template,
            String kind,
            String symbol,
            String agency,
            String code,
            @Schema(type = "object") JsonNode data) {}

    /**
     * The register's line (sổ đăng ký văn bản đi), without content and without any way to reach a person.
     *
     * @param number as printed, {@code 07/KH-PGDĐT}
     * @param signatory who signed, as printed under the signature
     * @param authority in whose name that person could sign for the body on that day, by its own register; absent when the
     *     register knows of none
     * @param standing what has become of the document since
     */
    @JsonInclude(JsonInclude.Include.ALWAYS)
    public record Registered(
            String code,
            String number,
            LocalDate issuedOn,
            String issuer,
            String kind,
            String signatory,
            @Nullable String authority,
            Standing standing) {}

    /** As far as the body that issued it has entered; the best first. */
    public enum InForce {
        /** Nothing was entered against it. */
        IN_FORCE,
        /** Đính chính: in force, to be read with the correction. */
        CORRECTED,
        REPLACED,
        RECALLED;

        InForce worseOf(InForce other) {
            return compareTo(other) >= 0 ? this : other;
        }
    }

    /**
     * What the register says today of a document's force.
     *
     * @param changes all that was entered, also what holds from a later day only
     */
    public record Standing(InForce state, List<StandingChange> changes) {
        public Standing {
            changes = List.copyOf(changes);
        }
    }

    /**
     * One change.
     *
     * @param since the day from which it holds
     * @param by the document that brought it about, as people name it
     * @param code look-up code of that document, when it is in the same archive
     */
    @JsonInclude(JsonInclude.Include.ALWAYS)
    public record StandingChange(
            InForce change,
            LocalDate since,
            String by,
            @Nullable String code) {}
}
