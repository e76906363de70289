package vn.antin.check.figures;

import java.math.BigDecimal;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import vn.antin.check.wording.Figure;
import vn.antin.check.wording.Grid;
import vn.antin.compose.Place;

/** A score is not above the maximum in the column beside it (Điểm tối đa). */
public final class ScoresKeepTheirMaximum extends TableRule {
    public ScoresKeepTheirMaximum() {
        super("điểm so với điểm tối đa");
    }

    @Override
    void judge(Grid table, Place place, Consumer<Breach> breaches) {
        int maximum = -1;
        int score = -1;
        for (int c = 0; c < table.columns(); c++) {
            String header = table.header(c).toLowerCase(Locale.ROOT);
            if (header.equals("điểm tối đa")) {
                maximum = c;
            } else if (header.matches("(?:điểm )?(?:tự đánh giá|đạt được|điểm đạt)|điểm đạt")) {
                score = c;
            }
        }
        if (maximum < 0 || score < 0) {
            return;
        }
        for (int r = table.headerRows(); r < table.rows(); r++) {
            Optional<BigDecimal> most = Figure.of(table.text(r, maximum));
            Optional<BigDecimal> given =
                    Figure.of(table.text(r, score).replaceFirst("^(\\d{1,3})\\.(\\d{1,2})$", "$1,$2"));
            if (most.isPresent() && given.isPresent() && given.get().compareTo(most.get()) > 0) {
                breaches.accept(new Breach(
                        place.at(table.text(r, score)),
                        "Điểm " + table.text(r, score) + " cao hơn điểm tối đa " + table.text(r, maximum) + ".",
                        "Kiểm tra lại điểm của dòng này."));
            }
        }
    }
}
