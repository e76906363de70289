package vn.antin.agency;

import java.io.IOException;
import java.security.Principal;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import vn.antin.kernel.Refusal;
import vn.antin.kernel.Sha256;

/** One's own signature's picture, and the body's seal's where one keeps its register. */
@Controller
class InkPages {
    private static final String SIGNATURE = "chu-ky";
    private static final String SEAL = "con-dau";

    private final Inks inks;
    private final Agencies agencies;
    private final Keepers keepers;

    InkPages(Inks inks, Agencies agencies, Keepers keepers) {
        this.inks = inks;
        this.agencies = agencies;
        this.keepers = keepers;
    }

    /** A picture that is kept; public because pages read it. */
    public record Shown(String digest, String millimetres, int width, int height, String actor) {}

    @GetMapping("/anh-ky-dau")
    String pictures(Principal signedIn, Model page) {
        Member member = keepers.member(signedIn);
        page.addAttribute("signs", member.is(Role.SIGNATORY));
        page.addAttribute("seals", member.is(Role.REGISTRAR));
        page.addAttribute(
                "signature",
                inks.latest("person", member.person().value())
                        .map(InkPages::shown)
                        .orElse(null));
        page.addAttribute(
                "seal",
                inks.latest("agency", member.agency().value())
                        .map(InkPages::shown)
                        .orElse(null));
        return "agency/pictures";
    }

    private static Shown shown(Inks.Kept it) {
        return new Shown(
                String.valueOf(it.digest()),
                String.valueOf(it.widthMillimetres()).replace('.', ','),
                it.width(),
                it.height(),
                it.actor());
    }

    @GetMapping("/anh-ky-dau/{kind}.png")
    ResponseEntity<byte[]> png(@PathVariable String kind, Principal signedIn) {
        Holder whose = whose(kind, keepers.member(signedIn));
        var kept = inks.latest(whose instanceof Holder.Body ? "agency" : "person", whose.id())
                .flatMap(it -> Optional.ofNullable(it.digest()))
                .orElseThrow(() -> new Refusal(AgencyReason.UNKNOWN_ENTRY));
        return ResponseEntity.ok()
                .contentType(MediaType.IMAGE_PNG)
                // A picture of a seal is not left lying in caches.
                .cacheControl(CacheControl.noStore())
                .body(inks.png(new Sha256(kept)).bytes());
    }

    @PostMapping("/anh-ky-dau/{kind}")
    String keep(
            @PathVariable String kind,
            @RequestParam("rong") String millimetres,
            @RequestParam(name = "tep", required = false) @Nullable MultipartFile file,
            Principal signedIn,
            RedirectAttributes after)
            throws IOException {
        Member member = keepers.member(signedIn);
        Holder whose = whose(kind, member);
        try {
            byte[] bytes = file == null ? new byte[0] : file.getBytes();
            InkKind ink = whose instanceof Holder.Body ? InkKind.SEAL : InkKind.SIGNATURE;
            inks.keep(whose, InkReader.read(bytes, ink, millimetres(millimetres)), member.person());
            after.addFlashAttribute("said", "Đã lưu ảnh. Văn bản lập từ bây giờ sẽ dùng ảnh này, đúng cỡ thật.");
        } catch (Refusal refused) {
            after.addFlashAttribute("refusal", refused);
        }
        return "redirect:/anh-ky-dau";
    }

    @PostMapping("/anh-ky-dau/{kind}/bo")
    String takeAway(@PathVariable String kind, Principal signedIn, RedirectAttributes after) {
        Member member = keepers.member(signedIn);
        inks.takeAway(whose(kind, member), member.person());
        after.addFlashAttribute("said", "Đã bỏ ảnh. Văn bản đã ký giữ nguyên ảnh cũ.");
        return "redirect:/anh-ky-dau";
    }

    /** One's own signature; the seal of the body whose registrar one is. */
    private Holder whose(String kind, Member member) {
        if (kind.equals(SIGNATURE) && member.is(Role.SIGNATORY)) {
            return new Holder.Person(member.person(), member.fullName());
        }
        if (kind.equals(SEAL) && member.is(Role.REGISTRAR)) {
            return new Holder.Body(
                    member.agency(), agencies.named(member.agency()).name());
        }
        throw new Refusal(AgencyReason.ONLY_KEEPERS);
    }

    private static double millimetres(String typed) {
        try {
            double value = Double.parseDouble(typed.strip().replace(',', '.'));
            if (Double.isFinite(value)) {
                return value;
            }
            throw new Refusal(AgencyReason.TYPED_WRONG, "Cỡ thật");
        } catch (NumberFormatException e) {
            throw new Refusal(AgencyReason.TYPED_WRONG, e, "Cỡ thật");
        }
    }
}
