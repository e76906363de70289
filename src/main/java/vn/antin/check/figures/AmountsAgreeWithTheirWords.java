package vn.antin.check.figures;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import vn.antin.check.wording.Figure;
import vn.antin.check.wording.ReadingRule;
import vn.antin.compose.Passage;

/** An amount in words is the amount in figures: 1.500.000 đồng (Một triệu năm trăm nghìn đồng). */
public final class AmountsAgreeWithTheirWords extends ReadingRule {
    private static final Pattern FORM = Pattern.compile(
            "(?iu)(?<![\\p{L}\\d.,])(\\d{1,3}(?:\\.\\d{3}){1,4}) ?(?:đồng|VNĐ|VND|đ) ?\\((?:bằng chữ:? ?)?((?:\\p{L}{1,6},? ){1,30}?)đồng(?: chẵn)?[.)]");

    public AmountsAgreeWithTheirWords() {
        super(Said.goodSense("số tiền bằng số và bằng chữ"));
    }

    @Override
    protected void read(Passage passage, String text, Consumer<Breach> breaches) {
        Matcher matcher = FORM.matcher(text);
        while (matcher.find()) {
            Optional<BigDecimal> figure = Figure.of(matcher.group(1));
            OptionalLong spelled = SpelledNumber.of(matcher.group(2));
            if (figure.isPresent()
                    && spelled.isPresent()
                    && figure.get().compareTo(BigDecimal.valueOf(spelled.getAsLong())) != 0) {
                breaches.accept(new Breach(
                        passage.place().at(matcher.group()),
                        "Số tiền bằng số là " + matcher.group(1) + " đồng, bằng chữ là "
                                + Figure.words(BigDecimal.valueOf(spelled.getAsLong())) + " đồng.",
                        "Sửa cho hai cách ghi bằng nhau."));
            }
        }
    }
}
