package vn.antin.attest;

import java.security.Principal;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import vn.antin.agency.Member;
import vn.antin.archive.Archive;
import vn.antin.archive.ArchivedOriginal;
import vn.antin.kernel.LookupCode;
import vn.antin.kernel.Refusal;
import vn.antin.render.PagePictures;

/** The original's pages beside a paper print, for members of the body that issued it; nobody else sees content. */
@Controller
class PaperComparison {
    private final InquiryDesk desk;
    private final Archive archive;
    private final PagePictures pictures;

    PaperComparison(InquiryDesk desk, Archive archive, PagePictures pictures) {
        this.desk = desk;
        this.archive = archive;
        this.pictures = pictures;
    }

    @GetMapping("/doi-chieu/{code}")
    String compare(@PathVariable("code") String typed, Principal signedIn, Model page) {
        ArchivedOriginal original = original(typed, desk.member(signedIn));
        page.addAttribute("code", original.entry().particulars().code().value());
        page.addAttribute("number", original.entry().number().printed());
        page.addAttribute("sheets", pictures.sheets(archive.read(original.digest())));
        return "attest/compare";
    }

    @GetMapping("/doi-chieu/{code}/trang/{number}.png")
    ResponseEntity<byte[]> picture(@PathVariable("code") String typed, @PathVariable int number, Principal signedIn) {
        ArchivedOriginal original = original(typed, desk.member(signedIn));
        return ResponseEntity.ok()
                .contentType(MediaType.IMAGE_PNG)
                .cacheControl(CacheControl.noStore())
                .body(pictures.png(archive.read(original.digest()), number));
    }

    /** Whoever does not belong to the body is told the same as for a code that does not exist. */
    private ArchivedOriginal original(String typed, Member member) {
        try {
            return archive.byCode(LookupCode.read(typed))
                    .filter(it -> it.entry().number().agency().equals(member.agency()))
                    .orElseThrow(() -> new Refusal(AttestReason.NOT_YOUR_DOCUMENT));
        } catch (IllegalArgumentException e) {
            throw new Refusal(AttestReason.NOT_YOUR_DOCUMENT, e);
        }
    }
}
