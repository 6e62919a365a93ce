-- An operation belongs to a venue and a register; it may be a note; what hinders it is written down.
-- Tables that refer to operations are made anew with it: while they refer to it, it cannot go.

CREATE TABLE operations_next (
    seq INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    id CHAR(32) NOT NULL,
    kind VARCHAR(5) NOT NULL,
    visit_id CHAR(32),
    state VARCHAR(32) NOT NULL,
    taken BOOLEAN NOT NULL,
    code VARCHAR,
    detail VARCHAR,
    settled_at VARCHAR,
    carried_from VARCHAR,
    venue_id VARCHAR,
    register_key BLOB,
    failed_with INTEGER,
    tries INTEGER DEFAULT 0 NOT NULL,
    next_try_at VARCHAR,
    hindered_since VARCHAR,
    shown BOOLEAN DEFAULT 0 NOT NULL,
    from_feed BOOLEAN DEFAULT 0 NOT NULL,
    card_came BOOLEAN DEFAULT 0 NOT NULL,
    UNIQUE (id),
    CONSTRAINT ck_operations_kind CHECK (kind IN ('visit', 'void', 'offer', 'note')),
    CONSTRAINT ck_operations_operationstate CHECK (state IN ('pending', 'sending', 'accepted', 'rejected', 'withdrawn'))
);

INSERT INTO operations_next
    (seq, id, kind, visit_id, state, taken, code, detail, settled_at, carried_from)
    SELECT seq, id, kind, visit_id, state, taken, code, detail, settled_at, carried_from
    FROM operations;

-- An operation belongs to the enrolment that was in force when it was recorded, or to the first.
UPDATE operations_next SET
    venue_id = (SELECT desks.venue_id FROM desks ORDER BY desks.seq LIMIT 1),
    register_key = (SELECT desks.register_key FROM desks ORDER BY desks.seq LIMIT 1);

UPDATE operations_next SET
    venue_id = COALESCE((
        SELECT desks.venue_id FROM desks JOIN visits ON visits.id = operations_next.id
        WHERE desks.enrolled_at <= visits.recorded_at ORDER BY desks.seq DESC LIMIT 1
    ), venue_id),
    register_key = COALESCE((
        SELECT desks.register_key FROM desks JOIN visits ON visits.id = operations_next.id
        WHERE desks.enrolled_at <= visits.recorded_at ORDER BY desks.seq DESC LIMIT 1
    ), register_key)
WHERE kind = 'visit';

UPDATE operations_next SET
    venue_id = COALESCE((
        SELECT desks.venue_id FROM desks JOIN voids ON voids.id = operations_next.id
        WHERE desks.enrolled_at <= voids.recorded_at ORDER BY desks.seq DESC LIMIT 1
    ), venue_id),
    register_key = COALESCE((
        SELECT desks.register_key FROM desks JOIN voids ON voids.id = operations_next.id
        WHERE desks.enrolled_at <= voids.recorded_at ORDER BY desks.seq DESC LIMIT 1
    ), register_key)
WHERE kind = 'void';

UPDATE operations_next SET
    venue_id = COALESCE((
        SELECT desks.venue_id FROM desks JOIN own_offers ON own_offers.id = operations_next.id
        WHERE desks.enrolled_at <= own_offers.recorded_at ORDER BY desks.seq DESC LIMIT 1
    ), venue_id),
    register_key = COALESCE((
        SELECT desks.register_key FROM desks JOIN own_offers ON own_offers.id = operations_next.id
        WHERE desks.enrolled_at <= own_offers.recorded_at ORDER BY desks.seq DESC LIMIT 1
    ), register_key)
WHERE kind = 'offer';

CREATE TABLE voids_next (
    id CHAR(32) NOT NULL,
    visit_id CHAR(32) NOT NULL,
    reason VARCHAR(32) NOT NULL,
    recorded_at VARCHAR NOT NULL,
    operator VARCHAR,
    PRIMARY KEY (id),
    FOREIGN KEY(id) REFERENCES operations_next (id),
    UNIQUE (visit_id),
    CONSTRAINT ck_voids_voidreason CHECK (reason IN ('mistake', 'not_used', 'corrected'))
);

INSERT INTO voids_next SELECT * FROM voids;

DROP TABLE voids;

CREATE TABLE settlements_next (
    seq INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    operation_id CHAR(32) NOT NULL,
    code VARCHAR,
    detail VARCHAR,
    remedy VARCHAR(32) NOT NULL,
    at VARCHAR NOT NULL,
    note VARCHAR,
    operator VARCHAR,
    FOREIGN KEY(operation_id) REFERENCES operations_next (id),
    CONSTRAINT ck_settlements_remedy CHECK (remedy IN ('correct', 'again', 'withdraw', 'note'))
);

INSERT INTO settlements_next SELECT * FROM settlements;

DROP TABLE settlements;

CREATE TABLE own_offers_next (
    id CHAR(32) NOT NULL,
    recorded_at VARCHAR NOT NULL,
    offer_id CHAR(32) NOT NULL,
    kind VARCHAR(32) NOT NULL,
    sector VARCHAR(32) NOT NULL,
    name_fi VARCHAR NOT NULL,
    name_sv VARCHAR,
    name_en VARCHAR,
    place VARCHAR,
    starts_at VARCHAR,
    ends_at VARCHAR,
    status VARCHAR(32) NOT NULL,
    quota_total INTEGER,
    quota_used INTEGER,
    limit_count INTEGER,
    limit_period VARCHAR(32),
    limit_days INTEGER,
    value_cents INTEGER,
    ceiling_cents INTEGER,
    minors_allowed BOOLEAN NOT NULL,
    limit_months INTEGER,
    course_count INTEGER,
    course_period VARCHAR(32),
    course_days INTEGER,
    course_months INTEGER,
    value_asked BOOLEAN,
    venue_id VARCHAR,
    revises BOOLEAN,
    withdrawn BOOLEAN,
    PRIMARY KEY (id),
    FOREIGN KEY(id) REFERENCES operations_next (id),
    CONSTRAINT ck_own_offers_offerkind CHECK (kind IN ('event', 'course', 'standing')),
    CONSTRAINT ck_own_offers_sector CHECK (sector IN ('culture', 'education', 'science', 'sport')),
    CONSTRAINT ck_own_offers_offerstatus CHECK (status IN ('on_sale', 'sold_out', 'cancelled')),
    CONSTRAINT ck_own_offers_limitperiod CHECK (limit_period IN ('offer', 'day', 'calendar_year', 'school_year', 'days', 'months', 'term')),
    CONSTRAINT ck_own_offers_courseperiod CHECK (course_period IN ('offer', 'day', 'calendar_year', 'school_year', 'days', 'months', 'term'))
);

INSERT INTO own_offers_next SELECT * FROM own_offers;

DROP TABLE own_offers;

DROP TABLE operations;

ALTER TABLE operations_next RENAME TO operations;

ALTER TABLE voids_next RENAME TO voids;

ALTER TABLE settlements_next RENAME TO settlements;

ALTER TABLE own_offers_next RENAME TO own_offers;

CREATE INDEX ix_operations_visit_id ON operations (visit_id);

CREATE INDEX ix_operations_state ON operations (state);

CREATE INDEX ix_operations_settled_at ON operations (settled_at);

CREATE INDEX ix_settlements_operation_id ON settlements (operation_id);

-- What the venue tells Kaikukeskus about an operation that was refused.
CREATE TABLE notes (
    id CHAR(32) NOT NULL,
    about CHAR(32) NOT NULL,
    recorded_at VARCHAR NOT NULL,
    code VARCHAR,
    text VARCHAR,
    operator VARCHAR,
    PRIMARY KEY (id),
    FOREIGN KEY(id) REFERENCES operations (id)
);

CREATE INDEX ix_notes_about ON notes (about);

-- What this desk knows of its talk with the register: one row.
CREATE TABLE dialogue (
    id INTEGER NOT NULL CONSTRAINT ck_dialogue_one_row CHECK (id = 1),
    nonce VARCHAR,
    forked_at VARCHAR,
    resent_at VARCHAR,
    resent INTEGER DEFAULT 0 NOT NULL,
    token_doubted_on DATE,
    token_doubted_again BOOLEAN DEFAULT 0 NOT NULL,
    PRIMARY KEY (id)
);

INSERT INTO dialogue (id) VALUES (1);

-- A feed that is read anew: what is not told again by its end is no longer there.
CREATE TABLE feeds_next (
    name VARCHAR NOT NULL,
    cursor VARCHAR,
    complete_at VARCHAR,
    round INTEGER DEFAULT 0 NOT NULL,
    PRIMARY KEY (name)
);

INSERT INTO feeds_next (name, cursor, complete_at) SELECT name, cursor, complete_at FROM feeds;

DROP TABLE feeds;

ALTER TABLE feeds_next RENAME TO feeds;

ALTER TABLE offers ADD COLUMN round INTEGER DEFAULT 0 NOT NULL;

ALTER TABLE activity ADD COLUMN round INTEGER DEFAULT 0 NOT NULL;

-- A token that is not known once is no longer the end (contract 1.3).
UPDATE desks SET refused = NULL WHERE refused = 'token_invalid';
