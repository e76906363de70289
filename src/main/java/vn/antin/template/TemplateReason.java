package vn.antin.template;

import vn.antin.kernel.Refusal;

/** Why the template room refuses. */
public enum TemplateReason implements Refusal.Reason {
    /** No template has that name; argument: the name. */
    UNKNOWN_TEMPLATE(Refusal.Sort.NOT_FOUND),
    /** The template itself is broken, or asks for what no template may do; arguments: its name, what it did. */
    TEMPLATE_FAILED(Refusal.Sort.BAD_INPUT),
    /** No such revision, or not for this body; argument: the beginning of its digest, or its number. */
    UNKNOWN_REVISION(Refusal.Sort.NOT_FOUND),
    /** The file of a revision holds other bytes than its name says; argument: the beginning of its digest. */
    REVISION_ALTERED(Refusal.Sort.UNAVAILABLE),
    /** Somebody else saved a newer revision while this one was edited. */
    CHANGED_MEANWHILE(Refusal.Sort.CONFLICT),
    /** Not a draft that can be published, or nothing in force that can be retired. */
    NOT_THIS_STATE(Refusal.Sort.CONFLICT),
    /** Argument: the file. */
    TEMPLATE_TOO_LARGE(Refusal.Sort.TOO_LARGE),
    TOO_MANY_REVISIONS(Refusal.Sort.CONFLICT),
    CANNOT_KEEP_TEMPLATE(Refusal.Sort.UNAVAILABLE);

    private final Refusal.Sort sort;

    TemplateReason(Refusal.Sort sort) {
        this.sort = sort;
    }

    @Override
    public Refusal.Sort sort() {
        return sort;
    }
}
