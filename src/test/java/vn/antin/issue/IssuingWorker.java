package vn.antin.issue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ApplicationContext;
import tools.jackson.databind.JsonNode;
import vn.antin.AntinApplication;
import vn.antin.kernel.AgencyId;
import vn.antin.kernel.PersonId;
import vn.antin.kernel.SelfCheck;
import vn.antin.template.Templates;

/**
 * A process made to be killed: takes up what was interrupted, proves everything whole, then issues letters until it dies.
 *
 * <p>Prints {@code FAULT …} for each fault found after taking up, {@code READY}, then {@code ACK <number> <SHA-256>} for
 * each document at the moment its archiving is acknowledged.
 */
public final class IssuingWorker {
    private IssuingWorker() {}

    public static void main(String[] words) {
        Path home = Path.of(words[0]);
        var rooms = new SpringApplicationBuilder(AntinApplication.class)
                .web(WebApplicationType.NONE)
                .lazyInitialization(true)
                .run("--antin.home=" + home, "--logging.level.vn.antin=WARN");
        rooms.getBean(Resumption.class).takeUp();
        faults(rooms).forEach(fault -> System.out.println("FAULT " + fault));
        System.out.println("READY");
        var desk = rooms.getBean(OutgoingDesk.class);
        var road = rooms.getBean(WholeRoad.class);
        JsonNode answers = rooms.getBean(Templates.class).named("cong-van").sample();
        var agency = new AgencyId("pgd-an-duong");
        while (true) {
            var id = desk.newDocument();
            desk.write(
                    id,
                    new OutgoingDesk.Draft(
                            agency, new PersonId("vu-manh-hung"), null, "cong-van", answers, true, "vu-manh-hung"));
            var original = road.lead(id);
            System.out.println("ACK " + original.entry().number().number() + " " + original.digest());
        }
    }

    /** What every room's check of itself finds. */
    static List<SelfCheck.Fault> faults(ApplicationContext rooms) {
        var faults = new ArrayList<SelfCheck.Fault>();
        var witness = new SelfCheck.Witness() {
            @Override
            public void fault(SelfCheck.Fault fault) {
                faults.add(fault);
            }

            @Override
            public void progress(long done, long total) {}
        };
        rooms.getBeansOfType(SelfCheck.class).values().forEach(it -> it.check(witness));
        return faults;
    }
}
