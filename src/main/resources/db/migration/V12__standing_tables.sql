-- A digest of each table's rows, so that the tables that are as they were need not be read to know it. An empty one says nothing.
CREATE TABLE standing_table (
    season BIGINT  NOT NULL,
    scope  INT     NOT NULL,
    digest VARCHAR NOT NULL,
    PRIMARY KEY (season, scope),
    FOREIGN KEY (season) REFERENCES season (id) ON DELETE CASCADE
);
INSERT INTO standing_table (season, scope, digest) SELECT DISTINCT season, scope, '' FROM standing;

-- A table is written whole, so all of its entries stand together in each index: under each fan they lay scattered among those of every
-- other season. So there is no reference to the fan either; whoever removes a fan replaces the tables that the fan stood in.
ALTER TABLE standing DROP CONSTRAINT standing_by_fan;
DROP INDEX standing_of_fan;
CREATE UNIQUE INDEX standing_of_fan ON standing (season, scope, fan);
