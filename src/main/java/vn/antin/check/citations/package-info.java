/** What is asked of the instruments that a text cites (annex I, part I, II.6.a–b). */
@org.jspecify.annotations.NullMarked
package vn.antin.check.citations;
