/** What stands in for the outside world in the demonstration; the production profile cannot load it. */
@org.jspecify.annotations.NullMarked
package vn.antin.sign.demo;
