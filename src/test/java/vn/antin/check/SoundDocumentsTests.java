package vn.antin.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.util.List;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import vn.antin.compose.AdministrativeDocument;
import vn.antin.render.RealPages;

class SoundDocumentsTests {
    @Test
    void nothingIsFoundInSoundDocuments() {
        var gate = new Gate(Clock.systemUTC());
        List<AdministrativeDocument> documents = SoundDocuments.all();
        assertThat(documents).hasSizeGreaterThanOrEqualTo(100);
        var found = new TreeMap<String, Integer>();
        for (AdministrativeDocument it : documents) {
            gate.examine(RealPages.of(it))
                    .findings()
                    .forEach(finding -> found.merge(
                            finding.rule() + ": " + it.particulars().kind() + ", " + finding.where() + ": "
                                    + finding.what(),
                            1,
                            Integer::sum));
        }
        System.out.println(documents.size() + " sound documents, findings: " + found);
        assertThat(found).isEmpty();
    }
}
