package vn.antin.agency;

import java.util.LinkedHashMap;
import java.util.Map;

/** What the register's pages call things. */
final class Wordings {
    /** In the order in which pages offer them. */
    static final Map<String, String> ROLES = roles();

    static final Map<String, String> CAPACITIES = capacities();

    private Wordings() {}

    private static Map<String, String> capacities() {
        var words = new LinkedHashMap<String, String>();
        for (Capacity it : Capacity.values()) {
            words.put(it.name(), it.vietnamese());
        }
        return words;
    }

    private static Map<String, String> roles() {
        var words = new LinkedHashMap<String, String>();
        words.put(Role.SIGNATORY.name(), "Người ký");
        words.put(Role.REGISTRAR.name(), "Văn thư");
        words.put(Role.ARCHIVIST.name(), "Lưu trữ viên");
        words.put(Role.ADMINISTRATOR.name(), "Quản trị viên");
        return words;
    }
}
