/** Words every room uses: digests, identifiers, particulars, refusals. Knows no framework and no neighbour. */
@org.jspecify.annotations.NullMarked
@org.springframework.modulith.ApplicationModule(allowedDependencies = {})
package vn.antin.kernel;
