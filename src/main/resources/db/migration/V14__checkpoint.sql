-- How often the database's file was brought to the disk. Beside the file it is kept how often that was at least, so that a file that was
-- cut, or an older copy of it, is noticed. Of a file alone, so no backup has it; on a server it stays 0.
CREATE TABLE checkpoint (
    only_one INT    NOT NULL PRIMARY KEY CHECK (only_one = 1),
    number   BIGINT NOT NULL
);

INSERT INTO checkpoint (only_one, number) VALUES (1, 0);
