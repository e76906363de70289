package vn.antin.agency;

import java.time.Instant;

/**
 * Something that happened to a certificate; never changed afterwards.
 *
 * @param at from when on it holds
 * @param document the paper it rests on, may be empty
 */
record CertificateEvent(Kind kind, Instant at, String reason, String document, String actor) {
    enum Kind {
        REGISTERED("Đã đăng ký"),
        SUSPENDED("Tạm ngừng"),
        RESUMED("Dùng lại"),
        WITHDRAWN("Thu hồi");

        private final String vietnamese;

        Kind(String vietnamese) {
            this.vietnamese = vietnamese;
        }

        String vietnamese() {
            return vietnamese;
        }

        /** Whether that may come next. Withdrawn is for ever. */
        boolean mayFollow(Kind before) {
            return switch (this) {
                case REGISTERED -> false;
                case SUSPENDED -> before == REGISTERED || before == RESUMED;
                case RESUMED -> before == SUSPENDED;
                case WITHDRAWN -> before != WITHDRAWN;
            };
        }
    }
}
