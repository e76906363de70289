package vn.antin.shell;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.web.server.context.WebServerInitializedEvent;
import org.springframework.context.MessageSource;
import org.springframework.context.event.EventListener;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/** What the person who starts the service reads on the terminal: the address and, in the demonstration, the accounts. */
@Component
class Greeting {
    /** What an installation cannot do its work without; the demonstration brings its own. */
    private static final List<String> NEEDED =
            List.of("antin.sign.keys", "antin.trust.anchors", "antin.trust.timestamp-url");

    private static final Locale VIETNAMESE = Locale.forLanguageTag("vi");

    private final Optional<DemonstrationAccounts> demonstration;
    private final String publicAddress;
    private final Environment settings;
    private final MessageSource messages;

    Greeting(
            Optional<DemonstrationAccounts> demonstration,
            @Value("${antin.public-address}") String publicAddress,
            Environment settings,
            MessageSource messages) {
        this.settings = settings;
        this.messages = messages;
        this.demonstration = demonstration;
        this.publicAddress = publicAddress;
    }

    @EventListener
    void greet(WebServerInitializedEvent event) {
        var out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        out.println();
        out.println(
                "Ấn Tín đang chạy tại http://localhost:" + event.getWebServer().getPort());
        out.println("Địa chỉ in trên văn bản: " + publicAddress);
        demonstration.ifPresent(it -> {
            out.println("Tài khoản dùng thử (mật khẩu chung: " + it.password() + "; không có giá trị pháp lý):");
            for (var account : it.all()) {
                out.printf(
                        "  %-22s %-12s %s, %s%n", account.name(), account.role(), account.person(), account.agency());
            }
        });
        var missing = NEEDED.stream()
                .filter(it -> settings.getProperty(it, "").isBlank())
                .toList();
        if (demonstration.isEmpty() && !missing.isEmpty()) {
            out.println("CHƯA ĐẶT, nên chưa dùng được đầy đủ (xem src/docs/vi/quan-tri.md):");
            missing.forEach(it -> out.println("  " + messages.getMessage("missing." + it, null, VIETNAMESE)));
        }
        out.println("Dừng: Ctrl+C");
        out.println();
    }
}
