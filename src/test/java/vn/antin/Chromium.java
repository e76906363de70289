package vn.antin;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.CheckedNode;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.Response;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** The browser installed on this machine, and the people who sit before it. */
final class Chromium implements AutoCloseable {
    private static final List<String> NAMES = List.of("chromium", "chromium-browser", "google-chrome");
    private static final int DESK = 1280;
    private static final int TELEPHONE = 320;

    private final Playwright playwright;
    private final Browser browser;
    private String address = "about:blank";
    private final List<Person> people = new ArrayList<>();

    Chromium() {
        playwright = Playwright.create(
                new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        browser = playwright
                .chromium()
                .launch(new BrowserType.LaunchOptions()
                        .setExecutablePath(executable())
                        .setArgs(List.of(
                                "--headless",
                                "--no-sandbox",
                                "--disable-gpu",
                                "--disable-quic",
                                "--no-first-run",
                                "--disable-background-networking",
                                "--disable-component-update",
                                "--disable-sync")));
    }

    private static Path executable() {
        return Arrays.stream(System.getenv("PATH").split(File.pathSeparator))
                .flatMap(folder -> NAMES.stream().map(name -> Path.of(folder, name)))
                .filter(Files::isExecutable)
                .findFirst()
                .orElseThrow(() ->
                        new IllegalStateException("Chromium is not installed; src/test/peers/install.sh installs it"));
    }

    /** Where the paths that people open begin. */
    void visits(String address) {
        this.address = address;
    }

    /** Someone with a browser of their own: no cookie shared with anyone. */
    Person somebody() {
        var person = new Person(browser.newContext(new Browser.NewContextOptions()
                .setBaseURL(address)
                .setLocale("vi-VN")
                .setViewportSize(DESK, 900)));
        people.add(person);
        return person;
    }

    /** Whatever went wrong unseen on any page since the last call: script errors, refused content, missing parts. */
    List<String> troubles() {
        var all = people.stream().flatMap(it -> it.troubles.stream()).toList();
        people.forEach(it -> it.troubles.clear());
        return all;
    }

    @Override
    public void close() {
        browser.close();
        playwright.close();
    }

    /** One person at one browser window. */
    static final class Person {
        private final BrowserContext browser;
        private final List<String> troubles = new ArrayList<>();
        private final List<Pattern> expected = new ArrayList<>();
        private final Page page;

        private Person(BrowserContext browser) {
            this.browser = browser;
            browser.setDefaultTimeout(30_000);
            // Policy violations (CSP) come as console errors too.
            browser.onConsoleMessage(message -> {
                if (message.type().equals("error") && !message.text().startsWith("Failed to load resource")) {
                    troubles.add(message.page().url() + " console: " + message.text());
                }
            });
            browser.onWebError(error -> troubles.add(error.page().url() + " script: " + error.error()));
            browser.onResponse(this::watch);
            page = browser.newPage();
        }

        // A page that is itself a refusal is looked at by the test; a picture or script that is refused is seen by
        // nobody.
        private void watch(Response response) {
            if (response.status() >= 400 && !response.request().isNavigationRequest()) {
                String what = response.status() + " " + response.url();
                if (expected.stream().noneMatch(it -> it.matcher(what).find())) {
                    troubles.add(what);
                }
            }
        }

        /** From now on an answer such as {@code 403 …/tu-luu} is no trouble. */
        void expects(String answer) {
            expected.add(Pattern.compile(answer));
        }

        Page page() {
            return page;
        }

        /** Another tab of the same browser. */
        Page tab() {
            return browser.newPage();
        }

        void forgetSession() {
            browser.clearCookies();
        }

        Page opens(String path) {
            page.navigate(path);
            return page;
        }

        /** Pictures of the page as on a desk and on a telephone, where nothing may stick out to the side. */
        void looksAt(String name) {
            picture(name, DESK);
            picture(name, TELEPHONE);
            isAccessible(name);
            page.setViewportSize(DESK, 900);
        }

        /** By the rules of WCAG 2.2, levels A and AA, that a program can judge. */
        private void isAccessible(String name) {
            // In one page without frames there is no need of the second tab that the other mode opens.
            var violations = new AxeBuilder(page)
                    .setLegacyMode(true)
                    .withTags(List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"))
                    .analyze()
                    .getViolations();
            assertThat(violations)
                    .as("accessibility of %s", name)
                    .extracting(it -> it.getId() + ": "
                            + it.getNodes().stream().map(CheckedNode::getHtml).toList())
                    .isEmpty();
        }

        private void picture(String name, int width) {
            page.setViewportSize(width, width == DESK ? 900 : 640);
            assertThat(
                            page.evaluate(
                                    "() => [...document.querySelectorAll('body *')].filter(it =>"
                                            + " it.getBoundingClientRect().right > innerWidth + 1 && !it.closest('.scroll, pre')"
                                            + " && getComputedStyle(it).position !== 'absolute').map(it => it.outerHTML.slice(0, 120))"))
                    .as("what sticks out of %s at %d px", name, width)
                    .isEqualTo(List.of());
            assertThat(page.evaluate("() => document.documentElement.scrollWidth"))
                    .as("width of %s", name)
                    .isEqualTo(width);
            page.screenshot(new Page.ScreenshotOptions()
                    .setFullPage(true)
                    .setPath(Path.of("target", "screenshots", name + "-" + width + ".png")));
        }

        /** The element that has the keyboard, by its id. */
        String focus() {
            return String.valueOf(page.evaluate("() => document.activeElement.id"));
        }
    }
}
