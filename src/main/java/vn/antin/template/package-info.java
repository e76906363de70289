/** Template revisions read from templates/: manifest, fields, digest, and the sandbox in which their text is filled. */
@org.jspecify.annotations.NullMarked
@org.springframework.modulith.ApplicationModule(allowedDependencies = {"kernel"})
package vn.antin.template;
