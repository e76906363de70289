package vn.antin.issue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.ArrayList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import vn.antin.kernel.AgencyId;
import vn.antin.kernel.DocumentId;
import vn.antin.kernel.PersonId;
import vn.antin.kernel.SelfCheck;
import vn.antin.sign.Pin;
import vn.antin.template.TemplateFiles;
import vn.antin.template.TemplateRevisions;
import vn.antin.template.Templates;

@DirtiesContext
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.NONE)
class OutgoingDeskTests {
    private static final PersonId HEAD = new PersonId("vu-manh-hung");
    private static final PersonId CLERK = new PersonId("van-thu-an-duong");

    @TempDir
    static Path folder;

    @DynamicPropertySource
    static void folders(DynamicPropertyRegistry properties) {
        properties.add("antin.home", () -> folder.toString());
    }

    @Autowired
    OutgoingDesk desk;

    @Autowired
    Templates templates;

    @Autowired
    TemplateRevisions revisions;

    @Autowired
    RevisionsCheck check;

    @Autowired
    JdbcClient jdbc;

    @Test
    void whatChangesAfterTheSignatureChangesNothingOfTheDocument() {
        Issuance written = written();
        Issuance signed;
        try (var pin = new Pin("12345678")) {
            signed = desk.sign(written.id(), HEAD, pin);
        }
        jdbc.sql("update post set to_day = '2020-12-31' where person = 'vu-manh-hung'")
                .update();
        changeTheTemplateOf(signed);
        try (var pin = new Pin("12345678")) {
            var original = desk.numberAndSeal(signed.id(), CLERK, pin);
            assertThat(original.entry().particulars()).isEqualTo(written.particulars());
        } finally {
            jdbc.sql("update post set to_day = null where person = 'vu-manh-hung'")
                    .update();
        }
    }

    @Test
    void pagesOfARevisionThatNobodyKnowsAreNotSigned() {
        Issuance written = written();
        changeTheTemplateOf(written);
        try (var pin = new Pin("12345678")) {
            assertThatThrownBy(() -> desk.sign(written.id(), HEAD, pin)).hasMessage("template.UNKNOWN_REVISION");
            assertThat(desk.document(written.id()).stage()).isEqualTo(Stage.CHECKED);
        }
    }

    @Test
    void aDraftIsSignedByTheRevisionItWasWrittenWithThoughANewerOneIsInForce() {
        Issuance written = written();
        var newest = revisions.newest(written.agency(), "cong-van").orElseThrow();
        var files = revisions.files(newest);
        // The newer one asks a question that the draft does not answer.
        String schema = files.text(TemplateFiles.FIELDS)
                .replaceFirst("\\[", "[\"hotline\",")
                .replaceFirst(
                        "\"properties\": \\{",
                        "\"properties\": {\"hotline\": {\"type\": \"string\", \"title\": \"Số máy\"},");
        var draft = revisions.save(
                written.agency(), "cong-van", files.with(TemplateFiles.FIELDS, schema), newest.id(), HEAD, "");
        revisions.publish(written.agency(), "cong-van", draft.id(), HEAD, "");
        try (var pin = new Pin("12345678")) {
            assertThat(templates.named(written.agency(), "cong-van").problems(written.answers()))
                    .isNotEmpty();
            Issuance signed = desk.sign(written.id(), HEAD, pin);
            assertThat(signed.templateDigest())
                    .isEqualTo(written.templateDigest())
                    .isNotEqualTo(draft.digest());
            var original = desk.numberAndSeal(written.id(), CLERK, pin);
            assertThat(original.entry().particulars().template()).isEqualTo("cong-van@" + written.templateDigest());
            assertThat(templates.revision("cong-van", written.templateDigest()).files())
                    .isEqualTo(files);
        } finally {
            revisions.retire(written.agency(), "cong-van", HEAD);
        }
    }

    @Test
    void aDraftOfATemplateThatIsNoLongerUsedIsStillWrittenAndSigned() {
        var agency = new AgencyId("pgd-an-duong");
        var files = templates.named("cong-van").files();
        var own = revisions.save(agency, "cong-van-rieng", files, null, HEAD, "");
        revisions.publish(agency, "cong-van-rieng", own.id(), HEAD, "");
        Issuance written = written("cong-van-rieng", desk.newDocument());
        revisions.retire(agency, "cong-van-rieng", HEAD);
        assertThatThrownBy(() -> written("cong-van-rieng", desk.newDocument())).hasMessage("template.UNKNOWN_TEMPLATE");
        Issuance again = written("cong-van-rieng", written.id());
        assertThat(again.templateDigest()).isEqualTo(own.digest());
        try (var pin = new Pin("12345678")) {
            assertThat(desk.sign(again.id(), HEAD, pin).stage()).isEqualTo(Stage.SIGNED);
        }
    }

    @Test
    void namesEveryDocumentWhoseRevisionIsNotKept() {
        Issuance written = written();
        changeTheTemplateOf(written);
        var faults = new ArrayList<SelfCheck.Fault>();
        check.check(new SelfCheck.Witness() {
            @Override
            public void fault(SelfCheck.Fault fault) {
                faults.add(fault);
            }

            @Override
            public void progress(long done, long total) {}
        });
        assertThat(faults)
                .singleElement()
                .satisfies(it -> assertThat(it.code()).isEqualTo("issue.NO_REVISION"))
                .satisfies(it -> assertThat(it.subjects()).contains("0".repeat(64), "cong-van"));
        jdbc.sql("update issuance set template_digest = :digest where template_digest = :other")
                .param("digest", written.templateDigest().hex())
                .param("other", "0".repeat(64))
                .update();
    }

    @Test
    void aWrongPinOfTheSealCostsNoNumber() {
        Issuance written = written();
        try (var right = new Pin("12345678");
                var wrong = new Pin("00000000")) {
            desk.sign(written.id(), HEAD, right);
            assertThatThrownBy(() -> desk.numberAndSeal(written.id(), CLERK, wrong))
                    .hasMessage("sign.PIN_INCORRECT");
        }
        assertThat(desk.entry(written.id())).isEmpty();
        assertThat(desk.document(written.id()).stage()).isEqualTo(Stage.SIGNED);
    }

    private Issuance written() {
        return written("cong-van", desk.newDocument());
    }

    private Issuance written(String template, DocumentId id) {
        Issuance it = desk.write(
                id,
                new OutgoingDesk.Draft(
                        new AgencyId("pgd-an-duong"),
                        HEAD,
                        null,
                        template,
                        templates.named("cong-van").sample(),
                        false,
                        HEAD.value()));
        assertThat(it.stage()).isEqualTo(Stage.CHECKED);
        return it;
    }

    /** As after a start with templates that were changed in the meantime. */
    private void changeTheTemplateOf(Issuance it) {
        jdbc.sql("update issuance set template_digest = :other where id = :id")
                .param("other", "0".repeat(64))
                .param("id", it.id().toString())
                .update();
    }
}
