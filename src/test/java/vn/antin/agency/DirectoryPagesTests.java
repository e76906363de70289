package vn.antin.agency;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.boot.webmvc.test.autoconfigure.MockMvcPrint;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.MvcResult;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.web.util.HtmlUtils;

@DirtiesContext
@SpringBootTest
@AutoConfigureMockMvc(print = MockMvcPrint.NONE)
class DirectoryPagesTests {
    private static final String SCHOOL = "/danh-ba/th-toan-thang";
    private static final String CLERK = "van-thu-toan-thang";
    private static final String KEEPER = "quan-tri";

    @TempDir
    static Path home;

    @DynamicPropertySource
    static void home(DynamicPropertyRegistry properties) {
        properties.add("antin.home", () -> home.toString());
    }

    @Autowired
    MockMvc http;

    @Test
    void theRegistrarKeepsTheirOwnBodyAndNoOther() throws Exception {
        assertThat(page(CLERK, SCHOOL)).contains("Phạm Thị Nga", "KT. HIỆU TRƯỞNG", "có, đang dùng được");
        assertThat(status(CLERK, "/danh-ba/pgd-huyen")).isEqualTo(403);
        assertThat(status("pham-thi-nga", SCHOOL)).isEqualTo(403);
        assertThat(status(KEEPER, "/danh-ba/pgd-huyen")).isEqualTo(200);
        assertThat(status(KEEPER, "/danh-ba/khong-co")).isEqualTo(404);
        assertThat(page(KEEPER, "/danh-ba")).contains("PGDĐT", "Thêm cơ quan");
    }

    @Test
    void aRightGivenOnThePageIsShownOnItsDaysAndEnds() throws Exception {
        var given = post(SCHOOL + "/giao-ky")
                .param("nguoi", "luu-tru-toan-thang")
                .param("chuc-vu", "TỔ TRƯỞNG")
                .param("tu-cach", "DELEGATED")
                .param("thay", "HIỆU TRƯỞNG")
                .param("noi-dung", "Giấy mời")
                .param("tu", "2027-01-04")
                .param("den", "2027-01-31")
                .param("can-cu", "Giấy uỷ quyền số 01");
        assertThat(follow(CLERK, given)).contains("Đã ghi việc giao ký", "Giấy uỷ quyền số 01");
        assertThat(page(CLERK, SCHOOL + "?ngay=2027-01-10"))
                .contains("TUQ. HIỆU TRƯỞNG – TỔ TRƯỞNG", "không có chứng thư dùng được ngày này");
        assertThat(page(CLERK, SCHOOL + "?ngay=2027-02-01")).contains("Ai được ký ngày 01/02/2027");
        assertThat(page(CLERK, SCHOOL + "?ngay=hom-nay")).contains("agency.TYPED_WRONG");
    }

    @Test
    void onlyAnAdministratorMakesAnother() throws Exception {
        var appointed = post(SCHOOL + "/bo-nhiem")
                .param("nguoi", "nguoi-moi")
                .param("ho-ten", "Người Mới")
                .param("viec", "ADMINISTRATOR")
                .param("chuc-vu", "QUẢN TRỊ")
                .param("tu-cach", "HEAD")
                .param("thay", "")
                .param("tu", "2026-11-24")
                .param("den", "")
                .param("can-cu", "Quyết định");
        assertThat(follow(CLERK, appointed)).contains("agency.ONLY_KEEPERS");
        assertThat(follow(KEEPER, appointed)).contains("Đã ghi chức vụ", "Người Mới");
    }

    @Test
    void aFileThatIsNoCertificateIsRefusedInPlaceAndATakenOneToo() throws Exception {
        assertThat(register("not a certificate".getBytes(java.nio.charset.StandardCharsets.UTF_8)))
                .contains("agency.CERTIFICATE_UNREADABLE");
        assertThat(register(Files.readAllBytes(Path.of("keys-sample/people/vu-manh-hung.pem"))))
                .contains("agency.CERTIFICATE_TAKEN");
        assertThat(register(Files.readAllBytes(Path.of("keys-sample/special/tsa.pem"))))
                .contains("Đã đăng ký chứng thư");
    }

    @Test
    void eachSeesTheirOwnCertificates() throws Exception {
        assertThat(page("vu-manh-hung", "/chung-thu-so"))
                .contains("Vũ Mạnh Hùng")
                .doesNotContain("Phạm Thị Nga");
        assertThat(page("van-thu-an-duong", "/chung-thu-so")).contains("Vũ Mạnh Hùng", "con dấu");
    }

    private String register(byte[] file) throws Exception {
        return follow(
                CLERK,
                multipart(SCHOOL + "/chung-thu")
                        .file(new MockMultipartFile("tep", "chung-thu.cer", "application/pkix-cert", file))
                        .param("cua", "")
                        .param("tu", "")
                        .param("can-cu", ""));
    }

    private String follow(String who, org.springframework.test.web.servlet.RequestBuilder asked) throws Exception {
        var request = asked instanceof MockHttpServletRequestBuilder it
                ? it.with(user(who)).with(csrf())
                : ((org.springframework.test.web.servlet.request.MockMultipartHttpServletRequestBuilder) asked)
                        .with(user(who))
                        .with(csrf());
        MvcResult answer = http.perform(request).andReturn();
        return text(http.perform(get(Objects.requireNonNull(answer.getResponse().getRedirectedUrl()))
                        .flashAttrs(answer.getFlashMap())
                        .with(user(who)))
                .andReturn());
    }

    private String page(String who, String path) throws Exception {
        return text(http.perform(get(path).with(user(who))).andReturn());
    }

    private int status(String who, String path) throws Exception {
        return http.perform(get(path).with(user(who))).andReturn().getResponse().getStatus();
    }

    private static String text(MvcResult answer) throws Exception {
        return HtmlUtils.htmlUnescape(answer.getResponse().getContentAsString(java.nio.charset.StandardCharsets.UTF_8));
    }
}
