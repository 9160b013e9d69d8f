package io.github.mirrorball.ops;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ShardsTest {

    /** From Discord's document: (id >> 22) % shards. */
    @ParameterizedTest
    @CsvSource({
        "197038439483310086, 1, 0",
        "197038439483310086, 2, 0",
        "197038439483310086, 16, 2",
        "4194303, 8, 0",
        "4194304, 8, 1",
        "33554432, 8, 0"
    })
    void aServerBelongsToTheShardThatItsIdNames(long server, int total, int shard) {
        assertThat(IntStream.range(0, total)
                        .filter(each -> Shards.one(each, total).includes(server)))
                .containsExactly(shard);
    }

    @Test
    void aRangeIncludesItsEnds() {
        Shards shards = new Shards(2, 4, 8);

        assertThat(IntStream.range(0, 8).filter(shard -> shards.includes((long) shard << 22)))
                .containsExactly(2, 3, 4);
        assertThat(shards.count()).isEqualTo(3);
    }

    @Test
    void aRangeMayBeEverything() {
        assertThat(Shards.ALL.isAll()).isTrue();
        assertThat(new Shards(0, 7, 8).isAll()).isTrue();
        assertThat(new Shards(0, 6, 8).isAll()).isFalse();
    }

    @Test
    void rangesMeetWhereAServerIsInBoth() {
        for (int total = 1; total <= 8; total++) {
            for (int otherTotal = 1; otherTotal <= 8; otherTotal++) {
                for (int shard = 0; shard < total; shard++) {
                    for (int other = 0; other < otherTotal; other++) {
                        Shards one = Shards.one(shard, total);
                        Shards two = Shards.one(other, otherTotal);
                        boolean shared = IntStream.range(0, total * otherTotal)
                                .mapToLong(each -> (long) each << 22)
                                .anyMatch(server -> one.includes(server) && two.includes(server));
                        assertThat(one.meets(two)).as(one + " and " + two).isEqualTo(shared);
                    }
                }
            }
        }
        assertThat(new Shards(0, 1, 4).meets(new Shards(4, 7, 8))).isTrue();
        assertThat(new Shards(0, 1, 4).meets(new Shards(2, 3, 8))).isFalse();
    }

    @ParameterizedTest
    @CsvSource({"-1, 0, 1", "1, 0, 2", "0, 2, 2", "0, 0, 0"})
    void whatIsNoRangeIsRefused(int first, int last, int total) {
        assertThatThrownBy(() -> new Shards(first, last, total)).isInstanceOf(IllegalArgumentException.class);
    }
}
