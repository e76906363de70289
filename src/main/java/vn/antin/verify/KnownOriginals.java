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

    /** What the public may know of its line of the register today: nothing of recipients or content. */
    Report.Registered facts(ArchivedOriginal original);
}
