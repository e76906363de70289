/** Writes every audited event once, in order, in a hash chain. It listens and is never called. */
@org.jspecify.annotations.NullMarked
@org.springframework.modulith.ApplicationModule(allowedDependencies = {"kernel"})
package vn.antin.audit;
