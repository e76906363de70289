package vn.antin.check;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import vn.antin.agency.Agency;
import vn.antin.agency.Authority;
import vn.antin.agency.Signatory;
import vn.antin.compose.AdministrativeDocument;
import vn.antin.compose.Annex;
import vn.antin.compose.Block;
import vn.antin.compose.Cosigner;
import vn.antin.compose.Inline;
import vn.antin.compose.Level;
import vn.antin.compose.Marks;
import vn.antin.compose.Place;
import vn.antin.kernel.DocumentKind;
import vn.antin.kernel.Particulars;

/** Small changes of documents and of appearances, out of which plants are made. */
public final class Change {
    private Change() {}

    /** A change for documents that fulfil a condition; others are given back as they are. */
    public static UnaryOperator<AdministrativeDocument> where(
            Predicate<AdministrativeDocument> condition, UnaryOperator<AdministrativeDocument> change) {
        return it -> condition.test(it) ? change.apply(it) : it;
    }

    public static UnaryOperator<AdministrativeDocument> of(
            DocumentKind kind, UnaryOperator<AdministrativeDocument> change) {
        return where(it -> it.particulars().kind() == kind, change);
    }

    public static UnaryOperator<AdministrativeDocument> subject(UnaryOperator<String> change) {
        return it -> with(
                it,
                particulars(
                        it.particulars(),
                        it.particulars().symbol(),
                        change.apply(it.particulars().subject()),
                        it.particulars().place()));
    }

    public static UnaryOperator<AdministrativeDocument> symbol(UnaryOperator<String> change) {
        return it -> with(
                it,
                particulars(
                        it.particulars(),
                        change.apply(it.particulars().symbol()),
                        it.particulars().subject(),
                        it.particulars().place()));
    }

    public static UnaryOperator<AdministrativeDocument> place(String place) {
        return it -> with(
                it,
                particulars(
                        it.particulars(),
                        it.particulars().symbol(),
                        it.particulars().subject(),
                        place));
    }

    public static UnaryOperator<AdministrativeDocument> issuer(UnaryOperator<Agency> change) {
        return it -> new AdministrativeDocument(
                it.particulars(),
                change.apply(it.issuer()),
                it.signatory(),
                it.marks(),
                it.addressees(),
                it.legalBases(),
                it.enactedBy(),
                it.body(),
                it.cosigners(),
                it.recipients(),
                it.annexes(),
                it.answers());
    }

    public static Agency named(Agency it, @Nullable String superior, String name) {
        return new Agency(it.id(), superior, name, it.symbol(), it.place(), it.contact());
    }

    public static UnaryOperator<AdministrativeDocument> authority(Authority authority) {
        return it -> signatory(
                it,
                new Signatory(
                        it.signatory().person(),
                        it.signatory().fullName(),
                        it.signatory().agency(),
                        authority));
    }

    public static UnaryOperator<AdministrativeDocument> signatoryName(UnaryOperator<String> change) {
        return it -> signatory(
                it,
                new Signatory(
                        it.signatory().person(),
                        change.apply(it.signatory().fullName()),
                        it.signatory().agency(),
                        it.signatory().authority()));
    }

    private static AdministrativeDocument signatory(AdministrativeDocument it, Signatory signatory) {
        return new AdministrativeDocument(
                it.particulars(),
                it.issuer(),
                signatory,
                it.marks(),
                it.addressees(),
                it.legalBases(),
                it.enactedBy(),
                it.body(),
                it.cosigners(),
                it.recipients(),
                it.annexes(),
                it.answers());
    }

    public static UnaryOperator<AdministrativeDocument> marks(Marks marks) {
        return it -> new AdministrativeDocument(
                it.particulars(),
                it.issuer(),
                it.signatory(),
                marks,
                it.addressees(),
                it.legalBases(),
                it.enactedBy(),
                it.body(),
                it.cosigners(),
                it.recipients(),
                it.annexes(),
                it.answers());
    }

    public static UnaryOperator<AdministrativeDocument> addressees(UnaryOperator<List<String>> change) {
        return it -> new AdministrativeDocument(
                it.particulars(),
                it.issuer(),
                it.signatory(),
                it.marks(),
                change.apply(it.addressees()),
                it.legalBases(),
                it.enactedBy(),
                it.body(),
                it.cosigners(),
                it.recipients(),
                it.annexes(),
                it.answers());
    }

    public static UnaryOperator<AdministrativeDocument> bases(UnaryOperator<List<Inline.Text>> change) {
        return it -> new AdministrativeDocument(
                it.particulars(),
                it.issuer(),
                it.signatory(),
                it.marks(),
                it.addressees(),
                change.apply(it.legalBases()),
                it.enactedBy(),
                it.body(),
                it.cosigners(),
                it.recipients(),
                it.annexes(),
                it.answers());
    }

    public static UnaryOperator<AdministrativeDocument> enactedBy(@Nullable String enactedBy) {
        return it -> new AdministrativeDocument(
                it.particulars(),
                it.issuer(),
                it.signatory(),
                it.marks(),
                it.addressees(),
                it.legalBases(),
                enactedBy,
                it.body(),
                it.cosigners(),
                it.recipients(),
                it.annexes(),
                it.answers());
    }

    public static UnaryOperator<AdministrativeDocument> body(UnaryOperator<List<Block>> change) {
        return it -> new AdministrativeDocument(
                it.particulars(),
                it.issuer(),
                it.signatory(),
                it.marks(),
                it.addressees(),
                it.legalBases(),
                it.enactedBy(),
                change.apply(it.body()),
                it.cosigners(),
                it.recipients(),
                it.annexes(),
                it.answers());
    }

    public static UnaryOperator<AdministrativeDocument> cosigners(List<Cosigner> cosigners) {
        return it -> new AdministrativeDocument(
                it.particulars(),
                it.issuer(),
                it.signatory(),
                it.marks(),
                it.addressees(),
                it.legalBases(),
                it.enactedBy(),
                it.body(),
                cosigners,
                it.recipients(),
                it.annexes(),
                it.answers());
    }

    public static UnaryOperator<AdministrativeDocument> recipients(UnaryOperator<List<String>> change) {
        return it -> new AdministrativeDocument(
                it.particulars(),
                it.issuer(),
                it.signatory(),
                it.marks(),
                it.addressees(),
                it.legalBases(),
                it.enactedBy(),
                it.body(),
                it.cosigners(),
                change.apply(it.recipients()),
                it.annexes(),
                it.answers());
    }

    public static UnaryOperator<AdministrativeDocument> annexes(UnaryOperator<List<Annex>> change) {
        return it -> new AdministrativeDocument(
                it.particulars(),
                it.issuer(),
                it.signatory(),
                it.marks(),
                it.addressees(),
                it.legalBases(),
                it.enactedBy(),
                it.body(),
                it.cosigners(),
                it.recipients(),
                change.apply(it.annexes()),
                it.answers());
    }

    /** Changes the first annex. */
    public static UnaryOperator<AdministrativeDocument> annex(UnaryOperator<Annex> change) {
        return annexes(it -> first(it, annex -> true, change));
    }

    private static AdministrativeDocument with(AdministrativeDocument it, Particulars particulars) {
        return new AdministrativeDocument(
                particulars,
                it.issuer(),
                it.signatory(),
                it.marks(),
                it.addressees(),
                it.legalBases(),
                it.enactedBy(),
                it.body(),
                it.cosigners(),
                it.recipients(),
                it.annexes(),
                it.answers());
    }

    private static Particulars particulars(Particulars it, String symbol, String subject, String place) {
        return new Particulars(
                it.id(),
                it.code(),
                it.kind(),
                it.agency(),
                it.agencyName(),
                place,
                symbol,
                subject,
                it.signatory(),
                it.signatoryName(),
                it.recipients(),
                it.retention(),
                it.template());
    }

    /** The list with its first fitting element changed. */
    public static <T> List<T> first(List<T> list, Predicate<? super T> fits, Function<? super T, ? extends T> change) {
        var changed = new ArrayList<T>(list);
        for (int i = 0; i < changed.size(); i++) {
            if (fits.test(changed.get(i))) {
                changed.set(i, change.apply(changed.get(i)));
                break;
            }
        }
        return changed;
    }

    /** The list with its last element changed. */
    public static <T> List<T> last(List<T> list, UnaryOperator<T> change) {
        if (list.isEmpty()) {
            return list;
        }
        var changed = new ArrayList<T>(list);
        changed.set(changed.size() - 1, change.apply(changed.getLast()));
        return changed;
    }

    public static <T> List<T> without(List<T> list, Predicate<? super T> those) {
        return list.stream().filter(those.negate()).toList();
    }

    public static <T> List<T> inserted(List<T> list, int index, T element) {
        var changed = new ArrayList<T>(list);
        changed.add(Math.min(index, changed.size()), element);
        return changed;
    }

    public static Predicate<Block> items(Level level) {
        return it -> it instanceof Block.Item item && item.level() == level;
    }

    public static Block.Item text(Block block, UnaryOperator<String> change) {
        var it = (Block.Item) block;
        return new Block.Item(
                it.level(),
                it.ordinal(),
                it.titled(),
                it.typed(),
                Inline.Text.plain(change.apply(it.text().plain())));
    }

    /** Types another number before the first item of that level that bears this one. */
    public static UnaryOperator<AdministrativeDocument> typed(Level level, String before, String after) {
        return body(body -> first(
                body,
                it -> it instanceof Block.Item item
                        && item.level() == level
                        && item.typed().equals(before),
                it -> {
                    var item = (Block.Item) it;
                    return new Block.Item(item.level(), item.ordinal(), item.titled(), after, item.text());
                }));
    }

    public static Inline.Text plain(String text) {
        return Inline.Text.plain(text);
    }

    /** Changes the lines of a part that fit. */
    public static UnaryOperator<Appearance> lines(
            Place.Part part, Predicate<Appearance.Seen> fits, UnaryOperator<Appearance.Seen> change) {
        return it -> new Appearance(
                it.origin(),
                it.sheets(),
                it.seen().stream()
                        .map(seen -> seen.place().part() == part && fits.test(seen) ? change.apply(seen) : seen)
                        .toList(),
                it.emptyFields());
    }

    public static UnaryOperator<Appearance> lines(Place.Part part, UnaryOperator<Appearance.Seen> change) {
        return lines(part, it -> true, change);
    }

    public static UnaryOperator<Appearance> line(Place.Part part, int index, UnaryOperator<Appearance.Seen> change) {
        return lines(part, it -> it.place().index() == index, change);
    }

    public static UnaryOperator<Appearance> dropped(Predicate<Appearance.Seen> those) {
        return it -> new Appearance(it.origin(), it.sheets(), without(it.seen(), those), it.emptyFields());
    }

    public static UnaryOperator<Appearance> added(Appearance.Seen line) {
        return it -> new Appearance(
                it.origin(), it.sheets(), inserted(it.seen(), it.seen().size(), line), it.emptyFields());
    }

    public static UnaryOperator<Appearance> sheets(UnaryOperator<Appearance.Sheet> change) {
        return it ->
                new Appearance(it.origin(), it.sheets().stream().map(change).toList(), it.seen(), it.emptyFields());
    }

    public static Appearance.Seen text(Appearance.Seen it, String text) {
        return new Appearance.Seen(
                it.place(),
                it.page(),
                text,
                it.font(),
                it.size(),
                it.bold(),
                it.italic(),
                it.left(),
                it.top(),
                it.width(),
                it.rule());
    }

    public static Appearance.Seen sized(Appearance.Seen it, double size) {
        return new Appearance.Seen(
                it.place(),
                it.page(),
                it.text(),
                it.font(),
                size,
                it.bold(),
                it.italic(),
                it.left(),
                it.top(),
                it.width(),
                it.rule());
    }

    public static Appearance.Seen bold(Appearance.Seen it, boolean bold) {
        return new Appearance.Seen(
                it.place(),
                it.page(),
                it.text(),
                it.font(),
                it.size(),
                bold,
                it.italic(),
                it.left(),
                it.top(),
                it.width(),
                it.rule());
    }

    public static Appearance.Seen italic(Appearance.Seen it, boolean italic) {
        return new Appearance.Seen(
                it.place(),
                it.page(),
                it.text(),
                it.font(),
                it.size(),
                it.bold(),
                italic,
                it.left(),
                it.top(),
                it.width(),
                it.rule());
    }

    public static Appearance.Seen ruled(Appearance.Seen it, double rule) {
        return new Appearance.Seen(
                it.place(),
                it.page(),
                it.text(),
                it.font(),
                it.size(),
                it.bold(),
                it.italic(),
                it.left(),
                it.top(),
                it.width(),
                rule);
    }

    public static Appearance.Seen moved(Appearance.Seen it, double right, double down) {
        return new Appearance.Seen(
                it.place(),
                it.page(),
                it.text(),
                it.font(),
                it.size(),
                it.bold(),
                it.italic(),
                it.left() + right,
                it.top() + down,
                it.width(),
                it.rule());
    }

    public static Appearance.Seen narrowed(Appearance.Seen it, double by) {
        return new Appearance.Seen(
                it.place(),
                it.page(),
                it.text(),
                it.font(),
                it.size(),
                it.bold(),
                it.italic(),
                it.left(),
                it.top(),
                it.width() - by,
                it.rule());
    }

    public static Appearance.Seen inFont(Appearance.Seen it, String font) {
        return new Appearance.Seen(
                it.place(),
                it.page(),
                it.text(),
                font,
                it.size(),
                it.bold(),
                it.italic(),
                it.left(),
                it.top(),
                it.width(),
                it.rule());
    }

    public static Appearance.Seen onPage(Appearance.Seen it, int page) {
        return new Appearance.Seen(
                it.place(),
                page,
                it.text(),
                it.font(),
                it.size(),
                it.bold(),
                it.italic(),
                it.left(),
                it.top(),
                it.width(),
                it.rule());
    }

    public static boolean isLetter(AdministrativeDocument it) {
        return Objects.equals(it.particulars().kind(), DocumentKind.LETTER);
    }
}
