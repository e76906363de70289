package vn.antin.render;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.data.Offset.offset;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import javax.imageio.ImageIO;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.junit.jupiter.api.Test;
import vn.antin.kernel.Content;
import vn.antin.kernel.Refusal;

class PagePicturesTests {
    private final PagePictures pictures = new PagePictures();

    @Test
    void noPageHoweverLargeMakesALargePicture() throws IOException {
        var pdf = pdf(new PDRectangle(14400, 14400), new PDRectangle(14400, 72), PDRectangle.A4);
        for (int page = 1; page <= 3; page++) {
            var picture = ImageIO.read(new ByteArrayInputStream(pictures.png(pdf, page)));
            assertThat(picture.getWidth() * picture.getHeight()).isLessThanOrEqualTo(1000 * 1600);
            var sheet = pictures.sheets(pdf).get(page - 1);
            assertThat(sheet.width()).isCloseTo(picture.getWidth(), offset(1));
            assertThat(sheet.height()).isCloseTo(picture.getHeight(), offset(1));
        }
    }

    @Test
    void refusesAPageThatIsNotThere() throws IOException {
        var pdf = pdf(PDRectangle.A4);
        assertThatThrownBy(() -> pictures.png(pdf, 2)).isInstanceOf(Refusal.class);
        assertThatThrownBy(() -> pictures.png(pdf, 0)).isInstanceOf(Refusal.class);
    }

    private static Content pdf(PDRectangle... boxes) throws IOException {
        try (var document = new PDDocument()) {
            for (var box : boxes) {
                document.addPage(new PDPage(box));
            }
            var bytes = new ByteArrayOutputStream();
            document.save(bytes);
            return Content.of(bytes.toByteArray());
        }
    }
}
