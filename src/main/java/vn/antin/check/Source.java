package vn.antin.check;

import java.time.LocalDate;

/** Where rules are written, and since when they hold. */
public enum Source {
    /** Nghị định 30/2020/NĐ-CP về công tác văn thư, article 38. */
    DECREE_30("Nghị định 30/2020/NĐ-CP", LocalDate.of(2020, 3, 5)),
    /** Luật Bảo vệ bí mật nhà nước 29/2018/QH14, article 27. */
    STATE_SECRETS("Luật Bảo vệ bí mật nhà nước năm 2018", LocalDate.of(2020, 7, 1)),
    /** What every careful reader asks of a text, though no rule says it. */
    GOOD_SENSE("Tính nhất quán của văn bản", LocalDate.MIN);

    private final String title;
    private final LocalDate inForceFrom;

    Source(String title, LocalDate inForceFrom) {
        this.title = title;
        this.inForceFrom = inForceFrom;
    }

    public String title() {
        return title;
    }

    /** The first day it holds. */
    public LocalDate inForceFrom() {
        return inForceFrom;
    }
}
