package vn.antin;

import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.sql.DataSource;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.flyway.autoconfigure.FlywayDataSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Primary;
import org.springframework.jdbc.datasource.LazyConnectionDataSourceProxy;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteDataSource;

/**
 * The embedded database: one writer, several readers, every commit on the disk before it is acknowledged.
 *
 * <p>One connection writes, so that two writers wait for each other here and never meet SQLITE_BUSY; a transaction
 * marked read-only gets a reader's connection.
 */
@Configuration(proxyBeanMethods = false)
class Database {
    private static final int READERS = 4;

    @Bean
    @FlywayDataSource
    HikariDataSource writer(@Value("${antin.home}") Path home) {
        return pool(home, SQLiteConfig.TransactionMode.IMMEDIATE, 1, "writer");
    }

    @Bean
    HikariDataSource readers(@Value("${antin.home}") Path home) {
        var pool = pool(home, SQLiteConfig.TransactionMode.DEFERRED, READERS, "readers");
        pool.setConnectionInitSql("pragma query_only = true");
        return pool;
    }

    @Bean
    @Primary
    DataSource dataSource(HikariDataSource writer, HikariDataSource readers) {
        var routed = new LazyConnectionDataSourceProxy(writer);
        routed.setReadOnlyDataSource(readers);
        return routed;
    }

    private static HikariDataSource pool(Path home, SQLiteConfig.TransactionMode mode, int size, String name) {
        try {
            Files.createDirectories(home);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        var config = new SQLiteConfig();
        config.setJournalMode(SQLiteConfig.JournalMode.WAL);
        config.setSynchronous(SQLiteConfig.SynchronousMode.FULL);
        config.enforceForeignKeys(true);
        config.setBusyTimeout(10_000);
        config.setTransactionMode(mode);
        var sqlite = new SQLiteDataSource(config);
        sqlite.setUrl("jdbc:sqlite:" + home.resolve("antin.db"));
        var pool = new HikariDataSource();
        pool.setDataSource(sqlite);
        pool.setMaximumPoolSize(size);
        pool.setPoolName(name);
        return pool;
    }
}
