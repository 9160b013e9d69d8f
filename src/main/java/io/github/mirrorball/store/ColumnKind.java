package io.github.mirrorball.store;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.math.BigDecimal;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Types;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The kinds of columns that the schema has, and how a backup holds their values: the same text whichever database they come from. */
enum ColumnKind {
    NUMBER(Types.BIGINT, Long.class) {
        @Override
        @Nullable
        Object value(ResultSet row, int column) throws SQLException {
            // PostgreSQL's driver makes no Long of an INTEGER by itself.
            long number = row.getLong(column);
            return row.wasNull() ? null : number;
        }

        @Override
        void write(Object value, JsonGenerator to) throws IOException {
            to.writeNumber((Long) value);
        }

        @Override
        Object read(JsonParser json) throws IOException {
            return json.getLongValue();
        }
    },
    TRUTH(Types.BOOLEAN, Boolean.class) {
        @Override
        void write(Object value, JsonGenerator to) throws IOException {
            to.writeBoolean((Boolean) value);
        }

        @Override
        Object read(JsonParser json) throws IOException {
            return json.getBooleanValue();
        }
    },
    DECIMAL(Types.NUMERIC, BigDecimal.class) {
        @Override
        void write(Object value, JsonGenerator to) throws IOException {
            to.writeString(((BigDecimal) value).toPlainString());
        }

        @Override
        Object read(JsonParser json) throws IOException {
            String plain = text(json);
            if (plain.length() > LONGEST_DECIMAL || plain.indexOf('E') >= 0 || plain.indexOf('e') >= 0) {
                throw new IllegalArgumentException("a number that no column holds");
            }
            return new BigDecimal(plain);
        }
    },
    TEXT(Types.VARCHAR, String.class) {
        @Override
        Object read(JsonParser json) throws IOException {
            return text(json);
        }
    },
    LOCAL_TIME(Types.TIMESTAMP, LocalDateTime.class) {
        @Override
        Object read(JsonParser json) throws IOException {
            return LocalDateTime.parse(text(json));
        }
    },
    INSTANT(Types.TIMESTAMP_WITH_TIMEZONE, OffsetDateTime.class) {
        @Override
        void write(Object value, JsonGenerator to) throws IOException {
            to.writeString(((OffsetDateTime) value).toInstant().toString());
        }

        @Override
        Object read(JsonParser json) throws IOException {
            return OffsetDateTime.parse(text(json));
        }
    };

    private static final int LONGEST_DECIMAL = 60;

    private final int type;
    private final Class<?> valueClass;

    ColumnKind(int type, Class<?> valueClass) {
        this.type = type;
        this.valueClass = valueClass;
    }

    /** The kind of a column that was asked for. PostgreSQL calls its two kinds of timestamps by one number. */
    private static ColumnKind of(ResultSetMetaData columns, int column) throws SQLException {
        String name = columns.getColumnTypeName(column).toLowerCase(Locale.ROOT);
        return switch (columns.getColumnType(column)) {
            case Types.BIGINT, Types.INTEGER -> NUMBER;
            case Types.BOOLEAN, Types.BIT -> TRUTH;
            case Types.NUMERIC, Types.DECIMAL -> DECIMAL;
            case Types.VARCHAR -> TEXT;
            case Types.TIMESTAMP_WITH_TIMEZONE -> INSTANT;
            case Types.TIMESTAMP -> name.equals("timestamptz") ? INSTANT : LOCAL_TIME;
            default -> throw new IllegalStateException("No backup knows columns of the type " + name);
        };
    }

    /** The kinds of all columns that were asked for. */
    static List<ColumnKind> ofAll(ResultSetMetaData columns) throws SQLException {
        List<ColumnKind> kinds = new ArrayList<>();
        for (int column = 1; column <= columns.getColumnCount(); column++) {
            kinds.add(of(columns, column));
        }
        return kinds;
    }

    /** A row's value, as {@link #bind} takes it; null where it has none. */
    @Nullable
    Object value(ResultSet row, int column) throws SQLException {
        return row.getObject(column, valueClass);
    }

    /** Writes a value that is there. */
    void write(Object value, JsonGenerator to) throws IOException {
        to.writeString(value.toString());
    }

    /** The value at which a backup is being read; throws what parsing throws if it is of another kind. */
    abstract Object read(JsonParser json) throws IOException;

    private static String text(JsonParser json) throws IOException {
        if (json.currentToken() != JsonToken.VALUE_STRING) {
            throw new IllegalArgumentException("a value of another kind than its column");
        }
        return json.getText();
    }

    void bind(PreparedStatement statement, int column, @Nullable Object value) throws SQLException {
        if (value == null) {
            statement.setNull(column, type);
        } else {
            statement.setObject(column, value);
        }
    }
}
