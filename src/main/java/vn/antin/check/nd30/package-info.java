/** The rules of the decree's articles and of its annex I: components and technique of presentation. */
@org.jspecify.annotations.NullMarked
package vn.antin.check.nd30;
