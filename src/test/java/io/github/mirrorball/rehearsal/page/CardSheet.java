package io.github.mirrorball.rehearsal.page;

import io.github.mirrorball.discord.view.WorstCards;
import io.github.mirrorball.rehearsal.page.Tab.Look;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * Draws every card at its worst side by side, as the rehearsal's page draws messages, into {@code docs/cards.webp}. Not a test; run it when
 * cards look different.
 */
final class CardSheet {

    private static final int COLUMNS = 4;
    private static final int WIDTH = 460;

    private CardSheet() {}

    /**
     * Draws the sheet.
     *
     * @param arguments the file, a webp or png, and which kind of names: LATIN, CJK, RIGHT_TO_LEFT, MARKUP or EMOJI
     */
    public static void main(String[] arguments) throws IOException {
        Path file = Path.of(arguments.length == 0 ? "docs/cards.webp" : arguments[0]);
        try (OpenPage page = new OpenPage(Files.createTempDirectory("mirrorball-cards"));
                Chromium chromium = Chromium.start()) {
            List<String> cards = WorstCards.in(arguments.length < 2 ? "LATIN" : arguments[1]);
            draw(chromium, page.address(), cards, COLUMNS, file);
        }
        System.exit(0);
    }

    /** Draws messages, in JSON, side by side in so many columns. */
    static void draw(Chromium chromium, String address, List<String> cards, int columns, Path file) {
        int width = columns * WIDTH + 40;
        Look look = Look.ENGLISH.sized(width, 1000);
        int height;
        try (Tab tab = chromium.open(look).visit(address)) {
            height = lay(tab, cards, columns);
        }
        try (Tab tab = chromium.open(look.sized(width, height)).visit(address)) {
            lay(tab, cards, columns);
            tab.screenshot(file);
        }
    }

    /** Puts the cards in place of the page, and says how high they are. */
    private static int lay(Tab tab, List<String> cards, int columns) {
        return tab.value("""
                (async () => {
                  const {component} = await import('/components.js');
                  const sheet = document.createElement('div');
                  sheet.style.cssText = 'columns: %d; column-gap: 12px; padding: 16px; background: var(--ground, #313338)';
                  for (const card of [%s]) {
                    const cell = document.createElement('div');
                    cell.style.cssText = 'break-inside: avoid; padding-bottom: 12px';
                    for (const part of card.components) cell.append(component(part, {id: '1'}, {}));
                    sheet.append(cell);
                  }
                  document.body.replaceChildren(sheet);
                  document.documentElement.style.cssText = document.body.style.cssText = 'height: auto; overflow: visible; display: block';
                  await document.fonts.ready;
                  return Math.ceil(sheet.getBoundingClientRect().height);
                })()
                """.formatted(columns, String.join(",", cards))).asInt();
    }
}
