/** The JDBC side of every port, on H2 and PostgreSQL with one SQL; the only room that sees a database. */
@NullMarked
package io.github.mirrorball.store;

import org.jspecify.annotations.NullMarked;
