package vn.antin.issue;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.web.server.context.WebServerInitializedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import vn.antin.kernel.Refusal;

/**
 * Takes up every document on which work stopped between two steps that need nobody: when the service starts, and before
 * a data file is issued from the command line.
 */
@Component
class Resumption {
    private static final Logger LOG = LoggerFactory.getLogger(Resumption.class);

    private final OutgoingDesk desk;
    private final WholeRoad road;

    Resumption(OutgoingDesk desk, WholeRoad road) {
        this.desk = desk;
        this.road = road;
    }

    @EventListener(WebServerInitializedEvent.class)
    void takeUp() {
        for (Issuance it : desk.interrupted()) {
            if (it.stage() != Stage.SEALED && !road.canLead()) {
                continue;
            }
            try {
                road.lead(it.id());
                LOG.info("Document {} went on from stage {} to the archive", it.id(), it.stage());
            } catch (Refusal refused) {
                // It stays at the stage it reached and is taken up again at the next start, or by a person.
                LOG.warn(
                        "Document {} stays at stage {}: {}",
                        it.id(),
                        it.stage(),
                        refused.reason().key());
            }
        }
    }
}
