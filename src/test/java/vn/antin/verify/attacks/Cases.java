package vn.antin.verify.attacks;

import java.util.ArrayList;
import java.util.List;

/** All of them: attacks, and lawful files made the same way. */
public final class Cases {
    private Cases() {}

    public static List<Case> all() {
        List<Case> all = new ArrayList<>(Forgeries.all());
        all.addAll(Rewritings.all());
        all.addAll(Oddities.all());
        all.addAll(Continuations.all());
        return all;
    }
}
