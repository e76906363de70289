package vn.antin.easel;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What the drawing process says on its output, piece by piece; nothing of it is believed unseen. */
final class Frames {
    /** More pages are not counted. */
    static final int MOST_COUNTED = 2000;

    private static final int STATE = 1;
    private static final int PAGE = 2;
    private static final int NOTE = 3;
    private static final int END = 4;
    private static final int MOST_STATES = 16;
    private static final int MOST_PAGES = 64;
    private static final int MOST_PLACES = 10_000;

    private Frames() {}

    /** The side that draws. */
    static final class Out {
        private final DataOutputStream out;

        Out(DataOutputStream out) {
            this.out = out;
        }

        void state(int end, int pagesThen, int pagesNow) throws IOException {
            out.writeByte(STATE);
            out.writeInt(end);
            out.writeInt(pagesThen);
            out.writeInt(pagesNow);
            out.flush();
        }

        void page(ThenAndNow.Page it) throws IOException {
            out.writeByte(PAGE);
            out.writeInt(it.numberThen());
            out.writeInt(it.numberNow());
            out.writeInt(it.places());
            picture(it.then());
            picture(it.now());
            out.flush();
        }

        private void picture(@Nullable Picture it) throws IOException {
            if (it == null) {
                out.writeInt(0);
                return;
            }
            out.writeInt(it.png().length);
            out.writeInt(it.width());
            out.writeInt(it.height());
            out.write(it.png());
        }

        void note(Trouble it) throws IOException {
            out.writeByte(NOTE);
            out.writeUTF(it.name());
            out.flush();
        }

        void end() throws IOException {
            out.writeByte(END);
            out.flush();
        }
    }

    /** The side that asked: keeps what came whole, also when the rest never comes. */
    static final class In {
        private final List<Told> states = new ArrayList<>();
        private final Set<Trouble> troubles = EnumSet.noneOf(Trouble.class);

        private record Told(int end, int pagesThen, int pagesNow, List<ThenAndNow.Page> pages) {}

        /** Reads to the end of what is said; an exception when it does not come whole, or is nonsense. */
        void read(DataInputStream in) throws IOException {
            for (int kind = in.readByte(); kind != END; kind = in.readByte()) {
                switch (kind) {
                    case STATE -> {
                        var it = new Told(in.readInt(), in.readInt(), in.readInt(), new ArrayList<>());
                        check(states.size() < MOST_STATES && counted(it.pagesThen) && counted(it.pagesNow));
                        add(it);
                    }
                    case PAGE -> {
                        var it =
                                new ThenAndNow.Page(in.readInt(), in.readInt(), in.readInt(), picture(in), picture(in));
                        check(counted(it.numberThen()) && counted(it.numberNow()) && it.places() >= 0);
                        check(it.places() <= MOST_PLACES);
                        addPage(it);
                    }
                    case NOTE -> {
                        String which = in.readUTF();
                        Trouble named = Arrays.stream(Trouble.values())
                                .filter(it -> it.name().equals(which))
                                .findFirst()
                                .orElseThrow(() -> new IOException("The drawing process speaks nonsense"));
                        note(named);
                    }
                    default -> check(false);
                }
            }
        }

        private synchronized void add(Told it) {
            states.add(it);
        }

        private synchronized void addPage(ThenAndNow.Page it) throws IOException {
            check(!states.isEmpty() && states.getLast().pages.size() < MOST_PAGES);
            states.getLast().pages.add(it);
        }

        synchronized void note(Trouble it) {
            troubles.add(it);
        }

        synchronized ThenAndNow told() {
            return new ThenAndNow(
                    states.stream()
                            .map(it -> new ThenAndNow.State(it.end, it.pagesThen, it.pagesNow, it.pages))
                            .toList(),
                    troubles);
        }

        private static @Nullable Picture picture(DataInputStream in) throws IOException {
            int length = in.readInt();
            if (length == 0) {
                return null;
            }
            check(length > 0 && length <= Picture.LARGEST);
            int width = in.readInt();
            int height = in.readInt();
            byte[] png = in.readNBytes(length);
            check(png.length == length);
            try {
                return new Picture(width, height, png);
            } catch (IllegalArgumentException e) {
                throw new IOException(e);
            }
        }

        private static boolean counted(int pages) {
            return pages >= 0 && pages <= MOST_COUNTED;
        }

        private static void check(boolean sound) throws IOException {
            if (!sound) {
                throw new IOException("The drawing process speaks nonsense");
            }
        }
    }
}
