/** Where an office edits its templates, sees the true page at once, compares revisions and puts one in force. */
@org.jspecify.annotations.NullMarked
@org.springframework.modulith.ApplicationModule(
        allowedDependencies = {"kernel", "agency", "template", "compose", "render", "check"})
package vn.antin.authoring;
