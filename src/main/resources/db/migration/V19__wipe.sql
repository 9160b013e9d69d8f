-- When what was deleted for good is wiped from the database's file, by the show clock; null while there is nothing. Of a file alone.
ALTER TABLE checkpoint ADD COLUMN wipe_at TIMESTAMP WITH TIME ZONE;
