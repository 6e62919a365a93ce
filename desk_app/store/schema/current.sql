-- The schema of a new file. Written by tests.old_databases.write_schema out of the steps.
CREATE TABLE register_state (
    side VARCHAR(1) NOT NULL,
    in_use BOOLEAN NOT NULL,
    revision BIGINT NOT NULL,
    card_count BIGINT NOT NULL,
    checksum VARCHAR(64) NOT NULL,
    verified_at VARCHAR,
    "after" VARCHAR,
    pages_done BOOLEAN NOT NULL, changed BOOLEAN DEFAULT 0 NOT NULL, up_to VARCHAR DEFAULT '' NOT NULL, signed_at VARCHAR, signature_at VARCHAR,
    PRIMARY KEY (side),
    CONSTRAINT ck_register_state_side CHECK (side IN ('a', 'b'))
);
CREATE TABLE desks (
    seq INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    api_url VARCHAR NOT NULL,
    ca_file VARCHAR,
    desk_id CHAR(32) NOT NULL,
    desk_name VARCHAR NOT NULL,
    venue_id VARCHAR NOT NULL,
    venue_name VARCHAR NOT NULL,
    venue_area VARCHAR NOT NULL,
    register_key BLOB NOT NULL,
    policy JSON NOT NULL,
    enrolled_at VARCHAR NOT NULL,
    refused VARCHAR
, venue_local_only BOOLEAN DEFAULT 0 NOT NULL, venues JSON, trusted_key BLOB, key_changes JSON);
CREATE TABLE clock (
    id INTEGER NOT NULL CONSTRAINT ck_clock_one_row CHECK (id = 1),
    trusted_at VARCHAR NOT NULL,
    last_seen VARCHAR NOT NULL,
    run INTEGER NOT NULL,
    offset_ms BIGINT NOT NULL,
    doubtful BOOLEAN NOT NULL, heard_at VARCHAR,
    PRIMARY KEY (id)
);
CREATE TABLE "visits" (
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
    clock_run INTEGER, value_cents INTEGER, steady_ms BIGINT, floor_at VARCHAR, first_dated_at VARCHAR,
    PRIMARY KEY (id),
    CONSTRAINT ck_visits_entry CHECK (entry IN ('camera', 'scanner', 'typed', 'paper')),
    CONSTRAINT ck_visits_verdictcode CHECK (verdict IN ('valid', 'valid_stale', 'not_yet_valid', 'expired', 'suspended', 'revoked', 'area_not_allowed', 'unknown', 'register_too_old', 'malformed_number'))
);
CREATE TABLE "activity" (
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
    state VARCHAR(32) NOT NULL, round INTEGER DEFAULT 0 NOT NULL, offers_at VARCHAR, void_confirmed BOOLEAN DEFAULT 0 NOT NULL,
    PRIMARY KEY (id),
    CONSTRAINT ck_activity_visitstate CHECK (state IN ('accepted', 'voided'))
);
CREATE TABLE marking (
    id INTEGER NOT NULL CONSTRAINT ck_marking_one_row CHECK (id = 1),
    "key" BLOB NOT NULL,
    PRIMARY KEY (id)
);
CREATE TABLE seen_cards (
    number VARCHAR NOT NULL PRIMARY KEY,
    kind VARCHAR(32) NOT NULL,
    status VARCHAR(32) NOT NULL,
    valid_from DATE NOT NULL,
    valid_until DATE NOT NULL,
    minors INTEGER NOT NULL,
    area VARCHAR NOT NULL,
    local_only BOOLEAN NOT NULL,
    revision BIGINT NOT NULL,
    seen_at VARCHAR NOT NULL,
    CONSTRAINT ck_seen_cards_cardkind CHECK (kind IN ('personal', 'community')),
    CONSTRAINT ck_seen_cards_cardstatus CHECK (status IN ('active', 'suspended', 'revoked'))
) WITHOUT ROWID;
CREATE TABLE paper_rows (
    id CHAR(32) NOT NULL,
    offer_id CHAR(32) NOT NULL,
    day DATE NOT NULL,
    number VARCHAR NOT NULL,
    printed DATE,
    holder INTEGER,
    children INTEGER,
    grandchildren INTEGER,
    assistants INTEGER,
    worker INTEGER,
    community_minors INTEGER, value_cents INTEGER,
    PRIMARY KEY (id)
);
CREATE TABLE "cards_a" (
    number VARCHAR NOT NULL,
    kind VARCHAR,
    status VARCHAR,
    valid_from DATE,
    valid_until DATE,
    minors INTEGER,
    area VARCHAR,
    local_only BOOLEAN,
    PRIMARY KEY (number)
) WITHOUT ROWID;
CREATE TABLE "cards_b" (
    number VARCHAR NOT NULL,
    kind VARCHAR,
    status VARCHAR,
    valid_from DATE,
    valid_until DATE,
    minors INTEGER,
    area VARCHAR,
    local_only BOOLEAN,
    PRIMARY KEY (number)
) WITHOUT ROWID;
CREATE TABLE "card_changes" (
    number VARCHAR NOT NULL,
    kind VARCHAR,
    status VARCHAR,
    valid_from DATE,
    valid_until DATE,
    minors INTEGER,
    area VARCHAR,
    local_only BOOLEAN,
    PRIMARY KEY (number)
) WITHOUT ROWID;
CREATE TABLE operation_log (
    id INTEGER NOT NULL PRIMARY KEY,
    number BIGINT NOT NULL,
    unerased BOOLEAN NOT NULL, at VARCHAR,
    CONSTRAINT ck_operation_log_one_row CHECK (id = 1)
);
CREATE TABLE recoveries (
    seq INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    at VARCHAR NOT NULL,
    rebuilt BOOLEAN NOT NULL,
    visits INTEGER NOT NULL,
    taken_in INTEGER NOT NULL,
    log_renewed BOOLEAN NOT NULL,
    lost INTEGER NOT NULL,
    knows_all BOOLEAN NOT NULL,
    aside VARCHAR
, lost_since VARCHAR, lost_until VARCHAR);
CREATE TABLE "offers" (
    id CHAR(32) NOT NULL,
    own BOOLEAN NOT NULL,
    removed BOOLEAN NOT NULL,
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
    venue_id VARCHAR, round INTEGER DEFAULT 0 NOT NULL,
    PRIMARY KEY (id),
    CONSTRAINT ck_offers_offerkind CHECK (kind IN ('event', 'course', 'standing')),
    CONSTRAINT ck_offers_sector CHECK (sector IN ('culture', 'education', 'science', 'sport')),
    CONSTRAINT ck_offers_offerstatus CHECK (status IN ('on_sale', 'sold_out', 'cancelled')),
    CONSTRAINT ck_offers_limitperiod CHECK (limit_period IN ('offer', 'day', 'calendar_year', 'school_year', 'days', 'months', 'term')),
    CONSTRAINT ck_offers_courseperiod CHECK (course_period IN ('offer', 'day', 'calendar_year', 'school_year', 'days', 'months', 'term'))
);
CREATE TABLE clock_runs (
    id BIGINT NOT NULL,
    boot VARCHAR NOT NULL,
    floor_at VARCHAR NOT NULL,
    floor_steady_ms BIGINT NOT NULL,
    seen_at VARCHAR NOT NULL,
    seen_steady_ms BIGINT NOT NULL,
    told_at VARCHAR,
    told_steady_ms BIGINT,
    doubtful BOOLEAN NOT NULL,
    still_ahead BOOLEAN NOT NULL,
    PRIMARY KEY (id)
);
CREATE TABLE "operations" (
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
    card_came BOOLEAN DEFAULT 0 NOT NULL, resent BOOLEAN DEFAULT 0 NOT NULL, counted BOOLEAN DEFAULT 0 NOT NULL, recorder_asks BOOLEAN DEFAULT 0 NOT NULL,
    UNIQUE (id),
    CONSTRAINT ck_operations_kind CHECK (kind IN ('visit', 'void', 'offer', 'note')),
    CONSTRAINT ck_operations_operationstate CHECK (state IN ('pending', 'sending', 'accepted', 'rejected', 'withdrawn'))
);
CREATE TABLE "voids" (
    id CHAR(32) NOT NULL,
    visit_id CHAR(32) NOT NULL,
    reason VARCHAR(32) NOT NULL,
    recorded_at VARCHAR NOT NULL,
    operator VARCHAR,
    PRIMARY KEY (id),
    FOREIGN KEY(id) REFERENCES "operations" (id),
    UNIQUE (visit_id),
    CONSTRAINT ck_voids_voidreason CHECK (reason IN ('mistake', 'not_used', 'corrected'))
);
CREATE TABLE "own_offers" (
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
    FOREIGN KEY(id) REFERENCES "operations" (id),
    CONSTRAINT ck_own_offers_offerkind CHECK (kind IN ('event', 'course', 'standing')),
    CONSTRAINT ck_own_offers_sector CHECK (sector IN ('culture', 'education', 'science', 'sport')),
    CONSTRAINT ck_own_offers_offerstatus CHECK (status IN ('on_sale', 'sold_out', 'cancelled')),
    CONSTRAINT ck_own_offers_limitperiod CHECK (limit_period IN ('offer', 'day', 'calendar_year', 'school_year', 'days', 'months', 'term')),
    CONSTRAINT ck_own_offers_courseperiod CHECK (course_period IN ('offer', 'day', 'calendar_year', 'school_year', 'days', 'months', 'term'))
);
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
CREATE TABLE dialogue (
    id INTEGER NOT NULL CONSTRAINT ck_dialogue_one_row CHECK (id = 1),
    nonce VARCHAR,
    forked_at VARCHAR,
    resent_at VARCHAR,
    resent INTEGER DEFAULT 0 NOT NULL,
    token_doubted_on DATE,
    token_doubted_again BOOLEAN DEFAULT 0 NOT NULL, taken_in INTEGER DEFAULT 0 NOT NULL,
    PRIMARY KEY (id)
);
CREATE TABLE "feeds" (
    name VARCHAR NOT NULL,
    cursor VARCHAR,
    complete_at VARCHAR,
    round INTEGER DEFAULT 0 NOT NULL,
    PRIMARY KEY (name)
);
CREATE TABLE missing_visits (
    id_prefix CHAR(16) NOT NULL,
    noticed_at VARCHAR NOT NULL,
    sought BOOLEAN DEFAULT 0 NOT NULL, acknowledged_at VARCHAR,
    PRIMARY KEY (id_prefix)
);
CREATE TABLE neighbours (
	desk_id CHAR(32) NOT NULL,
	desk_name VARCHAR NOT NULL,
	lan_key VARCHAR NOT NULL,
	CONSTRAINT pk_neighbours PRIMARY KEY (desk_id)
);
CREATE TABLE news (
	seq INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
	kind VARCHAR(9) NOT NULL,
	id CHAR(32) NOT NULL,
	CONSTRAINT uq_news UNIQUE (kind, id),
	CONSTRAINT ck_news_kind CHECK (kind IN ('operation', 'visit'))
);
CREATE TABLE news_noted (
	id INTEGER NOT NULL,
	CONSTRAINT pk_news_noted PRIMARY KEY (id),
	CONSTRAINT ck_news_noted_one_row CHECK (id = 1)
);
CREATE TABLE quota_shares (
	offer_id CHAR(32) NOT NULL,
	granted INTEGER NOT NULL,
	turn INTEGER NOT NULL,
	moved_out JSON NOT NULL,
	moved_in JSON NOT NULL, given INTEGER NOT NULL DEFAULT 0,
	CONSTRAINT pk_quota_shares PRIMARY KEY (offer_id)
);
CREATE TABLE unaware_visits (
	visit_id CHAR(32) NOT NULL,
	other_id CHAR(32) NOT NULL,
	limit_passed BOOLEAN DEFAULT 0 NOT NULL,
	seen BOOLEAN DEFAULT 0 NOT NULL,
	CONSTRAINT pk_unaware_visits PRIMARY KEY (visit_id, other_id)
);
CREATE TABLE "settlements" (
    seq INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    operation_id CHAR(32) NOT NULL,
    code VARCHAR,
    detail VARCHAR,
    remedy VARCHAR(32) NOT NULL,
    at VARCHAR NOT NULL,
    note VARCHAR,
    operator VARCHAR,
    FOREIGN KEY(operation_id) REFERENCES operations (id),
    CONSTRAINT ck_settlements_remedy CHECK (remedy IN ('correct', 'again', 'withdraw', 'note', 'seen'))
);
CREATE TABLE news_runs (
	seq INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
	id VARCHAR NOT NULL,
	told INTEGER NOT NULL,
	CONSTRAINT uq_news_runs UNIQUE (id)
);
CREATE TABLE news_cursors (
	desk_id CHAR(32) NOT NULL,
	cursor VARCHAR NOT NULL,
	CONSTRAINT pk_news_cursors PRIMARY KEY (desk_id)
);
CREATE VIEW counted_tickets AS
SELECT id, offer_id, holder + children + grandchildren + worker + community_minors AS tickets
FROM visits;
CREATE VIEW own_tickets AS
SELECT counted_tickets.id, counted_tickets.offer_id, counted_tickets.tickets
FROM counted_tickets
JOIN operations ON operations.id = counted_tickets.id
WHERE operations.carried_from IS NULL AND operations.state <> 'withdrawn';
CREATE TRIGGER news_of_operation AFTER INSERT ON operations
WHEN EXISTS (SELECT 1 FROM news_noted) AND NOT new.from_feed
BEGIN
	INSERT INTO news (kind, id) VALUES ('operation', new.id);
END;
CREATE TRIGGER news_of_result AFTER UPDATE OF state ON operations
WHEN EXISTS (SELECT 1 FROM news_noted) AND NOT new.from_feed
	AND new.state <> old.state AND new.state IN ('accepted', 'rejected', 'withdrawn')
BEGIN
	DELETE FROM news WHERE kind = 'operation' AND id = new.id;
	INSERT INTO news (kind, id) VALUES ('operation', new.id);
END;
CREATE TRIGGER news_of_void AFTER UPDATE OF state ON activity
WHEN EXISTS (SELECT 1 FROM news_noted) AND new.state <> old.state
BEGIN
	DELETE FROM news WHERE kind = 'visit' AND id = new.id;
	INSERT INTO news (kind, id) VALUES ('visit', new.id);
END;
CREATE TRIGGER news_of_unaware_visit AFTER INSERT ON unaware_visits
WHEN EXISTS (SELECT 1 FROM news_noted)
	AND EXISTS (SELECT 1 FROM operations WHERE id = new.visit_id AND NOT from_feed)
	AND (
		new.visit_id > new.other_id
		OR EXISTS (
			SELECT 1 FROM unaware_visits AS back
			WHERE back.visit_id = new.other_id AND back.other_id = new.visit_id
		)
	)
BEGIN
	DELETE FROM news WHERE kind = 'operation' AND id = new.visit_id;
	INSERT INTO news (kind, id) VALUES ('operation', new.visit_id);
END;
CREATE TRIGGER news_of_unaware_answer AFTER INSERT ON unaware_visits
WHEN EXISTS (SELECT 1 FROM news_noted)
	AND EXISTS (SELECT 1 FROM operations WHERE id = new.other_id AND NOT from_feed)
	AND new.visit_id > new.other_id
	AND EXISTS (
		SELECT 1 FROM unaware_visits AS back
		WHERE back.visit_id = new.other_id AND back.other_id = new.visit_id
	)
BEGIN
	DELETE FROM news WHERE kind = 'operation' AND id = new.other_id;
	INSERT INTO news (kind, id) VALUES ('operation', new.other_id);
END;
CREATE TRIGGER news_of_visit AFTER INSERT ON activity
WHEN EXISTS (SELECT 1 FROM news_noted)
	AND (
		new.state <> 'accepted'
		OR NOT EXISTS (SELECT 1 FROM operations WHERE id = new.id AND NOT from_feed)
	)
BEGIN
	DELETE FROM news WHERE kind = 'visit' AND id = new.id;
	INSERT INTO news (kind, id) VALUES ('visit', new.id);
END;
CREATE TRIGGER given_of_share AFTER INSERT ON quota_shares
BEGIN
	UPDATE quota_shares SET given = (
		SELECT coalesce(sum(tickets), 0) FROM own_tickets
		WHERE own_tickets.offer_id = new.offer_id
		AND NOT EXISTS (SELECT 1 FROM voids WHERE voids.visit_id = own_tickets.id)
	)
	WHERE offer_id = new.offer_id;
END;
CREATE TRIGGER given_by_visit AFTER INSERT ON operations
WHEN new.kind = 'visit' AND new.carried_from IS NULL AND new.state <> 'withdrawn'
	AND NOT EXISTS (SELECT 1 FROM voids WHERE visit_id = new.id)
BEGIN
	UPDATE quota_shares SET given = given + (
		SELECT tickets FROM counted_tickets WHERE id = new.id
	)
	WHERE offer_id = (SELECT offer_id FROM visits WHERE id = new.id);
END;
CREATE TRIGGER given_less_void AFTER INSERT ON voids
WHEN EXISTS (SELECT 1 FROM own_tickets WHERE id = new.visit_id)
BEGIN
	UPDATE quota_shares SET given = given - (
		SELECT tickets FROM counted_tickets WHERE id = new.visit_id
	)
	WHERE offer_id = (SELECT offer_id FROM visits WHERE id = new.visit_id);
END;
CREATE TRIGGER given_less_withdrawn AFTER UPDATE OF state, carried_from ON operations
WHEN new.kind = 'visit'
	AND (old.carried_from IS NULL AND old.state <> 'withdrawn')
	<> (new.carried_from IS NULL AND new.state <> 'withdrawn')
	AND NOT EXISTS (SELECT 1 FROM voids WHERE visit_id = new.id)
BEGIN
	UPDATE quota_shares SET given = given + (
		SELECT CASE WHEN new.carried_from IS NULL AND new.state <> 'withdrawn'
			THEN tickets ELSE -tickets END
		FROM counted_tickets WHERE id = new.id
	)
	WHERE offer_id = (SELECT offer_id FROM visits WHERE id = new.id);
END;
CREATE TRIGGER given_anew AFTER UPDATE OF offer_id ON visits
BEGIN
	UPDATE quota_shares SET given = (
		SELECT coalesce(sum(tickets), 0) FROM own_tickets
		WHERE own_tickets.offer_id = quota_shares.offer_id
		AND NOT EXISTS (SELECT 1 FROM voids WHERE voids.visit_id = own_tickets.id)
	)
	WHERE offer_id IN (old.offer_id, new.offer_id);
END;
CREATE INDEX ix_visits_offer_id ON visits (offer_id);
CREATE INDEX ix_visits_local_date ON visits (local_date);
CREATE INDEX ix_activity_local_date ON activity (local_date);
CREATE INDEX ix_operations_state ON operations (state);
CREATE INDEX ix_notes_about ON notes (about);
CREATE INDEX ix_settlements_operation_id ON settlements (operation_id);
CREATE INDEX ix_operations_settled_at ON operations (settled_at) WHERE settled_at IS NOT NULL;
CREATE INDEX ix_visits_card_number ON visits (
    card_number, id, offer_id, local_date, recorded_at,
    holder, children, grandchildren, assistants, worker, community_minors
);
CREATE INDEX ix_visits_card_mark ON visits (
    card_mark, card_number, id, offer_id, local_date, recorded_at,
    holder, children, grandchildren, assistants, worker, community_minors
) WHERE card_mark IS NOT NULL;
CREATE INDEX ix_activity_card_number ON activity (card_number, desk_id);
CREATE INDEX ix_activity_card_mark ON activity (card_mark, desk_id) WHERE card_mark IS NOT NULL;
CREATE INDEX ix_operations_not_given ON operations (id) WHERE state IN ('rejected', 'withdrawn');
INSERT INTO marking (id, key) VALUES (1, randomblob(32));
INSERT INTO operation_log (id, number, unerased, at) VALUES (1, 0, 1, NULL);
INSERT INTO dialogue (id, nonce, forked_at, resent_at, resent, token_doubted_on, token_doubted_again, taken_in) VALUES (1, NULL, NULL, NULL, 0, NULL, 0, 0);
