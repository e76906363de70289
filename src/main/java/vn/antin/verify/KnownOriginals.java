package vn.antin.verify;

import java.util.Optional;
import vn.antin.archive.ArchivedOriginal;
import vn.antin.kernel.Content;
import vn.antin.kernel.LookupCode;
import vn.antin.kernel.Sha256;

/** The originals that this installation keeps. */
interface KnownOriginals {
    Optional<ArchivedOriginal> byDigest(Sha256 digest);

    Optional<ArchivedOriginal> byCode(LookupCode code);

    Content read(Sha256 digest);
}
