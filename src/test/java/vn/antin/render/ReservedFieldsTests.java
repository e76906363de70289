package vn.antin.render;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotationWidget;
import org.apache.pdfbox.pdmodel.interactive.form.PDField;
import org.apache.pdfbox.pdmodel.interactive.form.PDSignatureField;
import org.apache.pdfbox.pdmodel.interactive.form.PDTextField;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The boxes that signing fills afterwards must not have to change in anything else. */
class ReservedFieldsTests {
    private static byte[] pdf = {};
    private static PDDocument document = new PDDocument();

    @BeforeAll
    static void render() throws IOException {
        document.close();
        pdf = RendererTests.RENDERER.render(SampleDocuments.plan()).pdf().bytes();
        document = Loader.loadPDF(pdf);
    }

    @AfterAll
    static void close() throws IOException {
        document.close();
    }

    private static PDField field(String name) {
        return document.getDocumentCatalog().getAcroForm().getField(name);
    }

    private static PDAnnotationWidget widget(String name) {
        return field(name).getWidgets().getFirst();
    }

    @Test
    void areTheFourOfTheContract() {
        assertThat(document.getDocumentCatalog().getAcroForm().getFields())
                .extracting(PDField::getPartialName)
                .containsExactly("so_van_ban", "ngay_van_ban", "ky_lanh_dao", "con_dau");
        assertThat(field("so_van_ban")).isInstanceOf(PDTextField.class);
        assertThat(field("ngay_van_ban")).isInstanceOf(PDTextField.class);
        assertThat(field("ky_lanh_dao")).isInstanceOf(PDSignatureField.class);
        assertThat(field("con_dau")).isInstanceOf(PDSignatureField.class);
    }

    @Test
    void areBlankPrintedMergedAndNamedForScreenReaders() throws IOException {
        for (PDField field : document.getDocumentCatalog().getAcroForm().getFields()) {
            assertThat(field.getValueAsString()).isEmpty();
            assertThat(field.getAlternateFieldName()).isNotBlank();
            assertThat(field.getWidgets()).hasSize(1);
            PDAnnotationWidget widget = field.getWidgets().getFirst();
            assertThat(widget.getCOSObject()).isSameAs(field.getCOSObject());
            assertThat(widget.isPrinted()).isTrue();
            COSDictionary form = widget.getNormalAppearanceStream().getCOSObject();
            assertThat(form.keySet())
                    .extracting(COSName::getName)
                    .containsExactlyInAnyOrder("Type", "Subtype", "BBox", "Resources", "FormType", "Length");
            assertThat(widget.getNormalAppearanceStream().getContents().readAllBytes())
                    .isEmpty();
        }
        assertThat(document.getDocumentCatalog().getAcroForm().getCOSObject().keySet())
                .extracting(COSName::getName)
                .doesNotContain("NeedAppearances");
    }

    @Test
    void standOnTheirPages() throws IOException {
        var first = document.getPage(0).getAnnotations().stream()
                .map(it -> it.getCOSObject().getString(COSName.T))
                .toList();
        var last = document.getPage(document.getNumberOfPages() - 1).getAnnotations().stream()
                .map(it -> it.getCOSObject().getString(COSName.T))
                .toList();
        assertThat(first).containsExactly("so_van_ban", "ngay_van_ban");
        assertThat(last).containsExactly("ky_lanh_dao", "con_dau");
        for (String name : List.of("so_van_ban", "ngay_van_ban", "ky_lanh_dao", "con_dau")) {
            PDRectangle box = widget(name).getRectangle();
            assertThat(box.getLowerLeftX()).isGreaterThanOrEqualTo(0);
            assertThat(box.getLowerLeftY()).isGreaterThanOrEqualTo(0);
            assertThat(box.getUpperRightX()).isLessThanOrEqualTo(595.28f);
            assertThat(box.getUpperRightY()).isLessThanOrEqualTo(841.89f);
        }
    }

    @Test
    void takeNumberAndDateOnOneBaseline() throws IOException {
        // Text set at the descent over a box's lower edge stands on the line's baseline: 0.216 of the size.
        PDRectangle number = widget("so_van_ban").getRectangle();
        PDRectangle date = widget("ngay_van_ban").getRectangle();
        MeasuredPage page = MeasuredPage.all(pdf).getFirst();
        float baseline = page.line("Số:").baseline;
        assertThat(number.getLowerLeftY() + 0.216f * 13).isEqualTo(baseline, within(0.05f));
        assertThat(date.getLowerLeftY() + 0.216f * 14).isEqualTo(baseline, within(0.05f));
        assertThat((date.getLowerLeftX() + date.getUpperRightX()) / 2)
                .isEqualTo(page.line("CỘNG HÒA").middle(), within(0.2f));
        assertThat(number.getLowerLeftX()).isGreaterThan(page.line("Số:").right);
        assertThat(number.getUpperRightX()).isEqualTo(page.line("/KH-PGDĐT").left, within(0.1f));
        assertThat(((PDTextField) field("so_van_ban")).getDefaultAppearance()).isEqualTo("/Tinos 13.0 Tf 0 g");
        assertThat(((PDTextField) field("ngay_van_ban")).getDefaultAppearance()).isEqualTo("/Tinos-Italic 14.0 Tf 0 g");
    }

    @Test
    void putTheSealOverTheLeftThirdOfTheSignature() throws IOException {
        PDRectangle signature = widget("ky_lanh_dao").getRectangle();
        PDRectangle seal = widget("con_dau").getRectangle();
        assertThat(seal.getWidth()).isEqualTo(LayoutProfile.mm(36), within(0.05f));
        assertThat(seal.getHeight()).isEqualTo(LayoutProfile.mm(36), within(0.05f));
        // II.8.a: about a third of the signature, on its left.
        assertThat(seal.getUpperRightX() - signature.getLowerLeftX()).isEqualTo(signature.getWidth() / 3, within(0.1f));
        MeasuredPage page = MeasuredPage.all(pdf).getLast();
        assertThat(page.line("TRƯỞNG PHÒNG").baseline).isGreaterThan(signature.getUpperRightY());
        assertThat(page.line("Vũ Mạnh Hùng").baseline).isLessThan(signature.getLowerLeftY());
    }

    @Test
    void lockNumberAndDateWithTheSeal() {
        COSDictionary lock = field("con_dau").getCOSObject().getCOSDictionary(COSName.getPDFName("Lock"));
        assertThat(lock.getNameAsString(COSName.TYPE)).isEqualTo("SigFieldLock");
        assertThat(lock.getNameAsString("Action")).isEqualTo("Include");
        assertThat(lock.getInt(COSName.P)).isEqualTo(1);
        COSArray fields = lock.getCOSArray(COSName.FIELDS);
        assertThat(fields.toCOSStringStringList()).containsExactly("so_van_ban", "ngay_van_ban");
    }
}
