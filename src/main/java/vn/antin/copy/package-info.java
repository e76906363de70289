/** Copies of documents (bản sao): to paper to be signed and sealed by hand, to electronic sealed by the body. */
@org.jspecify.annotations.NullMarked
@org.springframework.modulith.ApplicationModule(
        allowedDependencies = {"kernel", "agency", "compose", "render", "sign", "register", "archive", "verify", "issue"
        })
package vn.antin.copy;
