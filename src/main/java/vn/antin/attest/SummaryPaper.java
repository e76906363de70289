package vn.antin.attest;

import java.time.Clock;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;
import vn.antin.agency.Agency;
import vn.antin.compose.Block;
import vn.antin.compose.Inline;
import vn.antin.compose.Level;
import vn.antin.kernel.Content;
import vn.antin.render.Enclosure;
import vn.antin.render.PlainPaper;
import vn.antin.verify.AnswerWords;
import vn.antin.verify.Answers;
import vn.antin.verify.EtsiReport;
import vn.antin.verify.Report;
import vn.antin.verify.ReportTable;

/** Puts verdicts on paper: three answers for one file, a table for many; the reports themselves lie inside the file. */
@Component
class SummaryPaper {
    static final String TITLE = "PHIẾU XÁC MINH";

    /** Reports after ETSI TS 119 102-2 that one paper carries; the JSON has all of them. */
    private static final int MOST_ENCLOSED = 200;

    private static final int LONGEST_NAME = 120;
    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("HH:mm:ss 'ngày' dd/MM/uuuu");

    private final PlainPaper paper;
    private final AnswerWords answers;
    private final ReportTable table;
    private final EtsiReport etsi;
    private final JsonMapper json;
    private final Clock clock;

    SummaryPaper(
            PlainPaper paper, AnswerWords answers, ReportTable table, EtsiReport etsi, JsonMapper json, Clock clock) {
        this.paper = paper;
        this.answers = answers;
        this.table = table;
        this.etsi = etsi;
        this.json = json;
        this.clock = clock;
    }

    /**
     * The pages, PDF/A-3a.
     *
     * @param sealed whether the body's seal will be put on them; else they say that they bear none
     */
    Content of(List<Report> reports, Agency agency, boolean sealed) {
        boolean one = reports.size() == 1;
        String subtitle = one ? "Kết quả xác minh một tệp" : "Kết quả xác minh " + reports.size() + " tệp";
        var body = new ArrayList<Block>();
        if (!sealed) {
            body.add(paragraph(
                    "BẢN CHƯA KÝ SỐ: phiếu này không có chữ ký số của cơ quan, ai cũng có thể sửa nó.", true));
        }
        if (one) {
            body.addAll(answersOf(reports.getFirst()));
        } else {
            body.add(paragraph(table.summary(reports), true));
            body.add(tableOf(reports));
        }
        String foot = "Phiếu chỉ ghi lại điều hệ thống đã chứng minh được vào lúc " + moment(clock.instant())
                + "; không thay cho văn bản được xác minh. Báo cáo đầy đủ (JSON, ETSI TS 119 102-2) nằm trong tệp này.";
        return paper.pages(agency, TITLE, subtitle, body, foot, enclosed(reports));
    }

    private List<Block> answersOf(Report report) {
        var body = new ArrayList<Block>();
        body.add(paragraph("Tệp: " + name(report), false));
        if (report.sha256() != null) {
            body.add(new Block.Paragraph(new Inline.Text(List.of(
                    new Inline.Run("Mã băm SHA-256:", false, false),
                    new Inline.Break(),
                    new Inline.Run(inGroups(report.sha256()), false, false)))));
        }
        body.add(paragraph("Kiểm tra lúc " + moment(report.judgedAt()) + ".", false));
        body.add(paragraph("Kết luận: " + table.conclusion(report.conclusion()) + ".", true));
        int number = 0;
        for (Answers.Answer it : answers.of(report).all()) {
            body.add(new Block.Item(Level.CLAUSE, ++number, true, Inline.Text.plain(printable(it.question()))));
            body.add(paragraph(it.result(), false));
            int point = 0;
            point += list(body, point, "Đã chứng minh:", it.proved());
            list(body, point, "Chưa chứng minh được:", it.unproved());
        }
        return body;
    }

    /** How many points it added. */
    private static int list(List<Block> body, int point, String title, List<String> lines) {
        if (lines.isEmpty()) {
            return 0;
        }
        body.add(new Block.Item(Level.POINT, point + 1, true, Inline.Text.plain(title)));
        lines.forEach(it -> body.add(new Block.Item(Level.DASH, 0, false, Inline.Text.plain(printable(it)))));
        return 1;
    }

    private Block tableOf(List<Report> reports) {
        var rows = new ArrayList<Block.Row>();
        rows.add(row(true, "TT", "Tệp và mã băm SHA-256", "Kết luận", "Còn nguyên vẹn không", "Ai ký", "Trong sổ"));
        int number = 0;
        for (Report it : reports) {
            Answers said = answers.of(it);
            String signers = it.signatures().stream()
                    .map(Report.Signature::signer)
                    .filter(Objects::nonNull)
                    .distinct()
                    .collect(Collectors.joining(", "));
            rows.add(row(
                    false,
                    Integer.toString(++number),
                    name(it) + (it.sha256() == null ? "" : " " + inGroups(it.sha256())),
                    table.conclusion(it.conclusion()),
                    said.unchanged().brief(),
                    said.signed().brief() + (signers.isEmpty() ? "" : ": " + signers),
                    said.registered().brief()
                            + (it.register() == null ? "" : ": " + it.register().number())));
        }
        return new Block.Table(List.of(5, 33, 15, 15, 19, 15), 1, rows);
    }

    /** A digest has no place where its line might break. */
    private static String inGroups(String digest) {
        return digest.replaceAll("(.{16})(?=.)", "$1 ");
    }

    private static Block.Row row(boolean head, String... cells) {
        var row = new ArrayList<Block.Cell>();
        for (String it : cells) {
            row.add(new Block.Cell(Inline.Text.plain(printable(it)), 1, head, head));
        }
        return new Block.Row(row);
    }

    private static Block paragraph(String text, boolean bold) {
        return new Block.Paragraph(new Inline.Text(List.of(new Inline.Run(printable(text), bold, false))));
    }

    private static String name(Report report) {
        String name = report.file();
        return name.length() <= LONGEST_NAME ? name : name.substring(0, LONGEST_NAME) + "…";
    }

    /** Names and certificates may hold anything; what our letters cannot print is shown as a mark. */
    private static String printable(String text) {
        return text.codePoints()
                .map(it -> (it >= 0x20 && it < 0x7F)
                                || (it >= 0xA0 && it < 0x250)
                                || (it >= 0x1E00 && it < 0x1F00)
                                || "–—“”‘’…•→\u0300\u0301\u0303\u0309\u0323".indexOf(it) >= 0
                        ? it
                        : '?')
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    private List<Enclosure> enclosed(List<Report> reports) {
        var all = new ArrayList<Enclosure>();
        all.add(new Enclosure(
                "ket-qua.json",
                "application/json",
                "Kết quả xác minh đầy đủ",
                Enclosure.Relation.DATA,
                Content.of(json.writeValueAsBytes(reports))));
        int number = 0;
        for (Report it : reports) {
            if (++number <= MOST_ENCLOSED) {
                all.add(new Enclosure(
                        "etsi-%04d.xml".formatted(number),
                        "text/xml",
                        "Báo cáo ETSI TS 119 102-2 của tệp thứ " + number,
                        Enclosure.Relation.SUPPLEMENT,
                        Content.of(etsi.of(it))));
            }
        }
        return all;
    }

    private String moment(Instant at) {
        return MOMENT.format(at.atZone(clock.getZone()));
    }
}
