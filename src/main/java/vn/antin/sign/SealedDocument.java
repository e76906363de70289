package vn.antin.sign;

import vn.antin.kernel.Content;
import vn.antin.kernel.Particulars;

/** The finished original: signed, numbered, sealed (chữ ký số của cơ quan, tổ chức). */
public record SealedDocument(Content pdf, Particulars particulars, NumberLine line) {}
