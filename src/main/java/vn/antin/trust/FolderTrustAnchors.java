package vn.antin.trust;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.antin.kernel.Refusal;

/** Trust anchors from a folder of {@code *.pem} files, one certificate or more each, read once at the start. */
record FolderTrustAnchors(List<X509Certificate> anchors, List<X509Certificate> intermediates) implements TrustAnchors {
    private static final Logger LOG = LoggerFactory.getLogger(FolderTrustAnchors.class);

    FolderTrustAnchors {
        anchors = List.copyOf(anchors);
        intermediates = List.copyOf(intermediates);
    }

    /** Without a folder nothing is trusted. */
    static FolderTrustAnchors read(TrustPolicy policy, Clock clock) {
        List<X509Certificate> anchors = new ArrayList<>();
        List<X509Certificate> intermediates = new ArrayList<>();
        policy.anchors().ifPresent(folder -> {
            for (X509Certificate it : certificates(folder)) {
                if (SampleAuthority.issued(it) && !policy.sampleRootAllowed()) {
                    throw new Refusal(TrustReason.SAMPLE_ANCHOR_REFUSED, folder.toString());
                }
                boolean selfIssued = it.getSubjectX500Principal().equals(it.getIssuerX500Principal());
                (selfIssued ? anchors : intermediates).add(it);
                if (it.getNotAfter().toInstant().isBefore(clock.instant())) {
                    LOG.warn(
                            "Expired trust anchor or issuer, kept for old signatures: {}",
                            it.getSubjectX500Principal());
                }
            }
        });
        return new FolderTrustAnchors(anchors, intermediates);
    }

    private static List<X509Certificate> certificates(Path folder) {
        List<X509Certificate> found = new ArrayList<>();
        try (var files = Files.newDirectoryStream(folder, "*.pem")) {
            var factory = CertificateFactory.getInstance("X.509");
            for (Path file : files) {
                try (var stream = Files.newInputStream(file)) {
                    for (var it : factory.generateCertificates(stream)) {
                        found.add((X509Certificate) it);
                    }
                } catch (CertificateException e) {
                    throw new Refusal(TrustReason.ANCHORS_UNREADABLE, e, file.toString());
                }
            }
        } catch (IOException e) {
            throw new Refusal(TrustReason.ANCHORS_UNREADABLE, e, folder.toString());
        } catch (CertificateException e) {
            throw new IllegalStateException("Every Java platform reads X.509", e);
        }
        return found;
    }
}
