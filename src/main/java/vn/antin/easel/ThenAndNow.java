package vn.antin.easel;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Earlier states of a file beside the file as it is now, by what is to be seen.
 *
 * @param states those of the asked ones that were compared, in the order asked for
 * @param troubles why some may be missing
 */
public record ThenAndNow(List<State> states, Set<Trouble> troubles) {
    public ThenAndNow {
        states = List.copyOf(states);
        troubles = Set.copyOf(troubles);
    }

    /**
     * One earlier state.
     *
     * @param end how many bytes of the file it is
     * @param pagesThen how many pages it has; {@value Frames#MOST_COUNTED} stands for that and more
     * @param pagesNow how many the whole file has
     * @param pages those that look different
     */
    public record State(int end, int pagesThen, int pagesNow, List<Page> pages) {
        public State {
            pages = List.copyOf(pages);
        }
    }

    /**
     * A page that looks different, with frames around what differs.
     *
     * @param numberThen from 1; 0 when it was not there
     * @param numberNow from 1; 0 when it is not there any more
     * @param places how many frames
     * @param then absent when it was not there, or could not be drawn
     * @param now likewise
     */
    public record Page(
            int numberThen,
            int numberNow,
            int places,
            @Nullable Picture then,
            @Nullable Picture now) {}
}
