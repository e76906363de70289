package vn.antin.word;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import org.jspecify.annotations.Nullable;
import vn.antin.check.Appearance;
import vn.antin.compose.Annex;
import vn.antin.compose.Block;
import vn.antin.compose.Cosigner;
import vn.antin.compose.Inline;
import vn.antin.compose.Marks;
import vn.antin.compose.Place;
import vn.antin.kernel.DocumentKind;
import vn.antin.word.Item.Para;

/** Finds the components of a document among a file's paragraphs and tables, by place and words; our own styles by name. */
final class Components {
    /** So many lines after the head may belong to nothing before the heading is given up. */
    private static final int LOOKED_AHEAD = 6;

    private final List<Item> items;
    private final List<Boolean> landscape;
    private final Account account;
    private final Running running;
    private final List<Understood> understood = new ArrayList<>();
    private final List<Appearance.Seen> seen = new ArrayList<>();
    private final Map<Place, List<Para>> anchors = new HashMap<>();

    private final List<WordDraft.IssuerLine> issuer = new ArrayList<>();
    private String number = "";
    private String symbol = "";
    private String date = "";
    private final List<String> subject = new ArrayList<>();
    private Marks.@Nullable Urgency urgency;
    private Marks.@Nullable Circulation circulation;
    private String drafter = "";
    private final List<String> addressees = new ArrayList<>();
    private final List<Inline.Text> bases = new ArrayList<>();
    private final List<String> enactedBy = new ArrayList<>();
    private List<Block> body = List.of();
    private final List<String> capacity = new ArrayList<>();
    private String signatory = "";
    private final List<Cosigner> cosigners = new ArrayList<>();
    private final List<String> recipients = new ArrayList<>();
    private final List<Annex> annexes = new ArrayList<>();
    private @Nullable DocumentKind kind;
    private int at;

    /** @param landscape for each section, whether it lies on its long side */
    Components(
            List<Item> items,
            List<Boolean> landscape,
            Marks.@Nullable Circulation circulation,
            Account account,
            Running running) {
        this.items = items;
        this.landscape = landscape;
        this.circulation = circulation;
        this.account = account;
        this.running = running;
    }

    WordDraft read(List<Appearance.Sheet> sheets) {
        head();
        heading();
        opening();
        int closing = closing();
        var main = items.subList(at, closing);
        body = blocks(main, Place.of(Place.Part.BODY));
        at = closing;
        close();
        annexes();
        return draft(sheets);
    }

    private WordDraft draft(List<Appearance.Sheet> sheets) {
        DocumentKind known = kind != null
                ? kind
                : addressees.isEmpty() ? Sign.kindOfSymbol(symbol).orElse(DocumentKind.LETTER) : DocumentKind.LETTER;
        understand("Nội dung", body.size() + " đoạn, mục và bảng", false);
        for (Annex annex : annexes) {
            understand(annex.heading(), annex.title(), false);
        }
        return new WordDraft(
                known,
                issuer,
                number,
                symbol,
                date,
                subject(known),
                new Marks(urgency, circulation, drafter),
                addressees,
                bases,
                enactedBy.isEmpty() ? null : String.join(" ", enactedBy),
                body,
                capacity,
                signatory,
                cosigners,
                recipients,
                annexes,
                understood,
                account.remarks(),
                new Appearance(Appearance.Origin.WORD, sheets, seen, java.util.Set.of()),
                anchors);
    }

    private String subject(DocumentKind known) {
        String all = String.join(" ", subject);
        return known == DocumentKind.LETTER ? Sign.ABOUT.matcher(all).replaceFirst("") : all;
    }

    // The head: boxes 1 to 4, 5b, 10 and 11.

    private void head() {
        for (; at < items.size(); at++) {
            switch (items.get(at)) {
                case Item.Table table -> {
                    if (!isHead(table)) {
                        return;
                    }
                    table.rows().forEach(this::headRow);
                }
                case Para para -> {
                    if (!headParagraph(para)) {
                        return;
                    }
                }
            }
        }
    }

    private static boolean isHead(Item.Table table) {
        return table.rows().stream()
                .limit(6)
                .flatMap(it -> it.cells().stream())
                .flatMap(it -> it.paragraphs().stream())
                .flatMap(it -> it.lines().stream())
                .anyMatch(it -> Sign.ofTheHead(it.plain()));
    }

    private void headRow(Item.Row row) {
        for (Item.Cell cell : row.cells()) {
            boolean about = false;
            for (Para para : cell.paragraphs()) {
                if (TypedRule.is(para.plain())) {
                    account.tell(Remark.Sort.TYPED_RULE, para.plain());
                    continue;
                }
                // A subject is broken where its lines are full, so its lines are one.
                List<Para> lines = Sign.about(para.plain()) || about ? List.of(para) : para.lines();
                for (Para line : lines) {
                    about = headLine(line, about);
                }
            }
        }
    }

    /** Takes one line of the head; answers whether the subject of a letter may go on after it. */
    private boolean headLine(Para line, boolean about) {
        String text = line.seen();
        if (text.isEmpty()) {
            return about;
        }
        if (Sign.nation(text) || Sign.motto(text)) {
            take(Place.Part.NATIONAL_NAME, line, "Quốc hiệu, Tiêu ngữ", true);
        } else if (Sign.number(text)) {
            Matcher matcher = Sign.NUMBER.matcher(text);
            if (matcher.matches()) {
                number = Optional.ofNullable(matcher.group("number")).orElse("");
                symbol = Optional.ofNullable(matcher.group("symbol")).orElse("").strip();
            }
            take(Place.Part.NUMBER, line, "Số, ký hiệu", true);
        } else if (Sign.date(text)) {
            date = text;
            take(Place.Part.DATE, line, "Địa danh và thời gian", true);
        } else if (about || Sign.about(text)) {
            subject.add(text);
            take(Place.Part.SUBJECT, line, "Trích yếu", false);
            return true;
        } else if (urgencyOf(text).isPresent()) {
            urgency = urgencyOf(text).get();
            take(Place.Part.MARKS, line, "Dấu chỉ mức độ khẩn", false);
        } else if (circulationOf(text).isPresent()) {
            circulation = circulationOf(text).get();
            take(Place.Part.MARKS, line, "Phạm vi lưu hành", false);
        } else {
            issuer.add(new WordDraft.IssuerLine(text, line.whollyBold()));
            take(Place.Part.ISSUER, line, "Tên cơ quan", true);
        }
        return false;
    }

    private static Optional<Marks.Urgency> urgencyOf(String text) {
        String name = text.replace("HOẢ", "HỎA").toUpperCase(java.util.Locale.ROOT);
        return java.util.Arrays.stream(Marks.Urgency.values())
                .filter(it -> it.words().equals(name))
                .findFirst();
    }

    static Optional<Marks.Circulation> circulationOf(String text) {
        return java.util.Arrays.stream(Marks.Circulation.values())
                .filter(it -> it.words().equals(text.strip().toUpperCase(java.util.Locale.ROOT)))
                .findFirst();
    }

    private boolean headParagraph(Para para) {
        account.at(para.where());
        if (para.blank()) {
            return true;
        }
        String text = para.seen();
        if (TypedRule.is(text)) {
            account.tell(Remark.Sort.TYPED_RULE, text);
            return true;
        }
        if (kindOf(para).isPresent()
                || Sign.ADDRESSEES.matcher(text).find()
                || !para.marker().isEmpty()) {
            return false;
        }
        List<Para> parts =
                para.lines().stream().flatMap(it -> it.segments().stream()).toList();
        boolean head = parts.stream().anyMatch(it -> Sign.ofTheHead(it.plain()) || Sign.about(it.plain()));
        boolean name = parts.stream()
                        .allMatch(it -> Sign.capitals(it.plain()) && it.plain().length() < 90)
                && headFollows();
        boolean mark = parts.stream()
                .allMatch(it -> urgencyOf(it.plain()).isPresent()
                        || circulationOf(it.plain()).isPresent());
        boolean more = !subject.isEmpty() && para.centred() && text.length() < 90 && addresseesFollow();
        if (!head && !name && !mark && !more) {
            return false;
        }
        if (more || Sign.about(text)) {
            headLine(para, true);
        } else {
            parts.forEach(it -> headLine(it, false));
        }
        return true;
    }

    private boolean headFollows() {
        return items.subList(at, Math.min(items.size(), at + LOOKED_AHEAD)).stream()
                .anyMatch(it -> it instanceof Para para
                        && para.segments().stream().anyMatch(part -> Sign.ofTheHead(part.plain())));
    }

    private boolean addresseesFollow() {
        return items.subList(at, Math.min(items.size(), at + 4)).stream()
                .anyMatch(it -> it instanceof Para para
                        && Sign.ADDRESSEES.matcher(para.plain()).find());
    }

    // The heading: box 5a.

    private static Optional<DocumentKind> kindOf(Para para) {
        List<Para> lines = para.lines();
        return lines.isEmpty() ? Optional.empty() : Sign.kind(lines.getFirst().seen());
    }

    private void heading() {
        int found = -1;
        for (int i = at; i < Math.min(items.size(), at + LOOKED_AHEAD) && found < 0; i++) {
            if (items.get(i) instanceof Para para) {
                if (Sign.ADDRESSEES.matcher(para.plain()).find()) {
                    return;
                }
                if (kindOf(para).isPresent()) {
                    found = i;
                }
            }
        }
        if (found < 0) {
            return;
        }
        for (; at < found; at++) {
            leftOver(items.get(at));
        }
        Para para = (Para) items.get(at++);
        kind = kindOf(para).orElseThrow();
        List<Para> lines = para.lines();
        take(Place.Part.HEADING, lines.getFirst(), "Tên loại", false);
        for (Para line : lines.subList(1, lines.size())) {
            subjectLine(line);
        }
        while (at < items.size() && items.get(at) instanceof Para next && isSubject(next)) {
            if (TypedRule.is(next.plain())) {
                account.tell(Remark.Sort.TYPED_RULE, next.plain());
            } else if (!next.blank()) {
                subjectLine(next);
            }
            at++;
        }
    }

    private void subjectLine(Para line) {
        subject.add(line.plain());
        take(Place.Part.SUBJECT, line, "Trích yếu", false);
    }

    private boolean isSubject(Para para) {
        String text = para.plain();
        if (text.isEmpty() || TypedRule.is(text)) {
            return true;
        }
        if (para.known().isPresent()) {
            return para.is(WordStyle.SUBJECT);
        }
        return para.centred()
                && para.marker().isEmpty()
                && !Sign.ADDRESSEES.matcher(text).find()
                && !Sign.BASIS.matcher(text).find()
                && !isEnacting(para)
                && Marker.of(para).isEmpty()
                && (subject.isEmpty() || para.whollyBold());
    }

    private boolean isEnacting(Para para) {
        String text = para.plain();
        return para.is(WordStyle.ENACTED_BY)
                || (para.centred() && Sign.capitals(text) && !text.endsWith(":") && Sign.authority(text));
    }

    private void leftOver(Item item) {
        switch (item) {
            case Para para -> {
                account.at(para.where());
                if (!para.blank() || !para.marker().isEmpty()) {
                    account.tell(Remark.Sort.TEXT_LEFT_OVER, para.seen() + notes(para));
                }
            }
            case Item.Table table -> {
                account.at(table.where());
                table.rows()
                        .forEach(row -> row.cells().forEach(it -> {
                            if (!it.plain().isEmpty()) {
                                account.tell(Remark.Sort.TEXT_LEFT_OVER, it.plain());
                            }
                        }));
            }
        }
    }

    private static String notes(Para para) {
        var words = new StringBuilder();
        para.pieces().forEach(it -> {
            if (it instanceof Item.Piece.Note note) {
                note.paragraphs().forEach(p -> words.append(' ').append(p.plain()));
            }
        });
        return words.toString();
    }

    // Addressees, who enacts, grounds: boxes 9a and 6.

    private void opening() {
        boolean addressed = false;
        boolean based = false;
        while (at < items.size() && items.get(at) instanceof Para para) {
            account.at(para.where());
            String text = para.seen();
            if (para.blank() && para.marker().isEmpty()) {
                at++;
            } else if (!addressed && Sign.ADDRESSEES.matcher(text).find()) {
                at++;
                addressees(para);
                addressed = true;
            } else if (!based && enactedBy.size() < 4 && kind != null && isEnacting(para)) {
                enactedBy.add(para.plain());
                take(Place.Part.ENACTED_BY, para, "Thẩm quyền ban hành", false);
                at++;
            } else if (isBasis(para)) {
                bases.add(upright(running.text(para.pieces())));
                take(Place.Part.BASES, para, "Căn cứ", false);
                based = true;
                at++;
            } else {
                return;
            }
        }
    }

    private boolean isBasis(Para para) {
        if (para.known().isPresent()) {
            return para.is(WordStyle.BASIS);
        }
        // A letter's grounds are part of its content (annex III, form 1.5).
        if (kind == null || !para.marker().isEmpty()) {
            return false;
        }
        String text = para.plain();
        boolean italic = para.pieces().stream()
                .allMatch(it -> !(it instanceof Item.Piece.Letters letters)
                        || letters.italic()
                        || letters.text().isBlank());
        boolean closes = text.endsWith(";")
                || (text.endsWith(".") && (italic || !bases.isEmpty()))
                || (italic && !text.endsWith(":"));
        // One that lacks its mark stands among others all the same.
        boolean among = at + 1 < items.size()
                && items.get(at + 1) instanceof Para next
                && Sign.BASIS.matcher(next.plain()).find()
                && next.plain().endsWith(";")
                && !text.endsWith(":");
        return Sign.BASIS.matcher(text).find() && (closes || among);
    }

    /** Grounds are italic as a component (II.6.a), so that says nothing of their words. */
    private static Inline.Text upright(Inline.Text text) {
        var parts = new ArrayList<Inline>();
        for (Inline part : text.parts()) {
            if (part instanceof Inline.Run run) {
                Running.add(parts, new Inline.Run(run.text(), run.bold(), false));
            } else {
                parts.add(part);
            }
        }
        return new Inline.Text(parts);
    }

    private void addressees(Para para) {
        List<Para> lines = para.lines();
        String first = lines.getFirst().plain();
        String rest = Sign.ADDRESSEES.matcher(first).replaceFirst("");
        take(Place.Part.ADDRESSEES, para, "Kính gửi", false);
        if (!rest.isBlank()) {
            addressees.add(rest.replaceFirst("^[-–]\\s+", ""));
        }
        for (Para line : lines.subList(1, lines.size())) {
            addressees.add(line.plain().replaceFirst("^[-–]\\s+", ""));
        }
        while (at < items.size() && items.get(at) instanceof Para next) {
            Optional<Marker> marker = Marker.of(next);
            boolean dashed = marker.isPresent() && marker.get().level().compareTo(vn.antin.compose.Level.DASH) >= 0;
            if (next.blank() && next.marker().isEmpty()) {
                at++;
            } else if (dashed && (rest.isBlank() || next.left() > 0 || next.is(WordStyle.ADDRESSEE_LINE))) {
                addressees.add(next.with(Marker.withoutDash(next)).plain());
                take(Place.Part.ADDRESSEES, next, "Kính gửi", false);
                at++;
            } else {
                return;
            }
        }
    }

    // The closing: boxes 7, 9b, 12.

    /** Where the closing begins; behind the last item when there is none. */
    private int closing() {
        for (int i = at; i < items.size(); i++) {
            boolean here = switch (items.get(i)) {
                case Item.Table table ->
                    table.rows().stream()
                            .flatMap(it -> it.cells().stream())
                            .flatMap(it -> it.paragraphs().stream())
                            .anyMatch(it -> Sign.RECIPIENTS.matcher(it.plain()).find());
                case Para para ->
                    para.segments().stream()
                            .anyMatch(it -> Sign.RECIPIENTS.matcher(it.plain()).find()
                                    && it.plain().length() < 300);
            };
            if (here) {
                return signatureBefore(i);
            }
        }
        return signatureAtTheEnd();
    }

    /** A signature may stand over the recipients, as paragraphs or as a table of its own. */
    private int signatureBefore(int recipientsAt) {
        int found = recipientsAt;
        for (int i = recipientsAt - 1; i >= at && i >= recipientsAt - 10; i--) {
            if (items.get(i) instanceof Item.Table table) {
                return table.rows().size() <= 3 && signatures(table) ? i : found;
            }
            Para para = (Para) items.get(i);
            String text = para.plain();
            boolean aside = (!para.alignment().isEmpty() && !para.alignment().equals("both")) || para.left() > 2000;
            if (Sign.authority(text) && aside) {
                found = i;
            } else if (!para.blank()
                    && !(aside && (Sign.personName(text) || (Sign.capitals(text) && text.length() < 60)))) {
                return found;
            }
        }
        return found;
    }

    private static boolean signatures(Item.Table table) {
        return table.rows().stream()
                .flatMap(it -> it.cells().stream())
                .flatMap(it -> it.paragraphs().stream())
                .flatMap(it -> it.lines().stream())
                .anyMatch(it -> Sign.authority(it.plain()));
    }

    private int signatureAtTheEnd() {
        for (int i = items.size() - 1; i >= at && i >= items.size() - 10; i--) {
            switch (items.get(i)) {
                case Item.Table table -> {
                    return table.rows().size() <= 3 && signatures(table) ? i : items.size();
                }
                case Para para -> {
                    if (Sign.authority(para.plain()) && !para.alignment().equals("both")) {
                        int first = i;
                        while (first > at
                                && items.get(first - 1) instanceof Para above
                                && Sign.authority(above.plain())) {
                            first--;
                        }
                        return first;
                    }
                }
            }
        }
        return items.size();
    }

    private void close() {
        boolean listing = false;
        boolean table = false;
        for (; at < items.size(); at++) {
            Item item = items.get(at);
            if (item instanceof Item.Table it) {
                if ((table && !recipients.isEmpty()) || !(signatures(it) || hasRecipients(it))) {
                    return;
                }
                table = true;
                closingTable(it);
                continue;
            }
            Para para = (Para) item;
            account.at(para.where());
            if (startsAnnex(para)) {
                return;
            }
            if (para.blank() && para.marker().isEmpty()) {
                continue;
            }
            boolean any = false;
            for (Para part : para.segments()) {
                String text = part.plain();
                if (Sign.RECIPIENTS.matcher(text).find()) {
                    recipientTitle(part);
                    listing = true;
                    any = true;
                } else if (isSignature(part)) {
                    signatureLine(part);
                    any = true;
                } else if (listing
                        && (isListed(part)
                                || (!recipients.isEmpty()
                                        && Sign.DRAFTER.matcher(text).matches()))) {
                    recipient(part);
                    any = true;
                } else if (any) {
                    account.tell(Remark.Sort.TEXT_LEFT_OVER, part.seen());
                }
            }
            if (!any) {
                return;
            }
        }
    }

    private static boolean hasRecipients(Item.Table table) {
        return table.rows().stream()
                .flatMap(it -> it.cells().stream())
                .flatMap(it -> it.paragraphs().stream())
                .anyMatch(it -> Sign.RECIPIENTS.matcher(it.plain()).find());
    }

    private boolean isSignature(Para part) {
        String text = part.plain();
        boolean name = Sign.personName(text)
                && !capacity.isEmpty()
                && signatory.isEmpty()
                && part.marker().isEmpty();
        return Sign.authority(text) || name || isStampNote(text);
    }

    private static boolean isStampNote(String text) {
        return text.matches(
                "(?iu)^\\((?:đã ký|ký|chữ ký|ký tên|ký, đóng dấu|đã ký, đóng dấu|.{0,30}đóng dấu.{0,30})\\)\\.?$");
    }

    private static boolean isListed(Para part) {
        return Marker.of(part)
                        .filter(it -> it.level().compareTo(vn.antin.compose.Level.DASH) >= 0)
                        .isPresent()
                || part.plain().startsWith("Lưu")
                || part.is(WordStyle.RECIPIENT);
    }

    private void closingTable(Item.Table table) {
        account.at(table.where());
        boolean here = hasRecipients(table);
        for (Item.Row row : table.rows()) {
            for (int c = 0; c < row.cells().size(); c++) {
                List<Para> lines = row.cells().get(c).paragraphs().stream()
                        .flatMap(it -> it.lines().stream())
                        .toList();
                boolean list = lines.stream()
                        .anyMatch(it -> Sign.RECIPIENTS.matcher(it.plain()).find());
                boolean last = c == row.cells().size() - 1;
                if (list
                        || (here
                                && c == 0
                                && !recipients.isEmpty()
                                && signatory.isEmpty()
                                && !lines.isEmpty()
                                && isListed(lines.getFirst()))) {
                    closingList(lines);
                } else if (!here && !last) {
                    cosigner(lines);
                } else {
                    lines.forEach(this::signatureLine);
                }
            }
        }
    }

    private void closingList(List<Para> lines) {
        boolean begun = !recipients.isEmpty();
        for (Para line : lines) {
            if (Sign.RECIPIENTS.matcher(line.plain()).find()) {
                recipientTitle(line);
                begun = true;
            } else if (begun) {
                recipient(line);
            } else {
                account.tell(Remark.Sort.TEXT_LEFT_OVER, line.seen());
            }
        }
    }

    private void cosigner(List<Para> lines) {
        var over = new ArrayList<String>();
        for (Para line : lines) {
            take(Place.Part.SIGNATURE, line, "Người cùng ký", false);
            boolean capacityLine = line.known().isPresent()
                    ? line.is(WordStyle.AUTHORITY)
                    : Sign.capitals(line.plain()) || !Sign.personName(line.plain());
            if (isStampNote(line.plain())) {
                continue;
            }
            if (capacityLine) {
                over.add(line.plain());
            } else {
                cosigners.add(new Cosigner(String.join(" ", over), line.plain()));
                over.clear();
            }
        }
        if (!over.isEmpty()) {
            cosigners.add(new Cosigner(String.join(" ", over), ""));
        }
    }

    private void signatureLine(Para line) {
        String text = line.plain();
        if (text.isEmpty()) {
            return;
        }
        if (signatory.isEmpty() && Sign.capitals(text)) {
            capacity.add(text);
        } else if (!isStampNote(text)) {
            signatory = (signatory + " " + text).strip();
        }
        take(Place.Part.SIGNATURE, line, "Khối ký", true);
    }

    private void recipientTitle(Para line) {
        seen.add(seen(Place.of(Place.Part.RECIPIENTS), line));
        anchors.computeIfAbsent(Place.of(Place.Part.RECIPIENTS), it -> new ArrayList<>())
                .add(line);
        understand("Nơi nhận", line.seen(), true);
        String rest = Sign.RECIPIENTS.matcher(line.plain()).replaceFirst("");
        if (!rest.isBlank()) {
            recipients.add(rest.replaceFirst("^[-–]\\s+", ""));
        }
    }

    private void recipient(Para line) {
        String text = line.with(Marker.withoutDash(line)).plain();
        if (Sign.DRAFTER.matcher(text).matches()) {
            drafter = text;
            take(Place.Part.MARKS, line, "Ký hiệu người soạn thảo", false);
        } else if (!text.isEmpty()) {
            recipients.add(text);
            take(Place.Part.RECIPIENTS, line, "Nơi nhận", false);
        }
    }

    // Annexes and enacted texts.

    private boolean startsAnnex(Para para) {
        String first = para.lines().isEmpty() ? "" : para.lines().getFirst().plain();
        return Sign.ANNEX.matcher(first).matches()
                || (para.centred() && para.whollyBold() && Sign.kind(first).isPresent());
    }

    private void annexes() {
        while (at < items.size()) {
            int start = at;
            while (start < items.size() && !(items.get(start) instanceof Para para && startsAnnex(para))) {
                start++;
            }
            if (start > at) {
                afterClosing(items.subList(at, start));
                at = start;
                continue;
            }
            int end = start + 1;
            while (end < items.size() && !(items.get(end) instanceof Para para && startsAnnex(para))) {
                end++;
            }
            annex(items.subList(start, end));
            at = end;
        }
    }

    private void afterClosing(List<Item> rest) {
        boolean any = rest.stream()
                .anyMatch(it -> !(it instanceof Para para)
                        || !para.blank()
                        || !para.marker().isEmpty());
        if (!any) {
            return;
        }
        int index = annexes.size();
        List<Block> blocks = blocks(rest, Place.inAnnex(index, -1));
        if (!blocks.isEmpty()) {
            account.tell(Remark.Sort.AFTER_CLOSING, "");
            annexes.add(new Annex(0, "Phần sau khối ký", "", blocks));
        }
    }

    private void annex(List<Item> part) {
        int index = annexes.size();
        Para heading = (Para) part.getFirst();
        List<Para> lines = heading.lines();
        String name = lines.getFirst().plain();
        Place place = Place.inAnnex(index, -1);
        see(place, heading);
        DocumentKind enacted = Sign.kind(name).orElse(null);
        Matcher matcher = Sign.ANNEX.matcher(name);
        String ordinal = matcher.matches()
                ? Optional.ofNullable(matcher.group("ordinal")).orElse("")
                : "";
        var title = new ArrayList<String>();
        lines.subList(1, lines.size()).forEach(it -> title.add(it.plain()));
        var reference = new StringBuilder();
        int from = 1;
        for (; from < part.size() && part.get(from) instanceof Para next; from++) {
            String text = next.plain();
            if (next.blank() || next.is(WordStyle.RULE)) {
                continue;
            }
            if (TypedRule.is(text)) {
                account.tell(Remark.Sort.TYPED_RULE, text);
            } else if (reference.isEmpty() && Sign.ATTACHED.matcher(text).find()) {
                reference.append(whole(next));
                see(place, next);
            } else if (!reference.isEmpty()
                    && next.centred()
                    && !reference.toString().endsWith(")")) {
                reference.append(' ').append(whole(next));
                see(place, next);
            } else if (reference.isEmpty()
                    && (next.is(WordStyle.ANNEX_TITLE)
                            || (next.centred()
                                    && next.whollyBold()
                                    && Marker.of(next).isEmpty()))) {
                title.add(next.plain());
                see(place, next);
            } else {
                break;
            }
        }
        boolean wide = heading.section() < landscape.size() && landscape.get(heading.section());
        List<Block> blocks = blocks(part.subList(from, part.size()), place);
        annexes.add(new Annex(ordinal(ordinal), enacted, wide, String.join(" ", title), reference.toString(), blocks));
    }

    /** Its characters with the blanks left for a number and a day. */
    private static String whole(Para para) {
        var text = new StringBuilder();
        para.pieces().forEach(it -> {
            switch (it) {
                case Item.Piece.Letters letters -> text.append(letters.text());
                case Item.Piece.Break line -> text.append(' ');
                case Item.Piece.Tab tab -> text.append(' ');
                case Item.Piece.Note note -> {}
            }
        });
        return text.toString().strip();
    }

    private static int ordinal(String typed) {
        if (typed.isEmpty()) {
            return 0;
        }
        if (Character.isDigit(typed.charAt(0))) {
            return Integer.parseInt(typed);
        }
        for (int i = 1; i < 100; i++) {
            if (vn.antin.compose.Level.roman(i).equalsIgnoreCase(typed)) {
                return i;
            }
        }
        return 0;
    }

    // What was found, and where.

    private List<Block> blocks(List<Item> part, Place whole) {
        boolean annex = whole.part() == Place.Part.ANNEX;
        return new Blocks(running, account, (paragraphs, index) -> {
                    Place place = annex ? Place.inAnnex(whole.annex(), index) : Place.of(Place.Part.BODY, index);
                    anchors.computeIfAbsent(place, it -> new ArrayList<>()).addAll(paragraphs);
                    if (!annex && !paragraphs.isEmpty()) {
                        seen.add(seen(place, paragraphs.getFirst()));
                    }
                })
                .read(part);
    }

    private void take(Place.Part part, Para line, String component, boolean replaced) {
        int index = (int) seen.stream()
                .filter(it -> it.place().part() == part && it.place().index() >= 0)
                .count();
        Place place = Place.of(part, index);
        see(place, line);
        anchors.computeIfAbsent(Place.of(part), it -> new ArrayList<>()).add(line);
        understand(component, line.seen() + notes(line), replaced);
    }

    private void see(Place place, Para line) {
        seen.add(seen(place, line));
        anchors.computeIfAbsent(place, it -> new ArrayList<>()).add(line);
    }

    private void understand(String component, String words, boolean replaced) {
        if (!understood.isEmpty() && understood.getLast().component().equals(component)) {
            Understood before = understood.removeLast();
            understood.add(new Understood(component, before.words() + "\n" + words, replaced));
        } else {
            understood.add(new Understood(component, words, replaced));
        }
    }

    private static Appearance.Seen seen(Place place, Para line) {
        var letters = line.pieces().stream()
                .filter(it ->
                        it instanceof Item.Piece.Letters some && !some.text().isBlank())
                .map(Item.Piece.Letters.class::cast)
                .findFirst();
        boolean italic = letters.isPresent()
                && line.pieces().stream()
                        .allMatch(it -> !(it instanceof Item.Piece.Letters some)
                                || some.italic()
                                || some.text().isBlank());
        return new Appearance.Seen(
                place,
                0,
                line.seen(),
                letters.map(Item.Piece.Letters::font).orElse(""),
                letters.map(Item.Piece.Letters::size).orElse(0.0),
                line.whollyBold(),
                italic,
                Double.NaN,
                Double.NaN,
                Double.NaN,
                Double.NaN);
    }

    Map<Place, List<Para>> anchors() {
        return new LinkedHashMap<>(anchors);
    }
}
