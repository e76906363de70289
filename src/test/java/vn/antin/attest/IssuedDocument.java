package vn.antin.attest;

import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.boot.webmvc.test.autoconfigure.MockMvcPrint;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

/** An installation in which one document was issued by the pages, once for all the tests of this room. */
@SpringBootTest
@AutoConfigureMockMvc(print = MockMvcPrint.NONE)
abstract class IssuedDocument {
    static final String SIGNATORY = "pham-thi-nga";
    static final String REGISTRAR = "van-thu-toan-thang";
    static final String STRANGER = "van-thu-an-duong";
    static final String PIN = "12345678";
    static final String DOCUMENT = "33333333-3333-3333-8333-333333333333";
    static final String SUBJECT = "Kế hoạch để đem đi xác minh";

    @DynamicPropertySource
    static void home(DynamicPropertyRegistry properties) throws IOException {
        Path home = Files.createTempDirectory("antin-attest");
        properties.add("antin.home", home::toString);
    }

    @Autowired
    MockMvc http;

    @Autowired
    JdbcClient database;

    /** The original's bytes. */
    byte[] original() throws Exception {
        if (database.sql("select count(*) from issuance").query(Integer.class).single() == 0) {
            by(
                    SIGNATORY,
                    post("/van-ban/" + DOCUMENT + "/soan")
                            .param("mau-van-ban", "ke-hoach")
                            .param("nguoi-ky", SIGNATORY)
                            .param("f.subject", SUBJECT)
                            .param("f.body", "I. MỤC TIÊU\n1. Mục tiêu một.\n2. Mục tiêu hai./.")
                            .param("f.recipients", "Như trên;\nLưu: VT."));
            by(SIGNATORY, post("/van-ban/" + DOCUMENT + "/ky").param("pin", PIN));
            by(REGISTRAR, post("/van-ban/" + DOCUMENT + "/dong-dau").param("pin", PIN));
        }
        return http.perform(get("/luu-tru/" + DOCUMENT + "/ban-goc.pdf").with(user(REGISTRAR)))
                .andReturn()
                .getResponse()
                .getContentAsByteArray();
    }

    String code() throws Exception {
        original();
        return database.sql("select code from archived_original")
                .query(String.class)
                .single();
    }

    byte[] tampered() throws Exception {
        byte[] bytes = original().clone();
        bytes[bytes.length / 3] ^= 1;
        return bytes;
    }

    private void by(String person, MockHttpServletRequestBuilder request) throws Exception {
        http.perform(request.with(user(person)).with(csrf()));
    }
}
