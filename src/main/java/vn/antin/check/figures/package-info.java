/** What is asked of figures, dates and school years: that they agree with each other. */
@org.jspecify.annotations.NullMarked
package vn.antin.check.figures;
