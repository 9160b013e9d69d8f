package io.github.mirrorball.rehearsal.page;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mirrorball.stage.world.StageUser;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What messages look like in a real browser; skipped where no Chromium is installed. */
@Timeout(value = 2, unit = TimeUnit.MINUTES)
class DrawnInTheBrowserTest {

    @TempDir
    private static Path data;

    private static OpenPage page;
    private static Chromium chromium;
    private static Tab tab;

    @BeforeAll
    static void open() {
        Chromium.installedOrSkip();
        page = new OpenPage(data, ShortSeason.script());
        chromium = Chromium.start();
        tab = chromium.open(Tab.Look.ENGLISH).visit(page.address());
    }

    @AfterAll
    static void close() {
        if (page != null) {
            chromium.close();
            page.close();
        }
    }

    @ParameterizedTest
    @CsvSource(delimiterString = "=>", textBlock = """
            **bold** and *slanted* => <p><strong>bold</strong> and <em>slanted</em></p>
            ~~gone~~ __line__ `a*b*` => <p><s>gone</s> <u>line</u> <code>a*b*</code></p>
            -# small\\n## Head => <small class="subtext">small</small><h3 class="size-2">Head</h3>
            - one\\n- two => <ul><li>one</li><li>two</li></ul>
            > said\\n> so\\nand on => <blockquote><p>said<br>so</p></blockquote><p>and on</p>
            3. third => <ol start="3"><li>third</li></ol>
            \\*plain\\* <b>text</b> => <p>*plain* &lt;b&gt;text&lt;/b&gt;</p>
            ```\\na **b**\\n``` => <pre tabindex="0"><code>a **b**</code></pre>
            <@&1> and @everyone => <p><span class="mention">@unknown-role</span> and <span class="mention">@everyone</span></p>
            """)
    void textIsDrawnAsDiscordDrawsIt(String text, String expected) {
        String lines = text.replace("\\n", "\n").replace("\\*", "\\*");
        assertThat(drawn("(await import('/markdown.js')).markdown(%s).innerHTML".formatted(Tab.quoted(lines))))
                .isEqualTo(expected);
    }

    @Test
    void momentsAreInTheReadersTimeAndCountedFromTheShowClock() {
        long airs = 1_726_617_600L;
        assertThat(drawn("(await import('/markdown.js')).markdown('<t:%d:F> · <t:%d:R>').innerText"
                        .formatted(airs, airs)))
                .isEqualTo("Wednesday, September 18, 2024 at 2:00 AM · in 6 days");
    }

    @Test
    void aSpoilerIsHiddenUntilItIsPressed() {
        tab.value("""
                import('/markdown.js').then(m => {
                  const place = document.querySelector('#history');
                  place.prepend(m.markdown('Left: ||nobody at all||'));
                  place.scrollTop = 0;
                })""");
        assertThat(tab.value("getComputedStyle(document.querySelector('.spoiler > span')).visibility")
                        .asText())
                .isEqualTo("hidden");
        tab.click(".spoiler").sees(".revealed", "nobody at all");
    }

    @Test
    void everyKindOfComponentIsDrawn() {
        String message = """
                {"id": "5", "channel_id": "6", "shown": "2024-09-12T00:00:00Z", "author": {"id": "7", "username": "x", "bot": true},
                 "content": "", "components": [{"type": 17, "accent_color": 255, "components": [
                   {"type": 9, "components": [{"type": 10, "content": "Section"}],
                    "accessory": {"type": 2, "style": 4, "label": "Danger", "custom_id": "a"}},
                   {"type": 14, "divider": true, "spacing": 2}, {"type": 10, "content": "# Title"},
                   {"type": 12, "items": [{"media": {"url": "https://example.org/a.png"}, "description": "A race"}]},
                   {"type": 1, "components": [{"type": 2, "style": 5, "label": "Read", "url": "https://example.org/"}]},
                   {"type": 1, "components": [{"type": 3, "custom_id": "b", "placeholder": "Pick here",
                     "options": [{"label": "One", "value": "1", "description": "first"}]}]}]},
                   {"type": 17, "spoiler": true, "id": 3, "components": [{"type": 10, "content": "Secret"}]}]}
                """;
        String text = drawn("""
                (await import('/message.js')).renderMessage(%s, {commands: () => []}).textContent""".formatted(message));
        assertThat(text)
                .contains("Mirrorball", "Section", "Danger", "Title", "Read ↗", "Pick here", "first", "Spoiler");
        assertThat(text).doesNotContain("does not show");
    }

    @Test
    void nothingIsEverLoadedFromElsewhere() {
        assertThat(tab.requests()).isNotEmpty().allMatch(address -> address.startsWith(page.address() + "/"));
    }

    @Test
    void whatWasWrittenToSomeoneElseIsMarkedAtTheirNameUntilTheyReadIt() {
        StageUser alex = page.theatre().server().member("Alex");
        alex.say(alex.direct(), "Hello there");
        tab.sees("#people label:has(.dot)", "Alex").click("#people label", "Alex");
        tab.sees("#direct .unread", "Mirrorball").click("#direct button").sees(".message", "Hello there");
        tab.await("!document.querySelector('#direct .unread')");
    }

    @Test
    void aFileCanBeTakenHome() {
        StageUser host = page.theatre().host();
        String id = Long.toString(
                host.slash(page.theatre().hosts(), "season export").message().id());
        try (Tab other = chromium.open(Tab.Look.ENGLISH).visit(page.address())) {
            other.click("#people label", "Host").click("nav button", "hosts").sees("#channel", "hosts");
            other.sees(".message[data-id='" + id + "'] .file", ".json");
            String link = "document.querySelector(\".message[data-id='" + id + "'] .file\").href";
            assertThat(other.value("fetch(" + link + ").then(file => file.text())")
                            .asText())
                    .startsWith("{")
                    .contains("A short season");
        }
    }

    @Test
    void coloursAndLanguageCanBeSwitched() {
        try (Tab other = chromium.open(Tab.Look.ENGLISH).visit(page.address())) {
            String dark = other.value("getComputedStyle(document.body).backgroundColor")
                    .asText();
            other.choose("#theme", "light").choose("#language", "de").sees("nav h2", "Kanäle");
            assertThat(other.value("getComputedStyle(document.body).backgroundColor")
                            .asText())
                    .isNotEqualTo(dark)
                    .isEqualTo("rgb(255, 255, 255)");
            other.visit(page.address()).sees("nav h2", "Kanäle");
            assertThat(other.value("document.documentElement.lang").asText()).isEqualTo("de");
        }
    }

    private static String drawn(String expression) {
        return tab.value("(async () => " + expression + ")()").asText();
    }
}
