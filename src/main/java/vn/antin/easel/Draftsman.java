package vn.antin.easel;

import java.awt.Rectangle;
import java.awt.image.BufferedImage;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.imageio.ImageIO;
import org.apache.pdfbox.pdmodel.font.FontMappers;
import org.jspecify.annotations.Nullable;

/**
 * The drawing process: reads a file on its input, after its length, and says on its output what {@link Frames} tells. Its
 * words are how many milliseconds of work it has, the job ({@code compare} or {@code page}), and the ends of the states that are
 * compared with the whole, or the number of the page.
 */
final class Draftsman {
    /** Pages of each state that are looked at. */
    static final int MOST_COMPARED = 40;
    /** Pages that are shown, of all states together. */
    static final int MOST_SHOWN = 12;

    private static final int MOST_BYTES = 20 << 20;

    private final byte[] file;
    private final Frames.Out out;
    /** When looking for differences stops, so that there is time to draw those found. */
    private final long lookedAt;

    private final long end;
    private int shown;
    private long bytes;

    private Draftsman(byte[] file, Frames.Out out, long milliseconds) {
        this.file = file;
        this.out = out;
        long now = worked();
        this.lookedAt = now + milliseconds * 600_000L;
        this.end = now + milliseconds * 900_000L;
    }

    public static void main(String[] words) throws IOException {
        long milliseconds = Long.parseLong(words[0]);
        endAfter(milliseconds);
        var said = new Frames.Out(new DataOutputStream(new BufferedOutputStream(System.out, 1 << 16)));
        // Whatever a library prints must not be taken for what we say.
        System.setOut(System.err);
        ImageIO.setUseCache(false);
        FontMappers.set(new PlainFonts());
        var in = new DataInputStream(System.in);
        byte[] file = new byte[in.readInt()];
        in.readFully(file);
        var work = new Draftsman(file, said, milliseconds);
        if (words[1].equals("page")) {
            work.page(Integer.parseInt(words[2]));
        } else {
            List<Integer> ends = new ArrayList<>();
            for (int i = 2; i < words.length; i++) {
                ends.add(Integer.parseInt(words[i]));
            }
            work.compare(ends);
        }
        said.end();
        System.exit(0);
    }

    /** Nanoseconds that this thread has been at work. */
    private static long worked() {
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    }

    /** Who started us ends us; should they be gone, nobody else would. */
    private static void endAfter(long milliseconds) {
        Thread.ofPlatform().daemon().start(() -> {
            try {
                Thread.sleep(2 * milliseconds + 15_000);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            Runtime.getRuntime().halt(9);
        });
    }

    private void page(int number) throws IOException {
        try (var document = new Drawable(file, file.length, number)) {
            out.state(file.length, document.count(), document.count());
            Optional<BufferedImage> picture =
                    number <= document.pages() ? document.picture(number - 1) : Optional.empty();
            if (picture.isPresent()) {
                out.page(new ThenAndNow.Page(number, number, 0, null, Drawable.png(picture.get())));
            }
            if (document.incomplete()) {
                out.note(Trouble.INCOMPLETE);
            }
        } catch (IOException | RuntimeException | StackOverflowError e) {
            out.note(Trouble.UNREADABLE);
        }
    }

    private void compare(List<Integer> ends) throws IOException {
        try (var now = opened(file.length)) {
            if (now == null) {
                return;
            }
            List<String> looks = looks(now, (lookedAt - worked()) / (ends.size() + 1));
            for (int i = 0; i < ends.size(); i++) {
                try (var then = opened(ends.get(i))) {
                    if (then != null) {
                        long share = (lookedAt - worked()) / (ends.size() - i);
                        compare(then, ends.get(i), now, looks, share, (MOST_SHOWN - shown) / (ends.size() - i));
                    }
                }
            }
            if (now.incomplete()) {
                out.note(Trouble.INCOMPLETE);
            }
        }
    }

    private @Nullable Drawable opened(int end) throws IOException {
        try {
            return new Drawable(file, end, MOST_COMPARED);
        } catch (IOException | RuntimeException | StackOverflowError e) {
            out.note(Trouble.UNREADABLE);
            return null;
        }
    }

    /** What stands for the looks of its pages, as far as the time goes. */
    private List<String> looks(Drawable document, long nanoseconds) throws IOException {
        long until = worked() + nanoseconds;
        List<String> looks = new ArrayList<>();
        while (looks.size() < document.pages() && worked() - until < 0) {
            int page = looks.size();
            // A page that cannot be drawn is like that page in the other state, and it is said that it could not be
            // drawn.
            looks.add(document.look(page).orElse("?" + page));
        }
        if (looks.size() < document.count()) {
            out.note(Trouble.PAGES_LEFT);
        }
        return looks;
    }

    private void compare(Drawable then, int stateEnd, Drawable now, List<String> looksNow, long time, int most)
            throws IOException {
        List<String> looksThen = looks(then, time);
        out.state(stateEnd, then.count(), now.count());
        boolean whole = looksThen.size() == then.count() && looksNow.size() == now.count();
        int least = Math.min(looksThen.size(), looksNow.size());
        int alike = 0;
        while (alike < least && looksThen.get(alike).equals(looksNow.get(alike))) {
            alike++;
        }
        int endThen = looksThen.size();
        int endNow = looksNow.size();
        // What is unlike lies between what is alike at the front and what is alike at the back.
        while (whole
                && endThen > alike
                && endNow > alike
                && looksThen.get(endThen - 1).equals(looksNow.get(endNow - 1))) {
            endThen--;
            endNow--;
        }
        if (!whole) {
            endThen = least;
            endNow = least;
        }
        int given = 0;
        for (int i = alike; i < Math.max(endThen, endNow); i++) {
            boolean both = i < endThen && i < endNow;
            if (both && looksThen.get(i).equals(looksNow.get(i))) {
                continue;
            }
            if (given >= most || bytes > MOST_BYTES || worked() - end > 0) {
                out.note(Trouble.PICTURES_LEFT);
                break;
            }
            draw(i < endThen ? then : null, i < endNow ? now : null, i);
            given++;
        }
        shown += given;
        if (then.incomplete()) {
            out.note(Trouble.INCOMPLETE);
        }
    }

    private void draw(@Nullable Drawable then, @Nullable Drawable now, int page) throws IOException {
        Optional<BufferedImage> before = then == null ? Optional.empty() : then.picture(page);
        Optional<BufferedImage> after = now == null ? Optional.empty() : now.picture(page);
        List<Rectangle> places = before.isPresent() && after.isPresent()
                ? Marks.between(before.get(), after.get())
                : before.or(() -> after).map(it -> List.of(Marks.whole(it))).orElse(List.of());
        var shown = new ThenAndNow.Page(
                then == null ? 0 : page + 1,
                now == null ? 0 : page + 1,
                places.size(),
                marked(before, places),
                marked(after, places));
        bytes += size(shown.then()) + size(shown.now());
        out.page(shown);
    }

    private static @Nullable Picture marked(Optional<BufferedImage> picture, List<Rectangle> places)
            throws IOException {
        if (picture.isEmpty()) {
            return null;
        }
        Marks.draw(picture.get(), places);
        return Drawable.png(picture.get());
    }

    private static long size(@Nullable Picture it) {
        return it == null ? 0 : it.png().length;
    }
}
