package io.github.mirrorball.rehearsal.page;

import io.github.mirrorball.rehearsal.page.Tab.Look;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Takes the README's pictures: plays season 33 in a Chromium to where there is something to see, and writes what is seen there as PNG files
 * into a directory. Not a test; run it when the page or the bot's messages look different.
 */
final class Screenshots {

    private static final Look LOOK = Look.ENGLISH.sized(1280, 860);
    private static final int WEEKS = 5;

    private final Path directory;
    private final OpenPage page;
    private final Chromium chromium;

    private Screenshots(Path directory, OpenPage page, Chromium chromium) {
        this.directory = directory;
        this.page = page;
        this.chromium = chromium;
    }

    /**
     * Takes them all.
     *
     * @param arguments the directory; {@code docs} if none is given
     */
    public static void main(String[] arguments) throws IOException {
        Path directory = Files.createDirectories(Path.of(arguments.length == 0 ? "docs" : arguments[0]));
        Path data = Files.createTempDirectory("mirrorball-screenshots");
        try (OpenPage page = new OpenPage(data);
                Chromium chromium = Chromium.start()) {
            new Screenshots(directory, page, chromium).take();
        }
        System.exit(0);
    }

    private void take() {
        try (Tab tab = chromium.open(LOOK).visit(page.address())) {
            for (int week = 1; week < WEEKS; week++) {
                tab.click("[data-control=week]").sees("#status", "Episode " + week + ":");
            }
            tab.click("[data-control=vote]").sees("#status", "fans voted");
            poll(tab);
            result(tab);
            form(tab);
        }
    }

    private void poll(Tab tab) {
        tab.click(".message .reaction").sees(".reaction[aria-pressed=true]");
        tab.click("#guide .close").value("document.activeElement.blur()");
        shoot(tab, "poll");
    }

    private void result(Tab tab) {
        tab.click("[data-control=end]").sees("[data-hint=result]", Integer.toString(WEEKS));
        tab.click("[data-control=result]").sees("#status", "The result of episode " + WEEKS);
        shoot(tab, "results");
    }

    private void form(Tab tab) {
        tab.click("[data-control=end]").sees("[data-hint=result]", Integer.toString(WEEKS + 1));
        tab.click("#people label", "Host")
                .sees("#people label:has(:checked)", "Host")
                .sees("#history:not([aria-busy])");
        tab.click("#composer .slash").type("result e").sees(".suggestions [aria-selected=true]", "/result enter");
        tab.press("Enter").sees(".anchor [role=option]", WEEKS + 1 + " · ");
        tab.click(".anchor [role=option]", WEEKS + 1 + " · ")
                .click(".command [type=submit]")
                .sees("#form h2");
        shoot(tab, "form");
    }

    private void shoot(Tab tab, String name) {
        tab.value("document.querySelector('#show').scrollTop = 0");
        tab.await("[...document.images].every(image => image.complete)");
        tab.screenshot(directory.resolve(name + ".png"));
    }
}
