package vn.antin.copy;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.util.MultiValueMap;
import vn.antin.compose.Place;
import vn.antin.kernel.PersonId;
import vn.antin.kernel.Refusal;

/** What a person typed into a form of this room, read strictly; a refusal names the field by its label. */
record Typed(MultiValueMap<String, String> form) {
    private static final int MOST_RECIPIENTS = 30;
    private static final int LONGEST_RECIPIENT = 200;
    private static final Pattern NUMBER = Pattern.compile("[0-9]{1,5}");
    private static final Pattern BODY = Pattern.compile("n([0-9]{1,5})");
    private static final Pattern ANNEX = Pattern.compile("p([0-9]{1,3})\\.([0-9]{1,5})");
    private static final String LAST = "Lưu: VT.";

    /** For the form to be shown again as it was. */
    Map<String, String> kept() {
        var kept = new HashMap<String, String>();
        for (String name : List.of("so", "ngay", "noi-nhan", "nguoi-ky", "van-ban", "ban-sao-y", "hinh-thuc")) {
            kept.put(name, text(name));
        }
        return Map.copyOf(kept);
    }

    /** What was ticked, likewise. */
    List<String> chosen() {
        var chosen = new ArrayList<>(form.getOrDefault("doan", List.of()));
        chosen.addAll(form.getOrDefault("trang", List.of()));
        return chosen;
    }

    CopyDesk.Wish wish() {
        PersonId signatory;
        try {
            signatory = new PersonId(text("nguoi-ky"));
        } catch (IllegalArgumentException e) {
            throw new Refusal(CopyReason.FIELD_WRONG, e, "Người ký bản sao");
        }
        return new CopyDesk.Wish(number(), day(), signatory, recipients());
    }

    CopyDesk.Choice choice() {
        Set<Place> blocks = new HashSet<>();
        for (String it : form.getOrDefault("doan", List.of())) {
            Matcher body = BODY.matcher(it);
            Matcher annex = ANNEX.matcher(it);
            if (body.matches()) {
                blocks.add(Place.of(Place.Part.BODY, Integer.parseInt(body.group(1))));
            } else if (annex.matches()) {
                blocks.add(Place.inAnnex(Integer.parseInt(annex.group(1)), Integer.parseInt(annex.group(2))));
            }
        }
        Set<Integer> pages = new HashSet<>();
        for (String it : form.getOrDefault("trang", List.of())) {
            if (NUMBER.matcher(it).matches()) {
                pages.add(Integer.parseInt(it));
            }
        }
        return new CopyDesk.Choice(blocks, pages);
    }

    /** One line without control characters. */
    String line(String name, String label, int longest) {
        String text = text(name).replaceAll("\\s+", " ");
        boolean odd = text.codePoints()
                .anyMatch(it -> Character.isISOControl(it) || Character.getType(it) == Character.FORMAT);
        if (text.isEmpty() || text.length() > longest || odd) {
            throw new Refusal(CopyReason.FIELD_WRONG, label);
        }
        return text;
    }

    String text(String name) {
        String typed = form.getFirst(name);
        return typed == null ? "" : typed.strip();
    }

    private @Nullable Integer number() {
        String typed = text("so");
        if (typed.isEmpty()) {
            return null;
        }
        if (!NUMBER.matcher(typed).matches() || Integer.parseInt(typed) == 0) {
            throw new Refusal(CopyReason.FIELD_WRONG, "Số bản sao");
        }
        return Integer.valueOf(typed);
    }

    private @Nullable LocalDate day() {
        String typed = text("ngay");
        if (typed.isEmpty()) {
            return null;
        }
        try {
            LocalDate day = LocalDate.parse(typed);
            if (day.getYear() < 2000 || day.getYear() > 2200) {
                throw new Refusal(CopyReason.FIELD_WRONG, "Ngày sao");
            }
            return day;
        } catch (DateTimeParseException e) {
            throw new Refusal(CopyReason.FIELD_WRONG, e, "Ngày sao");
        }
    }

    /** With the marks of a list: a semicolon after each, a full stop after the last, which is the file copy's. */
    private List<String> recipients() {
        List<String> typed = text("noi-nhan")
                .lines()
                .map(it -> it.strip().replaceFirst("^[-–•+]\\s*", "").replaceFirst("[;.,]+$", ""))
                .filter(it -> !it.isEmpty())
                .toList();
        if (typed.size() > MOST_RECIPIENTS || typed.stream().anyMatch(it -> it.length() > LONGEST_RECIPIENT)) {
            throw new Refusal(CopyReason.FIELD_WRONG, "Nơi nhận");
        }
        var recipients = new ArrayList<String>();
        for (int i = 0; i < typed.size(); i++) {
            recipients.add(typed.get(i) + (i < typed.size() - 1 ? ";" : "."));
        }
        return recipients.isEmpty() ? List.of(LAST) : recipients;
    }
}
