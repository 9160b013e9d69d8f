package io.github.mirrorball.discord.command;

import io.github.mirrorball.discord.route.Rejection;
import io.github.mirrorball.discord.route.Request;
import io.github.mirrorball.discord.view.Facts;
import io.github.mirrorball.discord.view.Markdown;
import io.github.mirrorball.discord.view.Panels;
import io.github.mirrorball.discord.view.Sign;
import io.github.mirrorball.discord.view.Wording;
import io.github.mirrorball.show.Episode;
import io.github.mirrorball.show.Fault;
import io.github.mirrorball.show.Season;
import io.github.mirrorball.show.typed.Doubt;
import java.util.ArrayList;
import java.util.List;
import net.dv8tion.jda.api.components.buttons.Button;
import net.dv8tion.jda.api.components.container.Container;
import net.dv8tion.jda.api.components.selections.StringSelectMenu;

/** What a host has typed as a result, shown as it was read; whatever can be read in several ways is asked by a menu. */
final class ResultPreview {

    /** The menu of a doubt: its draft and its place among the doubts. */
    static final String READ = "result-read";

    /** So many menus fit below what is told. */
    private static final int MOST_ASKED = 5;

    private static final int MENU_LABEL = 100;

    private final Request request;
    private final Season season;
    private final Episode episode;
    private final ResultEntry entry;

    ResultPreview(Request request, Season season, Episode episode, ResultEntry entry) {
        this.request = request;
        this.season = season;
        this.episode = episode;
        this.entry = entry;
    }

    /** @param faults all that stands against the result, doubts too */
    Container build(List<Fault> faults, long draft) {
        Button edit = Button.secondary("result-edit:" + draft, request.words().text("result.edit"));
        Panels panel = Panels.of(season.id())
                .headline(
                        Sign.RESULT, request.words().text("result.preview", Wording.episode(request.words(), episode)))
                .text(Facts.of(request.words(), season, entry.result()))
                .text(Facts.scores(request.words(), season, entry.result()));
        if (faults.isEmpty()) {
            return panel.row(
                            Button.success(
                                    "result-confirm:" + draft, request.words().text("result.confirm")),
                            edit)
                    .build();
        }
        List<Fault> others = new ArrayList<>(faults);
        entry.doubts().forEach(doubt -> others.remove(doubt.fault()));
        panel.part(new Rejection(others).text(request.words()));
        for (int i = 0; i < Math.min(MOST_ASKED, entry.doubts().size()); i++) {
            Doubt doubt = entry.doubts().get(i);
            panel.part(new Rejection(List.of(doubt.fault())).text(request.words()))
                    .row(menu(READ + ":" + draft + ":" + i, doubt));
        }
        return panel.row(edit).build();
    }

    private StringSelectMenu menu(String id, Doubt doubt) {
        StringSelectMenu.Builder menu =
                StringSelectMenu.create(id).setPlaceholder(request.words().text("result.read.hint"));
        for (int i = 0; i < doubt.readings().size(); i++) {
            String reading = doubt.readings().get(i);
            menu.addOption(
                    reading.isEmpty()
                            ? request.words().text("result.read.once")
                            : Markdown.cut(Markdown.plain(reading), MENU_LABEL),
                    Integer.toString(i));
        }
        return menu.build();
    }
}
