package vn.antin.verify;

import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import vn.antin.trust.TrustView;

/** Something costly made out of what is believed: kept while that stays the same, made anew as soon as it does not. */
final class MadeOfTrust<T> {
    private final Function<TrustView, T> maker;
    private volatile @Nullable Made<T> last;

    private record Made<T>(TrustView of, T it) {}

    MadeOfTrust(Function<TrustView, T> maker) {
        this.maker = maker;
    }

    T of(TrustView view) {
        Made<T> known = last;
        return known != null && known.of.equals(view) ? known.it : made(view);
    }

    private synchronized T made(TrustView view) {
        Made<T> known = last;
        if (known == null || !known.of.equals(view)) {
            known = new Made<>(view, maker.apply(view));
            last = known;
        }
        return known.it;
    }
}
