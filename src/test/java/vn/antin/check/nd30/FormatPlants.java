package vn.antin.check.nd30;

import static vn.antin.check.Change.*;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import vn.antin.agency.Authority;
import vn.antin.check.Appearance;
import vn.antin.check.Change;
import vn.antin.check.Plant;
import vn.antin.compose.AdministrativeDocument;
import vn.antin.compose.Annex;
import vn.antin.compose.Block;
import vn.antin.compose.Inline;
import vn.antin.compose.Level;
import vn.antin.compose.Marks;
import vn.antin.compose.Place;
import vn.antin.compose.Place.Part;
import vn.antin.kernel.DocumentKind;

/** Mistakes of format, each against one rule of annexes I and III. */
public final class FormatPlants implements Plant.Bed {
    private static final String LATE = "Có một dòng mới ở đây.";
    private final List<Plant> plants = new ArrayList<>();

    @Override
    public List<Plant> plants() {
        pages();
        opening();
        numberAndDate();
        heading();
        content();
        structure();
        aboutAddressees();
        aboutRecipients();
        signature();
        others();
        return plants;
    }

    private void said(String rule, String name, UnaryOperator<AdministrativeDocument> change) {
        plants.add(Plant.said(rule, name, change));
    }

    private void seen(String rule, String name, UnaryOperator<Appearance> change) {
        plants.add(Plant.seen(rule, name, change));
    }

    /** Changes what is said, and then what is seen of it. */
    private void both(
            String rule, String name, UnaryOperator<AdministrativeDocument> said, UnaryOperator<Appearance> seen) {
        plants.add(new Plant(rule, name, said, seen));
    }

    private static UnaryOperator<Appearance.Sheet> margins(double top, double bottom, double left, double right) {
        return it -> new Appearance.Sheet(
                it.page(),
                it.width(),
                it.height(),
                it.top() + top,
                it.bottom() + bottom,
                it.left() + left,
                it.right() + right);
    }

    private static UnaryOperator<Appearance> paper(double width, double height) {
        return sheets(
                it -> new Appearance.Sheet(it.page(), width, height, it.top(), it.bottom(), it.left(), it.right()));
    }

    private static UnaryOperator<AdministrativeDocument> pagesLong() {
        return body(it -> {
            var longer = new ArrayList<Block>();
            for (int i = 0; i < 40; i++) {
                longer.add(new Block.Paragraph(
                        plain("Đoạn thêm thứ " + i + " để văn bản dài sang trang sau, không có gì sai.")));
            }
            longer.addAll(it);
            return longer;
        });
    }

    private void pages() {
        seen(
                "PagesKeepTheirBoxes",
                "no box for the number",
                it -> new Appearance(
                        it.origin(),
                        it.sheets(),
                        it.seen(),
                        java.util.Set.of("ngay_van_ban", "ky_lanh_dao", "con_dau")));
        seen(
                "PagesKeepTheirBoxes",
                "no boxes at all",
                it -> new Appearance(it.origin(), it.sheets(), it.seen(), java.util.Set.of()));
        seen("PaperIsA4", "letter size", paper(215.9, 279.4));
        seen("PaperIsA4", "A5", paper(148, 210));
        both(
                "PagesStandUpright",
                "all pages lie",
                where(
                        it -> it.body().stream().noneMatch(block -> block instanceof Block.Table)
                                && it.annexes().isEmpty(),
                        subject(it -> it + " (nằm)")),
                paper(297, 210));
        both(
                "PagesStandUpright",
                "the first page lies",
                where(
                        it -> it.body().stream().noneMatch(block -> block instanceof Block.Table),
                        subject(it -> it + " (nằm)")),
                sheets(it -> it.page() == 1
                        ? new Appearance.Sheet(1, 297, 210, it.top(), it.bottom(), it.left(), it.right())
                        : it));
        seen("MarginsAreInRange", "left edge of 20 mm", sheets(margins(0, 0, -10, 0)));
        seen("MarginsAreInRange", "upper edge of 30 mm", sheets(margins(10, 0, 0, 0)));
        seen("MarginsAreInRange", "right edge of 10 mm", sheets(margins(0, 0, 0, -5)));
        both("MarginsAreInRange", "lower edge of 15 mm", pagesLong(), sheets(margins(0, -8, 0, 0)));
        seen("LettersAreTimesNewRoman", "content in Arial", lines(Part.BODY, it -> inFont(it, "Arial")));
        seen("LettersAreTimesNewRoman", "recipients in Calibri", lines(Part.RECIPIENTS, it -> inFont(it, "Calibri")));
        seen("LettersAreTimesNewRoman", "heading in .VnTime", lines(Part.SUBJECT, it -> inFont(it, ".VnTime")));
        seen(
                "FirstPageShowsNoNumber",
                "1 on page 1",
                added(new Appearance.Seen(Place.of(Part.PAGE), 1, "1", "Tinos", 14, false, false, 111, 10, 2, 0)));
        seen(
                "FirstPageShowsNoNumber",
                "1 on page 1, size 13",
                added(new Appearance.Seen(Place.of(Part.PAGE), 1, "1", "Tinos", 13, false, false, 112, 12, 2, 0)));
        both(
                "PageNumbersAreShown",
                "no numbers",
                pagesLong(),
                dropped(it -> it.place().part() == Part.PAGE));
        both(
                "PageNumbersAreShown",
                "none on page 2",
                pagesLong(),
                dropped(it -> it.place().part() == Part.PAGE && it.page() == 2));
        both("PageNumbersStandInTheTopMargin", "size 10", pagesLong(), lines(Part.PAGE, it -> sized(it, 10)));
        both("PageNumbersStandInTheTopMargin", "at the right", pagesLong(), lines(Part.PAGE, it -> moved(it, 70, 0)));
        both("PageNumbersStandInTheTopMargin", "at the foot", pagesLong(), lines(Part.PAGE, it -> moved(it, 0, 270)));
        both("PageNumbersStandInTheTopMargin", "Roman", pagesLong(), lines(Part.PAGE, it -> Change.text(it, "ii")));
    }

    private void opening() {
        seen(
                "NationalNameIsExact",
                "a letter missing",
                line(Part.NATIONAL_NAME, 0, it -> Change.text(it, "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NA")));
        seen(
                "NationalNameIsExact",
                "a word missing",
                line(Part.NATIONAL_NAME, 0, it -> Change.text(it, "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT")));
        seen(
                "MottoIsExact",
                "hyphens without blanks",
                line(Part.NATIONAL_NAME, 1, it -> Change.text(it, "Độc lập-Tự do-Hạnh phúc")));
        seen(
                "MottoIsExact",
                "dashes",
                line(Part.NATIONAL_NAME, 1, it -> Change.text(it, "Độc lập – Tự do – Hạnh phúc")));
        seen(
                "MottoIsExact",
                "a small letter",
                line(Part.NATIONAL_NAME, 1, it -> Change.text(it, "Độc lập - Tự do - hạnh phúc")));
        seen("NationalNameIsStyled", "size 14", line(Part.NATIONAL_NAME, 0, it -> sized(it, 14)));
        seen("NationalNameIsStyled", "motto not bold", line(Part.NATIONAL_NAME, 1, it -> bold(it, false)));
        seen("NationalNameIsStyled", "motto in italics", line(Part.NATIONAL_NAME, 1, it -> italic(it, true)));
        seen("NationalNameStandsRight", "at the left", lines(Part.NATIONAL_NAME, it -> moved(it, -70, 0)));
        seen("NationalNameStandsRight", "motto aside", line(Part.NATIONAL_NAME, 1, it -> moved(it, 6, 0)));
        seen("MottoBearsItsRule", "none", line(Part.NATIONAL_NAME, 1, it -> ruled(it, 0)));
        seen("MottoBearsItsRule", "half", line(Part.NATIONAL_NAME, 1, it -> ruled(it, it.width() / 2)));
        said(
                "IssuerIsNamedInCapitals",
                "name in small letters",
                issuer(it -> named(it, it.superior(), "Trường Tiểu học Sông Cầu")));
        said(
                "IssuerIsNamedInCapitals",
                "superior in small letters",
                where(
                        it -> it.issuer().superior() != null,
                        issuer(it -> named(it, "Ủy ban nhân dân xã Tiên Minh", it.name()))));
        seen("IssuerIsStyled", "name not bold", line(Part.ISSUER, 1, it -> bold(it, false)));
        seen("IssuerIsStyled", "superior bold", line(Part.ISSUER, 0, it -> bold(it, true)));
        seen("IssuerIsStyled", "size 14", line(Part.ISSUER, 1, it -> sized(it, 14)));
        seen("IssuerBearsItsRule", "none", line(Part.ISSUER, 1, it -> ruled(it, 0)));
        seen("IssuerBearsItsRule", "whole width", line(Part.ISSUER, 1, it -> ruled(it, it.width())));
        said("IssuerIsNotAbbreviated", "THCS", issuer(it -> named(it, it.superior(), "TRƯỜNG THCS AN HÒA")));
        said("IssuerIsNotAbbreviated", "GD&ĐT", issuer(it -> named(it, it.superior(), "PHÒNG GD&ĐT")));
        said("IssuerIsNotAbbreviated", "UBND", issuer(it -> named(it, it.superior(), "UBND XÃ TIÊN MINH")));
        said("SuperiorNamesItsPlace", "UBND HUYỆN", issuer(it -> named(it, "UBND HUYỆN", it.name())));
        said("SuperiorNamesItsPlace", "ỦY BAN NHÂN DÂN XÃ", issuer(it -> named(it, "ỦY BAN NHÂN DÂN XÃ", it.name())));
    }

    private void numberAndDate() {
        said("SymbolIsOfItsKind", "QCh", of(DocumentKind.STATUTE, symbol(it -> it.replaceFirst("^QC-", "QCH-"))));
        said(
                "SymbolIsOfItsKind",
                "QĐ for QyĐ",
                of(DocumentKind.REGULATION, symbol(it -> it.replaceFirst("^QyĐ-", "QĐ-"))));
        said(
                "SymbolIsOfItsKind",
                "TT for TTr",
                of(DocumentKind.SUBMISSION, symbol(it -> it.replaceFirst("^TTr-", "TT-"))));
        said(
                "SymbolIsOfItsKind",
                "CT for CTr",
                of(DocumentKind.PROGRAMME, symbol(it -> it.replaceFirst("^CTr-", "CT-"))));
        said("LettersBearNoCv", "CV first", where(Change::isLetter, symbol(it -> "CV-" + it)));
        said("LettersBearNoCv", "CV last", where(Change::isLetter, symbol(it -> it + "-CV")));
        seen(
                "LettersBearNoCv",
                "CV on the page",
                it -> isLetterSeen(it)
                        ? line(Part.NUMBER, -1, line -> Change.text(line, "Số: 12/CV-THSC"))
                                .apply(it)
                        : it);
        said("SymbolIsClean", "blank", symbol(it -> it.replaceFirst("-", " - ")));
        said("SymbolIsClean", "small letters", symbol(it -> it + "-cm"));
        said("SymbolIsClean", "dash", symbol(it -> it.replaceFirst("-", "–")));
        seen(
                "NumberLineIsWritten",
                "blank before the slash",
                line(Part.NUMBER, -1, it -> Change.text(it, "Số: 459 /KH-THSC")));
        seen("NumberLineIsWritten", "no colon", line(Part.NUMBER, -1, it -> Change.text(it, "Số 459/KH-THSC")));
        seen("NumberLineIsWritten", "no blank", line(Part.NUMBER, -1, it -> Change.text(it, "Số:459/KH-THSC")));
        seen("NumbersUnderTenBearAZero", "5", line(Part.NUMBER, -1, it -> Change.text(it, "Số: 5/KH-THSC")));
        seen("NumbersUnderTenBearAZero", "015", line(Part.NUMBER, -1, it -> Change.text(it, "Số: 015/KH-THSC")));
        seen("NumberIsStyled", "size 12", lines(Part.NUMBER, it -> sized(it, 12)));
        seen("NumberIsStyled", "bold", lines(Part.NUMBER, it -> bold(it, true)));
        seen("NumberIsStyled", "italic", lines(Part.NUMBER, it -> italic(it, true)));
        date("PlaceIsFollowedByAComma", "no comma", "Hải Phòng ngày 10 tháng 9 năm 2024");
        date("PlaceIsFollowedByAComma", "blank before the comma", "Hải Phòng , ngày 10 tháng 9 năm 2024");
        date("DateIsWrittenInFull", "slashes", "Hải Phòng, 10/9/2024");
        date("DateIsWrittenInFull", "no year", "Hải Phòng, ngày 10 tháng 9");
        date("DateIsWrittenInFull", "year of two digits", "Hải Phòng, ngày 10 tháng 9 năm 24");
        date("DaysAndMonthsBearTheirZeros", "5", "Hải Phòng, ngày 5 tháng 9 năm 2024");
        date("DaysAndMonthsBearTheirZeros", "03", "Hải Phòng, ngày 10 tháng 03 năm 2024");
        date("DaysAndMonthsBearTheirZeros", "1", "Hải Phòng, ngày 10 tháng 1 năm 2024");
        date("DateIsARealDay", "31 April", "Hải Phòng, ngày 31 tháng 4 năm 2024");
        date("DateIsARealDay", "in the future", "Hải Phòng, ngày 10 tháng 9 năm 2999");
        said("PlaceIsCapitalised", "small letters", place("hải phòng"));
        said("PlaceIsCapitalised", "half", place("Hải phòng"));
        said("PlaceIsCapitalised", "none", place(""));
        seen("DateIsStyled", "upright", lines(Part.DATE, it -> italic(it, false)));
        both(
                "DateIsStyled",
                "size 12",
                where(it -> it.particulars().kind() != DocumentKind.MINUTES, subject(it -> it + " và học")),
                lines(Part.DATE, it -> sized(it, 12)));
        seen("DateStandsBesideTheNumber", "a line lower", lines(Part.DATE, it -> moved(it, 0, 6)));
        seen("DateStandsBesideTheNumber", "a line higher", lines(Part.DATE, it -> moved(it, 0, -6)));
    }

    private static boolean isLetterSeen(Appearance it) {
        return it.first(Part.SUBJECT)
                .filter(line -> line.text().startsWith("V/v"))
                .isPresent();
    }

    private void date(String rule, String name, String text) {
        seen(rule, name, lines(Part.DATE, it -> Change.text(it, text)));
    }

    private void heading() {
        said("SubjectIsPresent", "blank", where(it -> !isLetter(it), subject(it -> " ")));
        said("SubjectIsPresent", "blank letter", where(Change::isLetter, subject(it -> "")));
        seen("HeadingIsAKind", "misspelt", lines(Part.HEADING, it -> Change.text(it, it.text() + "H")));
        seen("HeadingIsAKind", "another kind", lines(Part.HEADING, it -> Change.text(it, "SÁCH TRẮNG")));
        seen("HeadingIsStyled", "size 16", lines(Part.HEADING, it -> sized(it, 16)));
        seen("HeadingIsStyled", "not bold", lines(Part.HEADING, it -> bold(it, false)));
        seen("HeadingStandsInTheMiddle", "at the left", lines(Part.HEADING, it -> moved(it, -30, 0)));
        seen(
                "HeadingStandsInTheMiddle",
                "subject at the right",
                it -> isLetterSeen(it)
                        ? it
                        : lines(Part.SUBJECT, line -> moved(line, 20, 0)).apply(it));
        seen("SubjectIsStyled", "size 16", lines(Part.SUBJECT, it -> sized(it, 16)));
        seen("SubjectIsStyled", "bold turned", lines(Part.SUBJECT, it -> bold(it, !it.bold())));
        seen("SubjectIsStyled", "italic", lines(Part.SUBJECT, it -> italic(it, true)));
        said(
                "SubjectIsInSmallLetters",
                "capitals",
                where(it -> !isLetter(it), subject(it -> it.toUpperCase(Locale.ROOT))));
        said(
                "SubjectIsInSmallLetters",
                "letter in capitals",
                where(Change::isLetter, subject(it -> it.toUpperCase(Locale.ROOT))));
        seen(
                "SubjectBearsItsRule",
                "none",
                it -> isLetterSeen(it)
                        ? it
                        : lines(Part.SUBJECT, line -> ruled(line, 0)).apply(it));
        seen(
                "SubjectBearsItsRule",
                "under a letter's",
                it -> isLetterSeen(it)
                        ? lines(Part.SUBJECT, line -> ruled(line, 20)).apply(it)
                        : it);
        said(
                "SubjectIsBrief",
                "sixty words",
                where(it -> !isLetter(it), subject(it -> it + ", gồm nhiều việc khác nhau nữa".repeat(9))));
        said(
                "SubjectIsBrief",
                "sixty words of a letter",
                where(Change::isLetter, subject(it -> it + ", gồm nhiều việc khác nhau nữa".repeat(9))));
        said("SubjectEndsWithoutAStop", "full stop", subject(it -> it + "."));
        said("SubjectEndsWithoutAStop", "semicolon", subject(it -> it + ";"));
        said("SubjectDoesNotRepeatTheKind", "plan", of(DocumentKind.PLAN, subject(it -> "Kế hoạch " + it)));
        said("SubjectDoesNotRepeatTheKind", "report", of(DocumentKind.REPORT, subject(it -> "Báo cáo " + it)));
        seen("LetterSubjectBeginsWithVv", "without", vv(it -> it.substring(4)));
        seen("LetterSubjectBeginsWithVv", "in capitals", vv(it -> "V/V" + it.substring(3)));
        seen(
                "LetterSubjectStandsUnderTheNumber",
                "20 points lower",
                it -> isLetterSeen(it)
                        ? lines(Part.SUBJECT, line -> moved(line, 0, 7)).apply(it)
                        : it);
        seen(
                "LetterSubjectStandsUnderTheNumber",
                "on its heels",
                it -> isLetterSeen(it)
                        ? lines(Part.SUBJECT, line -> moved(line, 0, -1.8)).apply(it)
                        : it);
    }

    private static UnaryOperator<Appearance> vv(UnaryOperator<String> change) {
        return it -> lines(
                        Part.SUBJECT,
                        line -> line.text().startsWith("V/v"),
                        line -> Change.text(line, change.apply(line.text())))
                .apply(it);
    }

    private void content() {
        said(
                "LegalBasesCloseInOrder",
                "stop in the middle",
                bases(it -> it.size() < 2
                        ? it
                        : Change.first(
                                it, base -> true, base -> plain(base.plain().replace(';', '.')))));
        said(
                "LegalBasesCloseInOrder",
                "semicolon at the end",
                bases(it -> last(it, base -> plain(base.plain().replaceAll("\\.$", ";")))));
        said(
                "LegalBasesCloseInOrder",
                "no mark",
                bases(it -> last(it, base -> plain(base.plain().replaceAll("\\.$", "")))));
        seen("GroundsAreItalic", "upright", lines(Part.BASES, it -> italic(it, false)));
        seen("GroundsAreItalic", "bold", lines(Part.BASES, it -> bold(it, true)));
        said(
                "GroundsBeginAsGrounds",
                "an act",
                bases(it -> Change.first(
                        it, base -> true, base -> plain(base.plain().replaceFirst("^Căn cứ", "Thực hiện")))));
        said(
                "GroundsBeginAsGrounds",
                "bare law",
                bases(it -> Change.first(
                        it,
                        base -> base.plain().startsWith("Căn cứ Luật"),
                        base -> plain(base.plain().replaceFirst("^Căn cứ ", "")))));
        said("GroundsAreGiven", "decision without", of(DocumentKind.DECISION, bases(it -> List.of())));
        said("GroundsAreGiven", "resolution without", of(DocumentKind.RESOLUTION, bases(it -> List.of())));
        said("BodyIsPresent", "nothing", where(it -> it.annexes().isEmpty(), body(it -> List.of())));
        said(
                "BodyIsPresent",
                "nothing in a letter",
                where(it -> isLetter(it) && it.annexes().isEmpty(), body(it -> List.of())));
        seen("BodyIsStyled", "size 12", lines(Part.BODY, it -> sized(it, 12)));
        seen("BodyIsStyled", "size 15", lines(Part.BODY, it -> sized(it, 15)));
        seen(
                "BodyHasOneSize",
                "one paragraph of 13",
                lines(Part.BODY, it -> it.place().index() == 1, it -> sized(it, 13)));
        seen(
                "BodyHasOneSize",
                "the last of 13",
                it -> lines(
                                Part.BODY,
                                line -> line.place().index()
                                        == it.all(Part.BODY).getLast().place().index(),
                                line -> sized(line, 13))
                        .apply(it));
        seen("BodyIsJustified", "ragged lines", it -> ragged(it, 8));
        seen("BodyIsJustified", "slightly ragged", it -> ragged(it, 3));
        seen(
                "FirstLinesAreIndented",
                "none",
                it -> lines(
                                Part.BODY,
                                line -> Math.abs(line.left() - 40) < 0.5,
                                line -> narrowed(moved(line, -10, 0), -10))
                        .apply(it));
        seen(
                "FirstLinesAreIndented",
                "2 cm",
                it -> lines(
                                Part.BODY,
                                line -> Math.abs(line.left() - 40) < 0.5,
                                line -> narrowed(moved(line, 10, 0), 10))
                        .apply(it));
        seen("ParagraphsStandApart", "no gap", it -> squeezed(it, 0));
        seen("ParagraphsStandApart", "3 points", it -> squeezed(it, 1.06));
        seen("LinesAreSpaced", "double", it -> spaced(it, 2));
        seen("LinesAreSpaced", "less than single", it -> spaced(it, 0.92));
        said("TextEndsWithTheEndMark", "stop only", ending(it -> it.replace("./.", ".")));
        said("TextEndsWithTheEndMark", "no mark", ending(it -> it.replace("./.", "")));
        said(
                "EndMarkStandsOnce",
                "also in the middle",
                body(it -> Change.first(
                        it,
                        block -> block instanceof Block.Paragraph
                                && Stretch.plain(block).endsWith(".")
                                && !Stretch.plain(block).contains("./."),
                        block -> new Block.Paragraph(plain(Stretch.plain(block) + "/.")))));
        said("EndMarkStandsOnce", "torn", ending(it -> it.replace("./.", ". /.")));
        said(
                "EndMarkStandsOnce",
                "in an item",
                body(it -> Change.first(
                        it,
                        block -> block instanceof Block.Item item
                                && !item.titled()
                                && item.text().plain().endsWith("."),
                        block -> Change.text(block, text -> text + "/."))));
        said(
                "FootnotesSaySomething",
                "empty",
                body(it -> Change.first(
                        it,
                        block -> block instanceof Block.Paragraph,
                        block -> new Block.Paragraph(new Inline.Text(List.of(
                                new Inline.Run(Stretch.plain(block), false, false),
                                new Inline.Footnote(1, plain(" "))))))));
        said(
                "FootnotesSaySomething",
                "empty in an item",
                body(it -> Change.first(
                        it,
                        Change.items(Level.DASH),
                        block -> new Block.Item(
                                Level.DASH,
                                0,
                                false,
                                new Inline.Text(List.of(
                                        new Inline.Run(Stretch.plain(block), false, false),
                                        new Inline.Footnote(1, plain(""))))))));
    }

    private static UnaryOperator<AdministrativeDocument> ending(UnaryOperator<String> change) {
        return body(it -> last(
                it,
                block -> block instanceof Block.Paragraph
                        ? new Block.Paragraph(plain(change.apply(Stretch.plain(block))))
                        : block));
    }

    private static Appearance ragged(Appearance it, double by) {
        return it.all(Part.BODY).stream()
                .filter(line -> Math.abs(line.left() - 40) < 0.5 && line.left() + line.width() > 194)
                .findFirst()
                .map(first -> lines(Part.BODY, first::equals, line -> narrowed(line, by))
                        .apply(it))
                .orElse(it);
    }

    /** Draws each paragraph up to its neighbour. */
    private static Appearance squeezed(Appearance it, double gap) {
        var lines = new ArrayList<Appearance.Seen>();
        Appearance.Seen above = null;
        double up = 0;
        for (Appearance.Seen line : it.seen()) {
            if (line.place().part() == Part.BODY && above != null && above.page() == line.page()) {
                double step = line.top() - above.top();
                boolean next = line.place().index() == above.place().index() + 1;
                up += next ? Math.max(0, step - line.size() * 1.15 * 25.4 / 72 - gap) : 0;
            } else if (line.place().part() == Part.BODY) {
                up = 0;
            }
            lines.add(line.place().part() == Part.BODY ? moved(line, 0, -up) : line);
            above = line.place().part() == Part.BODY ? line : above;
        }
        return new Appearance(it.origin(), it.sheets(), lines, it.emptyFields());
    }

    private static Appearance spaced(Appearance it, double factor) {
        return lines(Part.BODY, line -> moved(line, 0, line.top() * (factor - 1)))
                .apply(it);
    }

    private void structure() {
        said(
                "TitlesAreInCapitals",
                "small",
                body(it -> Change.first(
                        it, items(Level.ROMAN), block -> Change.text(block, text -> "Mục đích, yêu cầu"))));
        said(
                "TitlesAreInCapitals",
                "small chapter",
                body(it ->
                        Change.first(it, items(Level.CHAPTER), block -> Change.text(block, text -> "Quy định chung"))));
        said(
                "SmallTitlesAreInSmallLetters",
                "clause",
                body(it -> Change.first(
                        it, items(Level.CLAUSE), block -> Change.text(block, text -> "KIỆN TOÀN TỔ CHỨC, BỘ MÁY"))));
        said(
                "SmallTitlesAreInSmallLetters",
                "article",
                body(it -> Change.first(
                        it, items(Level.ARTICLE), block -> Change.text(block, text -> "PHẠM VI ĐIỀU CHỈNH"))));
        said("ArticlesHaveTitles", "statute", of(DocumentKind.STATUTE, body(FormatPlants::untitled)));
        said("ArticlesHaveTitles", "regulation", of(DocumentKind.REGULATION, body(FormatPlants::untitled)));
        said("PointsFollowTheAlphabet", "e before đ", typed(Level.POINT, "đ)", "e)"));
        said("PointsFollowTheAlphabet", "đ twice", typed(Level.POINT, "e)", "đ)"));
        said("PointsFollowTheAlphabet", "begins at b", typed(Level.POINT, "a)", "b)"));
        said("PointsAreVietnameseLetters", "f", typed(Level.POINT, "e)", "f)"));
        said("PointsAreVietnameseLetters", "w", typed(Level.POINT, "đ)", "w)"));
        said("PointsAreVietnameseLetters", "j", typed(Level.POINT, "c)", "j)"));
        said("NumbersAreNotRepeated", "2 twice", typed(Level.CLAUSE, "3.", "2."));
        said("NumbersAreNotRepeated", "II after II", typed(Level.ROMAN, "III.", "II."));
        said("NumbersAreNotRepeated", "article 2 twice", typed(Level.ARTICLE, "Điều 3.", "Điều 2."));
        said("NumbersAreNotSkipped", "4 after 2", typed(Level.CLAUSE, "3.", "4."));
        said("NumbersAreNotSkipped", "IV after II", typed(Level.ROMAN, "III.", "IV."));
        said(
                "NumbersAreNotSkipped",
                "article 5 after 2",
                of(DocumentKind.DECISION, typed(Level.ARTICLE, "Điều 3.", "Điều 5.")));
        said("SectionsAreNotEmpty", "roman", body(it -> emptied(it, Level.ROMAN)));
        said("SectionsAreNotEmpty", "clause", body(it -> emptied(it, Level.CLAUSE)));
    }

    private static List<Block> untitled(List<Block> body) {
        return Change.first(body, items(Level.ARTICLE), block -> {
            var it = (Block.Item) block;
            return new Block.Item(it.level(), it.ordinal(), false, it.typed(), plain(LATE));
        });
    }

    /** Takes away what stands under the first title of that level. */
    private static List<Block> emptied(List<Block> body, Level level) {
        for (int i = 0; i + 1 < body.size(); i++) {
            if (body.get(i) instanceof Block.Item item && item.level() == level && item.titled()) {
                int to = i + 1;
                while (to < body.size()
                        && !(body.get(to) instanceof Block.Item next
                                && next.titled()
                                && next.level().compareTo(level) <= 0)) {
                    to++;
                }
                if (to < body.size()) {
                    var rest = new ArrayList<>(body.subList(0, i + 1));
                    rest.addAll(body.subList(to, body.size()));
                    return rest;
                }
            }
        }
        return body;
    }

    private void aboutAddressees() {
        said("LettersNameTheirAddressees", "nobody", where(Change::isLetter, FormatPlants::toNobody));
        said(
                "LettersNameTheirAddressees",
                "nobody but as above",
                where(it -> isLetter(it) && it.recipients().size() > 2, FormatPlants::toNobody));
        said("SubmissionsNameTheirAddressee", "nobody", of(DocumentKind.SUBMISSION, FormatPlants::toNobody));
        said(
                "SubmissionsNameTheirAddressee",
                "nobody, another",
                where(
                        it -> it.particulars().kind() == DocumentKind.SUBMISSION
                                && !it.annexes().isEmpty(),
                        FormatPlants::toNobody));
        said(
                "OnlyUpwardKindsAreAddressed",
                "plan",
                of(DocumentKind.PLAN, addressees(it -> List.of("Các tổ chuyên môn"))));
        said(
                "OnlyUpwardKindsAreAddressed",
                "decision",
                of(DocumentKind.DECISION, addressees(it -> List.of("Hội đồng trường"))));
        said(
                "AddresseesCloseInOrder",
                "comma",
                addressees(it -> it.size() < 2 ? it : Change.first(it, line -> true, line -> line.replace(';', ','))));
        said(
                "AddresseesCloseInOrder",
                "semicolon at the end",
                addressees(it -> it.size() < 2 ? it : last(it, line -> line.replaceAll("\\.$", ";"))));
        said("AddressedSayAsAbove", "left out", where(it -> isLetter(it), recipients(it -> it.subList(1, it.size()))));
        said(
                "AddressedSayAsAbove",
                "submission",
                of(DocumentKind.SUBMISSION, recipients(it -> it.subList(1, it.size()))));
        said(
                "OnlyTheAddressedSayAsAbove",
                "plan",
                of(DocumentKind.PLAN, recipients(it -> inserted(it, 0, "Như trên;"))));
        said(
                "OnlyTheAddressedSayAsAbove",
                "notice",
                of(DocumentKind.NOTICE, recipients(it -> inserted(it, 0, "Như trên;"))));
        seen("SalutationHasItsColon", "without", salutation(it -> it.replaceFirst(":", "")));
        seen("SalutationHasItsColon", "blank before", salutation(it -> it.replaceFirst(":", " :")));
        seen("AddresseesAreStyled", "size 12", lines(Part.ADDRESSEES, it -> sized(it, 12)));
        seen("AddresseesAreStyled", "italic", lines(Part.ADDRESSEES, it -> italic(it, true)));
        seen(
                "SeveralAddresseesBearDashes",
                "on the first line",
                it -> it.all(Part.ADDRESSEES).size() > 2
                        ? salutation(text -> text + " Các trường").apply(it)
                        : it);
        seen(
                "SeveralAddresseesBearDashes",
                "dashes aside",
                it -> it.all(Part.ADDRESSEES).size() > 2
                        ? line(Part.ADDRESSEES, 1, line -> moved(line, 8, 0)).apply(it)
                        : it);
    }

    private static AdministrativeDocument toNobody(AdministrativeDocument it) {
        return recipients(lines -> lines.subList(1, lines.size()))
                .apply(addressees(lines -> List.of()).apply(it));
    }

    private static UnaryOperator<Appearance> salutation(UnaryOperator<String> change) {
        return lines(
                Part.ADDRESSEES,
                it -> it.text().startsWith("Kính gửi"),
                it -> Change.text(it, change.apply(it.text())));
    }

    private void aboutRecipients() {
        said("RecipientsEndWithTheFileCopy", "none", recipients(it -> last(it, line -> "Các tổ chuyên môn khác.")));
        said("RecipientsEndWithTheFileCopy", "without VT", recipients(it -> last(it, line -> "Lưu: CM.")));
        said("FileCopyNamesVtFirst", "HS first", recipients(it -> last(it, line -> "Lưu: HS, VT.")));
        said("FileCopyNamesVtFirst", "two first", recipients(it -> last(it, line -> "Lưu: CM, HS, VT.")));
        said("FileCopyLineIsWritten", "no blank", recipients(it -> last(it, line -> "Lưu:VT, CM.")));
        said(
                "RecipientsCloseInOrder",
                "comma",
                recipients(it -> Change.first(it, line -> line.startsWith("Các"), line -> line.replace(';', ','))));
        said("RecipientsCloseInOrder", "no stop", recipients(it -> last(it, line -> line.replaceAll("\\.$", ""))));
        said(
                "RecipientsCloseInOrder",
                "semicolon at the end",
                recipients(it -> last(it, line -> line.replaceAll("\\.$", ";"))));
        said(
                "RecipientsFileComesLast",
                "another file line",
                recipients(it -> inserted(it, it.size() - 1, "Lưu hồ sơ;")));
        said("RecipientsFileComesLast", "file first", recipients(it -> inserted(it, 1, "Lưu: HS;")));
        said(
                "DecisionsNameTheirArticle",
                "as above left out",
                of(DocumentKind.DECISION, recipients(it -> without(it, line -> line.startsWith("Như Điều")))));
        said(
                "DecisionsNameTheirArticle",
                "second",
                of(
                        DocumentKind.DECISION,
                        recipients(
                                it -> inserted(without(it, line -> line.startsWith("Như Điều")), 1, "Như Điều 3;"))));
        said("RecipientsAreNotRepeated", "twice", recipients(it -> inserted(it, it.size() - 1, it.get(it.size() - 2))));
        said(
                "RecipientsAreNotRepeated",
                "twice in other letters",
                recipients(
                        it -> inserted(it, it.size() - 1, it.get(it.size() - 2).toUpperCase(Locale.ROOT))));
        seen("RecipientsAreStyled", "title not italic", line(Part.RECIPIENTS, -1, it -> italic(it, false)));
        seen("RecipientsAreStyled", "list of 12", line(Part.RECIPIENTS, 0, it -> sized(it, 12)));
        seen("RecipientsAreStyled", "title of 14", line(Part.RECIPIENTS, -1, it -> sized(it, 14)));
        seen(
                "RecipientsTitleIsExact",
                "blank before the colon",
                line(Part.RECIPIENTS, -1, it -> Change.text(it, "Nơi nhận :")));
        seen("RecipientsTitleIsExact", "no colon", line(Part.RECIPIENTS, -1, it -> Change.text(it, "Nơi nhận")));
        seen("RecipientsStandBesideTheAuthority", "lower", line(Part.RECIPIENTS, -1, it -> moved(it, 0, 15)));
        seen("RecipientsStandBesideTheAuthority", "indented", line(Part.RECIPIENTS, -1, it -> moved(it, 20, 0)));
    }

    private void signature() {
        said(
                "DeputySignsWithADeputysPost",
                "head under KT.",
                authority(new Authority.Deputy("HIỆU TRƯỞNG", "HIỆU TRƯỞNG")));
        said(
                "DeputySignsWithADeputysPost",
                "secretary under KT.",
                authority(new Authority.Deputy("GIÁM ĐỐC", "CHÁNH VĂN PHÒNG")));
        said("HeadSignsAlone", "deputy as head", authority(new Authority.Head("PHÓ HIỆU TRƯỞNG")));
        said("HeadSignsAlone", "prefix in the post", authority(new Authority.Head("KT. HIỆU TRƯỞNG")));
        said("CollectiveIsSignedFor", "TM. head", authority(new Authority.OnBehalf("HIỆU TRƯỞNG", "PHÓ HIỆU TRƯỞNG")));
        said("CollectiveIsSignedFor", "TM. chairman", authority(new Authority.OnBehalf("CHỦ TỊCH", "PHÓ CHỦ TỊCH")));
        said(
                "OrdersAreSignedForAHead",
                "TL. body",
                authority(new Authority.ByOrder("ỦY BAN NHÂN DÂN", "CHÁNH VĂN PHÒNG")));
        said("OrdersAreSignedForAHead", "Q. deputy", authority(new Authority.Acting("PHÓ HIỆU TRƯỞNG")));
        said(
                "OrdersAreSignedForAHead",
                "TUQ. school",
                authority(new Authority.Delegated("TRƯỜNG TIỂU HỌC SÔNG CẦU", "TỔ TRƯỞNG")));
        seen("AuthorityIsAbbreviatedRightly", "K/T", prefix("KT. ", "K/T "));
        seen("AuthorityIsAbbreviatedRightly", "KT without a stop", prefix("KT. ", "KT "));
        seen("AuthorityIsAbbreviatedRightly", "T/M", prefix("TM. ", "T/M. "));
        seen(
                "SignatureAgreesWithTheRegister",
                "another post",
                it -> line(Part.SIGNATURE, 0, line -> Change.text(line, "TRƯỞNG BAN QUẢN LÝ"))
                        .apply(it));
        seen(
                "SignatureAgreesWithTheRegister",
                "another name",
                it -> lines(
                                Part.SIGNATURE,
                                line -> line.equals(it.all(Part.SIGNATURE).getLast()),
                                line -> Change.text(line, "Lê Văn Sơn"))
                        .apply(it));
        said("NamesBearNoTitles", "ThS.", signatoryName(it -> "ThS. " + it));
        said("NamesBearNoTitles", "Tiến sĩ", signatoryName(it -> "Tiến sĩ " + it));
        said("NamesBearNoTitles", "NGƯT", signatoryName(it -> "NGƯT. " + it));
        said("SignatoryIsNamedInSmallLetters", "capitals", signatoryName(it -> it.toUpperCase(Locale.ROOT)));
        said(
                "SignatoryIsNamedInSmallLetters",
                "capitals, another",
                where(it -> !it.annexes().isEmpty(), signatoryName(it -> it.toUpperCase(Locale.ROOT))));
        seen("SignatureIsStyled", "not bold", lines(Part.SIGNATURE, it -> bold(it, false)));
        seen("SignatureIsStyled", "size 12", lines(Part.SIGNATURE, it -> sized(it, 12)));
        seen("SignatureStandsWithText", "alone on the last page", FormatPlants::alone);
        both("SignatureStandsWithText", "alone after long text", pagesLong(), FormatPlants::alone);
    }

    private static UnaryOperator<Appearance> prefix(String right, String wrong) {
        return lines(
                Part.SIGNATURE,
                it -> it.text().startsWith(right),
                it -> Change.text(it, wrong + it.text().substring(right.length())));
    }

    private static Appearance alone(Appearance it) {
        int page = it.all(Part.SIGNATURE).getFirst().page();
        Predicate<Appearance.Seen> there =
                line -> line.page() == page && line.place().part() == Part.BODY;
        return lines(Part.BODY, there, line -> onPage(line, Math.max(1, page - 1)))
                .apply(
                        page > 1
                                ? it
                                : lines(Part.RECIPIENTS, line -> onPage(line, 2))
                                        .apply(lines(Part.SIGNATURE, line -> onPage(line, 2))
                                                .apply(it)));
    }

    private void others() {
        said("SecretsAreRefused", "TỐI MẬT", body(it -> inserted(it, 0, new Block.Paragraph(plain("TỐI MẬT")))));
        said("SecretsAreRefused", "MẬT", body(it -> inserted(it, 1, new Block.Paragraph(plain("MẬT")))));
        Appearance.Seen stamp =
                new Appearance.Seen(Place.of(Part.MARKS, 0), 1, "HỎA TỐC", "Tinos", 13, true, false, 35, 60, 20, 0);
        seen("MarksAreStyled", "urgency of 11", added(sized(stamp, 11)));
        seen("MarksAreStyled", "not bold", added(bold(stamp, false)));
        seen("MarksAreStyled", "other words", added(Change.text(stamp, "RẤT GẤP")));
        said("DraftersMarkIsWritten", "no copies", marks(new Marks(null, null, "PL")));
        said("DraftersMarkIsWritten", "small letters", marks(new Marks(null, null, "pl.(300)")));
        seen("ContactIsStyled", "size 9", lines(Part.CONTACT, it -> sized(it, 9)));
        seen("ContactIsStyled", "no rule", lines(Part.CONTACT, it -> ruled(it, 20)));
        said(
                "AnnexesAreReferredTo",
                "not mentioned",
                where(
                        it -> !it.annexes().isEmpty(),
                        body(it -> without(
                                it,
                                block -> Stretch.plain(block).contains("Phụ lục")
                                        && !Stretch.plain(block).contains("./.")))));
        said(
                "AnnexesAreReferredTo",
                "list instead",
                where(
                        it -> !it.annexes().isEmpty(),
                        body(it -> Change.first(
                                it,
                                block -> block instanceof Block.Paragraph
                                        && Stretch.plain(block).contains("Phụ lục kèm theo"),
                                block -> new Block.Paragraph(
                                        plain(Stretch.plain(block).replace("Phụ lục kèm theo", "danh sách của")))))));
        said(
                "AnnexesReferredToAreThere",
                "enclosed annex",
                where(
                        it -> it.annexes().isEmpty(),
                        body(it -> inserted(
                                it, 1, new Block.Paragraph(plain("Danh mục nêu tại Phụ lục kèm theo văn bản này."))))));
        said(
                "AnnexesReferredToAreThere",
                "numbered annex",
                where(
                        it -> it.annexes().isEmpty(),
                        body(it ->
                                inserted(it, 1, new Block.Paragraph(plain("Số liệu nêu tại Phụ lục II kèm theo."))))));
        said(
                "AnnexesAreNumbered",
                "the only one is I",
                annexes(it -> it.size() == 1 ? List.of(numbered(it.getFirst(), 1)) : it));
        said(
                "AnnexesAreNumbered",
                "two of them I",
                annexes(it -> it.size() == 2 ? List.of(it.getFirst(), numbered(it.get(1), 1)) : it));
        said(
                "AnnexesBearTheirReference",
                "none",
                annex(it -> new Annex(it.ordinal(), it.enacted(), it.landscape(), it.title(), "", it.body())));
        said(
                "AnnexesBearTheirReference",
                "no brackets",
                annex(it -> new Annex(
                        it.ordinal(), it.enacted(), it.landscape(), it.title(), "Kèm theo Kế hoạch này", it.body())));
        seen(
                "AnnexTitlesAreInCapitals",
                "small letters",
                lines(
                        Part.ANNEX,
                        it -> it.text().equals("DANH MỤC THIẾT BỊ"),
                        it -> Change.text(it, "Danh mục thiết bị")));
        seen(
                "AnnexTitlesAreInCapitals",
                "capital words",
                lines(Part.ANNEX, it -> it.text().equals("LỊCH THỰC HIỆN"), it -> Change.text(it, "Lịch Thực Hiện")));
        said("AnnexesEndWithTheEndMark", "stop only", annex(it -> ended(it, ".")));
        said("AnnexesEndWithTheEndMark", "no mark", annex(it -> ended(it, "")));
        said(
                "AnnexesSaySomething",
                "empty",
                annex(it ->
                        new Annex(it.ordinal(), it.enacted(), it.landscape(), it.title(), it.reference(), List.of())));
        said(
                "AnnexesSaySomething",
                "empty second",
                annexes(it -> it.size() < 2
                        ? it
                        : last(
                                it,
                                annex -> new Annex(
                                        annex.ordinal(),
                                        annex.enacted(),
                                        annex.landscape(),
                                        annex.title(),
                                        annex.reference(),
                                        List.of()))));
        seen(
                "AnnexHeadingIsStyled",
                "size 12",
                lines(Part.ANNEX, it -> it.place().index() < 0, it -> sized(it, 12)));
        seen(
                "AnnexHeadingIsStyled",
                "not bold",
                lines(Part.ANNEX, it -> it.place().index() < 0, it -> bold(it, false)));
        said(
                "DecisionsHaveArticles",
                "numbers instead",
                of(
                        DocumentKind.DECISION,
                        body(it -> it.stream()
                                .map(block -> block instanceof Block.Item item && item.level() == Level.ARTICLE
                                        ? new Block.Item(Level.CLAUSE, item.ordinal(), false, item.text())
                                        : block)
                                .toList())));
        said(
                "DecisionsHaveArticles",
                "paragraphs instead",
                of(
                        DocumentKind.DECISION,
                        body(it -> it.stream()
                                .map(block ->
                                        block instanceof Block.Item item ? new Block.Paragraph(item.text()) : block)
                                .toList())));
        said("DecisionsNameWhoEnacts", "nobody", of(DocumentKind.DECISION, enactedBy(null)));
        said(
                "DecisionsNameWhoEnacts",
                "small letters",
                of(DocumentKind.DECISION, enactedBy("Hiệu trưởng Trường Tiểu học Sông Cầu")));
        said(
                "DecisionsSayTheyDecide",
                "decision",
                of(DocumentKind.DECISION, body(it -> without(it, block -> block instanceof Block.Centred))));
        said(
                "DecisionsSayTheyDecide",
                "resolution",
                of(DocumentKind.RESOLUTION, body(it -> without(it, block -> block instanceof Block.Centred))));
        said("MinutesAreCosigned", "nobody", of(DocumentKind.MINUTES, cosigners(List.of())));
        said(
                "MinutesAreCosigned",
                "nobody, with annex",
                where(
                        it -> it.particulars().kind() == DocumentKind.MINUTES
                                && !it.annexes().isEmpty(),
                        cosigners(List.of())));
        said("PartiesSignTogether", "contract", of(DocumentKind.CONTRACT, cosigners(List.of())));
        said("PartiesSignTogether", "agreement", of(DocumentKind.AGREEMENT, cosigners(List.of())));
        said("FileCopyLineIsWritten", "capitals", recipients(it -> last(it, line -> "LƯU: VT, CM.")));
    }

    private static Annex numbered(Annex it, int ordinal) {
        return new Annex(ordinal, it.enacted(), it.landscape(), it.title(), it.reference(), it.body());
    }

    private static Annex ended(Annex it, String mark) {
        return new Annex(
                it.ordinal(),
                it.enacted(),
                it.landscape(),
                it.title(),
                it.reference(),
                last(
                        it.body(),
                        block -> block instanceof Block.Paragraph
                                ? new Block.Paragraph(plain(Stretch.plain(block).replace("./.", mark)))
                                : block));
    }
}
