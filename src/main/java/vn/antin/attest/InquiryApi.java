package vn.antin.attest;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.net.URI;
import java.security.Principal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;
import vn.antin.agency.Member;
import vn.antin.verify.Conclusion;
import vn.antin.verify.Report;

/** {@code /api/v1/verification-batches}: many files judged as one act, by someone who is signed in. */
@RestController
@RequestMapping(path = "/api/v1/verification-batches", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(
        name = "Xác minh nhiều tệp",
        description =
                "Cần đăng nhập. Mỗi tệp được xóa ngay khi kiểm tra xong, muộn nhất sau một ngày; kết quả giữ bảy ngày,"
                        + " chỉ người gửi xem được.")
class InquiryApi {
    private static final int MOST_RESULTS = 200;

    private final InquiryDesk desk;
    private final Inquiries inquiries;

    InquiryApi(InquiryDesk desk, Inquiries inquiries) {
        this.desk = desk;
        this.inquiries = inquiries;
    }

    /**
     * How far a batch has got.
     *
     * @param conclusions how many files of each conclusion
     * @param noLongerInForce how many are originals of the archive that were replaced or recalled, whatever their
     *     conclusion
     */
    record InquiryProgress(
            UUID id,
            Instant startedAt,
            boolean cancelled,
            boolean done,
            int files,
            int waiting,
            int judged,
            int stopped,
            Map<Conclusion, Integer> conclusions,
            int noLongerInForce) {}

    /**
     * One file.
     *
     * @param state {@code WAITING}, {@code JUDGED} or {@code CANCELLED}
     * @param report absent until it is judged
     */
    record Result(
            int place, String file, String state, @Nullable Report report) {}

    /**
     * Some of the results.
     *
     * @param next what to give as {@code after} for the following ones; absent at the end
     */
    record Results(List<Result> results, @Nullable Integer next) {}

    @Operation(
            operationId = "beginBatch",
            summary = "Gửi nhiều tệp, hoặc ZIP",
            description = "Trường “file” lặp lại cho từng tệp, không quá 200 tệp và 52 MB mỗi lần gửi; gửi thêm bằng"
                    + " POST …/{id}/files. Cả đợt không quá 2000 tệp, kể cả trong ZIP.")
    @PostMapping(consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    ResponseEntity<InquiryProgress> begin(
            @RequestParam(name = "file", required = false) @Nullable List<MultipartFile> file, Principal signedIn) {
        Inquiry inquiry = desk.begin(file, desk.member(signedIn));
        return ResponseEntity.created(URI.create("/api/v1/verification-batches/" + inquiry.id()))
                .cacheControl(CacheControl.noStore())
                .body(progress(inquiry));
    }

    @Operation(operationId = "addToBatch", summary = "Gửi thêm tệp vào đợt")
    @PostMapping(path = "/{id}/files", consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    ResponseEntity<InquiryProgress> add(
            @PathVariable String id,
            @RequestParam(name = "file", required = false) @Nullable List<MultipartFile> file,
            Principal signedIn) {
        Inquiry inquiry = theirs(id, signedIn);
        desk.add(inquiry, file);
        return told(progress(inquiry));
    }

    @Operation(operationId = "batchProgress", summary = "Tiến độ của đợt")
    @GetMapping("/{id}")
    ResponseEntity<InquiryProgress> progress(@PathVariable String id, Principal signedIn) {
        return told(progress(theirs(id, signedIn)));
    }

    @Operation(
            operationId = "batchResults",
            summary = "Kết quả từng tệp",
            description = "Theo thứ tự đã gửi, không quá 200 mỗi lần; báo cáo như của POST /api/v1/verifications.")
    @GetMapping("/{id}/results")
    ResponseEntity<Results> results(
            @PathVariable String id, @RequestParam(name = "after", defaultValue = "0") int after, Principal signedIn) {
        Inquiry inquiry = theirs(id, signedIn);
        List<Result> results = inquiries.items(inquiry.id(), after, MOST_RESULTS).stream()
                .map(it -> new Result(it.place(), it.name(), it.state().name(), it.report()))
                .toList();
        Integer next = results.size() < MOST_RESULTS ? null : results.getLast().place();
        return told(new Results(results, next));
    }

    @Operation(operationId = "cancelBatch", summary = "Dừng đợt; tệp chưa kiểm tra được xóa ngay")
    @PostMapping("/{id}/cancellation")
    ResponseEntity<InquiryProgress> cancel(@PathVariable String id, Principal signedIn) {
        Inquiry inquiry = theirs(id, signedIn);
        desk.cancel(inquiry);
        return told(progress(theirs(id, signedIn)));
    }

    @Operation(operationId = "forgetBatch", summary = "Xóa đợt cùng mọi kết quả")
    @DeleteMapping("/{id}")
    ResponseEntity<Void> forget(@PathVariable String id, Principal signedIn) {
        desk.forget(theirs(id, signedIn));
        return ResponseEntity.noContent().build();
    }

    private Inquiry theirs(String id, Principal signedIn) {
        Member member = desk.member(signedIn);
        return desk.theirs(id, member);
    }

    private InquiryProgress progress(Inquiry it) {
        var tally = inquiries.tally(it.id());
        return new InquiryProgress(
                it.id(),
                it.madeAt(),
                it.cancelled(),
                tally.done(),
                tally.all(),
                tally.waiting(),
                tally.judged(),
                tally.cancelled(),
                tally.conclusions(),
                tally.ended());
    }

    private static <T> ResponseEntity<T> told(T body) {
        return ResponseEntity.ok().cacheControl(CacheControl.noStore()).body(body);
    }
}
