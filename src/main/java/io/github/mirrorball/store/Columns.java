package io.github.mirrorball.store;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.stream.Stream;
import org.jdbi.v3.core.argument.Argument;

/**
 * Values that JDBC has no plain setter or getter for. Times go as {@code java.time} objects and never as {@code java.sql.Timestamp},
 * which passes through the machine's own zone and shifts whatever falls into one of its DST changes.
 */
final class Columns {

    private Columns() {}

    static Argument at(Instant instant) {
        return at(Optional.of(instant));
    }

    /** Both databases keep microseconds; cutting here makes them agree. */
    static Argument at(Optional<Instant> instant) {
        Optional<OffsetDateTime> time =
                instant.map(each -> each.truncatedTo(ChronoUnit.MICROS).atOffset(ZoneOffset.UTC));
        return (position, statement, context) -> set(statement, position, time, Types.TIMESTAMP_WITH_TIMEZONE);
    }

    static Argument at(LocalDateTime local) {
        return (position, statement, context) -> statement.setObject(position, local);
    }

    static Argument local(Optional<LocalDateTime> local) {
        return (position, statement, context) -> set(statement, position, local, Types.TIMESTAMP);
    }

    static Argument text(Optional<String> text) {
        return (position, statement, context) -> set(statement, position, text, Types.VARCHAR);
    }

    static Argument id(OptionalLong id) {
        Optional<Long> boxed = id.isPresent() ? Optional.of(id.getAsLong()) : Optional.empty();
        return (position, statement, context) -> set(statement, position, boxed, Types.BIGINT);
    }

    static Argument number(OptionalInt number) {
        Optional<Integer> boxed = number.isPresent() ? Optional.of(number.getAsInt()) : Optional.empty();
        return (position, statement, context) -> set(statement, position, boxed, Types.INTEGER);
    }

    /** Ids as an array, for {@code = ANY(…)}. */
    static Argument ids(Object[] ids) {
        return array("bigint", ids);
    }

    /** Texts as an array, for {@code = ANY(…)}. */
    static Argument texts(Object[] texts) {
        return array("varchar", texts);
    }

    /** A column of many rows, for {@code UNNEST}. */
    static Argument array(String type, Stream<?> values) {
        return array(type, values.toArray());
    }

    private static Argument array(String type, Object[] values) {
        return (position, statement, context) ->
                statement.setArray(position, statement.getConnection().createArrayOf(type, values));
    }

    static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }

    static Optional<Instant> instantIfAny(ResultSet row, String column) throws SQLException {
        return Optional.ofNullable(row.getObject(column, OffsetDateTime.class)).map(OffsetDateTime::toInstant);
    }

    static LocalDateTime local(ResultSet row, String column) throws SQLException {
        return row.getObject(column, LocalDateTime.class);
    }

    static Optional<LocalDateTime> localIfAny(ResultSet row, String column) throws SQLException {
        return Optional.ofNullable(row.getObject(column, LocalDateTime.class));
    }

    static Optional<String> textIfAny(ResultSet row, String column) throws SQLException {
        return Optional.ofNullable(row.getString(column));
    }

    static OptionalLong idIfAny(ResultSet row, String column) throws SQLException {
        long id = row.getLong(column);
        return row.wasNull() ? OptionalLong.empty() : OptionalLong.of(id);
    }

    static OptionalInt numberIfAny(ResultSet row, String column) throws SQLException {
        int number = row.getInt(column);
        return row.wasNull() ? OptionalInt.empty() : OptionalInt.of(number);
    }

    private static void set(PreparedStatement statement, int position, Optional<?> value, int type)
            throws SQLException {
        if (value.isPresent()) {
            statement.setObject(position, value.get());
        } else {
            statement.setNull(position, type);
        }
    }
}
