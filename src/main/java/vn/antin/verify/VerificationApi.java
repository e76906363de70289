package vn.antin.verify;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.security.SecurityRequirements;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;
import vn.antin.kernel.Refusal;

/** {@code POST /api/v1/verifications}: judges one file; nothing of it is kept. */
@RestController
@Tag(name = "Xác minh", description = "Kiểm tra chữ ký số của tệp PDF; không cần đăng nhập, không lưu tệp.")
class VerificationApi {
    /** Bytes of a question without a file. */
    private static final int LARGEST_QUESTION = 6 << 20;

    private final Verifier verifier;
    private final EtsiReport etsi;
    private final LibraryAccount library;
    private final JsonMapper json;

    VerificationApi(Verifier verifier, EtsiReport etsi, LibraryAccount library, JsonMapper json) {
        this.verifier = verifier;
        this.etsi = etsi;
        this.library = library;
        this.json = json;
    }

    @Operation(
            operationId = "verify",
            summary = "Kiểm tra một tệp",
            description = "Tệp nào đọc được cũng có kết luận (200), kể cả tệp hỏng hay không phải PDF.")
    @ApiResponse(responseCode = "200", description = "Kết luận", useReturnTypeSchema = true)
    @ApiResponse(
            responseCode = "400",
            description = "Không kèm tệp, hoặc kèm nhiều tệp",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_PROBLEM_JSON_VALUE,
                            schema = @Schema(implementation = ProblemDetail.class)))
    @ApiResponse(
            responseCode = "413",
            description = "Tệp quá lớn",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_PROBLEM_JSON_VALUE,
                            schema = @Schema(implementation = ProblemDetail.class)))
    @ApiResponse(
            responseCode = "429",
            description = "Gửi quá nhiều trong một phút; xem Retry-After",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_PROBLEM_JSON_VALUE,
                            schema = @Schema(implementation = ProblemDetail.class)))
    @SecurityRequirements
    @PostMapping(
            path = "/api/v1/verifications",
            params = "!report",
            consumes = MediaType.MULTIPART_FORM_DATA_VALUE,
            produces = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<Report> verify(@RequestParam(name = "file", required = false) @Nullable List<MultipartFile> file)
            throws IOException {
        var upload = Upload.of(file);
        return ResponseEntity.ok()
                .cacheControl(CacheControl.noStore())
                .body(verifier.verify(upload.content(), upload.name()));
    }

    @Operation(
            operationId = "verifyAsXml",
            summary = "Kiểm tra một tệp, báo cáo XML",
            description = "report=etsi: kết luận của hệ thống theo ETSI TS 119 102-2 V1.4.1. report=dss-detailed và"
                    + " report=dss-diagnostic: nhận định riêng của thư viện EU DSS, không phải kết luận của hệ thống.")
    @SecurityRequirements
    @PostMapping(
            path = "/api/v1/verifications",
            params = "report",
            consumes = MediaType.MULTIPART_FORM_DATA_VALUE,
            produces = MediaType.APPLICATION_XML_VALUE)
    ResponseEntity<byte[]> verifyAsXml(
            @RequestParam(name = "report") String form,
            @RequestParam(name = "file", required = false) @Nullable List<MultipartFile> file)
            throws IOException {
        var upload = Upload.of(file);
        Report report = verifier.verify(upload.content(), upload.name());
        byte[] xml = switch (form) {
            case "etsi" -> etsi.of(report);
            case "dss-detailed" -> library.of(upload.content(), report, LibraryAccount.Paper.DETAILED);
            case "dss-diagnostic" -> library.of(upload.content(), report, LibraryAccount.Paper.DIAGNOSTIC);
            default -> throw new Refusal(VerifyReason.UNKNOWN_FORM);
        };
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_XML)
                .cacheControl(CacheControl.noStore())
                .body(xml);
    }

    @Operation(
            operationId = "verifyByDigest",
            summary = "Hỏi bằng mã băm khi tệp không được rời cơ quan",
            description =
                    "Chỉ mã băm SHA-256 được gửi: trả lời đúng tệp ấy có trong kho lưu trữ không, còn hiệu lực không."
                            + " Kèm mã băm của phần được ký và giá trị CMS thì từng chữ ký được kiểm tra riêng; không biết được"
                            + " phần nào của tệp nằm ngoài chữ ký. Lệnh ./antin verify --request TỆP lập sẵn yêu cầu này.")
    @io.swagger.v3.oas.annotations.parameters.RequestBody(
            required = true,
            content = @Content(schema = @Schema(implementation = DigestQuestion.class)))
    @ApiResponse(responseCode = "200", description = "Trả lời", useReturnTypeSchema = true)
    @ApiResponse(
            responseCode = "400",
            description = "Không phải mã băm SHA-256, hoặc quá nhiều chữ ký",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_PROBLEM_JSON_VALUE,
                            schema = @Schema(implementation = ProblemDetail.class)))
    @SecurityRequirements
    @PostMapping(
            path = "/api/v1/verifications/by-digest",
            consumes = MediaType.APPLICATION_JSON_VALUE,
            produces = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<DigestReport> byDigest(@Parameter(hidden = true) InputStream body) throws IOException {
        DigestQuestion question = question(body.readNBytes(LARGEST_QUESTION + 1));
        List<DigestQuestion.Handed> signatures = question.signatures() == null ? List.of() : question.signatures();
        if (signatures.size() > SignatureByDigest.MOST) {
            throw new Refusal(VerifyReason.NO_DIGEST);
        }
        return ResponseEntity.ok()
                .cacheControl(CacheControl.noStore())
                .body(verifier.byDigest(Upload.digest(question.sha256()), signatures));
    }

    private DigestQuestion question(byte[] body) {
        if (body.length > LARGEST_QUESTION) {
            throw new Refusal(VerifyReason.NO_DIGEST);
        }
        try {
            return Objects.requireNonNull(json.readValue(body, DigestQuestion.class));
        } catch (JacksonException | NullPointerException e) {
            throw new Refusal(VerifyReason.NO_DIGEST, e);
        }
    }
}
