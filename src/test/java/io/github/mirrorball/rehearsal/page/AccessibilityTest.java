package io.github.mirrorball.rehearsal.page;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.mirrorball.rehearsal.page.Tab.Look;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The page's main states as axe-core and a keyboard see them; skipped where no Chromium is installed. */
@Timeout(value = 2, unit = TimeUnit.MINUTES)
class AccessibilityTest {

    private static final Look ENGLISH = Look.ENGLISH;
    private static final String SERIOUS = """
            axe.run(document, {resultTypes: ['violations']}).then(found => found.violations
              .filter(one => ['serious', 'critical'].includes(one.impact))
              .map(one => one.id + ': ' + one.nodes.map(node => node.target.join(' ') + ' ' + node.failureSummary).join('; ')))
            """;

    @TempDir
    private static Path data;

    private static OpenPage page;
    private static Chromium chromium;
    private static String axe;

    private Tab tab;

    @BeforeAll
    static void open() {
        Chromium.installedOrSkip();
        axe = axe();
        page = new OpenPage(data);
        page.director().week();
        chromium = Chromium.start();
    }

    private static String axe() {
        try (InputStream script = Objects.requireNonNull(AccessibilityTest.class.getResourceAsStream("/axe.min.js"))) {
            return new String(script.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    @AfterAll
    static void close() {
        if (page != null) {
            chromium.close();
            page.close();
        }
    }

    @AfterEach
    void thePageDidNotComplain() {
        tab.close();
        assertThat(tab.errors()).isEmpty();
    }

    static Stream<Look> looks() {
        return Stream.of(ENGLISH, ENGLISH.phone().light());
    }

    static Stream<Look> otherLooks() {
        return Stream.of(ENGLISH.light(), ENGLISH.in("de-DE").phone());
    }

    @ParameterizedTest
    @MethodSource("looks")
    void aChannelFullOfCardsHasNoSeriousFinding(Look look) {
        checkCards(look);
    }

    @Tag("long")
    @ParameterizedTest
    @MethodSource("otherLooks")
    void aChannelFullOfCardsHasNoSeriousFindingInOtherLooks(Look look) {
        checkCards(look);
    }

    private void checkCards(Look look) {
        visit(look);
        check();
        assertThat(tab.value("document.documentElement.scrollWidth").asInt()).isLessThanOrEqualTo(look.width());
    }

    @ParameterizedTest
    @MethodSource("looks")
    void menusFormsAndSuggestionsHaveNoSeriousFinding(Look look) {
        checkMenus(look);
    }

    @Tag("long")
    @ParameterizedTest
    @MethodSource("otherLooks")
    void menusFormsAndSuggestionsHaveNoSeriousFindingInOtherLooks(Look look) {
        checkMenus(look);
    }

    private void checkMenus(Look look) {
        visit(look);
        int replies = tab.value("document.querySelectorAll('.message.private').length")
                .asInt();
        tab.click("[data-key^='ballot:']").await("document.querySelectorAll('.message.private').length > " + replies);
        tab.click(".message.private .menu-button").sees(".message.private [role=option]");
        check();
        tab.press("Escape").click("#composer .slash").sees(".suggestions [role=option]");
        check();
        openResultForm(look);
        check();
    }

    @Test
    void theDrawersOfAPhoneHaveNoSeriousFinding() {
        visit(ENGLISH.phone());
        tab.click("#open-side").sees("#side #channels button");
        check();
        tab.press("Escape").click("#open-show").sees("#show [data-control=week]");
        check();
        tab.press("Escape").await("document.activeElement.id === 'open-show' && document.querySelector('#show').inert");
    }

    @Test
    void aFormTakesTheFocusAndGivesItBack() {
        visit(ENGLISH);
        become(ENGLISH, "Host");
        tab.click("#composer .slash")
                .type("result e")
                .sees(".suggestions [aria-selected=true]", "/result enter")
                .press("Enter")
                .sees(".anchor [role=option]")
                .press("Enter");
        tab.press("Enter").sees("#form h2").await("document.querySelector('#form').contains(document.activeElement)");
        tab.press("Escape").await("document.activeElement.id === 'say'");
    }

    @Test
    void aPickIsMadeByKeysAlone() {
        visit(ENGLISH);
        become(ENGLISH, "Kim");
        tab.value("document.querySelector('#say').focus()");
        tab.type("/pick")
                .sees(".suggestions [aria-selected=true]", "/pick")
                .press("Enter")
                .sees(".message.private .menu-button");
        tab.value("found('.message.private .menu-button', '').focus()");
        tab.press("Enter").await("document.activeElement.getAttribute('role') === 'option'");
        String chosen = tab.press("ArrowDown")
                .value("document.activeElement.textContent")
                .asText();
        tab.press("Enter").sees(".message.private .menu-button", chosen);
    }

    @Test
    void whatArrivesIsToldToThoseWhoListen() {
        visit(ENGLISH);
        tab.value("document.querySelector('#say').focus()");
        tab.type("Hello from the sofa").press("Enter");
        tab.await("document.querySelector('#news').textContent === 'You: Hello from the sofa'");
    }

    private void visit(Look look) {
        tab = chromium.open(look).visit(page.address());
        tab.sees(".message .reaction");
    }

    private void become(Look look, String name) {
        if (look.width() < 500) {
            tab.click("#open-side");
        }
        tab.click("#people label", name)
                .sees("#people label:has(:checked)", name)
                .sees("#history:not([aria-busy])");
        tab.press("Escape");
    }

    private void openResultForm(Look look) {
        tab.press("Escape");
        become(look, "Host");
        String command = look.language().startsWith("de") ? "/ergebnis eintragen" : "/result enter";
        tab.click("#composer .slash").click(".suggestions [role=option]", command);
        tab.click(".anchor [role=option]").click(".command [type=submit]").sees("#form h2");
    }

    private void check() {
        if (tab.value("typeof axe").asText().equals("undefined")) {
            tab.value(axe + "\n;0");
        }
        JsonNode found = tab.value(SERIOUS);
        assertThat(found).as(found.toPrettyString()).isEmpty();
    }
}
