package io.github.mirrorball.rehearsal.page;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Predicate;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionTimeoutException;

/** A tab of the browser, used as a person uses it: by real presses of the mouse and of keys, on what can be seen. */
final class Tab implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(10);

    /** The newest visible element that fits a selector and holds a text. */
    private static final String FINDER = """
            window.found = (css, text) => [...document.querySelectorAll(css)]
              .filter(one => one.checkVisibility({visibilityProperty: true}) && one.textContent.includes(text)).pop()
            """;

    /**
     * Brings an element under the mouse, and says where it is; nothing while it moves or something else is on top of it. What the next click
     * hits is noted, since a page that is alive may move between aiming and clicking.
     */
    private static final String AIM = """
            (async () => {
              const css = %s;
              const one = found(css, %s);
              if (!one || one.disabled) return null;
              one.scrollIntoView({block: 'center', inline: 'center', behavior: 'instant'});
              const before = one.getBoundingClientRect();
              await new Promise(later => setTimeout(later, 40));
              const box = one.getBoundingClientRect();
              const at = {x: box.x + Math.min(box.width / 2, 60), y: box.y + box.height / 2};
              const hit = document.elementFromPoint(at.x, at.y);
              const there = hit && (one.contains(hit) || hit.contains(one));
              if (!there || before.x !== box.x || before.y !== box.y) return null;
              window.hit = false;
              document.addEventListener('pointerdown', event => {
                window.hit = one.contains(event.target) || event.target.contains(one) || Boolean(event.target.closest(css));
              }, {once: true, capture: true});
              return at;
            })()
            """;

    private static final int CLICKS = 5;

    private static final Map<String, Integer> KEYS =
            Map.of("Enter", 13, "Escape", 27, "Tab", 9, "ArrowDown", 40, "ArrowUp", 38, " ", 32);

    private final Chromium browser;
    private final String session;
    private final String context;
    private final List<String> errors = new CopyOnWriteArrayList<>();
    private final List<String> requests = new CopyOnWriteArrayList<>();

    /** How the one at the page looks at it. */
    record Look(String language, int width, int height, boolean dark) {

        static final Look ENGLISH = new Look("en-US", 1360, 900, true);

        Look in(String other) {
            return new Look(other, width, height, dark);
        }

        Look light() {
            return new Look(language, width, height, false);
        }

        Look sized(int wide, int high) {
            return new Look(language, wide, high, dark);
        }

        Look phone() {
            return new Look(language, 360, 740, dark);
        }
    }

    Tab(Chromium browser, String session, String context) {
        this.browser = browser;
        this.session = session;
        this.context = context;
    }

    void begin(Look look) {
        ask("Page.enable");
        ask("Runtime.enable");
        ask("Network.enable");
        ask("Log.enable");
        ask(
                "Emulation.setDeviceMetricsOverride",
                object().put("width", look.width())
                        .put("height", look.height())
                        .put("deviceScaleFactor", 1)
                        .put("mobile", look.width() < 500));
        ObjectNode media = object();
        media.putArray("features")
                .addObject()
                .put("name", "prefers-color-scheme")
                .put("value", look.dark() ? "dark" : "light");
        media.withArray("features")
                .addObject()
                .put("name", "prefers-reduced-motion")
                .put("value", "reduce");
        ask("Emulation.setEmulatedMedia", media);
        ask("Emulation.setFocusEmulationEnabled", object().put("enabled", true));
        ask("Emulation.setTimezoneOverride", object().put("timezoneId", "Europe/Berlin"));
        String agent = browser.ask("", "Browser.getVersion", object())
                .path("userAgent")
                .asText();
        ask("Network.setUserAgentOverride", object().put("userAgent", agent).put("acceptLanguage", look.language()));
        ask("Page.addScriptToEvaluateOnNewDocument", object().put("source", FINDER));
    }

    void hear(String method, JsonNode told) {
        switch (method) {
            case "Runtime.exceptionThrown" ->
                errors.add(told.path("exceptionDetails").toString());
            case "Log.entryAdded" ->
                complain(told.path("entry"), "level", told.path("entry").toString());
            case "Runtime.consoleAPICalled" ->
                complain(told, "type", told.path("args").toString());
            case "Network.requestWillBeSent" ->
                requests.add(told.path("request").path("url").asText());
            default -> {}
        }
    }

    private void complain(JsonNode told, String field, String text) {
        if (List.of("error", "warning", "assert").contains(told.path(field).asText())) {
            errors.add(text);
        }
    }

    /** What the page complained about. */
    List<String> errors() {
        return List.copyOf(errors);
    }

    /** The addresses of everything that was asked for. */
    List<String> requests() {
        return List.copyOf(requests);
    }

    /** Opens the page and awaits that it is drawn. */
    Tab visit(String address) {
        ask("Page.navigate", object().put("url", address));
        await("document.documentElement?.dataset.ready === 'true'");
        return this;
    }

    JsonNode value(String script) {
        JsonNode answer = ask(
                "Runtime.evaluate",
                object().put("expression", script).put("awaitPromise", true).put("returnByValue", true));
        if (answer.has("exceptionDetails")) {
            throw new IllegalStateException(script + ": " + answer.path("exceptionDetails"));
        }
        return answer.path("result").path("value");
    }

    /** Returns once this is true. */
    void await(String script) {
        until("Boolean(" + script + ")", JsonNode::asBoolean);
    }

    private JsonNode until(String script, Predicate<JsonNode> isEnough) {
        try {
            return Awaitility.await()
                    .atMost(PATIENCE)
                    .pollDelay(Duration.ZERO)
                    .pollInterval(Duration.ofMillis(25))
                    .until(() -> valueOnceThere(script), isEnough);
        } catch (ConditionTimeoutException late) {
            throw new AssertionError(
                    "Never: " + script + "\non\n"
                            + value("document.body.innerText").asText(),
                    late);
        }
    }

    /** A page that is just being left answers nothing; the one after it is asked next. */
    private JsonNode valueOnceThere(String script) {
        try {
            return value(script);
        } catch (IllegalStateException failed) {
            if (String.valueOf(failed.getCause()).contains("Inspected target navigated")) {
                return MissingNode.getInstance();
            }
            throw failed;
        }
    }

    /** Returns once something that fits and holds this text can be seen. */
    Tab sees(String css, String text) {
        await("found(" + quoted(css) + ", " + quoted(text) + ")");
        return this;
    }

    Tab sees(String css) {
        return sees(css, "");
    }

    /** From now on every answer takes at least so long. */
    Tab behind(Duration latency) {
        ask(
                "Network.emulateNetworkConditions",
                object().put("offline", false)
                        .put("latency", latency.toMillis())
                        .put("downloadThroughput", -1)
                        .put("uploadThroughput", -1));
        return this;
    }

    /** The text of the newest one that fits. */
    String text(String css) {
        return value("found(" + quoted(css) + ", '').innerText").asText();
    }

    /** Presses the newest visible one that fits and holds this text, once it is there and free. */
    Tab click(String css, String text) {
        for (int tries = 0; tries < CLICKS; tries++) {
            press(until(AIM.formatted(quoted(css), quoted(text)), JsonNode::isObject));
            if (value("window.hit").asBoolean()) {
                return this;
            }
        }
        throw new AssertionError("It moves away from every click: " + css + " " + text);
    }

    private void press(JsonNode at) {
        for (String type : List.of("mouseMoved", "mousePressed", "mouseReleased")) {
            ask(
                    "Input.dispatchMouseEvent",
                    object().put("type", type)
                            .put("x", at.path("x").asDouble())
                            .put("y", at.path("y").asDouble())
                            .put("button", type.equals("mouseMoved") ? "none" : "left")
                            .put("clickCount", type.equals("mouseMoved") ? 0 : 1));
        }
    }

    Tab click(String css) {
        return click(css, "");
    }

    /** Presses a key where the focus is. */
    Tab press(String key) {
        for (String type : List.of("rawKeyDown", "keyUp")) {
            ObjectNode event = object().put("type", key.equals("Enter") && type.equals("rawKeyDown") ? "keyDown" : type)
                    .put("key", key)
                    .put("code", key.equals(" ") ? "Space" : key)
                    .put("windowsVirtualKeyCode", KEYS.getOrDefault(key, 0));
            if (key.equals("Enter")) {
                event.put("text", "\r");
            }
            ask("Input.dispatchKeyEvent", event);
        }
        return this;
    }

    /** Types where the focus is. */
    Tab type(String text) {
        ask("Input.insertText", object().put("text", text));
        return this;
    }

    /** Types over what stands in a field. */
    Tab fill(String css, String text) {
        click(css).value("document.activeElement.select()");
        return type(text);
    }

    /** Chooses an entry of a plain menu. */
    Tab choose(String css, String value) {
        value(
                "(() => { const one = found(%s, ''); one.value = %s; one.dispatchEvent(new Event('change', {bubbles: true})); })()"
                        .formatted(quoted(css), quoted(value)));
        return this;
    }

    /** Lets go of the page. */
    @Override
    public void close() {
        browser.close(context);
    }

    void screenshot(Path file) {
        String name = file.getFileName().toString();
        String data = ask("Page.captureScreenshot", object().put("format", name.substring(name.lastIndexOf('.') + 1)))
                .path("data")
                .asText();
        try {
            Files.write(file, Base64.getDecoder().decode(data));
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    static String quoted(String text) {
        return TextNode.valueOf(text).toString();
    }

    private JsonNode ask(String method) {
        return ask(method, object());
    }

    private JsonNode ask(String method, ObjectNode parameters) {
        return browser.ask(session, method, parameters);
    }

    private static ObjectNode object() {
        return Chromium.object();
    }
}
