-- The tables of version 0.1.0, as they were first made.

CREATE TABLE cards_a (
    number VARCHAR NOT NULL,
    kind VARCHAR(32) NOT NULL,
    status VARCHAR(32) NOT NULL,
    valid_from DATE NOT NULL,
    valid_until DATE NOT NULL,
    minors INTEGER NOT NULL,
    area VARCHAR NOT NULL,
    local_only BOOLEAN NOT NULL,
    PRIMARY KEY (number),
    CONSTRAINT ck_cards_a_cardkind CHECK (kind IN ('personal', 'community')),
    CONSTRAINT ck_cards_a_cardstatus CHECK (status IN ('active', 'suspended', 'revoked'))
) WITHOUT ROWID;

CREATE TABLE cards_b (
    number VARCHAR NOT NULL,
    kind VARCHAR(32) NOT NULL,
    status VARCHAR(32) NOT NULL,
    valid_from DATE NOT NULL,
    valid_until DATE NOT NULL,
    minors INTEGER NOT NULL,
    area VARCHAR NOT NULL,
    local_only BOOLEAN NOT NULL,
    PRIMARY KEY (number),
    CONSTRAINT ck_cards_b_cardkind CHECK (kind IN ('personal', 'community')),
    CONSTRAINT ck_cards_b_cardstatus CHECK (status IN ('active', 'suspended', 'revoked'))
) WITHOUT ROWID;

CREATE TABLE register_state (
    side VARCHAR(1) NOT NULL,
    in_use BOOLEAN NOT NULL,
    revision BIGINT NOT NULL,
    card_count BIGINT NOT NULL,
    checksum VARCHAR(64) NOT NULL,
    verified_at VARCHAR,
    "after" VARCHAR,
    pages_done BOOLEAN NOT NULL,
    PRIMARY KEY (side),
    CONSTRAINT ck_register_state_side CHECK (side IN ('a', 'b'))
);

CREATE TABLE offers (
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
    PRIMARY KEY (id),
    CONSTRAINT ck_offers_offerkind CHECK (kind IN ('event', 'course', 'standing')),
    CONSTRAINT ck_offers_sector CHECK (sector IN ('culture', 'education', 'science', 'sport')),
    CONSTRAINT ck_offers_offerstatus CHECK (status IN ('on_sale', 'sold_out', 'cancelled')),
    CONSTRAINT ck_offers_limitperiod CHECK (limit_period IN ('offer', 'day', 'calendar_year', 'school_year', 'days'))
);

CREATE TABLE feeds (
    name VARCHAR NOT NULL,
    cursor VARCHAR NOT NULL,
    complete_at VARCHAR,
    PRIMARY KEY (name)
);

CREATE TABLE visits (
    id CHAR(32) NOT NULL,
    recorded_at VARCHAR NOT NULL,
    local_date DATE NOT NULL,
    card_number VARCHAR NOT NULL,
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

CREATE INDEX ix_visits_card_number ON visits (card_number);

CREATE INDEX ix_visits_offer_id ON visits (offer_id);

CREATE INDEX ix_visits_local_date ON visits (local_date);

CREATE TABLE operations (
    seq INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    id CHAR(32) NOT NULL,
    kind VARCHAR(5) NOT NULL,
    visit_id CHAR(32),
    state VARCHAR(32) NOT NULL,
    taken BOOLEAN NOT NULL,
    code VARCHAR,
    detail VARCHAR,
    settled_at VARCHAR,
    UNIQUE (id),
    CONSTRAINT ck_operations_kind CHECK (kind IN ('visit', 'void', 'offer')),
    CONSTRAINT ck_operations_operationstate CHECK (state IN ('pending', 'sending', 'accepted', 'rejected', 'withdrawn'))
);

CREATE INDEX ix_operations_visit_id ON operations (visit_id);

CREATE INDEX ix_operations_state ON operations (state);

CREATE TABLE activity (
    id CHAR(32) NOT NULL,
    desk_id CHAR(32) NOT NULL,
    desk_name VARCHAR NOT NULL,
    card_number VARCHAR NOT NULL,
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

CREATE INDEX ix_activity_card_number ON activity (card_number);

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
);

CREATE TABLE clock (
    id INTEGER NOT NULL CONSTRAINT ck_clock_one_row CHECK (id = 1),
    trusted_at VARCHAR NOT NULL,
    last_seen VARCHAR NOT NULL,
    run INTEGER NOT NULL,
    offset_ms BIGINT NOT NULL,
    doubtful BOOLEAN NOT NULL,
    PRIMARY KEY (id)
);

CREATE TABLE voids (
    id CHAR(32) NOT NULL,
    visit_id CHAR(32) NOT NULL,
    reason VARCHAR(32) NOT NULL,
    recorded_at VARCHAR NOT NULL,
    operator VARCHAR,
    PRIMARY KEY (id),
    FOREIGN KEY(id) REFERENCES operations (id),
    UNIQUE (visit_id),
    FOREIGN KEY(visit_id) REFERENCES visits (id),
    CONSTRAINT ck_voids_voidreason CHECK (reason IN ('mistake', 'not_used', 'corrected'))
);

CREATE TABLE own_offers (
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
    PRIMARY KEY (id),
    FOREIGN KEY(id) REFERENCES operations (id),
    CONSTRAINT ck_own_offers_offerkind CHECK (kind IN ('event', 'course', 'standing')),
    CONSTRAINT ck_own_offers_sector CHECK (sector IN ('culture', 'education', 'science', 'sport')),
    CONSTRAINT ck_own_offers_offerstatus CHECK (status IN ('on_sale', 'sold_out', 'cancelled')),
    CONSTRAINT ck_own_offers_limitperiod CHECK (limit_period IN ('offer', 'day', 'calendar_year', 'school_year', 'days'))
);
