/** PAdES signatures: the signatory signs, number and date enter, the body seals. The only room that touches private keys. */
@org.jspecify.annotations.NullMarked
@org.springframework.modulith.ApplicationModule(allowedDependencies = {"kernel", "agency", "trust", "check"})
package vn.antin.sign;
