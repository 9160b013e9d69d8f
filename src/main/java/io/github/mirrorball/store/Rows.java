package io.github.mirrorball.store;

import java.io.IOException;
import java.sql.SQLException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Takes the rows of one table one by one, with null for what has no value, and in the end finishes them. */
interface Rows extends AutoCloseable {

    void add(List<@Nullable Object> row) throws SQLException, IOException;

    @Override
    default void close() throws SQLException, IOException {}
}
