-- Standings are only ever written as whole tables, and tens of thousands of rows a table took seconds: so many of them are kept together,
-- as text, a hundred to a page, and in both orders in which they are looked for. A standing reads: fan, shared rank, points, correct picks,
-- picks, and the rank before the newest episode, or 0.
CREATE TABLE standing_by_place (
    season    BIGINT  NOT NULL,
    scope     INT     NOT NULL,
    page      INT     NOT NULL,
    standings VARCHAR NOT NULL,
    PRIMARY KEY (season, scope, page),
    FOREIGN KEY (season) REFERENCES season (id) ON DELETE CASCADE
);
INSERT INTO standing_by_place (season, scope, page, standings)
    SELECT season, scope, page, STRING_AGG(standing, ';' ORDER BY place)
    FROM (
        SELECT season, scope, place, place / 100 AS page,
            CONCAT(fan, ' ', shared, ' ', points, ' ', correct, ' ', picked, ' ', COALESCE(earlier, 0)) AS standing
        FROM standing) AS told
    GROUP BY season, scope, page;

CREATE TABLE standing_by_fan (
    season    BIGINT  NOT NULL,
    scope     INT     NOT NULL,
    last_fan  BIGINT  NOT NULL,
    standings VARCHAR NOT NULL,
    PRIMARY KEY (season, scope, last_fan),
    FOREIGN KEY (season) REFERENCES season (id) ON DELETE CASCADE
);
INSERT INTO standing_by_fan (season, scope, last_fan, standings)
    SELECT season, scope, MAX(fan), STRING_AGG(standing, ';' ORDER BY fan)
    FROM (
        SELECT season, scope, fan, (ROW_NUMBER() OVER (PARTITION BY season, scope ORDER BY fan) - 1) / 100 AS page,
            CONCAT(fan, ' ', shared, ' ', points, ' ', correct, ' ', picked, ' ', COALESCE(earlier, 0)) AS standing
        FROM standing) AS told
    GROUP BY season, scope, page;

ALTER TABLE standing_table ADD COLUMN fans INT DEFAULT 0 NOT NULL;
UPDATE standing_table SET digest = '', fans =
    (SELECT COUNT(*) FROM standing t WHERE t.season = standing_table.season AND t.scope = standing_table.scope);
DROP TABLE standing;
