package vn.antin.check;

import java.util.List;
import java.util.function.UnaryOperator;
import vn.antin.compose.AdministrativeDocument;

/**
 * One way of planting one mistake in a sound document. A change that finds nothing to spoil in a document gives it back
 * equal, and the mistake is then planted in another one. The pages are made after {@code onMeaning} and read before
 * {@code onAppearance}.
 *
 * @param rule simple name of the rule's class, which must find the mistake
 * @param name what is done, in a few English words; no other plant of the rule has it
 */
public record Plant(
        String rule,
        String name,
        UnaryOperator<AdministrativeDocument> onMeaning,
        UnaryOperator<Appearance> onAppearance) {

    /** A mistake in what the document says. */
    public static Plant said(String rule, String name, UnaryOperator<AdministrativeDocument> change) {
        return new Plant(rule, name, change, UnaryOperator.identity());
    }

    /** A mistake in how the document looks. */
    public static Plant seen(String rule, String name, UnaryOperator<Appearance> change) {
        return new Plant(rule, name, UnaryOperator.identity(), change);
    }

    /**
     * The plants of one folder of rules. Every class under {@code vn.antin.check} that implements this, with a
     * constructor without arguments, is found and used by itself.
     */
    public interface Bed {
        List<Plant> plants();
    }
}
