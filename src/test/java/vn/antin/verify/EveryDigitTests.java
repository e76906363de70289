package vn.antin.verify;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.bouncycastle.cert.X509CertificateHolder;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import vn.antin.trust.TrustAnchors;

class EveryDigitTests extends IssuedPages {
    @Autowired
    TrustAnchors anchors;

    /** By our own analysis alone, which needs no certificate to be trusted. */
    @Test
    void seesEveryChangedDigitOfTheSealsValue() throws Exception {
        byte[] file = sealed().pdf().bytes();
        List<X509CertificateHolder> known = new ArrayList<>();
        for (var it : anchors.anchors()) {
            known.add(new X509CertificateHolder(it.getEncoded()));
        }
        for (var it : anchors.intermediates()) {
            known.add(new X509CertificateHolder(it.getEncoded()));
        }
        var deadline = Deadline.in(Duration.ofMinutes(60));
        Syntax.Dictionary dictionary;
        ByteRangeCheck range;
        try (Revision whole = Revision.parse(file, file.length, true, deadline)) {
            var field = Form.of(whole.catalog(), deadline).named("con_dau").orElseThrow();
            var key = field.signed().orElseThrow().getKey();
            dictionary = Syntax.object(
                            file, Objects.requireNonNull(whole.places().get(key)), key.getNumber(), key.getGeneration())
                    .orElseThrow();
            range = ByteRangeCheck.of(file, dictionary, Revisions.of(file)).orElseThrow();
        }
        assertThat(SignatureValue.of(file, range, "ETSI.CAdES.detached", known).problems())
                .isEmpty();
        int every = Integer.getInteger("antin.every-digit", 0);
        List<String> unseen = new ArrayList<>();
        int end = range.gapFrom() + 1 + 2 * DerLength.of(range.contents());
        for (int place = range.gapFrom() + 1; place < end; place += every == 1 ? 1 : 5) {
            byte was = file[place];
            // Every fifth digit once; each with all fifteen others when asked (-Dantin.every-digit=1), which takes
            // minutes.
            for (int step = 1; step < 16; step += every == 1 ? 1 : 15) {
                int other = Character.digit(was, 16) ^ (every == 1 ? step : 1 << (place % 4));
                file[place] = (byte) "0123456789abcdef".charAt(other);
                var changed = ByteRangeCheck.of(file, dictionary, Revisions.of(file));
                boolean seen = changed.isEmpty()
                        || SignatureValue.of(file, changed.get(), "ETSI.CAdES.detached", known)
                                .broken();
                if (!seen) {
                    unseen.add((place - range.gapFrom() - 1) / 2 + ": " + (char) was + " to " + (char) file[place]);
                }
            }
            file[place] = was;
        }
        assertThat(unseen).isEmpty();
    }
}
