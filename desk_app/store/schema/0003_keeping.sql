-- A card number may go while its visit stays, and operations may come from another desk.

-- A void may speak of a visit that another desk of the venue recorded. This table goes first:
-- while it refers to the visits, theirs cannot be made anew.
CREATE TABLE voids_next (
    id CHAR(32) NOT NULL,
    visit_id CHAR(32) NOT NULL,
    reason VARCHAR(32) NOT NULL,
    recorded_at VARCHAR NOT NULL,
    operator VARCHAR,
    PRIMARY KEY (id),
    FOREIGN KEY(id) REFERENCES operations (id),
    UNIQUE (visit_id),
    CONSTRAINT ck_voids_voidreason CHECK (reason IN ('mistake', 'not_used', 'corrected'))
);

INSERT INTO voids_next SELECT * FROM voids;

DROP TABLE voids;

ALTER TABLE voids_next RENAME TO voids;

CREATE TABLE visits_next (
    id CHAR(32) NOT NULL,
    recorded_at VARCHAR NOT NULL,
    local_date DATE NOT NULL,
    card_number VARCHAR,
    card_mark BLOB,
    offer_id CHAR(32) NOT NULL,
    holder INTEGER NOT NULL,
    children INTEGER NOT NULL,
    grandchildren INTEGER NOT NULL,
    assistants INTEGER NOT NULL,
    worker INTEGER NOT NULL,
    community_minors INTEGER NOT NULL,
    entry VARCHAR(32) NOT NULL,
    register_revision BIGINT NOT NULL,
    verdict VARCHAR(32) NOT NULL,
    provisional BOOLEAN NOT NULL,
    printed_valid_until DATE,
    clock_trusted BOOLEAN NOT NULL,
    operator VARCHAR,
    replaces CHAR(32),
    system_at VARCHAR,
    clock_run INTEGER,
    PRIMARY KEY (id),
    CONSTRAINT ck_visits_entry CHECK (entry IN ('camera', 'scanner', 'typed', 'paper')),
    CONSTRAINT ck_visits_verdictcode CHECK (verdict IN ('valid', 'valid_stale', 'not_yet_valid', 'expired', 'suspended', 'revoked', 'area_not_allowed', 'unknown', 'register_too_old', 'malformed_number'))
);

INSERT INTO visits_next
    SELECT id, recorded_at, local_date, card_number, NULL, offer_id, holder, children,
        grandchildren, assistants, worker, community_minors, entry, register_revision, verdict,
        provisional, printed_valid_until, clock_trusted, operator, replaces, system_at, clock_run
    FROM visits;

DROP TABLE visits;

ALTER TABLE visits_next RENAME TO visits;

CREATE INDEX ix_visits_card_number ON visits (card_number);

CREATE INDEX ix_visits_card_mark ON visits (card_mark);

CREATE INDEX ix_visits_offer_id ON visits (offer_id);

CREATE INDEX ix_visits_local_date ON visits (local_date);

CREATE TABLE activity_next (
    id CHAR(32) NOT NULL,
    desk_id CHAR(32) NOT NULL,
    desk_name VARCHAR NOT NULL,
    card_number VARCHAR,
    card_mark BLOB,
    offer_id CHAR(32) NOT NULL,
    holder INTEGER NOT NULL,
    children INTEGER NOT NULL,
    grandchildren INTEGER NOT NULL,
    assistants INTEGER NOT NULL,
    worker INTEGER NOT NULL,
    community_minors INTEGER NOT NULL,
    local_date DATE NOT NULL,
    state VARCHAR(32) NOT NULL,
    PRIMARY KEY (id),
    CONSTRAINT ck_activity_visitstate CHECK (state IN ('accepted', 'voided'))
);

INSERT INTO activity_next
    SELECT id, desk_id, desk_name, card_number, NULL, offer_id, holder, children, grandchildren,
        assistants, worker, community_minors, local_date, state
    FROM activity;

DROP TABLE activity;

ALTER TABLE activity_next RENAME TO activity;

CREATE INDEX ix_activity_card_number ON activity (card_number);

CREATE INDEX ix_activity_card_mark ON activity (card_mark);

CREATE INDEX ix_activity_local_date ON activity (local_date);

ALTER TABLE operations ADD COLUMN carried_from VARCHAR;

CREATE TABLE marking (
    id INTEGER NOT NULL CONSTRAINT ck_marking_one_row CHECK (id = 1),
    "key" BLOB NOT NULL,
    PRIMARY KEY (id)
);

INSERT INTO marking VALUES (1, randomblob(32));
