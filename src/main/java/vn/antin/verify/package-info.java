/** Judges any PDF from outside, without the code that signed it. */
@org.jspecify.annotations.NullMarked
@org.springframework.modulith.ApplicationModule(
        allowedDependencies = {"kernel", "agency", "trust", "register", "archive", "easel"})
package vn.antin.verify;
