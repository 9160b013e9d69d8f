package io.github.mirrorball.discord.ballot;

import io.github.mirrorball.discord.route.AnswerRepair;
import io.github.mirrorball.discord.route.Reply;
import io.github.mirrorball.discord.view.EmojiFaults;
import io.github.mirrorball.league.Polls;
import io.github.mirrorball.league.ReplaceEmoji;
import io.github.mirrorball.poll.Outcome;
import io.github.mirrorball.poll.Poll;
import io.github.mirrorball.show.StoreFailure;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import net.dv8tion.jda.api.exceptions.ErrorResponseException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Puts letters in menus of ballots for the emoji that Discord did not take, and on the ballots themselves, for good. Thread-safe. */
public final class LetteredMenus implements AnswerRepair {

    private static final Logger LOG = LoggerFactory.getLogger(LetteredMenus.class);
    private static final Pattern BALLOT = Pattern.compile("pick:(\\d{1,18}):.*");

    private final Polls polls;
    private final ReplaceEmoji replaceEmoji;

    public LetteredMenus(Polls polls, ReplaceEmoji replaceEmoji) {
        this.polls = polls;
        this.replaceEmoji = replaceEmoji;
    }

    @Override
    public Optional<Reply.Message> repair(Reply.Message refused, ErrorResponseException why) {
        return EmojiFaults.in(refused.panels(), why)
                .map(faults -> new Reply.Message(faults.repaired(this::letters), refused.files()));
    }

    /** What stands for each outcome by now; nothing where that cannot be told. */
    private Map<String, String> letters(String menu, Set<String> outcomes) {
        Matcher ballot = BALLOT.matcher(menu);
        if (!ballot.matches()) {
            return Map.of();
        }
        long poll = Long.parseLong(ballot.group(1));
        try {
            replaceEmoji.on(poll, emoji(poll, outcomes));
            Map<String, String> letters = new HashMap<>();
            outcomes(poll).forEach(outcome -> letters.put(outcome.id(), outcome.emoji()));
            return letters;
        } catch (StoreFailure away) {
            LOG.warn("The ballot of poll {} keeps an emoji that Discord refuses: {}", poll, away.getMessage());
            return Map.of();
        }
    }

    private Set<String> emoji(long poll, Set<String> outcomes) {
        return outcomes(poll).stream()
                .filter(outcome -> outcomes.contains(outcome.id()))
                .map(Outcome::emoji)
                .collect(Collectors.toSet());
    }

    private List<Outcome> outcomes(long poll) {
        return polls.find(poll).map(Poll::outcomes).orElse(List.of());
    }
}
