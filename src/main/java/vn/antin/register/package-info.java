/** The outgoing register (sổ đăng ký văn bản đi): gives number and date, never twice, never back. */
@org.jspecify.annotations.NullMarked
@org.springframework.modulith.ApplicationModule(allowedDependencies = {"kernel", "agency", "sign"})
package vn.antin.register;
