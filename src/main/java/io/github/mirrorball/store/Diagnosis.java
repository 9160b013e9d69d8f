package io.github.mirrorball.store;

import io.github.mirrorball.store.StoreException.Prospect;
import java.io.FileNotFoundException;
import java.nio.file.Path;
import java.security.cert.CertificateException;
import java.sql.SQLException;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.flywaydb.core.api.CoreErrorCode;
import org.flywaydb.core.api.FlywayException;
import org.h2.mvstore.MVStoreException;
import org.jdbi.v3.core.JdbiException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Puts what went wrong with one database into a sentence that says what to do about it. Only the database's own exception is kept as the
 * cause: the layers above it quote statements with what was bound to them, which may be people's names.
 */
final class Diagnosis {

    private static final Logger LOG = LoggerFactory.getLogger(Diagnosis.class);

    private static final int H2_LOCKED = 90020;
    private static final int H2_IN_USE_WITH_OTHER_SETTINGS = 90046;
    private static final Set<Integer> H2_FOREIGN_FILE = Set.of(90030, 90048, 90049);
    private static final Set<Integer> H2_FILE_TROUBLE = Set.of(90028, 90031, 90062, 90096);
    private static final Set<Integer> H2_CLOSED = Set.of(90098, 90121);
    private static final int H2_ROW_LOCK_TIMEOUT = 50200;
    private static final int H2_CONCURRENT_UPDATE = 90131;

    /** Serialization failure and deadlock; the standard's code and PostgreSQL's own. */
    private static final Set<String> LOST_A_RACE = Set.of("40001", "40P01");

    private static final Set<String> WRONG_PASSWORD = Set.of("28P01", "28000");

    /** The server's rules for who may come from where are in this file, which its messages name in every language. */
    private static final String RULES = "pg_hba.conf";

    private static final String READ_ONLY = "25006";
    private static final String NOT_ALLOWED = "42501";
    private static final String REJECTED = "08004";
    private static final String TLS = "SSL";
    private static final String NO_SUCH_DATABASE = "3D000";
    private static final String UNIQUE_VIOLATION = "23505";
    private static final Set<String> SERVER_GOES_OR_COMES = Set.of("57P01", "57P02", "57P03", "53300", "25P03");

    private final String place;
    private final boolean isServer;
    private final boolean hasKey;
    private final Optional<Path> file;

    Diagnosis(StoreSettings.Place where) {
        this.isServer = where instanceof StoreSettings.Place.Server;
        this.place = where.toString();
        this.file = where instanceof StoreSettings.Place.Embedded embedded
                ? Optional.of(embedded.file())
                : Optional.empty();
        this.hasKey = where instanceof StoreSettings.Place.Embedded embedded
                && embedded.key().isPresent();
    }

    /** Whether a row with the same key was there already. */
    static boolean isTaken(Throwable thrown) {
        return sql(thrown)
                .map(SQLException::getSQLState)
                .filter(UNIQUE_VIOLATION::equals)
                .isPresent();
    }

    /** Whether the embedded database is closed, which is also what its shutdown answers. */
    static boolean isClosed(Throwable thrown) {
        return sql(thrown)
                .map(SQLException::getErrorCode)
                .filter(H2_CLOSED::contains)
                .isPresent();
    }

    /** Runs statements, and says in a sentence what failed. */
    <T> T run(Supplier<T> statements) {
        try {
            return statements.get();
        } catch (JdbiException failed) {
            throw of(failed);
        }
    }

    StoreException of(Exception thrown) {
        if (thrown instanceof StoreException known) {
            return known;
        }
        Optional<SQLException> sql = sql(thrown);
        if (sql.isPresent()) {
            Prospect prospect = prospect(sql.get());
            if (prospect == Prospect.OUT_OF_REACH) {
                LOG.debug("The database is out of reach", sql.get());
            }
            return new StoreException(sentence(sql.get()), sql.get(), prospect);
        }
        return new StoreException(sentence(thrown), thrown);
    }

    StoreException newerSchema(String version) {
        return new StoreException(
                "The database " + place + " was last used by a newer Mirrorball (its schema is at version " + version
                        + "). Start that version, or restore a backup made by this one.");
    }

    StoreException nothingThere() {
        return new StoreException("There is no league in the database " + place
                + ", so nothing was done. Look at DATA_DIR and DATABASE_URL, and at where this was started.");
    }

    StoreException inUse(String process) {
        return new StoreException("A bot runs on the database " + place + ": " + process
                + ". Stop it first. If it has died, try again in a quarter of a minute.");
    }

    StoreException openHere() {
        return new StoreException(locked());
    }

    private String sentence(SQLException sql) {
        return isServer ? serverSentence(sql) : fileSentence(sql);
    }

    private String fileSentence(SQLException sql) {
        int code = sql.getErrorCode();
        if (code == H2_LOCKED || code == H2_IN_USE_WITH_OTHER_SETTINGS) {
            return locked();
        }
        if (H2_FOREIGN_FILE.contains(code)
                && hasKey
                && file.filter(EmbeddedFile::isPlain).isPresent()) {
            return "The database " + place + " is not encrypted, although there is a DATA_KEY. Nothing was changed. To"
                    + " encrypt it: make a backup (`backup safe.zip`), move " + place
                    + ".mv.db to another place, restore"
                    + " the backup (`restore safe.zip`), start again, and delete the old file when all is well.";
        }
        if (H2_FOREIGN_FILE.contains(code)
                && !hasKey
                && file.filter(EmbeddedFile::isEncrypted).isPresent()) {
            return "The database " + place + " is encrypted. Set the DATA_KEY that it was made with.";
        }
        if (H2_FOREIGN_FILE.contains(code) && hasKey) {
            return "The database " + place + " cannot be opened with this key: it was encrypted with another, or it"
                    + " is damaged. Give the key that it was made with.";
        }
        if (H2_FOREIGN_FILE.contains(code)) {
            return "The file " + place
                    + " is not a database that Mirrorball can read: it is encrypted, or damaged, or something"
                    + " else. Give its key if it has one; else name another file, or move this one away and restore a"
                    + " backup.";
        }
        if (WRONG_PASSWORD.contains(state(sql))) {
            return "The file " + place + " is a database, but not one that Mirrorball made. Name another file.";
        }
        if (hasFailedToWrite(sql)) {
            return "The database " + place + " cannot be read or written."
                    + " Look at the directory's permissions and at the space left on the disk.";
        }
        return other(sql);
    }

    private String serverSentence(SQLException sql) {
        String state = state(sql);
        if (isRefusedByRule(sql)) {
            return "The server of " + place
                    + " does not let this computer in this way. It may take encrypted connections"
                    + " only: then add sslmode=require to the address. Else its " + RULES
                    + " has no line for this computer, user and database.";
        }
        if (WRONG_PASSWORD.contains(state)) {
            return "The server of " + place + " refuses the user or the password. Check both.";
        }
        if (state.equals(NO_SUCH_DATABASE)) {
            return "There is no database " + place + " on that server. Create it, or correct its name.";
        }
        if (state.equals(READ_ONLY)) {
            return "The server of " + place
                    + " takes no changes: it is a copy of another (a standby), or is set to be read only."
                    + " Name the primary server; or name all of them, with targetServerType=primary; or take"
                    + " default_transaction_read_only away from the database or its user.";
        }
        if (state.equals(NOT_ALLOWED)) {
            return "The user of " + place + " may not do there what Mirrorball has to, such as making tables."
                    + " Make it the owner of the database.";
        }
        if (message(sql).contains("sslmode")) {
            return "The address of " + place + " has an sslmode that there is not. Use disable, prefer, require,"
                    + " verify-ca or verify-full.";
        }
        if (message(sql).contains("targetServerType")) {
            return "No server of " + place + " takes changes: each is a standby, or cannot be reached."
                    + " Check that the primary server runs and is among them.";
        }
        if (state.equals(REJECTED)) {
            return message(sql).contains(TLS)
                    ? "The server of " + place + " offers no encrypted connections, and the address asks for one."
                            + " Switch TLS on at the server, or take sslmode out of the address."
                    : "The server of " + place + " wants a password, or another proof than it was given."
                            + " Check the user and the password in the address.";
        }
        if (isUnknownCertificate(sql)) {
            return "The certificate of the server of " + place + " is unknown to this computer, or made out to another"
                    + " name. Add sslrootcert=FILE with the certificate of whoever signed it, and name the server as the"
                    + " certificate does; sslmode=require encrypts without this check.";
        }
        if (isOutOfReach(sql)) {
            return "The database " + place + " cannot be reached."
                    + " Check that the server runs, has connections free, and that the address is right.";
        }
        return other(sql);
    }

    private String other(SQLException sql) {
        return hasLostARace(sql)
                ? "The database " + place + " was too busy with other work on the same rows. Try again."
                : "The database " + place + " refused a statement (SQLSTATE " + state(sql) + ").";
    }

    private String sentence(Exception thrown) {
        if (thrown instanceof FlywayException flyway
                && flyway.getErrorCode() == CoreErrorCode.NON_EMPTY_SCHEMA_WITHOUT_SCHEMA_HISTORY_TABLE) {
            return "The database " + place + " holds tables that are not Mirrorball's. Name an empty database.";
        }
        if (thrown instanceof FlywayException) {
            return "The schema of the database " + place + " is not as Mirrorball left it."
                    + " Restore a backup, or undo what was changed by hand.";
        }
        return "The database " + place + " failed.";
    }

    private String locked() {
        return "The database " + place + " is in use by another Mirrorball or another program."
                + " Stop that one, or name another file.";
    }

    private Prospect prospect(SQLException sql) {
        if (hasLostARace(sql)) {
            return Prospect.RACE_LOST;
        }
        boolean isAway = isServer ? isOutOfReach(sql) : hasFailedToWrite(sql);
        return isAway ? Prospect.OUT_OF_REACH : Prospect.NONE;
    }

    /** A file that cannot be written is closed by that, and opened anew. */
    private static boolean hasFailedToWrite(SQLException sql) {
        int code = sql.getErrorCode();
        return H2_CLOSED.contains(code)
                || H2_FILE_TROUBLE.contains(code)
                || sql.getCause() instanceof MVStoreException
                || sql.getErrorCode() == 0;
    }

    private static boolean hasLostARace(SQLException sql) {
        return LOST_A_RACE.contains(state(sql))
                || sql.getErrorCode() == H2_ROW_LOCK_TIMEOUT
                || sql.getErrorCode() == H2_CONCURRENT_UPDATE;
    }

    private static boolean isRefusedByRule(SQLException sql) {
        String told = message(sql);
        return state(sql).startsWith("28") && (told.contains(RULES) || told.contains("insecure"));
    }

    private static boolean isUnknownCertificate(SQLException sql) {
        return message(sql).contains("HostnameVerifier")
                || has(sql, CertificateException.class)
                || (message(sql).contains(TLS) && has(sql, FileNotFoundException.class));
    }

    private static boolean has(Throwable thrown, Class<? extends Exception> kind) {
        return Stream.iterate(thrown, Objects::nonNull, Throwable::getCause).anyMatch(kind::isInstance);
    }

    private static String message(SQLException sql) {
        return Optional.ofNullable(sql.getMessage()).orElse("");
    }

    /** A pool that has waited in vain for a connection tells no state. */
    private static boolean isOutOfReach(SQLException sql) {
        String state = state(sql);
        return state.startsWith("08") || SERVER_GOES_OR_COMES.contains(state) || state.isEmpty();
    }

    private static String state(SQLException sql) {
        return Optional.ofNullable(sql.getSQLState()).orElse("");
    }

    /** The innermost database exception: a pool or a migration wraps the one that tells. */
    private static Optional<SQLException> sql(Throwable thrown) {
        Optional<SQLException> found = Optional.empty();
        for (Throwable each = thrown; each != null; each = each.getCause()) {
            if (each instanceof SQLException sql) {
                found = Optional.of(sql);
            }
        }
        return found;
    }
}
