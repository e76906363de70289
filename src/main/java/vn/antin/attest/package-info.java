/** Many files judged in one act, and verdicts on paper that the body itself seals. */
@org.jspecify.annotations.NullMarked
@org.springframework.modulith.ApplicationModule(
        allowedDependencies = {"kernel", "agency", "compose", "render", "sign", "register", "archive", "verify"})
package vn.antin.attest;
