package vn.antin.template;

import vn.antin.kernel.Refusal;

/** Why the template room refuses. */
public enum TemplateReason implements Refusal.Reason {
    /** No template has that name; argument: the name. */
    UNKNOWN_TEMPLATE(Refusal.Sort.NOT_FOUND),
    /** The template itself is broken, or asks for what no template may do; arguments: its name, what it did. */
    TEMPLATE_FAILED(Refusal.Sort.BAD_INPUT);

    private final Refusal.Sort sort;

    TemplateReason(Refusal.Sort sort) {
        this.sort = sort;
    }

    @Override
    public Refusal.Sort sort() {
        return sort;
    }
}
