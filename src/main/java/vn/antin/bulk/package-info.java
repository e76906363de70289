/** Many documents at once: a template's questions as a spreadsheet, read back row by row, each row written like a form. */
@org.jspecify.annotations.NullMarked
@org.springframework.modulith.ApplicationModule(allowedDependencies = {"kernel", "agency", "template", "issue"})
package vn.antin.bulk;
