package vn.antin.agency;

/** What a person does with documents in their body. */
public enum Role {
    /** Người có thẩm quyền: writes and signs. */
    SIGNATORY,
    /** Văn thư: numbers and seals. */
    REGISTRAR,
    /** Lưu trữ viên: finds, checks and keeps. */
    ARCHIVIST,
    /** Quản trị viên: keeps the register of bodies, posts and certificates. */
    ADMINISTRATOR
}
