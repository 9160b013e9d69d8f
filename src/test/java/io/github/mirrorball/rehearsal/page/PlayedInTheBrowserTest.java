package io.github.mirrorball.rehearsal.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A season played in a real browser, from the first pick to the finale; skipped where no Chromium is installed. */
@Timeout(value = 2, unit = TimeUnit.MINUTES)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class PlayedInTheBrowserTest {

    /** Slow enough that whoever is quick acts before the page has all that it asked for. */
    private static final Duration SLOW = Duration.ofMillis(700);

    @TempDir
    private static Path data;

    private static OpenPage page;
    private static Chromium chromium;

    private Tab tab;

    @BeforeAll
    static void open() {
        Chromium.installedOrSkip();
        page = new OpenPage(data, ShortSeason.script());
        chromium = Chromium.start();
    }

    @AfterAll
    static void close() {
        if (page != null) {
            chromium.close();
            page.close();
        }
    }

    @AfterEach
    void nothingWentWrong() {
        tab.close();
        assertThat(tab.errors()).isEmpty();
        assertThat(tab.requests()).isNotEmpty().allMatch(address -> address.startsWith(page.address() + "/"));
    }

    @Test
    @Order(1)
    void aWeekIsPlayedInEnglishByReactionMenuAndForm() {
        visit(Tab.Look.ENGLISH);
        tab.sees("#guide [aria-current]", "Pick").sees("#topic", "Where the season is played");
        tab.sees("#guide .intro", "the real bot").await("document.title.includes('without Discord')");

        pickByReaction("You", "🇦");
        pickByMenu("Robin", "Bea & Ben");
        guess("14");
        windToTheLock("Lock", "Result");
        tab.click("[data-control=end]").click("#guide [data-go='result']").click(".button.pointed");
        tab.sees("#form .real", "what really happened")
                .await("document.querySelector('#form textarea').value === 'Fay: 7 8\\nEva: 9 9'");
        tab.click("#form .real button").await("!document.querySelector('#form .choice :checked')");
        tab.click("#form .real button").await("document.querySelectorAll('#form .choice :checked').length === 2");
        confirmResult(1, "Ann", "Bea");
        tab.sees("#guide [aria-current]", "Standings");
        tab.click("nav button", "hosts").sees("#history:not([aria-busy])").behind(SLOW);
        tab.click("nav button", "ballroom").click("#guide [data-go]").sees("#history:not([aria-busy])");
        submitCommand();
        tab.sees(".message.private", "You").sees(".message.private", "fan-003").sees("#guide", "That was a week");
    }

    @Test
    @Order(2)
    void aWeekIsPlayedInGerman() {
        visit(Tab.Look.ENGLISH.in("de-DE"));
        tab.sees("nav h2", "Kanäle")
                .sees("#topic", "Hier wird die Staffel gespielt")
                .sees("#guide", "Das war eine Woche");

        page.director().on(Duration.ofDays(1));
        tab.click("[data-control=vote]").sees("#status", "10 Fans haben getippt");
        tab.click("[data-control=lock]").sees("#clock", "Dienstag, 24. September 2024");
        tab.click("[data-control=end]").sees("[data-hint=result]", "2");
        become("Host");
        tab.click("nav button", "hosts").sees("#channel", "hosts").sees("#history:not([aria-busy])");
        tab.click("#composer .slash").sees(".suggestions [role=option]", "/ergebnis eintragen");
        tab.click(".suggestions [role=option]", "/ergebnis eintragen").click(".anchor [role=option]", "2 · ");
        submitCommand();
        enterResult(2, "Cleo", "Dora", "Fay: 8 8\nEva: 9 10");
        theRaceIsShown();
        tab.click("#composer .slash").click(".suggestions [role=option]", "/rangliste");
        submitCommand();
        tab.sees(".origin .mention", "/rangliste");
    }

    @Test
    @Order(3)
    void theSeasonIsPlayedToItsFinaleByPressingAButton() {
        visit(Tab.Look.ENGLISH.light());
        tab.click("[data-control=week]").sees("#status", "Episode 3").sees("#progress", "3 of 3");
        tab.sees("#guide", "The season is over");
        tab.await("document.querySelector('[data-control=week]').disabled");
        tab.click("#guide .close").click("#show-guide").sees("#guide");
    }

    @Test
    @Order(4)
    void itIsStartedOverInEveryWindow() {
        visit(Tab.Look.ENGLISH);
        try (Tab other = chromium.open(Tab.Look.ENGLISH).visit(page.address())) {
            other.sees("#progress", "3 of 3");
            tab.sees("#guide", "The season is over").click("#guide .gold").click("#over .plain");
            tab.await("!document.querySelector('dialog[open]')");
            tab.click("#start-over").click("#over-sure").sees("#progress", "0 of 3");
            tab.sees("#guide .intro").sees(".message .reaction");
            other.sees("#progress", "0 of 3").sees(".message .reaction");
        }
    }

    @Test
    @Order(5)
    void whoeverEntersSomethingElseCanStillPlayTheSeasonToItsFinale() {
        visit(Tab.Look.ENGLISH);
        tab.click("[data-control=end]").sees("[data-hint=result]", "1");
        become("Host");
        tab.click("nav button", "hosts").sees("#history:not([aria-busy])").click("[data-key^='result-open']");
        tab.sees("#form .real").click("#form .field:nth-of-type(2) .choice", "Ann");
        tab.click("#form .field:nth-of-type(2) .choice", "Fay").click("#form [type=submit]");
        tab.click("[data-key^='result-confirm:']").sees("#progress", "1 of 3");
        tab.click("[data-control=week]").sees("#status", "Episode 2").sees("#status", "out already (Fay)");
        tab.click("[data-control=week]").sees("#status", "Episode 3").sees("#progress", "3 of 3");
    }

    private void visit(Tab.Look look) {
        tab = chromium.open(look).visit(page.address());
    }

    private void become(String name) {
        tab.click("#people label", name)
                .sees("#people label:has(:checked)", name)
                .sees("#history:not([aria-busy])");
    }

    private void pickByReaction(String fan, String letter) {
        become(fan);
        tab.click(".message .reaction", letter).sees(".message .reaction[aria-pressed=true]", letter + "2");
        tab.sees("#guide [aria-current]", "Lock");
    }

    private void pickByMenu(String fan, String outcome) {
        become(fan);
        tab.await("!document.querySelector('[aria-pressed=true]')");
        tab.click("[data-key^='ballot:']").click(".message.private .menu-button");
        tab.click(".message.private [role=option]", outcome).sees(".message.private .menu-button", outcome);
    }

    private void guess(String total) {
        tab.click("[data-key^='guess:']").fill("#form input", total).click("#form [type=submit]");
        tab.sees(".message.private", total);
    }

    private void windToTheLock(String from, String to) {
        tab.sees("#guide [aria-current]", from).click("#guide [data-go]").sees("[data-control=lock].pointed");
        tab.click("[data-control=lock]").sees("#guide [aria-current]", to).sees(".message", "locked");
    }

    /** Two left, which the host enters into the open form by clicks alone but for the marks. */
    private void enterResult(int episode, String one, String other, String marks) {
        String left = ".fields > .field:nth-of-type(2) .choice";
        tab.click(left, one).click(left, other).fill(".fields > .field:nth-of-type(4) textarea", marks);
        confirmResult(episode, one, other);
    }

    private void confirmResult(int episode, String one, String other) {
        tab.click("#form [type=submit]").click("[data-key^='result-confirm:']");
        tab.sees("#progress", Integer.toString(episode)).click("nav button", "ballroom");
        tab.await("[...document.querySelectorAll('.message:not(.private)')].some(message => "
                + "message.textContent.includes('" + one + "') && message.textContent.includes('" + other
                + "') && message.querySelector('.container'))");
    }

    private void theRaceIsShown() {
        String picture = "found('.message:not(.private) .picture img', '')";
        tab.await(picture + "?.complete && " + picture + ".naturalWidth > 100 && " + picture + ".alt.length > 20");
        tab.click(".message:not(.private) .picture")
                .sees("#picture p")
                .press("Escape")
                .await("!found('#picture', '')");
    }

    private void submitCommand() {
        tab.click(".command [type=submit]");
    }
}
