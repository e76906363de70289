package vn.antin.verify;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.antin.easel.Easel;
import vn.antin.easel.Picture;
import vn.antin.easel.ThenAndNow;
import vn.antin.kernel.Content;
import vn.antin.kernel.Refusal;

/** Where the command leaves pictures of what changed to the eye since each signature. */
@Component
class PictureFolder {
    private final Easel easel;
    private final PictureWords words;
    private final Phrases phrases;

    PictureFolder(Easel easel, PictureWords words, Phrases phrases) {
        this.easel = easel;
        this.words = words;
        this.phrases = phrases;
    }

    /**
     * Draws one file.
     *
     * @param stem what the names of its pictures begin with
     * @return what to say of them, line by line; nothing when nothing was appended after a signature
     */
    List<String> draw(Content file, Report report, Path folder, String stem) throws IOException {
        List<SignedState> signed = SignedState.of(report);
        if (signed.isEmpty()) {
            return List.of();
        }
        Files.createDirectories(folder);
        List<String> lines = new ArrayList<>();
        ThenAndNow drawn;
        try {
            drawn = easel.compare(file, signed.stream().map(SignedState::end).toList());
        } catch (Refusal busy) {
            return List.of(phrases.text("pictures.undrawn"));
        }
        for (int i = 0; i < signed.size(); i++) {
            var told = words.state(signed.get(i), i + 1, drawn);
            lines.add(told.get("title") + ": " + told.get("counted") + " " + told.get("differ"));
            int end = signed.get(i).end();
            int page = 0;
            for (ThenAndNow.State state : drawn.states()) {
                for (ThenAndNow.Page it : state.end() == end ? state.pages() : List.<ThenAndNow.Page>of()) {
                    String name = String.format(Locale.ROOT, "%s.ky-%d.hinh-%02d", stem, i + 1, ++page);
                    write(it.then(), folder.resolve(name + ".khi-ky.png"));
                    write(it.now(), folder.resolve(name + ".hien-nay.png"));
                }
            }
        }
        words.troubles(drawn).forEach(it -> lines.add(it.text()));
        return lines;
    }

    private static void write(@Nullable Picture picture, Path file) throws IOException {
        if (picture != null) {
            Files.write(file, picture.png());
        }
    }
}
