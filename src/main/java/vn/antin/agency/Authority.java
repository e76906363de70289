package vn.antin.agency;

import java.util.List;

/** In whose name a person signs (quyền hạn của người ký; Decree 30/2020/NĐ-CP art. 13, annex I, part I, II.7.b). */
public sealed interface Authority {
    /** The lines over the signature, in capitals: {@code KT. HIỆU TRƯỞNG}, {@code PHÓ HIỆU TRƯỞNG}. */
    List<String> lines();

    /** Signs as head of the body. */
    record Head(String post) implements Authority {
        @Override
        public List<String> lines() {
            return List.of(post);
        }
    }

    /** Q.: given the head's powers for the time being. */
    record Acting(String headPost) implements Authority {
        @Override
        public List<String> lines() {
            return List.of("Q. " + headPost);
        }
    }

    /** TM.: on behalf of a collective leadership. */
    record OnBehalf(String collective, String post) implements Authority {
        @Override
        public List<String> lines() {
            return List.of("TM. " + collective, post);
        }
    }

    /** KT.: a deputy signs in the head's place. */
    record Deputy(String headPost, String post) implements Authority {
        @Override
        public List<String> lines() {
            return List.of("KT. " + headPost, post);
        }
    }

    /** TL.: signs by order. */
    record ByOrder(String headPost, String post) implements Authority {
        @Override
        public List<String> lines() {
            return List.of("TL. " + headPost, post);
        }
    }

    /** TUQ.: signs under a written delegation. */
    record Delegated(String headPost, String post) implements Authority {
        @Override
        public List<String> lines() {
            return List.of("TUQ. " + headPost, post);
        }
    }
}
