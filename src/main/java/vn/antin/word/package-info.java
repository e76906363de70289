/** Word files: a document written as one, a draft read from one, anyone's judged and given comments. */
@org.jspecify.annotations.NullMarked
@org.springframework.modulith.ApplicationModule(
        allowedDependencies = {"kernel", "agency", "template", "compose", "check"})
package vn.antin.word;
