-- The reactions that picked an outcome before it got another emoji, the oldest first, with a space between. They still do.
ALTER TABLE outcome ADD COLUMN earlier VARCHAR DEFAULT '' NOT NULL;
