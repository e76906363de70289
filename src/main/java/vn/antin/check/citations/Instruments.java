package vn.antin.check.citations;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.antin.check.wording.Lists;

/** Instruments of which number, date and fate are known, {@code instruments.json}. */
final class Instruments {
    private static final Known KNOWN = Lists.read("instruments.json", Known.class);

    private static final Map<String, Repeal> REPEALED = new HashMap<>();

    static {
        for (Instrument it : KNOWN.instruments()) {
            if (it.repealed() != null) {
                REPEALED.put(it.kind() + Mention.canonical(it.number()), it.repealed());
            }
        }
    }

    private Instruments() {}

    record Known(String note, List<Instrument> instruments, List<Law> laws) {}

    /**
     * An instrument.
     *
     * @param repealed when and by what it lost its force; null while it has force, or when that is not known
     */
    record Instrument(
            String kind,
            String number,
            LocalDate date,
            String title,
            @Nullable Repeal repealed,
            String source) {}

    /** A law that was replaced by a later one of the same name. */
    record Law(String name, String number, LocalDate date, Repeal repealed, String source) {}

    /** @param by the successor as it is to be cited */
    record Repeal(LocalDate from, String by) {}

    static List<Instrument> all() {
        return KNOWN.instruments();
    }

    /** When and by what the mentioned instrument lost its force; null when it has it, or nothing is known. */
    static @Nullable Repeal repealOf(Mention mention) {
        return REPEALED.get(mention.kind() + mention.canonical());
    }

    static List<Law> laws() {
        return KNOWN.laws();
    }
}
