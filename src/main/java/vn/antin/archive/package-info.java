/** Keeps sealed originals by their digest and proves that they have not changed. */
@org.jspecify.annotations.NullMarked
@org.springframework.modulith.ApplicationModule(allowedDependencies = {"kernel", "agency", "trust", "sign", "register"})
package vn.antin.archive;
