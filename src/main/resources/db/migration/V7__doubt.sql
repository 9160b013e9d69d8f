-- A message that may stand already: since when an attempt is without a known outcome, and when the newest attempt began. Wire time.
ALTER TABLE notice ADD COLUMN unsure_since TIMESTAMP WITH TIME ZONE;
ALTER TABLE notice ADD COLUMN begun_at TIMESTAMP WITH TIME ZONE;

UPDATE notice SET unsure_since = owed_at, begun_at = CURRENT_TIMESTAMP
WHERE state = 'OWED' AND attempts > 0 AND means = 'CREATE';
