-- One row: the secret under which it is written down who was erased. The program draws it when it first opens these tables.
CREATE TABLE seal_key (
    only_one INT         NOT NULL PRIMARY KEY CHECK (only_one = 1),
    secret   VARCHAR(64) NOT NULL
);
