package vn.antin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.ConfigurableApplicationContext;
import vn.antin.agency.Agencies;
import vn.antin.sign.demo.SampleTimestampAuthority;

/** Outside the demonstration nothing of it is there, and what is missing or wrong is told in words. */
@ExtendWith(OutputCaptureExtension.class)
class ProductionTests {
    @TempDir
    Path home;

    @Test
    void startsWithNothingOfTheDemonstrationAndSaysWhatIsMissing(CapturedOutput told) {
        try (var service = start(WebApplicationType.SERVLET, "--server.port=0")) {
            assertThat(service.getBean(Agencies.class).all()).isEmpty();
            assertThat(service.getBeanProvider(SampleTimestampAuthority.class).getIfAvailable())
                    .isNull();
            for (String setting : new String[] {"antin.issue.pin-file", "antin.sign.keys", "antin.issue.agency"}) {
                assertThat(service.getEnvironment().getProperty(setting))
                        .as(setting)
                        .isNull();
            }
        }
        assertThat(told.getAll())
                .contains("CHƯA ĐẶT", "antin.sign.keys", "antin.trust.anchors", "antin.trust.timestamp-url")
                .doesNotContain("mat-khau-mau", "pham-thi-nga", "\tat ");
    }

    @Test
    void doesNotStartWithTheSampleAnchors(CapturedOutput told) {
        refused("--antin.trust.anchors=keys-sample/anchors");
        assertThat(told.getAll())
                .contains("trust.SAMPLE_ANCHOR_REFUSED", "chứng thư mẫu")
                .doesNotContain("\tat ");
    }

    @Test
    void saysWhichSettingIsWrong(CapturedOutput told) {
        refused("--antin.sign.keys=no/such/folder");
        assertThat(told.getAll())
                .contains("sign.SETTING_WRONG", "antin.sign.keys")
                .doesNotContain("\tat ");
    }

    @Test
    void saysThatItsFolderCannotBeUsed(CapturedOutput told) throws Exception {
        Path file = Files.createFile(home.resolve("tep"));
        home = file;
        refused("--server.port=0");
        assertThat(told.getAll()).contains("shell.HOME_UNUSABLE").doesNotContain("\tat ");
    }

    private void refused(String setting) {
        assertThatThrownBy(() -> start(WebApplicationType.NONE, setting).close())
                .isInstanceOf(Exception.class);
    }

    private ConfigurableApplicationContext start(WebApplicationType web, String setting) {
        return new SpringApplicationBuilder(AntinApplication.class)
                .web(web)
                .profiles("production")
                .run("--antin.home=" + home, setting);
    }
}
