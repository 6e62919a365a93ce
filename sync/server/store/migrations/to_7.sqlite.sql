-- Tokens are renewed, and end where nobody uses them.
ALTER TABLE desks ADD COLUMN token_made_at DATETIME;
ALTER TABLE desks ADD COLUMN used_at DATETIME;
ALTER TABLE desks ADD COLUMN next_token_hash BLOB;
ALTER TABLE desks ADD COLUMN next_token_made_at DATETIME;
CREATE UNIQUE INDEX desks_by_next_token ON desks (next_token_hash);
-- Wrong codes are counted by how they begin, too; what was counted is of the last minutes.
DROP TABLE failed_enrolments;
CREATE TABLE failed_enrolments (
    number INTEGER NOT NULL,
    caller VARCHAR NOT NULL,
    code_start BLOB NOT NULL,
    at DATETIME NOT NULL,
    PRIMARY KEY (number)
);
CREATE INDEX failed_enrolments_by_caller ON failed_enrolments (caller, at);
CREATE INDEX failed_enrolments_by_time ON failed_enrolments (at);
-- Numbers that are no longer kept, and audit that is bounded, are found by these.
CREATE INDEX visits_by_day ON visits (local_date);
CREATE INDEX audit_by_desk ON audit (desk_id, number);
-- The keys lie apart from the database; it knows by the public one which are its own.
ALTER TABLE register ADD COLUMN public_key BLOB;
