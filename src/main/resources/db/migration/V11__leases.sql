-- Which process looks after which shards, and until when by this database's own clock, unless it is renewed before. Where the database
-- is a file there are none: the file itself admits one process.
CREATE TABLE lease (
    holder      VARCHAR(36)              NOT NULL PRIMARY KEY,
    process     VARCHAR                  NOT NULL,
    first_shard INT                      NOT NULL,
    last_shard  INT                      NOT NULL,
    total       INT                      NOT NULL,
    ends_at     TIMESTAMP WITH TIME ZONE NOT NULL
);
