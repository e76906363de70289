package vn.antin.verify;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.security.SecurityRequirements;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;

/** {@code POST /api/v1/verifications}: judges one file; nothing of it is kept. */
@RestController
@Tag(name = "Xác minh", description = "Kiểm tra chữ ký số của tệp PDF; không cần đăng nhập, không lưu tệp.")
class VerificationApi {
    private final Verifier verifier;

    VerificationApi(Verifier verifier) {
        this.verifier = verifier;
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
            consumes = MediaType.MULTIPART_FORM_DATA_VALUE,
            produces = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<Report> verify(@RequestParam(name = "file", required = false) @Nullable List<MultipartFile> file)
            throws IOException {
        var upload = Upload.of(file);
        return ResponseEntity.ok()
                .cacheControl(CacheControl.noStore())
                .body(verifier.verify(upload.content(), upload.name()));
    }
}
