/** What we believe of certificates and time: trust anchors, the time-stamping authority, policies by date. */
@org.jspecify.annotations.NullMarked
@org.springframework.modulith.ApplicationModule(allowedDependencies = {"kernel"})
package vn.antin.trust;
