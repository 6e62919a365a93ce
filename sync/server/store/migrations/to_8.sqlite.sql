-- The signing key has been handed over to a file of its own.
ALTER TABLE register DROP COLUMN signing_key;
