/** Page frame, sign-in, error pages and problem documents, the command line's door. Knows no feature. */
@org.jspecify.annotations.NullMarked
@org.springframework.modulith.ApplicationModule(allowedDependencies = {"kernel"})
package vn.antin.shell;
