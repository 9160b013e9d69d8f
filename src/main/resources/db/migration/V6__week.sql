-- What is due in a season beside the opening and locking of its polls. A row is WAITING until it is DONE; one that lay in the past
-- when it was set up is PAST, and nothing comes of it unless it is moved into the future.
CREATE TABLE moment (
    season BIGINT                   NOT NULL,
    kind   VARCHAR                  NOT NULL,
    about  VARCHAR                  NOT NULL,
    due_at TIMESTAMP WITH TIME ZONE NOT NULL,
    state  VARCHAR                  NOT NULL,
    PRIMARY KEY (season, kind, about),
    FOREIGN KEY (season) REFERENCES season (id) ON DELETE CASCADE
);
CREATE INDEX moment_due ON moment (state, due_at);

-- Fans who want to be reminded by direct message, and the channel of theirs that was opened for it.
CREATE TABLE opt_in (
    fan     BIGINT NOT NULL PRIMARY KEY,
    channel BIGINT NOT NULL,
    FOREIGN KEY (fan) REFERENCES fan (id) ON DELETE CASCADE
);

-- Where a notice goes: to the season's channel, to its hosts', or to one fan, and then it goes with the fan's wish to be reminded.
ALTER TABLE notice ADD COLUMN place VARCHAR DEFAULT 'SEASON' NOT NULL;
ALTER TABLE notice ADD COLUMN fan BIGINT;
CREATE INDEX notice_of_fan ON notice (fan);
ALTER TABLE notice ADD CONSTRAINT notice_to_fan FOREIGN KEY (fan) REFERENCES opt_in (fan) ON DELETE CASCADE;

-- A delayed version of a result is not revealed until its instant has come.
ALTER TABLE result ADD COLUMN reveals_at TIMESTAMP WITH TIME ZONE;
ALTER TABLE result ADD COLUMN revealed BOOLEAN DEFAULT TRUE NOT NULL;
