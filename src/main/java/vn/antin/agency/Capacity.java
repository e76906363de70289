package vn.antin.agency;

/** The kinds of {@link Authority} as the register keeps them and the pages offer them. */
enum Capacity {
    HEAD("Người đứng đầu"),
    DEPUTY("KT. – ký thay"),
    BY_ORDER("TL. – ký thừa lệnh"),
    DELEGATED("TUQ. – ký thừa uỷ quyền"),
    ACTING("Q. – quyền"),
    ON_BEHALF("TM. – thay mặt tập thể");

    private final String vietnamese;

    Capacity(String vietnamese) {
        this.vietnamese = vietnamese;
    }

    String vietnamese() {
        return vietnamese;
    }

    /**
     * @param principal in whose name: the head's post, or the collective; not asked of a head
     * @param post of the person
     */
    Authority authority(String principal, String post) {
        return switch (this) {
            case HEAD -> new Authority.Head(post);
            case ACTING -> new Authority.Acting(principal);
            case ON_BEHALF -> new Authority.OnBehalf(principal, post);
            case DEPUTY -> new Authority.Deputy(principal, post);
            case BY_ORDER -> new Authority.ByOrder(principal, post);
            case DELEGATED -> new Authority.Delegated(principal, post);
        };
    }

    static Capacity of(Authority authority) {
        return switch (authority) {
            case Authority.Head it -> HEAD;
            case Authority.Acting it -> ACTING;
            case Authority.OnBehalf it -> ON_BEHALF;
            case Authority.Deputy it -> DEPUTY;
            case Authority.ByOrder it -> BY_ORDER;
            case Authority.Delegated it -> DELEGATED;
        };
    }

    static String principal(Authority authority) {
        return switch (authority) {
            case Authority.Head it -> "";
            case Authority.Acting it -> it.headPost();
            case Authority.OnBehalf it -> it.collective();
            case Authority.Deputy it -> it.headPost();
            case Authority.ByOrder it -> it.headPost();
            case Authority.Delegated it -> it.headPost();
        };
    }

    static String post(Authority authority) {
        return switch (authority) {
            case Authority.Head it -> it.post();
            case Authority.Acting it -> it.headPost();
            case Authority.OnBehalf it -> it.post();
            case Authority.Deputy it -> it.post();
            case Authority.ByOrder it -> it.post();
            case Authority.Delegated it -> it.post();
        };
    }
}
