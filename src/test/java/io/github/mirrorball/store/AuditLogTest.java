package io.github.mirrorball.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.mirrorball.league.AuditLog;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

@OnBothDatabases
class AuditLogTest {

    @AutoClose
    private final League league;

    private final AuditLog audit;

    AuditLogTest(Backend backend) {
        league = new League(backend);
        audit = league.store.auditLog();
    }

    @Test
    void entriesComeBackNewestFirstAndPageByPage() {
        long season = league.season();
        long other = league.season();
        IntStream.rangeClosed(1, 5).forEach(each -> audit.note(season, entry("change " + each)));
        audit.note(other, entry("elsewhere"));

        assertThat(audit.size(season)).isEqualTo(5);
        assertThat(audit.entries(season, 0, 2)).containsExactly(entry("change 5"), entry("change 4"));
        assertThat(audit.entries(season, 4, 2)).containsExactly(entry("change 1"));
        assertThat(audit.entries(season, 5, 2)).isEmpty();
    }

    @Test
    void anEntryGoesWithTheChangeThatFailed() {
        long season = league.season();
        assertThatThrownBy(() -> league.store.transactions().inOne(() -> {
                    audit.note(season, entry("never"));
                    throw new IllegalStateException("undone");
                }))
                .hasMessage("undone");

        assertThat(audit.size(season)).isZero();
    }

    @Test
    void theLogGoesWithItsSeason() {
        long season = league.season();
        audit.note(season, entry("change"));
        league.store.seasons().remove(season);

        assertThat(audit.size(season)).isZero();
        assertThat(audit.entries(season, 0, 10)).isEmpty();
    }

    private AuditLog.Entry entry(String what) {
        return new AuditLog.Entry(league.clock.instant(), League.HOST, what, "", "{\"openLeadHours\": 72} 💃");
    }
}
