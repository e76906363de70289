package vn.antin.trust;

/** What a signature is made for; each kind has anchors and constraints of its own. */
public enum SignatureKind {
    /** Chữ ký số công cộng: public certification authorities (Law 20/2023/QH15 on electronic transactions). */
    PUBLIC,
    /** Chữ ký số chuyên dùng công vụ: the Government's certification authority. */
    OFFICIAL,
    /** Dấu thời gian. */
    TIMESTAMP
}
