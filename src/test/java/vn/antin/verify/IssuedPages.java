package vn.antin.verify;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.UUID;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import vn.antin.agency.Agencies;
import vn.antin.check.Gate;
import vn.antin.compose.Composer;
import vn.antin.kernel.AgencyId;
import vn.antin.kernel.Content;
import vn.antin.kernel.DocumentId;
import vn.antin.kernel.LookupCode;
import vn.antin.kernel.PersonId;
import vn.antin.render.Renderer;
import vn.antin.sign.NumberLine;
import vn.antin.sign.Pin;
import vn.antin.sign.SealedDocument;
import vn.antin.sign.Sealer;
import vn.antin.sign.SignedDocument;
import vn.antin.sign.Signer;
import vn.antin.template.Templates;

/** A letter that really went down the road, once for all the tests of this room, and ways to tamper with it. */
@SpringBootTest(properties = {"antin.verify.uploads=40", "antin.easel.longest=8s"})
@AutoConfigureMockMvc
abstract class IssuedPages {
    static final LocalDate DAY = LocalDate.of(2026, 2, 5);

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

    @Autowired
    Verifier verifier;

    private static @Nullable SignedDocument signed;
    private static @Nullable SealedDocument sealed;

    @DynamicPropertySource
    static void home(DynamicPropertyRegistry properties) throws IOException {
        Path home = Files.createTempDirectory("antin-verify");
        properties.add("antin.home", home::toString);
    }

    /** With the signatory's signature only. */
    SignedDocument signed() {
        if (signed == null) {
            var template = templates.named("cong-van");
            var agency = agencies.named(new AgencyId("th-toan-thang"));
            var document = composer.compose(
                    template,
                    template.sample(),
                    agency,
                    agencies.signatory(agency.id(), new PersonId("pham-thi-nga"), DAY),
                    new DocumentId(new UUID(0, 7)),
                    new LookupCode("7K2M-Q9XD-04TB"));
            var checked = ((Gate.Verdict.Passed) gate.examine(renderer.render(document))).document();
            try (var pin = new Pin("12345678")) {
                signed = signer.sign(checked, pin);
            }
        }
        return signed;
    }

    /** Signed, numbered and sealed. */
    SealedDocument sealed() {
        if (sealed == null) {
            try (var pin = new Pin("12345678")) {
                sealed = sealer.seal(signed(), new NumberLine("07", DAY), pin);
            }
        }
        return sealed;
    }

    Report judged(byte[] file) {
        return verifier.judge(Content.of(file), "thu.pdf");
    }

    /** The file with one more state, in which something was done. */
    static byte[] appended(Content file, Deed deed) throws IOException {
        try (PDDocument document = Loader.loadPDF(file.bytes());
                var out = new ByteArrayOutputStream()) {
            deed.to(document);
            document.saveIncremental(out);
            return out.toByteArray();
        }
    }

    interface Deed {
        void to(PDDocument document) throws IOException;
    }
}
