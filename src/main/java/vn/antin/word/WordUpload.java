package vn.antin.word;

import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.multipart.MultipartFile;
import vn.antin.kernel.Content;
import vn.antin.kernel.Refusal;

/**
 * The one Word file of a request.
 *
 * @param name for people to know it again; without folders and control characters
 */
public record WordUpload(Content content, String name) {
    private static final int LONGEST_NAME = 120;

    public static WordUpload of(@Nullable List<MultipartFile> files) throws IOException {
        if (files == null || files.isEmpty()) {
            throw new Refusal(WordReason.NO_FILE);
        }
        if (files.size() > 1) {
            throw new Refusal(WordReason.ONE_FILE_EACH);
        }
        MultipartFile file = files.getFirst();
        String typed = file.getOriginalFilename();
        if (typed == null || (typed.isEmpty() && file.isEmpty())) {
            throw new Refusal(WordReason.NO_FILE);
        }
        String last = typed.substring(Math.max(typed.lastIndexOf('/'), typed.lastIndexOf('\\')) + 1);
        String clean = last.replaceAll("\\p{Cntrl}", "");
        return new WordUpload(
                Content.of(file.getBytes()), clean.length() <= LONGEST_NAME ? clean : clean.substring(0, LONGEST_NAME));
    }
}
