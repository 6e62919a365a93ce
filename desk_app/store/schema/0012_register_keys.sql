-- The register may change its key: which one is believed now, and how it has come to it.
ALTER TABLE desks ADD COLUMN trusted_key BLOB;

ALTER TABLE desks ADD COLUMN key_changes JSON;
