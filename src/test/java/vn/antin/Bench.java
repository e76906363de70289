package vn.antin;

import java.nio.file.Path;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.springframework.beans.factory.config.BeanFactoryPostProcessor;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.core.env.MapPropertySource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.PlatformTransactionManager;

/** A few rooms on a workbench: the real database and the real rooms, without the house round them, in a second. */
public final class Bench {
    private Bench() {}

    /** Rooms by their packages; what nobody asks for is never made. */
    public static AnnotationConfigApplicationContext open(Path home, String... rooms) {
        var context = new AnnotationConfigApplicationContext();
        context.getEnvironment()
                .getPropertySources()
                .addFirst(new MapPropertySource("bench", java.util.Map.of("antin.home", home.toString())));
        context.register(Database.class, Surroundings.class);
        context.registerBean(
                PlatformTransactionManager.class, () -> new JdbcTransactionManager(context.getBean(DataSource.class)));
        context.registerBean(JdbcClient.class, () -> JdbcClient.create(context.getBean(DataSource.class)));
        context.scan(rooms);
        context.addBeanFactoryPostProcessor(lazily());
        context.refresh();
        Flyway.configure()
                .dataSource(context.getBean("writer", DataSource.class))
                .load()
                .migrate();
        return context;
    }

    private static BeanFactoryPostProcessor lazily() {
        return factory -> {
            for (String name : factory.getBeanDefinitionNames()) {
                factory.getBeanDefinition(name).setLazyInit(true);
            }
        };
    }
}
