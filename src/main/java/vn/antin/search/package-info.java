/** Finds archived documents by words, with or without Vietnamese marks; a read model that can be rebuilt. */
@org.jspecify.annotations.NullMarked
@org.springframework.modulith.ApplicationModule(allowedDependencies = {"kernel", "agency", "register", "archive"})
package vn.antin.search;
