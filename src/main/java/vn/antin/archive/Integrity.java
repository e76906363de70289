package vn.antin.archive;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import vn.antin.kernel.SelfCheck;
import vn.antin.kernel.SelfCheck.Fault;
import vn.antin.kernel.SelfCheck.Witness;

/** Proves everything kept here whole, room by room, and names every fault. Changes nothing. */
@Component
public class Integrity {
    private static final Logger LOG = LoggerFactory.getLogger(Integrity.class);

    private final List<SelfCheck> checks;

    Integrity(List<SelfCheck> checks) {
        this.checks =
                checks.stream().sorted(Comparator.comparing(SelfCheck::name)).toList();
    }

    public Report examine() {
        return examine((check, done, total, faults) -> {});
    }

    Report examine(Watcher watcher) {
        return new Report(checks.stream().map(it -> examine(it, watcher)).toList());
    }

    private static Result examine(SelfCheck check, Watcher watcher) {
        var seen = new Seen(check.name(), watcher);
        watcher.progress(check.name(), 0, 0, 0);
        try {
            check.check(seen);
        } catch (RuntimeException e) {
            // A store so broken that its check cannot even run is a fault like the others, and the other rooms'
            // checks go on.
            LOG.warn("The check of {} broke off", check.name(), e);
            seen.fault(new Fault("archive.BROKE_OFF", check.name()));
        }
        return new Result(check.name(), seen.done, seen.faults);
    }

    /** What all the checks found, by the checks' names. */
    public record Report(List<Result> checks) {
        public Report {
            checks = List.copyOf(checks);
        }

        public boolean whole() {
            return checks.stream().allMatch(it -> it.faults().isEmpty());
        }

        public List<Fault> faults() {
            return checks.stream().flatMap(it -> it.faults().stream()).toList();
        }
    }

    /**
     * What one check found.
     *
     * @param checked how many things were looked at
     */
    public record Result(String name, long checked, List<Fault> faults) {
        public Result {
            faults = List.copyOf(faults);
        }
    }

    /** Who follows a running examination. */
    interface Watcher {
        void progress(String check, long done, long total, int faults);
    }

    private static final class Seen implements Witness {
        private final String check;
        private final Watcher watcher;
        private final List<Fault> faults = new ArrayList<>();
        private long done;

        Seen(String check, Watcher watcher) {
            this.check = check;
            this.watcher = watcher;
        }

        @Override
        public void fault(Fault fault) {
            faults.add(fault);
        }

        @Override
        public void progress(long checked, long total) {
            done = checked;
            watcher.progress(check, checked, total, faults.size());
        }
    }
}
