/** The gate before the pen: one class per written rule; the only maker of CheckedDocument. */
@org.jspecify.annotations.NullMarked
@org.springframework.modulith.ApplicationModule(allowedDependencies = {"kernel", "agency", "compose", "render"})
package vn.antin.check;
