/** The rules of the decree's annex II: capital letters. */
@org.jspecify.annotations.NullMarked
package vn.antin.check.capitals;
