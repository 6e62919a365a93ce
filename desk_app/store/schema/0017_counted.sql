-- What waits here, was sent by another desk, and is counted in the offers that came by file.
ALTER TABLE operations ADD COLUMN counted BOOLEAN DEFAULT 0 NOT NULL;
