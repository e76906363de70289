package vn.antin.copy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.Principal;
import java.util.List;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import vn.antin.agency.Member;
import vn.antin.kernel.Content;
import vn.antin.kernel.CopyForm;
import vn.antin.kernel.Refusal;
import vn.antin.sign.Pin;

/** From paper to electronic: a scan comes in, and goes out sealed. */
@Controller
class DigitisingPages {
    private static final int LONGEST_SUBJECT = 300;

    private final CopyDesk desk;
    private final Registrars registrars;

    DigitisingPages(CopyDesk desk, Registrars registrars) {
        this.desk = desk;
        this.registrars = registrars;
    }

    @PostMapping("/sao/so-hoa")
    String digitise(
            @RequestParam MultiValueMap<String, String> typed,
            @RequestParam(name = "tep", required = false) List<MultipartFile> sent,
            Principal visitor,
            RedirectAttributes after) {
        Member registrar = registrars.required(visitor);
        var form = new Typed(typed);
        try (var pin = new Pin(form.text("pin"))) {
            return CopyPages.made(
                    () -> {
                        CopyForm copy = copyForm(form);
                        boolean otherPaper = !form.text("kho-khac").isEmpty();
                        return desk.digitise(copy, subject(copy, form), files(sent), otherPaper, pin, registrar);
                    },
                    "/sao",
                    form,
                    after);
        }
    }

    private static CopyForm copyForm(Typed form) {
        return switch (form.text("hinh-thuc")) {
            case "sao-y" -> CopyForm.FULL;
            case "sao-luc" -> CopyForm.OF_A_COPY;
            default -> throw new Refusal(CopyReason.FIELD_WRONG, "Hình thức sao");
        };
    }

    /** A sao lục is made of a sao y only (art. 25.2.b), so it must be said of which. */
    private static String subject(CopyForm copy, Typed form) {
        String original = form.line("van-ban", "Văn bản được sao", LONGEST_SUBJECT);
        return copy == CopyForm.OF_A_COPY
                ? original + "; từ bản sao y " + form.line("ban-sao-y", "Bản sao y dùng để sao lục", LONGEST_SUBJECT)
                : original;
    }

    private static List<Content> files(@org.jspecify.annotations.Nullable List<MultipartFile> sent) {
        return sent == null
                ? List.of()
                : sent.stream()
                        .filter(it -> !it.isEmpty())
                        .map(it -> {
                            try {
                                return Content.of(it.getBytes());
                            } catch (IOException e) {
                                throw new UncheckedIOException(e);
                            }
                        })
                        .toList();
    }
}
