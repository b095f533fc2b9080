package districtkg.web;

import com.deque.html.axecore.selenium.AxeBuilder;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.openqa.selenium.By;
import org.openqa.selenium.Dimension;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.interactions.Actions;
import org.openqa.selenium.support.ui.WebDriverWait;

/** A real browser without a window, that reaches nothing but this machine. */
public final class Browser implements AutoCloseable {
    static final Path CHROME = Path.of("/usr/bin/chromium");
    static final Path DRIVER = Path.of("/usr/bin/chromedriver");
    private static final Dimension DESK = new Dimension(1280, 900);
    private static final Dimension PHONE = new Dimension(390, 844);
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private static final String AXE = axe();
    private static final List<String> RULES =
            List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice");

    /** Only what is wrong is sent from the browser; a list of all that is right is far longer. */
    private static final String RUN_AXE =
            """
            const tell = arguments[arguments.length - 1];
            axe.run({
                runOnly: { type: "tag", values: arguments[0] },
                resultTypes: ["violations"],
            }).then(
                found => tell(found.violations.map(rule =>
                    rule.id + ": " + rule.nodes.slice(0, 3).map(node => node.html).join(", "))),
                fault => tell(String(fault)));
            """;

    private final ChromeDriver driver;

    public Browser() {
        ChromeOptions options = new ChromeOptions();
        options.setBinary(CHROME.toString());
        options.addArguments(
                "--headless",
                "--no-sandbox",
                "--disable-gpu",
                "--disable-quic",
                "--disable-dev-shm-usage",
                "--no-first-run",
                "--disable-background-networking",
                "--disable-component-update",
                "--disable-sync",
                "--force-prefers-reduced-motion",
                "--lang=en",
                "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1");
        driver =
                new ChromeDriver(
                        new ChromeDriverService.Builder()
                                .usingDriverExecutable(DRIVER.toFile())
                                .usingAnyFreePort()
                                .build(),
                        options);
        driver.manage().window().setSize(DESK);
        driver.manage().timeouts().scriptTimeout(Duration.ofMinutes(2));
    }

    private static String axe() {
        try (InputStream script = AxeBuilder.class.getResourceAsStream("/axe.min.js")) {
            return new String(script.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** Whether this machine has one; its absence fails where {@code REQUIRE_BROWSER} is set. */
    public static boolean isThere() {
        boolean there = Files.exists(CHROME) && Files.exists(DRIVER);
        if (!there && System.getenv("REQUIRE_BROWSER") != null) {
            throw new AssertionError(
                    "REQUIRE_BROWSER is set, but there is no " + CHROME + " or " + DRIVER);
        }
        return there;
    }

    public void open(String address) {
        driver.get(address);
    }

    public void dark(boolean dark) {
        driver.executeCdpCommand(
                "Emulation.setEmulatedMedia",
                Map.of(
                        "features",
                        List.of(
                                Map.of(
                                        "name",
                                        "prefers-color-scheme",
                                        "value",
                                        dark ? "dark" : "light"))));
    }

    /** Shows pages on a phone, whose width is less than that of the narrowest window, or a desk. */
    public void phone(boolean phone) {
        Dimension screen = phone ? PHONE : DESK;
        driver.executeCdpCommand(
                "Emulation.setDeviceMetricsOverride",
                Map.of(
                        "width",
                        screen.getWidth(),
                        "height",
                        screen.getHeight(),
                        "deviceScaleFactor",
                        1,
                        "mobile",
                        false));
    }

    /** Presses the mouse at one point of the window, moves it to another, and releases it. */
    public void drag(int fromX, int fromY, int toX, int toY) {
        new Actions(driver)
                .moveToLocation(fromX, fromY)
                .clickAndHold()
                .moveToLocation(toX, toY)
                .release()
                .perform();
    }

    /** Turns the scripts of pages on or off. */
    public void scripts(boolean run) {
        driver.executeCdpCommand("Emulation.setScriptExecutionDisabled", Map.of("value", !run));
    }

    public WebElement see(String css) {
        return new WebDriverWait(driver, PATIENCE)
                .until(
                        at ->
                                at.findElements(By.cssSelector(css)).stream()
                                        .filter(WebElement::isDisplayed)
                                        .findFirst()
                                        .orElse(null));
    }

    /** Waits until an element holds some words. */
    public String read(String css, String words) {
        return new WebDriverWait(driver, PATIENCE)
                .until(
                        at ->
                                at.findElements(By.cssSelector(css)).stream()
                                        .map(WebElement::getText)
                                        .filter(text -> text.contains(words))
                                        .findFirst()
                                        .orElse(null));
    }

    public List<String> all(String css) {
        return driver.findElements(By.cssSelector(css)).stream().map(WebElement::getText).toList();
    }

    public String address() {
        return String.valueOf(driver.getCurrentUrl());
    }

    public Object script(String script) {
        return driver.executeScript(script);
    }

    /** What the browser complained of: scripts that failed, what the policy blocked. */
    public List<String> complaints() {
        return driver.manage().logs().get("browser").getAll().stream()
                .map(entry -> entry.getMessage())
                .filter(message -> !message.contains("favicon"))
                .toList();
    }

    /** What axe finds against WCAG 2.2 AA: each rule with the first elements that break it. */
    public List<String> violations() {
        if (!Boolean.TRUE.equals(driver.executeScript("return 'axe' in window"))) {
            driver.executeScript(AXE);
        }
        Object found = driver.executeAsyncScript(RUN_AXE, RULES);
        if (!(found instanceof List<?> rules)) {
            throw new AssertionError("axe failed: " + found);
        }
        return rules.stream().map(String::valueOf).toList();
    }

    @Override
    public void close() {
        driver.quit();
    }
}
