package vn.antin.verify;

import java.io.IOException;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.web.multipart.MultipartFile;
import vn.antin.kernel.Content;
import vn.antin.kernel.Refusal;
import vn.antin.kernel.Sha256;

/**
 * The one file of a request.
 *
 * @param name for people to know it again; without folders and control characters
 */
record Upload(Content content, String name) {
    private static final int LONGEST_NAME = 200;

    static Upload of(@Nullable List<MultipartFile> files) throws IOException {
        if (files == null || files.isEmpty()) {
            throw new Refusal(VerifyReason.NO_FILE);
        }
        if (files.size() > 1) {
            throw new Refusal(VerifyReason.ONE_FILE_EACH);
        }
        MultipartFile file = files.getFirst();
        String typed = file.getOriginalFilename();
        // A form sent without a choice has a part without name and content.
        if (typed == null || (typed.isEmpty() && file.isEmpty())) {
            throw new Refusal(VerifyReason.NO_FILE);
        }
        return new Upload(Content.of(file.getBytes()), plain(typed));
    }

    /** A digest as people and programs write it. */
    static Sha256 digest(@Nullable String typed) {
        try {
            return new Sha256((typed == null ? "" : typed.replaceAll("\\s", "")).toLowerCase(Locale.ROOT));
        } catch (IllegalArgumentException e) {
            throw new Refusal(VerifyReason.NO_DIGEST, e);
        }
    }

    private static String plain(String typed) {
        String last = typed.substring(Math.max(typed.lastIndexOf('/'), typed.lastIndexOf('\\')) + 1);
        String clean = last.replaceAll("\\p{Cntrl}", "");
        return clean.length() <= LONGEST_NAME ? clean : clean.substring(0, LONGEST_NAME);
    }
}
