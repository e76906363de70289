package vn.antin.render;

/** The reserved form fields, by the names that signing and verifying know them by. */
enum Field {
    NUMBER("so_van_ban", "Số của văn bản, do văn thư cấp khi phát hành"),
    DATE("ngay_van_ban", "Địa danh và ngày ban hành văn bản, ghi khi phát hành"),
    SIGNATURE("ky_lanh_dao", "Chữ ký số của người có thẩm quyền"),
    SEAL("con_dau", "Chữ ký số của cơ quan, tổ chức");

    private final String title;
    private final String tooltip;

    Field(String title, String tooltip) {
        this.title = title;
        this.tooltip = tooltip;
    }

    /** The field's name in the form ({@code /T}). */
    String title() {
        return title;
    }

    /** What a screen reader says of it ({@code /TU}). */
    String tooltip() {
        return tooltip;
    }

    boolean isSigned() {
        return this == SIGNATURE || this == SEAL;
    }
}
