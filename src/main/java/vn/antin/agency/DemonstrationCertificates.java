package vn.antin.agency;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.springframework.beans.factory.InitializingBean;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Lazy;
import org.springframework.context.annotation.Profile;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.antin.kernel.AgencyId;
import vn.antin.kernel.PersonId;

/** Enters the certificates of the sample keys as those of the demonstration's people and bodies. */
@Component
@Lazy(false)
@Profile("demo")
class DemonstrationCertificates implements InitializingBean {
    private final CertificateDesk desk;
    private final Certificates certificates;
    private final JdbcClient jdbc;
    private final Path keys;

    /** @param register it has filled the register before */
    DemonstrationCertificates(
            DemonstrationRegister register,
            CertificateDesk desk,
            Certificates certificates,
            JdbcClient jdbc,
            @Value("${antin.sign.keys:}") String keys) {
        this.desk = desk;
        this.certificates = certificates;
        this.jdbc = jdbc;
        this.keys = Path.of(keys);
    }

    @Override
    public void afterPropertiesSet() throws IOException {
        for (var it : named("person", "full_name")) {
            enter(keys.resolve("people"), new Holder.Person(new PersonId(it.id()), it.name()));
        }
        for (var it : named("agency", "name")) {
            enter(keys.resolve("agencies"), new Holder.Body(new AgencyId(it.id()), it.name()));
        }
    }

    private record Named(String id, String name) {}

    private List<Named> named(String table, String name) {
        return jdbc.sql("select id, " + name + " from " + table)
                .query((row, n) -> new Named(row.getString(1), row.getString(2)))
                .list();
    }

    private void enter(Path folder, Holder holder) throws IOException {
        Path file = folder.resolve(holder.id() + ".pem");
        if (!Files.isRegularFile(file)) {
            return;
        }
        var certificate = CertificateDesk.read(Files.readAllBytes(file));
        if (certificates.find(Certificates.digest(certificate)).isEmpty()) {
            desk.enter(certificate, holder, Optional.empty(), "", "system");
        }
    }
}
