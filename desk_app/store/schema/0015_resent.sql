-- Whether an operation was sent again after it was accepted, and the register had it all the same.
ALTER TABLE operations ADD COLUMN resent BOOLEAN DEFAULT 0 NOT NULL;
