package vn.antin.archive;

import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Lazy;
import org.springframework.scheduling.annotation.EnableScheduling;
import org.springframework.scheduling.annotation.Scheduled;

/** Renewal runs by itself while the service runs; a command of the command line never starts it. */
@Configuration(proxyBeanMethods = false)
@EnableScheduling
@ConditionalOnWebApplication
@Lazy(false)
class RenewalSchedule {
    private final Renewal renewal;

    RenewalSchedule(Renewal renewal) {
        this.renewal = renewal;
    }

    @Scheduled(
            initialDelayString = "${antin.archive.renewal.first-after:PT5M}",
            fixedDelayString = "${antin.archive.renewal.every:PT1H}")
    void run() {
        renewal.run();
    }
}
