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
