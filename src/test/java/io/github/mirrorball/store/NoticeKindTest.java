package io.github.mirrorball.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mirrorball.outbox.Notice;
import java.time.Instant;
import java.util.List;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

class NoticeKindTest {

    private static final List<Notice> ONE_OF_EACH = List.of(
            new Notice.Locked(1, Instant.parse("2024-09-25T00:00:00Z")),
            new Notice.Resulted(1, 2, 3),
            new Notice.ResultRedacted(1, 2, 3),
            new Notice.CastChanged(1, OptionalInt.empty()),
            new Notice.ChangedByHand(4, Notice.ChangedByHand.Deed.REOPENED, Instant.parse("2024-09-25T00:00:00Z")),
            new Notice.Moved(1, List.of(4L, 5L)),
            new Notice.Reminder(1, Instant.parse("2024-09-25T00:00:00Z")),
            new Notice.DirectReminder(1, Instant.parse("2024-09-25T00:00:00Z"), 6),
            new Notice.Nudge(1, 2),
            new Notice.SeasonOpened(1),
            new Notice.Card(4),
            new Notice.CardChanged(4),
            new Notice.Seeds(4),
            new Notice.CardWithdrawn(4, 5, 6),
            new Notice.Event(7, 1, 2),
            new Notice.Greeting(7, 8, "pt-BR"));

    @Test
    void everyNoticeThatThereIsHasAKind() {
        assertThat(Notice.class.getPermittedSubclasses())
                .allMatch(type -> ONE_OF_EACH.stream().anyMatch(type::isInstance));
        assertThat(ONE_OF_EACH).extracting(NoticeKind::of).doesNotHaveDuplicates();
    }

    @Test
    void aNoticeComesBackFromItsText() {
        assertThat(ONE_OF_EACH).allSatisfy(notice -> {
            NoticeKind kind = NoticeKind.of(notice);
            assertThat(kind.notice(kind.ids(notice))).isEqualTo(notice);
        });
    }

    @Test
    void onlyWhatIsAboutOnePollNamesIt() {
        assertThat(ONE_OF_EACH)
                .extracting(notice ->
                        NoticeKind.poll(NoticeKind.of(notice).ids(notice)).isPresent())
                .containsExactly(
                        false, false, false, false, true, false, false, false, false, false, true, true, true, true,
                        false, false);
    }
}
