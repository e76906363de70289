package vn.antin.verify;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.security.SecurityRequirements;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;
import vn.antin.easel.Easel;
import vn.antin.easel.Picture;
import vn.antin.easel.ThenAndNow;

/** {@code POST /api/v1/verifications/pictures}: what changed to the eye since each signature; nothing is kept. */
@RestController
@Tag(name = "Xác minh")
class PictureApi {
    private final Verifier verifier;
    private final Easel easel;
    private final PictureWords words;

    PictureApi(Verifier verifier, Easel easel, PictureWords words) {
        this.verifier = verifier;
        this.easel = easel;
        this.words = words;
    }

    /**
     * What changed to the eye. The conclusion does not rest on it.
     *
     * @param states the states that were signed and to which something was appended
     * @param remarks why not everything could be drawn
     */
    @JsonInclude(JsonInclude.Include.ALWAYS)
    record PicturesOfFile(
            String file,
            String sha256,
            Conclusion conclusion,
            List<PicturesOfState> states,
            List<Report.Remark> remarks) {}

    /**
     * One signed state beside the file as it is now.
     *
     * @param to where the state ends, in bytes
     * @param signatures names of the fields of those that cover exactly it
     * @param proved whether those signatures are whole; if not, the state is only what they claim to cover
     * @param pagesThen pages of the state, 2000 for that and more
     * @param pages those that look different; absent when it could not be drawn
     */
    @JsonInclude(JsonInclude.Include.ALWAYS)
    record PicturesOfState(
            long to,
            List<String> signatures,
            boolean proved,
            @Nullable Integer pagesThen,
            @Nullable Integer pagesNow,
            @Nullable List<PicturesOfPage> pages) {}

    /**
     * One page.
     *
     * @param numberThen from 1; 0 when it was not there
     * @param numberNow from 1; 0 when it is not there any more
     * @param places how many frames are drawn around what differs
     * @param then PNG in base64, with the frames
     */
    @JsonInclude(JsonInclude.Include.ALWAYS)
    @SuppressWarnings("ArrayRecordComponent") // Only written.
    record PicturesOfPage(int numberThen, int numberNow, int places, byte @Nullable [] then, byte @Nullable [] now) {}

    @Operation(
            operationId = "picturesOfChanges",
            summary = "Hình các trang trước và sau khi ký",
            description =
                    "Với mỗi chữ ký mà sau đó tệp còn được ghi thêm: những trang trông khác so với lúc ký, PNG dạng base64,"
                            + " chỗ khác được khoanh. Hình chỉ để xem, kết luận không dựa vào hình; phần không vẽ được thì có nêu lý"
                            + " do. Tệp không được lưu.")
    @ApiResponse(responseCode = "200", description = "Hình", useReturnTypeSchema = true)
    @SecurityRequirements
    @PostMapping(
            path = "/api/v1/verifications/pictures",
            consumes = MediaType.MULTIPART_FORM_DATA_VALUE,
            produces = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<PicturesOfFile> pictures(
            @RequestParam(name = "file", required = false) @Nullable List<MultipartFile> file) throws IOException {
        var upload = Upload.of(file);
        Report report = verifier.judge(upload.content(), upload.name());
        List<SignedState> signed = SignedState.of(report);
        ThenAndNow drawn = signed.isEmpty()
                ? new ThenAndNow(List.of(), java.util.Set.of())
                : easel.compare(
                        upload.content(), signed.stream().map(SignedState::end).toList());
        List<PicturesOfState> states = new ArrayList<>();
        signed.forEach(it -> states.add(state(it, drawn)));
        return ResponseEntity.ok()
                .cacheControl(CacheControl.noStore())
                .body(new PicturesOfFile(
                        upload.name(),
                        upload.content().digest().hex(),
                        report.conclusion(),
                        states,
                        words.troubles(drawn)));
    }

    private static PicturesOfState state(SignedState signed, ThenAndNow drawn) {
        var state =
                drawn.states().stream().filter(it -> it.end() == signed.end()).findFirst();
        return new PicturesOfState(
                signed.end(),
                signed.signatures().stream().map(Report.Signature::field).toList(),
                signed.proved(),
                state.map(ThenAndNow.State::pagesThen).orElse(null),
                state.map(ThenAndNow.State::pagesNow).orElse(null),
                state.map(it -> it.pages().stream().map(PictureApi::page).toList())
                        .orElse(null));
    }

    private static PicturesOfPage page(ThenAndNow.Page it) {
        return new PicturesOfPage(it.numberThen(), it.numberNow(), it.places(), png(it.then()), png(it.now()));
    }

    private static byte @Nullable [] png(@Nullable Picture it) {
        return it == null ? null : it.png();
    }
}
