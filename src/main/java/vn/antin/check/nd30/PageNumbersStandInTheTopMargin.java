package vn.antin.check.nd30;

import java.util.function.Consumer;
import vn.antin.check.Appearance;
import vn.antin.check.Examined;
import vn.antin.check.Severity;
import vn.antin.compose.Place;

/** Page numbers are Arabic, upright, 13–14, in the middle of the top margin. */
final class PageNumbersStandInTheTopMargin extends FormatRule {
    private static final Look LOOK = Look.upright(13, 14);

    /** The left margin is 10 to 20 mm wider than the right one, and both middles are taken for the middle. */
    private static final double CENTRE_SHIFT = 10;

    private static final double REACH = 11;
    private static final double HIGHEST_TEXT = 25;

    PageNumbersStandInTheTopMargin() {
        super(Severity.ERROR, "Phụ lục I, Phần I, I.7");
    }

    @Override
    public void examine(Examined document, Consumer<Breach> breaches) {

        for (Appearance.Seen it : document.appearance().all(Place.Part.PAGE)) {
            LOOK.judge(it, breaches);
            boolean arabic = it.text().chars().allMatch(c -> c >= '0' && c <= '9');
            double middle = it.left() + it.width() / 2;
            var sheet = document.appearance().sheets().stream()
                    .filter(page -> page.page() == it.page())
                    .findFirst();
            boolean aside = sheet.isPresent() && Math.abs(middle - (sheet.get().width() + CENTRE_SHIFT) / 2) > REACH;
            if (!arabic || aside || it.top() > HIGHEST_TEXT) {
                breaches.accept(new Breach(
                        it.place(),
                        "Số trang “" + it.text() + "” không đứng giữa lề trên hoặc không là chữ số Ả Rập.",
                        "Đặt số trang bằng chữ số Ả Rập, canh giữa trong phần lề trên."));
            }
        }
    }
}
