package io.github.mirrorball.discord.command;

import io.github.mirrorball.discord.route.Reply;
import io.github.mirrorball.discord.route.Request;
import io.github.mirrorball.discord.view.Markdown;
import io.github.mirrorball.league.Draft;
import io.github.mirrorball.show.Ask;
import io.github.mirrorball.show.AskKind;
import io.github.mirrorball.show.Contestant;
import io.github.mirrorball.show.Episode;
import io.github.mirrorball.show.Fault;
import io.github.mirrorball.show.Result;
import io.github.mirrorball.show.Season;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import net.dv8tion.jda.api.components.label.Label;
import net.dv8tion.jda.api.components.selections.StringSelectMenu;
import net.dv8tion.jda.api.components.textinput.TextInput;
import net.dv8tion.jda.api.components.textinput.TextInputStyle;
import net.dv8tion.jda.api.modals.Modal;

/** The form for an episode's result: the same whatever the episode asks, filled in with what is known. */
final class ResultForm {

    static final String PATH = "result-form";
    private static final String ELIMINATED = "eliminated";
    private static final String WITHDREW = "withdrew";
    private static final String MARKS = "marks";
    private static final String PLACEMENTS = "placements";
    private static final String ANSWERS = "answers";
    private static final int TITLE = 45;
    private static final int MENU_LABEL = 100;

    private final Request request;
    private final Season season;
    private final Episode episode;
    private final List<Contestant> contestants;
    private final List<Ask> questions;

    ResultForm(Request request, Season season, Episode episode) {
        this.request = request;
        this.season = season.asEntered();
        this.episode = episode;
        this.contestants = this.season.inAt(episode);
        this.questions = Stream.concat(episode.asks().stream(), season.asks().stream())
                .filter(ask -> ask.kind() == AskKind.CUSTOM)
                .toList();
    }

    /** The form, filled in with what was entered last, whether that has taken effect or not. */
    Reply open() {
        return open(season.version(episode.number()), season.result(episode.number()), Optional.empty());
    }

    /** The form, filled in with a result and the host's own words where there are any. */
    Reply open(int base, Result known, Optional<Draft.Typed> typed) {
        String marks = typed.map(Draft.Typed::marks).orElseGet(() -> MarksText.written(contestants, known.marks()));
        String places = typed.map(Draft.Typed::placements)
                .orElseGet(() -> MarksText.written(season.cast(), known.placements()));
        List<Label> fields = new ArrayList<>();
        if (!contestants.isEmpty()) {
            fields.add(
                    menu(ELIMINATED, known.eliminated().map(ResultForm::leavers).orElse(List.of()), true));
            fields.add(menu(WITHDREW, known.withdrew(), false));
        }
        fields.add(text(MARKS, marks));
        fields.add(text(PLACEMENTS, places));
        if (!questions.isEmpty()) {
            fields.add(text(
                    ANSWERS,
                    typed.map(Draft.Typed::answers).orElseGet(() -> AnswersText.written(questions, known.answers()))));
        }
        String id = PATH + ":" + season.id() + ":" + episode.number() + ":" + base;
        String title = Markdown.cut(Lookup.plain(request, episode), TITLE);
        return new Reply.Form(Modal.create(id, title).addComponents(fields).build());
    }

    private static List<String> leavers(List<String> eliminated) {
        return eliminated.isEmpty() ? List.of(Contestant.NO_ONE) : eliminated;
    }

    private Label menu(String field, Collection<String> chosen, boolean withNoOne) {
        StringSelectMenu.Builder menu = StringSelectMenu.create(field)
                .setRequired(false)
                .setMinValues(0)
                .setPlaceholder(request.words().text("form." + field + ".hint"));
        contestants.forEach(who -> menu.addOption(Markdown.cut(Markdown.plain(who.label()), MENU_LABEL), who.id()));
        if (withNoOne) {
            menu.addOption(request.words().text("outcome.none"), Contestant.NO_ONE);
        }
        menu.setMaxValues(menu.getOptions().size());
        menu.setDefaultValues(chosen.stream().filter(value -> has(menu, value)).toList());
        return Label.of(request.words().text("form." + field), menu.build());
    }

    private static boolean has(StringSelectMenu.Builder menu, String value) {
        return menu.getOptions().stream().anyMatch(option -> option.getValue().equals(value));
    }

    private Label text(String field, String value) {
        TextInput.Builder input = TextInput.create(field, TextInputStyle.PARAGRAPH)
                .setRequired(false)
                .setPlaceholder(request.words().text("form." + field + ".hint"))
                .setMaxLength(TextInput.MAX_VALUE_LENGTH);
        if (!value.isBlank()) {
            input.setValue(Markdown.cut(value, TextInput.MAX_VALUE_LENGTH));
        }
        return Label.of(request.words().text("form." + field), input.build());
    }

    /** What was sent, read. */
    ResultEntry read() {
        List<String> left = request.fieldChoices(ELIMINATED);
        Draft.Typed typed = new Draft.Typed(request.field(MARKS), request.field(PLACEMENTS), request.field(ANSWERS));
        boolean hasSaid = !left.isEmpty() || !asksWhoLeaves();
        List<Fault> faults = new ArrayList<>();
        if (left.size() > 1 && left.contains(Contestant.NO_ONE)) {
            faults.add(Fault.at("", "form.noOneAndSomeone"));
        }
        List<String> people = left.size() == 1 && left.contains(Contestant.NO_ONE) ? List.of() : left;
        return read(hasSaid ? Optional.of(people) : Optional.empty(), request.fieldChoices(WITHDREW), typed, faults);
    }

    /** A draft with other text, read again. */
    ResultEntry read(Draft draft, Draft.Typed typed) {
        Optional<List<String>> left = draft.result().eliminated();
        List<Fault> faults = new ArrayList<>();
        if (left.filter(people -> people.contains(Contestant.NO_ONE)).isPresent()) {
            faults.add(Fault.at("", "form.noOneAndSomeone"));
        }
        return read(left, draft.result().withdrew(), typed, faults);
    }

    private ResultEntry read(
            Optional<List<String>> left, List<String> withdrew, Draft.Typed typed, List<Fault> faults) {
        MarksText reader = new MarksText(season.cast(), request.words().locale());
        AnswersText answers = new AnswersText(questions);
        Optional<Map<String, List<BigDecimal>>> marks = reader.marks(typed.marks());
        Map<String, Integer> places = reader.placements(typed.placements());
        Result result = new Result(
                told(left, reader.eliminated(), faults),
                told(Optional.of(withdrew), reader.withdrew(), faults).orElse(List.of()),
                marks,
                places,
                answers.read(typed.answers()));
        faults.addAll(reader.faults());
        faults.addAll(answers.faults());
        return new ResultEntry(result, typed, faults, reader.ofScores(), reader.ofPlaces());
    }

    /** Who left: as chosen, or where nobody was, as the rows of a table say. */
    private Optional<List<String>> told(Optional<List<String>> chosen, Set<String> rows, List<Fault> faults) {
        List<String> people = chosen.orElse(List.of());
        if (rows.isEmpty() || people.containsAll(rows)) {
            return chosen;
        }
        if (!people.isEmpty()) {
            faults.add(Fault.at("", "form.rowsDiffer", names(rows), names(people)));
            return chosen;
        }
        return Optional.of(List.copyOf(rows));
    }

    private String names(Collection<String> people) {
        return people.stream()
                .map(who -> season.contestant(who).map(Contestant::name).orElse(who))
                .collect(Collectors.joining(", "));
    }

    /** An episode that does not ask who leaves need not be told that nobody did. */
    private boolean asksWhoLeaves() {
        return episode.asks().stream().anyMatch(ask -> ask.kind() == AskKind.ELIMINATION);
    }
}
