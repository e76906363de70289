/** What the rules of meaning read in a text: words and sentences, dates, figures, tables. */
@org.jspecify.annotations.NullMarked
package vn.antin.check.wording;
