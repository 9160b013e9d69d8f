-- Reactions that nobody told the bot of. A poll's gaps are numbered, and each pick holds the number of the newest gap that had begun when it
-- was made, so that it is known for certain which picks are younger than a gap.
ALTER TABLE poll ADD COLUMN gap INT DEFAULT 0 NOT NULL;
ALTER TABLE pick ADD COLUMN gap INT DEFAULT 0 NOT NULL;

-- A poll's newest gap. Marks count how often it was reported while it was not made up for. Listed means that the card was listed since, and
-- is once more before the lock; a gap that is not listed when its poll locks tells that reactions may have been missed.
CREATE TABLE gap (
    poll       BIGINT  NOT NULL PRIMARY KEY,
    number     INT     NOT NULL,
    marks      INT     NOT NULL,
    replayable BOOLEAN NOT NULL,
    listed     BOOLEAN NOT NULL,
    FOREIGN KEY (poll) REFERENCES poll (id) ON DELETE CASCADE
);

-- Why a fan has no pick although reactions of theirs stand: they took it back, or several that nobody saw coming left it open which is the newest.
CREATE TABLE doubt (
    poll    BIGINT  NOT NULL,
    fan     BIGINT  NOT NULL,
    gap     INT     NOT NULL,
    several BOOLEAN NOT NULL,
    PRIMARY KEY (poll, fan),
    FOREIGN KEY (poll) REFERENCES poll (id) ON DELETE CASCADE
);
CREATE INDEX doubt_of_fan ON doubt (fan);
ALTER TABLE doubt ADD CONSTRAINT doubt_by_fan FOREIGN KEY (fan) REFERENCES fan (id) ON DELETE CASCADE;
