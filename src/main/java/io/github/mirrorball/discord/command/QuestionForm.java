package io.github.mirrorball.discord.command;

import io.github.mirrorball.discord.route.Rejection;
import io.github.mirrorball.discord.route.Reply;
import io.github.mirrorball.discord.route.Request;
import io.github.mirrorball.discord.view.Markdown;
import io.github.mirrorball.discord.view.Panels;
import io.github.mirrorball.show.Ask;
import io.github.mirrorball.show.AskKind;
import io.github.mirrorball.show.Episode;
import io.github.mirrorball.show.Fault;
import io.github.mirrorball.show.Season;
import java.util.List;
import java.util.Optional;
import net.dv8tion.jda.api.components.label.Label;
import net.dv8tion.jda.api.components.textinput.TextInput;
import net.dv8tion.jda.api.components.textinput.TextInputStyle;
import net.dv8tion.jda.api.modals.Modal;

/** The form for a question of a host's own. */
final class QuestionForm {

    static final String PATH = "poll-ask";
    private static final String QUESTION = "question";
    private static final String ANSWERS = "answers";
    private static final int LONGEST_ANSWERS = (Ask.LONGEST_ANSWER + 2) * Ask.MOST_ANSWERS;

    private QuestionForm() {}

    static Reply open(Request request, Season season, Episode episode, PollTerms terms) {
        TextInput question = TextInput.create(QUESTION, TextInputStyle.SHORT)
                .setPlaceholder(request.words().text("byhand.form.question.hint"))
                .setMaxLength(Ask.LONGEST_QUESTION)
                .build();
        TextInput answers = TextInput.create(ANSWERS, TextInputStyle.PARAGRAPH)
                .setPlaceholder(request.words().text("byhand.form.answers.hint"))
                .setMaxLength(LONGEST_ANSWERS)
                .build();
        String id = PATH + ":" + season.id() + ":" + episode.number() + ":" + terms.id();
        return new Reply.Form(Modal.create(id, request.words().text("byhand.form.title"))
                .addComponents(
                        Label.of(request.words().text("byhand.form.question"), question),
                        Label.of(request.words().text("byhand.form.answers"), answers))
                .build());
    }

    static Ask read(Request request, PollTerms terms) {
        List<String> answers = request.field(ANSWERS)
                .lines()
                .map(Markdown::plain)
                .filter(line -> !line.isEmpty())
                .toList();
        return new Ask(
                AskKind.CUSTOM,
                Optional.empty(),
                Optional.of(Markdown.plain(request.field(QUESTION))),
                answers,
                terms.worth());
    }

    /** What is wrong, and what was typed: a form that was sent cannot be opened again with it. */
    static Reply refused(Request request, Season season, List<Fault> faults) {
        return Reply.of(Panels.of(season.id())
                .text(new Rejection(faults).text(request.words()))
                .line()
                .text(request.words().text("byhand.form.typed"))
                .text(Markdown.escape(request.field(QUESTION)))
                .text(request.field(ANSWERS).lines().map(Markdown::escape).reduce("", (all, line) -> all + line + "\n"))
                .build());
    }
}
