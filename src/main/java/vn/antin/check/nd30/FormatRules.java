package vn.antin.check.nd30;

import java.util.List;
import vn.antin.check.Rule;

/** The rules of the decree's articles and of its annex I: components and technique of presentation. */
public final class FormatRules {
    private FormatRules() {}

    public static List<Rule> all() {
        return List.of(
                new SubjectIsPresent(),
                new BodyIsPresent(),
                new LettersNameTheirAddressees(),
                new LegalBasesCloseInOrder(),
                new TextEndsWithTheEndMark(),
                new RecipientsEndWithTheFileCopy(),
                new AnnexesAreReferredTo(),
                new SecretsAreRefused(),
                new PagesKeepTheirBoxes());
    }
}
