-- What is owed is read in the order in which it is sent, a page at a time. Direct messages have a pace of their own, and a range of the
-- index: however many wait, nothing else has to be looked for behind them.
UPDATE notice SET urgency = 90 WHERE kind = 'DIRECT_REMINDER';
CREATE INDEX notice_in_turn ON notice (state, urgency, id);

-- Of a season's notices, what is still owed is asked for.
ALTER TABLE notice DROP CONSTRAINT notice_in_season;
DROP INDEX notice_of_season;
CREATE INDEX notice_of_season ON notice (season, state);
ALTER TABLE notice ADD CONSTRAINT notice_in_season FOREIGN KEY (season) REFERENCES season (id) ON DELETE CASCADE;

-- What is owed already is asked for many at once, and H2 looks up only the first column of an index for each of several.
DROP INDEX notice_by_ids;
CREATE INDEX notice_by_ids ON notice (ids, kind);
