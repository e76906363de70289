package vn.antin.sign;

import vn.antin.kernel.Content;
import vn.antin.kernel.Particulars;

/** Pages that carry the signatory's signature (chữ ký số của người có thẩm quyền); number and date are still blank. */
public record SignedDocument(Content pdf, Particulars particulars) {}
