/** The dated register of bodies, posts and people: who may sign in whose name on a day (TM., Q., KT., TL., TUQ.). */
@org.jspecify.annotations.NullMarked
@org.springframework.modulith.ApplicationModule(allowedDependencies = {"kernel"})
package vn.antin.agency;
