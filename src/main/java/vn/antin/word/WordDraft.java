package vn.antin.word;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.antin.agency.Agency;
import vn.antin.agency.Authority;
import vn.antin.agency.Signatory;
import vn.antin.check.Appearance;
import vn.antin.compose.AdministrativeDocument;
import vn.antin.compose.Annex;
import vn.antin.compose.Answers;
import vn.antin.compose.Block;
import vn.antin.compose.Cosigner;
import vn.antin.compose.Inline;
import vn.antin.compose.Marks;
import vn.antin.compose.Place;
import vn.antin.kernel.AgencyId;
import vn.antin.kernel.DocumentId;
import vn.antin.kernel.DocumentKind;
import vn.antin.kernel.LookupCode;
import vn.antin.kernel.Particulars;
import vn.antin.kernel.PersonId;

/**
 * A draft that was read from a Word file.
 *
 * @param kind as its heading says or, without one, as its symbol and its components tell
 * @param issuerLines names of the issuing body and its superior as they stand there
 * @param symbol what follows the number and the slash; empty when there is none
 * @param placeAndDate as it stands there
 * @param capacity lines over the signature; {@code signatoryName} under it
 * @param remarks what was dropped or changed, and why
 */
public record WordDraft(
        DocumentKind kind,
        List<IssuerLine> issuerLines,
        String number,
        String symbol,
        String placeAndDate,
        String subject,
        Marks marks,
        List<String> addressees,
        List<Inline.Text> legalBases,
        @Nullable String enactedBy,
        List<Block> body,
        List<String> capacity,
        String signatoryName,
        List<Cosigner> cosigners,
        List<String> recipients,
        List<Annex> annexes,
        List<Understood> understood,
        List<Remark> remarks,
        Appearance appearance,
        Map<Place, List<Item.Para>> anchors) {
    public WordDraft {
        issuerLines = List.copyOf(issuerLines);
        addressees = List.copyOf(addressees);
        legalBases = List.copyOf(legalBases);
        body = List.copyOf(body);
        capacity = List.copyOf(capacity);
        cosigners = List.copyOf(cosigners);
        recipients = List.copyOf(recipients);
        annexes = List.copyOf(annexes);
        understood = List.copyOf(understood);
        remarks = List.copyOf(remarks);
        anchors = Map.copyOf(anchors);
    }

    /** The same without its places in the file, which weigh as much as the file. */
    public WordDraft withoutAnchors() {
        return new WordDraft(
                kind,
                issuerLines,
                number,
                symbol,
                placeAndDate,
                subject,
                marks,
                addressees,
                legalBases,
                enactedBy,
                body,
                capacity,
                signatoryName,
                cosigners,
                recipients,
                annexes,
                understood,
                remarks,
                appearance,
                Map.of());
    }

    /** One line of the issuing body's names. */
    public record IssuerLine(String text, boolean bold) {}

    /** The drafting unit in a letter's symbol, after the body's own abbreviation; empty for other kinds. */
    public String unit(Agency issuer) {
        if (kind != DocumentKind.LETTER) {
            return "";
        }
        if (symbol.startsWith(issuer.symbol() + "-")) {
            return symbol.substring(issuer.symbol().length() + 1).strip();
        }
        int dash = symbol.indexOf('-');
        String after = dash >= 0 ? symbol.substring(dash + 1).strip() : "";
        // 459/CV-PGDĐT: the body where the unit belongs.
        return after.equals(issuer.symbol()) ? "" : after;
    }

    /** What the draft says, issued by that body and signed by that person: our head and signature block, its words. */
    public AdministrativeDocument document(Agency issuer, Signatory signatory, DocumentId id, LookupCode code) {
        String symbolOfOurs = kind.symbol(issuer.symbol(), unit(issuer).isEmpty() ? "VP" : unit(issuer));
        return document(issuer, signatory, id, code, symbolOfOurs);
    }

    /** What the draft says as it stands, for the gate; what the file does not tell is taken from {@code unless}. */
    public AdministrativeDocument asTyped(Agency unless, Signatory otherwise, DocumentId id, LookupCode code) {
        Agency issuer = issuer(unless);
        return document(issuer, signatory(otherwise), id, code, symbol);
    }

    private AdministrativeDocument document(
            Agency issuer, Signatory signatory, DocumentId id, LookupCode code, String symbolOf) {
        var particulars = new Particulars(
                id,
                code,
                kind,
                issuer.id(),
                issuer.name(),
                issuer.place(),
                symbolOf,
                subject,
                signatory.person(),
                signatory.fullName(),
                recipients,
                "",
                "tep-word");
        return new AdministrativeDocument(
                particulars,
                issuer,
                signatory,
                marks,
                addressees,
                legalBases,
                enactedBy,
                body,
                cosigners,
                recipients,
                annexes,
                Answers.NONE);
    }

    private Agency issuer(Agency unless) {
        if (issuerLines.isEmpty()) {
            return unless;
        }
        boolean told = issuerLines.getFirst().bold() != issuerLines.getLast().bold();
        var superior = new StringBuilder();
        var name = new StringBuilder();
        for (int i = 0; i < issuerLines.size(); i++) {
            IssuerLine line = issuerLines.get(i);
            boolean above = told ? !line.bold() : i == 0 && issuerLines.size() > 1;
            var into = above ? superior : name;
            into.append(into.isEmpty() ? "" : " ").append(line.text());
        }
        int comma = placeAndDate.indexOf(',');
        String place = comma > 0 ? placeAndDate.substring(0, comma).strip() : unless.place();
        return new Agency(
                new AgencyId("tep-word"),
                superior.isEmpty() ? null : superior.toString(),
                name.toString(),
                agencySymbol(unless),
                place,
                unless.contact());
    }

    private String agencySymbol(Agency unless) {
        int dash = symbol.indexOf('-');
        if (dash < 0) {
            return symbol.isEmpty() ? unless.symbol() : symbol;
        }
        return kind == DocumentKind.LETTER
                ? symbol.substring(0, dash).strip()
                : symbol.substring(dash + 1).strip();
    }

    private Signatory signatory(Signatory otherwise) {
        if (capacity.isEmpty() && signatoryName.isEmpty()) {
            return otherwise;
        }
        // As what one signs beside another stands over the line of authority.
        List<String> lines = capacity.stream()
                .filter(it -> cosigners.isEmpty() || !it.matches("CHỦ TỌA|CHỦ TRÌ|ĐẠI DIỆN BÊN .*"))
                .toList();
        String first = lines.isEmpty() ? "" : lines.getFirst();
        String post = lines.size() > 1 ? lines.getLast() : "";
        String after = first.replaceFirst("^\\p{Lu}{1,3}\\s?\\.\\s*", "");
        Authority authority = switch (first.replaceFirst("\\..*", "").strip()) {
            case "KT" -> new Authority.Deputy(after, post);
            case "TM" -> new Authority.OnBehalf(after, post);
            case "TL" -> new Authority.ByOrder(after, post);
            case "TUQ" -> new Authority.Delegated(after, post);
            case "Q" -> new Authority.Acting(after);
            default -> new Authority.Head(String.join(" ", lines));
        };
        return new Signatory(new PersonId("tep-word"), signatoryName, otherwise.agency(), authority);
    }
}
