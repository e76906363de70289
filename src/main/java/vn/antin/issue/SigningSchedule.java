package vn.antin.issue;

import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.scheduling.annotation.EnableScheduling;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Looks once a second for signatures whose next step is due; after a restart it finds those from before. */
@Component
@EnableScheduling
@ConditionalOnWebApplication
class SigningSchedule {
    private final SigningDesk desk;
    private final RemotePapers papers;

    SigningSchedule(SigningDesk desk, RemotePapers papers) {
        this.desk = desk;
        this.papers = papers;
    }

    @Scheduled(fixedDelayString = "${antin.sign.look-every:1s}")
    void look() {
        desk.workOnAll();
        papers.lookAfterAll();
    }
}
