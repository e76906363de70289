package vn.antin.sign;

import vn.antin.kernel.Sha256;
import vn.antin.trust.TimestampAuthority;

/** For an office that can reach no time-stamping authority and has laid down {@link SignatureLevel#B_B}. */
final class Unstamped implements TimestampAuthority {
    @Override
    public byte[] stamp(Sha256 digest) {
        return new byte[0];
    }

    @Override
    public boolean stamps() {
        return false;
    }
}
