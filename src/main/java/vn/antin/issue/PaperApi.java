package vn.antin.issue;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.net.URI;
import java.security.Principal;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import vn.antin.agency.Member;
import vn.antin.issue.PaperRun.Act;
import vn.antin.issue.PaperRun.ItemState;
import vn.antin.issue.PaperRun.State;
import vn.antin.issue.PaperRun.Ticked;
import vn.antin.kernel.DocumentId;
import vn.antin.kernel.Refusal;
import vn.antin.kernel.Sha256;
import vn.antin.sign.Pin;

/** The same for programs: what waits for the caller, and runs over many papers. */
@RestController
@RequestMapping(path = "/api/v1", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(
        name = "Ký nhiều văn bản",
        description =
                "Danh sách chờ ký, chờ đóng dấu của người gọi, và lượt ký nhiều văn bản bằng một lần nhập mã PIN.")
class PaperApi {
    private final PaperDesk papers;
    private final RemotePapers remote;
    private final PaperRuns runs;
    private final Reader reader;

    PaperApi(PaperDesk papers, RemotePapers remote, PaperRuns runs, Reader reader) {
        this.papers = papers;
        this.remote = remote;
        this.runs = runs;
        this.reader = reader;
    }

    /**
     * A paper that waits.
     *
     * @param sha256 digest of the pages as they stand; named again when a run is asked for
     */
    record Waiting(String id, String sha256, String subject, String stage, Instant changedAt) {}

    /** A paper, and the pages of it that were seen. */
    record Chosen(String id, String sha256) {}

    /**
     * What is asked for: one of PIN and service.
     *
     * @param pin used for this run only; never kept, never logged
     * @param service the remote service that signs; the person confirms there, or types on the page of the run
     */
    record RunAsked(
            Act act,
            List<Chosen> documents,

            @Schema(format = "password", accessMode = Schema.AccessMode.WRITE_ONLY) @Nullable
            String pin,

            @Nullable String service) {
        @Override
        public String toString() {
            return "RunAsked[" + act + "]";
        }
    }

    /** How one paper of a run stands. */
    record Outcome(
            String id,
            String subject,
            ItemState state,
            @Nullable String reason) {}

    /** @param percent of its papers dealt with */
    record RunProgress(
            String id,
            Act act,
            State state,
            boolean moving,
            @Nullable String reason,
            int all,
            int done,
            int failed,
            int percent,
            List<Outcome> papers) {}

    @Operation(operationId = "waitingPapers", summary = "Văn bản đang chờ người gọi ký hoặc đóng dấu")
    @GetMapping("/papers")
    List<Waiting> waiting(@RequestParam(defaultValue = "SIGN") String act, Principal caller) {
        return papers.waiting(reader.member(caller), act(act)).stream()
                .filter(it -> it.pdf() != null)
                .map(it -> new Waiting(
                        it.id().toString(),
                        String.valueOf(it.pdf()),
                        it.subject(),
                        it.stage().name(),
                        it.changedAt()))
                .toList();
    }

    @Operation(
            operationId = "startPaperRun",
            summary = "Ký hoặc đóng dấu nhiều văn bản bằng một lần nhập mã PIN",
            description =
                    "Trả lời ngay; mỗi văn bản xong hoặc không xong riêng. Văn bản đã đổi trang so với sha256 gửi lên"
                            + " thì không được ký. Mã PIN chỉ ở trong bộ nhớ đến khi lượt kết thúc.")
    @ApiResponse(
            responseCode = "202",
            description = "Đã bắt đầu; Location là nơi hỏi tiến độ",
            useReturnTypeSchema = true)
    @PostMapping(path = "/paper-runs", consumes = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<RunProgress> start(@RequestBody RunAsked asked, Principal caller) {
        Member member = reader.member(caller);
        // Programs may leave anything out.
        if (asked.act() == null || asked.documents() == null) {
            throw new Refusal(IssueReason.NO_PAPER_CHOSEN);
        }
        List<Ticked> ticked = asked.documents().stream().map(PaperApi::ticked).toList();
        UUID id;
        if (asked.service() != null && asked.act() == Act.SIGN) {
            id = remote.start(member, ticked, asked.service());
        } else if (asked.pin() != null) {
            id = papers.start(member, asked.act(), ticked, new Pin(asked.pin()));
        } else {
            throw new Refusal(IssueReason.NO_PAPER_CHOSEN);
        }
        return ResponseEntity.accepted()
                .location(URI.create("/api/v1/paper-runs/" + id))
                .cacheControl(CacheControl.noStore())
                .body(progress(runs.find(id).orElseThrow()));
    }

    @Operation(operationId = "paperRun", summary = "Tiến độ và kết quả của một lượt")
    @GetMapping("/paper-runs/{id}")
    ResponseEntity<RunProgress> progress(@PathVariable String id, Principal caller) {
        return ResponseEntity.ok()
                .cacheControl(CacheControl.noStore())
                .body(progress(papers.of(reader.member(caller), id(id))));
    }

    @Operation(operationId = "stopPaperRun", summary = "Dừng lượt sau văn bản đang làm")
    @PostMapping("/paper-runs/{id}/stop")
    RunProgress stop(@PathVariable String id, Principal caller) {
        PaperRun run = papers.of(reader.member(caller), id(id));
        remote.stop(run);
        return progress(runs.find(run.id()).orElseThrow());
    }

    private RunProgress progress(PaperRun it) {
        PaperRun.Tally tally = runs.tally(it.id());
        return new RunProgress(
                it.id().toString(),
                it.act(),
                it.state(),
                remote.moving(it),
                it.reason(),
                tally.all(),
                tally.done(),
                tally.failed(),
                tally.percent(),
                runs.items(it.id()).stream()
                        .map(one -> new Outcome(one.document().toString(), one.subject(), one.state(), one.reason()))
                        .toList());
    }

    private static Ticked ticked(Chosen it) {
        try {
            return new Ticked(
                    DocumentId.parse(Objects.requireNonNullElse(it.id(), "")),
                    new Sha256(Objects.requireNonNullElse(it.sha256(), "")));
        } catch (IllegalArgumentException e) {
            throw new Refusal(IssueReason.UNKNOWN_DOCUMENT, e);
        }
    }

    private static Act act(String typed) {
        try {
            return Act.valueOf(typed);
        } catch (IllegalArgumentException e) {
            throw new Refusal(IssueReason.NO_PAPER_CHOSEN, e);
        }
    }

    private static UUID id(String typed) {
        try {
            return UUID.fromString(typed);
        } catch (IllegalArgumentException e) {
            throw new Refusal(IssueReason.UNKNOWN_RUN, e);
        }
    }
}
