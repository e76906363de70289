package vn.antin.shell;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.web.server.context.WebServerInitializedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** What the person who starts the service reads on the terminal: the address and, in the demonstration, the accounts. */
@Component
class Greeting {
    private final Optional<DemonstrationAccounts> demonstration;
    private final String publicAddress;

    Greeting(Optional<DemonstrationAccounts> demonstration, @Value("${antin.public-address}") String publicAddress) {
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
        out.println("Dừng: Ctrl+C");
        out.println();
    }
}
