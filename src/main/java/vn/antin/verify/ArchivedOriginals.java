package vn.antin.verify;

import java.util.Optional;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import vn.antin.archive.Archive;
import vn.antin.archive.ArchivedOriginal;
import vn.antin.kernel.Content;
import vn.antin.kernel.LookupCode;
import vn.antin.kernel.Sha256;

/** Those of the archive; it is opened only when it is asked, so that the command line needs no database. */
@Component
class ArchivedOriginals implements KnownOriginals {
    private final ObjectProvider<Archive> archive;

    ArchivedOriginals(ObjectProvider<Archive> archive) {
        this.archive = archive;
    }

    @Override
    public Optional<ArchivedOriginal> byDigest(Sha256 digest) {
        return archive.getObject().byDigest(digest);
    }

    @Override
    public Optional<ArchivedOriginal> byCode(LookupCode code) {
        return archive.getObject().byCode(code);
    }

    @Override
    public Content read(Sha256 digest) {
        return archive.getObject().read(digest);
    }
}
