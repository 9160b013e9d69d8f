-- What a host decided about a poll: it survives every later change of the season. The lock is local to the season's zone, as air times are.
ALTER TABLE poll ADD COLUMN called_off BOOLEAN DEFAULT FALSE NOT NULL;
ALTER TABLE poll ADD COLUMN own_lock TIMESTAMP;

-- A card is found by its message.
CREATE INDEX notice_on_message ON notice (message);
