-- Which scheduled event of Discord's stands for which episode, and what was last told of it. A row without an event's id says that one
-- may stand all the same. No reference to the season: when a season is removed, its events still have to be taken away. Start and end
-- are of the show clock.
CREATE TABLE scheduled_event (
    season    BIGINT                   NOT NULL,
    episode   INT                      NOT NULL,
    server    BIGINT                   NOT NULL,
    event     BIGINT,
    told      VARCHAR                  NOT NULL,
    starts_at TIMESTAMP WITH TIME ZONE NOT NULL,
    ends_at   TIMESTAMP WITH TIME ZONE NOT NULL,
    PRIMARY KEY (season, episode)
);
CREATE INDEX scheduled_event_of_server ON scheduled_event (server);

-- What is owed to a server and not to a channel names its server, and outlives its season.
ALTER TABLE notice ALTER COLUMN season DROP NOT NULL;
ALTER TABLE notice ADD COLUMN server BIGINT;
CREATE INDEX notice_of_server ON notice (server);

-- The servers that the bot was taken out of, and when by wire time. What belongs to them goes after a while.
CREATE TABLE departure (
    server  BIGINT                   NOT NULL PRIMARY KEY,
    left_at TIMESTAMP WITH TIME ZONE NOT NULL
);
