/** AdministrativeDocument becomes PDF/A pages in the Decree 30 format, with boxes reserved for number, date, signature and seal. */
@org.jspecify.annotations.NullMarked
@org.springframework.modulith.ApplicationModule(allowedDependencies = {"kernel", "agency", "compose"})
package vn.antin.render;
