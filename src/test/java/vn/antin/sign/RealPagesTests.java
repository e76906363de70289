package vn.antin.sign;

import static org.assertj.core.api.Assertions.assertThat;

import eu.europa.esig.dss.enumerations.Indication;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.verapdf.pdfa.flavours.PDFAFlavour;
import vn.antin.Peers;
import vn.antin.agency.Agencies;
import vn.antin.check.Gate;
import vn.antin.compose.Composer;
import vn.antin.kernel.AgencyId;
import vn.antin.kernel.Content;
import vn.antin.kernel.DocumentId;
import vn.antin.kernel.LookupCode;
import vn.antin.kernel.PersonId;
import vn.antin.render.Renderer;
import vn.antin.template.ProjectTemplates;
import vn.antin.template.TemplateRevision;
import vn.antin.template.Templates;

/** The order of signing on the pages that the renderer really makes, with the beans as the demonstration has them. */
@DirtiesContext
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.NONE)
class RealPagesTests {
    private static final LocalDate DAY = LocalDate.of(2026, 2, 5);

    @TempDir
    static Path home;

    @DynamicPropertySource
    static void home(DynamicPropertyRegistry properties) {
        properties.add("antin.home", () -> home.toString());
    }

    @Autowired
    Templates templates;

    @Autowired
    Agencies agencies;

    @Autowired
    Composer composer;

    @Autowired
    Renderer renderer;

    @Autowired
    Gate gate;

    @Autowired
    Signer signer;

    @Autowired
    Sealer sealer;

    @ParameterizedTest
    @ValueSource(strings = {"ke-hoach", "cong-van", "bien-ban", "cong-dien", "quyet-dinh-ban-hanh"})
    void everyRevisionStaysPdfA3aAndPdfUa1AndEverySignatureValid(String name) throws IOException {
        var template = templates.named(name);
        var agency = agencies.named(new AgencyId("th-toan-thang"));
        var document = composer.compose(
                template,
                template.sample(),
                agency,
                agencies.signatory(agency.id(), new PersonId("pham-thi-nga"), DAY),
                new DocumentId(new UUID(0, 7)),
                new LookupCode("7K2M-Q9XD-04TB"));
        var verdict = gate.examine(renderer.render(document));
        assertThat(verdict.findings()).isEmpty();
        var checked = ((Gate.Verdict.Passed) verdict).document();

        SignedDocument signed = signer.sign(checked, SigningOrderTests.pin());
        var line = new NumberLine("07", DAY);
        Content numbered =
                NumberFiller.fill(signed.pdf(), line, signed.particulars().place());
        SealedDocument sealed = sealer.seal(signed, line, SigningOrderTests.pin());
        keep(name + "-1-signed.pdf", signed.pdf());
        keep(name + "-2-numbered.pdf", numbered);
        keep(name + "-3-sealed.pdf", sealed.pdf());

        for (Content revision : List.of(checked.pdf(), signed.pdf(), numbered, sealed.pdf())) {
            assertThat(Peers.veraPdf(revision.bytes(), PDFAFlavour.PDFA_3_A)).isEmpty();
            assertThat(Peers.veraPdf(revision.bytes(), PDFAFlavour.PDFUA_1)).isEmpty();
            assertThat(SigningOrderTests.startsWith(revision, checked.pdf())).isTrue();
            assertThat(Judges.qpdf(revision)).contains("No syntax or stream encoding errors found");
        }
        for (Content revision : List.of(signed.pdf(), numbered, sealed.pdf())) {
            int signatures = revision.equals(sealed.pdf()) ? 2 : 1;
            assertThat(Judges.pdfsig(revision).verdicts()).hasSize(signatures).containsOnly("Signature is Valid.");
            assertThat(Judges.dss(revision)).hasSize(signatures).allSatisfy(it -> {
                assertThat(it.errors()).isEmpty();
                assertThat(it.indication()).isEqualTo(Indication.TOTAL_PASSED);
                assertThat(it.level()).isEqualTo("PAdES-BASELINE-T");
            });
        }
        assertThat(Judges.pdfsig(sealed.pdf()).coverage()).last().isEqualTo("Total document signed");
    }

    @Test
    void theSampleOfEveryTemplateIsSignedNumberedAndSealed() throws IOException {
        var agency = agencies.named(new AgencyId("th-toan-thang"));
        var signatory = agencies.signatory(agency.id(), new PersonId("pham-thi-nga"), DAY);
        var line = new NumberLine("07", DAY);
        for (TemplateRevision template : ProjectTemplates.read().all()) {
            var document = composer.compose(
                    template,
                    template.sample(),
                    agency,
                    signatory,
                    new DocumentId(new UUID(0, 8)),
                    new LookupCode("7K2M-Q9XD-04TB"));
            var verdict = gate.examine(renderer.render(document));
            assertThat(verdict).as(template.name() + " " + verdict.findings()).isInstanceOf(Gate.Verdict.Passed.class);
            SignedDocument signed = signer.sign(((Gate.Verdict.Passed) verdict).document(), SigningOrderTests.pin());
            Content sealed = sealer.seal(signed, line, SigningOrderTests.pin()).pdf();
            keep("kind-" + template.name() + ".pdf", sealed);
            assertThat(Judges.pdfsig(sealed).verdicts())
                    .as(template.name())
                    .hasSize(2)
                    .containsOnly("Signature is Valid.");
            assertThat(Peers.veraPdf(sealed.bytes(), PDFAFlavour.PDFA_3_A))
                    .as(template.name())
                    .isEmpty();
            assertThat(Peers.veraPdf(sealed.bytes(), PDFAFlavour.PDFUA_1))
                    .as(template.name())
                    .isEmpty();
        }
    }

    private static void keep(String name, Content pdf) throws IOException {
        Path folder = Path.of("target", "signing-order");
        Files.createDirectories(folder);
        Files.write(folder.resolve(name), pdf.bytes());
    }
}
