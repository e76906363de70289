/** Template and answers become an AdministrativeDocument: what it says, never how it looks. */
@org.jspecify.annotations.NullMarked
@org.springframework.modulith.ApplicationModule(allowedDependencies = {"kernel", "agency", "template"})
package vn.antin.compose;
