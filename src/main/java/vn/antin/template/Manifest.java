package vn.antin.template;

import vn.antin.kernel.DocumentKind;

/**
 * What {@code template.json} says.
 *
 * @param retention how long the original is kept (thời hạn bảo quản)
 * @param signedBy who signs such a document, for the person who chooses a template
 * @param order place in the list of templates
 */
record Manifest(DocumentKind kind, String title, String description, String retention, String signedBy, int order) {
    Manifest {
        if (title.isBlank() || description.isBlank() || retention.isBlank() || signedBy.isBlank()) {
            throw new IllegalArgumentException("A manifest says title, description, retention and signedBy");
        }
        if (title.length() > 200
                || description.length() > 1000
                || retention.length() > 200
                || signedBy.length() > 300) {
            throw new IllegalArgumentException("A manifest is read in a list: each of its words is short");
        }
    }
}
