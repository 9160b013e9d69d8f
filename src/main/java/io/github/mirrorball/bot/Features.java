package io.github.mirrorball.bot;

import io.github.mirrorball.discord.ballot.GuessFeature;
import io.github.mirrorball.discord.ballot.PickFeature;
import io.github.mirrorball.discord.ballot.PollCache;
import io.github.mirrorball.discord.command.ClubCommand;
import io.github.mirrorball.discord.command.ClubLookup;
import io.github.mirrorball.discord.command.ContestantCommand;
import io.github.mirrorball.discord.command.DoctorCommand;
import io.github.mirrorball.discord.command.EmojiChoice;
import io.github.mirrorball.discord.command.EnterFromCard;
import io.github.mirrorball.discord.command.EpisodeCommand;
import io.github.mirrorball.discord.command.HelpCommand;
import io.github.mirrorball.discord.command.JokerCommand;
import io.github.mirrorball.discord.command.Lookup;
import io.github.mirrorball.discord.command.MeCommand;
import io.github.mirrorball.discord.command.ModerateCommand;
import io.github.mirrorball.discord.command.PollCommand;
import io.github.mirrorball.discord.command.PrivacyCommand;
import io.github.mirrorball.discord.command.RemindCommand;
import io.github.mirrorball.discord.command.ResultCommand;
import io.github.mirrorball.discord.command.ResultHistory;
import io.github.mirrorball.discord.command.ResultImport;
import io.github.mirrorball.discord.command.RulesCommand;
import io.github.mirrorball.discord.command.ScheduleCommand;
import io.github.mirrorball.discord.command.SeasonCommand;
import io.github.mirrorball.discord.command.SeasonTables;
import io.github.mirrorball.discord.command.SetUpGuide;
import io.github.mirrorball.discord.command.StandingsCommand;
import io.github.mirrorball.discord.command.TryHere;
import io.github.mirrorball.discord.command.Uploads;
import io.github.mirrorball.discord.command.WhyThesePoints;
import io.github.mirrorball.discord.route.DiscordTime;
import io.github.mirrorball.discord.route.Feature;
import io.github.mirrorball.discord.route.Sessions;
import io.github.mirrorball.discord.route.SteadyTime;
import io.github.mirrorball.discord.sample.Leftovers;
import io.github.mirrorball.discord.sample.Trials;
import io.github.mirrorball.discord.view.Illustrator;
import io.github.mirrorball.league.AddSeason;
import io.github.mirrorball.league.ChooseJoker;
import io.github.mirrorball.league.Diagnostics;
import io.github.mirrorball.league.DirectReminders;
import io.github.mirrorball.league.EditSeason;
import io.github.mirrorball.league.EnterResult;
import io.github.mirrorball.league.FanExport;
import io.github.mirrorball.league.JoinClub;
import io.github.mirrorball.league.Moderate;
import io.github.mirrorball.league.PollsByHand;
import io.github.mirrorball.store.Store;
import java.time.Clock;
import java.util.List;

/** The last part of the wiring: the use cases on the store, and the features on the use cases. */
final class Features {

    private final Store store;
    private final UseCases useCases;
    private final Illustrator illustrator;
    private final Runnable wake;
    private final Clock clock;
    private final DiscordTime time;
    private final SteadyTime computer;
    private final Sessions sessions;
    private final Trials trials;
    private final Leftovers leftovers;

    /** @param wake is run after a change by which something may have become due */
    Features(
            Store store,
            UseCases useCases,
            Illustrator illustrator,
            Runnable wake,
            Clock clock,
            DiscordTime time,
            SteadyTime computer,
            Sessions sessions,
            Trials trials,
            Leftovers leftovers) {
        this.store = store;
        this.useCases = useCases;
        this.illustrator = illustrator;
        this.wake = wake;
        this.clock = clock;
        this.time = time;
        this.computer = computer;
        this.sessions = sessions;
        this.trials = trials;
        this.leftovers = leftovers;
    }

    /** Everything that people can do, as the commands' page lists it. */
    List<Feature> all() {
        Lookup lookup = new Lookup(store.seasons(), store.polls(), clock);
        EmojiChoice choice = new EmojiChoice(useCases.emoji);
        PollCache pollCache = new PollCache(store.polls(), store.seasons(), store.changes());
        AddSeason addSeason =
                new AddSeason(store.transactions(), store.seasons(), useCases.agenda, store.auditLog(), wake, clock);
        EnterResult enterResult = new EnterResult(
                store.transactions(), store.seasons(), useCases.revealResult, store.auditLog(), wake, clock);
        EditSeason editSeason = new EditSeason(
                store.transactions(),
                store.seasons(),
                store.polls(),
                store.picks(),
                useCases.agenda,
                useCases.cardLost,
                useCases.scores,
                store.auditLog(),
                wake,
                clock);
        ChooseJoker chooseJoker = new ChooseJoker(
                store.transactions(), store.seasons(), store.polls(), store.fans(), store.jokers(), clock);
        ClubLookup clubs = new ClubLookup(store.clubs());
        PollsByHand byHand = new PollsByHand(
                store.transactions(),
                store.seasons(),
                store.polls(),
                useCases.agenda,
                useCases.scores,
                store.outbox(),
                store.gaps(),
                store.auditLog(),
                wake,
                clock);
        Uploads uploads = new Uploads();
        ResultImport resultImport = new ResultImport(lookup, enterResult, uploads);
        return List.of(
                new SeasonCommand(
                        lookup,
                        choice,
                        addSeason,
                        editSeason,
                        store.seasons(),
                        uploads,
                        resultImport,
                        new SeasonTables(store.polls(), store.picks(), store.fans(), store.standings()),
                        store.auditLog(),
                        store.fans()),
                new ContestantCommand(lookup, choice, editSeason),
                new EpisodeCommand(lookup, editSeason),
                new PollCommand(lookup, store.polls(), store.picks(), byHand),
                new ResultCommand(
                        lookup,
                        enterResult,
                        store.drafts(),
                        new ResultHistory(lookup, store.seasons(), store.corrections()),
                        resultImport),
                new EnterFromCard(lookup, store.cards()),
                new WhyThesePoints(
                        lookup, store.cards(), store.fans(), store.picks(), store.standings(), store.jokers()),
                new PickFeature(
                        pollCache, useCases.cast, store.polls(), store.picks(), store.fans(), wake, useCases.telemetry),
                new GuessFeature(pollCache, useCases.cast, store.picks(), store.fans(), useCases.telemetry),
                new StandingsCommand(lookup, clubs, store.standings(), store.fans(), illustrator),
                new MeCommand(
                        lookup,
                        store.fans(),
                        store.picks(),
                        store.polls(),
                        store.standings(),
                        store.jokers(),
                        store.doubts(),
                        illustrator),
                new JokerCommand(lookup, chooseJoker),
                new ClubCommand(clubs, new JoinClub(store.transactions(), store.clubs(), store.fans())),
                new ModerateCommand(lookup, clubs, store.fans(), moderate()),
                new ScheduleCommand(lookup, store.polls()),
                new RulesCommand(lookup),
                new RemindCommand(new DirectReminders(store.transactions(), store.fans(), store.optIns())),
                new PrivacyCommand(kept(), useCases.eraseFan, sessions),
                new DoctorCommand(
                        new Diagnostics(store.seasons(), store.polls(), store.troubles(), clock),
                        choice,
                        trials,
                        time,
                        computer),
                new TryHere(store.seasons(), trials, leftovers),
                new HelpCommand(),
                new SetUpGuide());
    }

    private Moderate moderate() {
        return new Moderate(
                store.transactions(),
                store.seasons(),
                store.clubs(),
                store.fans(),
                useCases.scores,
                store.outbox(),
                store.auditLog(),
                wake,
                clock);
    }

    private FanExport kept() {
        return new FanExport(
                store.transactions(),
                store.seasons(),
                store.polls(),
                store.picks(),
                store.fans(),
                store.standings(),
                store.clubs(),
                store.jokers(),
                store.optIns(),
                store.erasures(),
                store.auditLog());
    }
}
