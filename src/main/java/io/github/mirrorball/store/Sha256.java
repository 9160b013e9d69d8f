package io.github.mirrorball.store;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/** The digest that backups are checked by. */
final class Sha256 {

    private Sha256() {}

    static MessageDigest fresh() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException absent) {
            throw new IllegalStateException("Every JDK has SHA-256", absent);
        }
    }
}
