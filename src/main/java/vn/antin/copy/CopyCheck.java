package vn.antin.copy;

import java.util.List;
import org.springframework.stereotype.Component;
import vn.antin.kernel.Refusal;
import vn.antin.kernel.SelfCheck;

/** Every copy that was made lies in the store with its digest. */
@Component
class CopyCheck implements SelfCheck {
    private static final int PAGE = 500;

    private final MadeCopies copies;
    private final CopyStore store;

    CopyCheck(MadeCopies copies, CopyStore store) {
        this.copies = copies;
        this.store = store;
    }

    @Override
    public String name() {
        return "copy";
    }

    @Override
    public void check(Witness witness) {
        String last = "";
        long done = 0;
        for (List<MadeCopy> page = copies.after(last, PAGE); !page.isEmpty(); page = copies.after(last, PAGE)) {
            for (MadeCopy it : page) {
                last = it.id().toString();
                try {
                    store.read(it.digest());
                } catch (Refusal refused) {
                    witness.fault(new Fault("copy.ALTERED", last, it.digest().hex()));
                }
                done++;
                witness.progress(done, done);
            }
        }
    }
}
