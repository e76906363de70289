/** Draws the pages of any PDF, in a process of its own with limits: what hostile bytes do to it, they do to nobody else. */
@org.jspecify.annotations.NullMarked
@org.springframework.modulith.ApplicationModule(allowedDependencies = {"kernel"})
package vn.antin.easel;
