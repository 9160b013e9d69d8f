-- The servers in which the bot has said who it is, or was before it did so by itself. It says so once.
CREATE TABLE greeted (
    server BIGINT NOT NULL PRIMARY KEY
);

-- From when on it does, by wire time: since the first start with this table, which comes after it is made.
ALTER TABLE installation ADD COLUMN greets_since TIMESTAMP WITH TIME ZONE;
