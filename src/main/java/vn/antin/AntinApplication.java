package vn.antin;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import vn.antin.shell.CommandDoor;

/** Starts the service ({@code serve}), or runs one command of the command line and ends. */
@SpringBootApplication
@ConfigurationPropertiesScan
public class AntinApplication {
    public static void main(String[] args) {
        if (args.length == 0 || args[0].equals("serve")) {
            SpringApplication.run(AntinApplication.class, args);
            return;
        }
        int status;
        try (var context = new SpringApplicationBuilder(AntinApplication.class)
                .web(WebApplicationType.NONE)
                .lazyInitialization(true)
                .run("--logging.level.vn.antin=WARN")) {
            status = context.getBean(CommandDoor.class).run(args);
        }
        System.exit(status);
    }
}
