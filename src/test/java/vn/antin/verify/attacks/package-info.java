/** Makes forged files, and lawful ones made the same way: to be judged by us and by others. */
@org.jspecify.annotations.NullMarked
package vn.antin.verify.attacks;
