package io.github.mirrorball.store;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonNode;
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

/** The kinds of columns that the schema has, and how a backup holds their values: the same text whichever database they come from. */
enum ColumnKind {
    NUMBER(Types.BIGINT) {
        @Override
        void write(ResultSet row, int column, JsonGenerator to) throws SQLException, IOException {
            to.writeNumber(row.getLong(column));
        }

        @Override
        Object value(JsonNode kept) {
            return kept.longValue();
        }
    },
    TRUTH(Types.BOOLEAN) {
        @Override
        void write(ResultSet row, int column, JsonGenerator to) throws SQLException, IOException {
            to.writeBoolean(row.getBoolean(column));
        }

        @Override
        Object value(JsonNode kept) {
            return kept.booleanValue();
        }
    },
    DECIMAL(Types.NUMERIC) {
        @Override
        void write(ResultSet row, int column, JsonGenerator to) throws SQLException, IOException {
            to.writeString(row.getBigDecimal(column).toPlainString());
        }

        @Override
        Object value(JsonNode kept) {
            return new BigDecimal(kept.textValue());
        }
    },
    TEXT(Types.VARCHAR) {
        @Override
        void write(ResultSet row, int column, JsonGenerator to) throws SQLException, IOException {
            to.writeString(row.getString(column));
        }

        @Override
        Object value(JsonNode kept) {
            return kept.textValue();
        }
    },
    LOCAL_TIME(Types.TIMESTAMP) {
        @Override
        void write(ResultSet row, int column, JsonGenerator to) throws SQLException, IOException {
            to.writeString(row.getObject(column, LocalDateTime.class).toString());
        }

        @Override
        Object value(JsonNode kept) {
            return LocalDateTime.parse(kept.textValue());
        }
    },
    INSTANT(Types.TIMESTAMP_WITH_TIMEZONE) {
        @Override
        void write(ResultSet row, int column, JsonGenerator to) throws SQLException, IOException {
            to.writeString(
                    row.getObject(column, OffsetDateTime.class).toInstant().toString());
        }

        @Override
        Object value(JsonNode kept) {
            return OffsetDateTime.parse(kept.textValue());
        }
    };

    private final int type;

    ColumnKind(int type) {
        this.type = type;
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

    /** Writes a value that is there. */
    abstract void write(ResultSet row, int column, JsonGenerator to) throws SQLException, IOException;

    /** The value as a statement takes it. */
    abstract Object value(JsonNode kept);

    void writeIfAny(ResultSet row, int column, JsonGenerator to) throws SQLException, IOException {
        row.getObject(column);
        if (row.wasNull()) {
            to.writeNull();
        } else {
            write(row, column, to);
        }
    }

    void bind(PreparedStatement statement, int column, JsonNode kept) throws SQLException {
        if (kept.isNull()) {
            statement.setNull(column, type);
        } else {
            statement.setObject(column, value(kept));
        }
    }
}
