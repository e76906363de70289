package vn.antin.check.nd30;

import java.util.List;
import java.util.function.Consumer;
import vn.antin.check.Citation;
import vn.antin.check.Examined;
import vn.antin.check.Rule;
import vn.antin.check.Severity;
import vn.antin.compose.Inline;
import vn.antin.compose.Place;

/** Each ground ends with a semicolon, the last with a full stop. */
public final class LegalBasesCloseInOrder implements Rule {
    @Override
    public Citation citation() {
        return Citation.decree30("Phụ lục I, Phần I, II.6.a");
    }

    @Override
    public Severity severity() {
        return Severity.WARNING;
    }

    @Override
    public void examine(Examined document, Consumer<Breach> breaches) {
        List<Inline.Text> bases = document.meaning().legalBases();
        for (int i = 0; i < bases.size(); i++) {
            ClosingMark.judge(Place.of(Place.Part.BASES, i), bases.get(i).plain(), i == bases.size() - 1, breaches);
        }
    }
}
