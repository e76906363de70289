package vn.antin.verify.attacks;

/**
 * A file to be judged.
 *
 * @param technique class of attack, as in the literature; what a lawful twin does the same way
 * @param lawful whether it may pass
 */
@SuppressWarnings("ArrayRecordComponent") // Never compared.
public record Case(String technique, String name, boolean lawful, byte[] file) {
    static Case attack(String technique, String name, String file) {
        return new Case(technique, name, false, Pdf.bytes(file));
    }

    static Case twin(String technique, String name, String file) {
        return new Case(technique, name, true, Pdf.bytes(file));
    }

    @Override
    public String toString() {
        return technique + ": " + name + (lawful ? " (lawful)" : "");
    }
}
