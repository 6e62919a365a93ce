-- From version 2, which kept operations and offers as JSON texts, to plain columns.
-- Times are UTC in those texts; SQLite keeps them to the microsecond.
DROP INDEX offers_by_position;
DROP INDEX operations_by_position;
DROP INDEX operations_by_card;
DROP INDEX voids_by_visit;
ALTER TABLE offers RENAME TO offers_2;
ALTER TABLE operations RENAME TO operations_2;
-- each is among the operations too
DROP TABLE voids;

CREATE TABLE offers (
    venue_id VARCHAR NOT NULL,
    id CHAR(32) NOT NULL,
    kind VARCHAR(20) NOT NULL,
    sector VARCHAR(20) NOT NULL,
    name_fi VARCHAR NOT NULL,
    name_sv VARCHAR,
    name_en VARCHAR,
    place VARCHAR,
    starts_at DATETIME,
    ends_at DATETIME,
    status VARCHAR(20) NOT NULL,
    quota_total INTEGER,
    quota_used INTEGER,
    limit_count INTEGER,
    limit_period VARCHAR(20),
    limit_days INTEGER,
    value_cents INTEGER,
    ceiling_cents INTEGER,
    minors_allowed BOOLEAN NOT NULL,
    limit_months INTEGER,
    course_count INTEGER,
    course_period VARCHAR(20),
    course_days INTEGER,
    course_months INTEGER,
    value_asked BOOLEAN,
    used INTEGER NOT NULL,
    removed BOOLEAN NOT NULL,
    position INTEGER NOT NULL,
    PRIMARY KEY (venue_id, id),
    FOREIGN KEY(venue_id) REFERENCES venues (id)
);
CREATE INDEX offers_by_position ON offers (venue_id, position);
CREATE TABLE visits (
    venue_id VARCHAR NOT NULL,
    id CHAR(32) NOT NULL,
    desk_id CHAR(32) NOT NULL,
    received_at DATETIME NOT NULL,
    recorded_at DATETIME NOT NULL,
    local_date DATE NOT NULL,
    card_number VARCHAR NOT NULL,
    offer_id CHAR(32) NOT NULL,
    holder INTEGER NOT NULL,
    children INTEGER NOT NULL,
    grandchildren INTEGER NOT NULL,
    assistants INTEGER NOT NULL,
    worker INTEGER NOT NULL,
    community_minors INTEGER NOT NULL,
    entry VARCHAR(20) NOT NULL,
    register_revision INTEGER NOT NULL,
    verdict VARCHAR(40) NOT NULL,
    provisional BOOLEAN NOT NULL,
    printed_valid_until DATE,
    clock_trusted BOOLEAN NOT NULL,
    operator VARCHAR,
    replaces CHAR(32),
    value_cents INTEGER,
    state VARCHAR(20) NOT NULL,
    position INTEGER NOT NULL,
    PRIMARY KEY (venue_id, id)
);
CREATE INDEX visits_by_card ON visits (venue_id, card_number);
CREATE INDEX visits_by_position ON visits (venue_id, position);
CREATE INDEX visits_by_receipt ON visits (received_at, venue_id, position);
CREATE TABLE voids (
    venue_id VARCHAR NOT NULL,
    id CHAR(32) NOT NULL,
    desk_id CHAR(32) NOT NULL,
    received_at DATETIME NOT NULL,
    recorded_at DATETIME NOT NULL,
    visit_id CHAR(32) NOT NULL,
    reason VARCHAR(20) NOT NULL,
    operator VARCHAR,
    PRIMARY KEY (venue_id, id)
);
CREATE INDEX voids_by_visit ON voids (venue_id, visit_id);
CREATE TABLE own_offers (
    venue_id VARCHAR NOT NULL,
    id CHAR(32) NOT NULL,
    desk_id CHAR(32) NOT NULL,
    received_at DATETIME NOT NULL,
    recorded_at DATETIME NOT NULL,
    offer_id CHAR(32) NOT NULL,
    kind VARCHAR(20) NOT NULL,
    sector VARCHAR(20) NOT NULL,
    name_fi VARCHAR NOT NULL,
    name_sv VARCHAR,
    name_en VARCHAR,
    place VARCHAR,
    starts_at DATETIME,
    ends_at DATETIME,
    status VARCHAR(20) NOT NULL,
    quota_total INTEGER,
    quota_used INTEGER,
    limit_count INTEGER,
    limit_period VARCHAR(20),
    limit_days INTEGER,
    value_cents INTEGER,
    ceiling_cents INTEGER,
    minors_allowed BOOLEAN NOT NULL,
    limit_months INTEGER,
    course_count INTEGER,
    course_period VARCHAR(20),
    course_days INTEGER,
    course_months INTEGER,
    value_asked BOOLEAN,
    revises BOOLEAN,
    withdrawn BOOLEAN,
    PRIMARY KEY (venue_id, id)
);

INSERT INTO visits (
    venue_id, id, desk_id, received_at, recorded_at, local_date, card_number, offer_id, holder,
    children, grandchildren, assistants, worker, community_minors, entry, register_revision,
    verdict, provisional, printed_valid_until, clock_trusted, operator, replaces, state,
    position
)
SELECT
    venue_id,
    id,
    desk_id,
    received_at,
    substr(json_extract(document, '$.recorded_at'), 1, 10) || ' '
        || substr(json_extract(document, '$.recorded_at'), 12, 8) || '.'
        || substr(rtrim(substr(json_extract(document, '$.recorded_at'), 21), 'Z') || '000000', 1, 6),
    json_extract(document, '$.local_date'),
    json_extract(document, '$.card_number'),
    replace(json_extract(document, '$.offer_id'), '-', ''),
    coalesce(json_extract(document, '$.tickets.holder'), 0),
    coalesce(json_extract(document, '$.tickets.children'), 0),
    coalesce(json_extract(document, '$.tickets.grandchildren'), 0),
    coalesce(json_extract(document, '$.tickets.assistants'), 0),
    coalesce(json_extract(document, '$.tickets.worker'), 0),
    coalesce(json_extract(document, '$.tickets.community_minors'), 0),
    json_extract(document, '$.entry'),
    json_extract(document, '$.register_revision'),
    json_extract(document, '$.verdict'),
    json_extract(document, '$.provisional'),
    json_extract(document, '$.printed_valid_until'),
    json_extract(document, '$.clock_trusted'),
    json_extract(document, '$.operator'),
    replace(json_extract(document, '$.replaces'), '-', ''),
    state,
    position
FROM operations_2 WHERE kind = 'visit';

INSERT INTO voids (
    venue_id, id, desk_id, received_at, recorded_at, visit_id, reason, operator
)
SELECT
    venue_id,
    id,
    desk_id,
    received_at,
    substr(json_extract(document, '$.recorded_at'), 1, 10) || ' '
        || substr(json_extract(document, '$.recorded_at'), 12, 8) || '.'
        || substr(rtrim(substr(json_extract(document, '$.recorded_at'), 21), 'Z') || '000000', 1, 6),
    replace(json_extract(document, '$.visit_id'), '-', ''),
    json_extract(document, '$.reason'),
    json_extract(document, '$.operator')
FROM operations_2 WHERE kind = 'void';

INSERT INTO own_offers (
    venue_id, id, desk_id, received_at, recorded_at, offer_id, kind, sector, name_fi, name_sv,
    name_en, place, starts_at, ends_at, status, quota_total, quota_used, limit_count,
    limit_period, limit_days, value_cents, ceiling_cents, minors_allowed
)
SELECT
    venue_id,
    id,
    desk_id,
    received_at,
    substr(json_extract(document, '$.recorded_at'), 1, 10) || ' '
        || substr(json_extract(document, '$.recorded_at'), 12, 8) || '.'
        || substr(rtrim(substr(json_extract(document, '$.recorded_at'), 21), 'Z') || '000000', 1, 6),
    replace(json_extract(document, '$.offer.id'), '-', ''),
    json_extract(document, '$.offer.kind'),
    json_extract(document, '$.offer.sector'),
    json_extract(document, '$.offer.name.fi'),
    json_extract(document, '$.offer.name.sv'),
    json_extract(document, '$.offer.name.en'),
    json_extract(document, '$.offer.place'),
    substr(json_extract(document, '$.offer.starts_at'), 1, 10) || ' '
        || substr(json_extract(document, '$.offer.starts_at'), 12, 8) || '.'
        || substr(rtrim(substr(json_extract(document, '$.offer.starts_at'), 21), 'Z') || '000000', 1, 6),
    substr(json_extract(document, '$.offer.ends_at'), 1, 10) || ' '
        || substr(json_extract(document, '$.offer.ends_at'), 12, 8) || '.'
        || substr(rtrim(substr(json_extract(document, '$.offer.ends_at'), 21), 'Z') || '000000', 1, 6),
    json_extract(document, '$.offer.status'),
    json_extract(document, '$.offer.quota.total'),
    json_extract(document, '$.offer.quota.used'),
    json_extract(document, '$.offer.card_limit.count'),
    json_extract(document, '$.offer.card_limit.period'),
    json_extract(document, '$.offer.card_limit.days'),
    json_extract(document, '$.offer.value_cents'),
    json_extract(document, '$.offer.ceiling_cents'),
    json_extract(document, '$.offer.minors_allowed')
FROM operations_2 WHERE kind = 'offer';

INSERT INTO offers (
    venue_id, id, kind, sector, name_fi, name_sv, name_en, place, starts_at, ends_at, status,
    quota_total, quota_used, limit_count, limit_period, limit_days, value_cents, ceiling_cents,
    minors_allowed, used, removed, position
)
SELECT
    venue_id,
    id,
    json_extract(document, '$.kind'),
    json_extract(document, '$.sector'),
    json_extract(document, '$.name.fi'),
    json_extract(document, '$.name.sv'),
    json_extract(document, '$.name.en'),
    json_extract(document, '$.place'),
    substr(json_extract(document, '$.starts_at'), 1, 10) || ' '
        || substr(json_extract(document, '$.starts_at'), 12, 8) || '.'
        || substr(rtrim(substr(json_extract(document, '$.starts_at'), 21), 'Z') || '000000', 1, 6),
    substr(json_extract(document, '$.ends_at'), 1, 10) || ' '
        || substr(json_extract(document, '$.ends_at'), 12, 8) || '.'
        || substr(rtrim(substr(json_extract(document, '$.ends_at'), 21), 'Z') || '000000', 1, 6),
    json_extract(document, '$.status'),
    json_extract(document, '$.quota.total'),
    json_extract(document, '$.quota.used'),
    json_extract(document, '$.card_limit.count'),
    json_extract(document, '$.card_limit.period'),
    json_extract(document, '$.card_limit.days'),
    json_extract(document, '$.value_cents'),
    json_extract(document, '$.ceiling_cents'),
    json_extract(document, '$.minors_allowed'),
    (
        SELECT coalesce(sum(holder + children + grandchildren + worker + community_minors), 0)
        FROM visits
        WHERE visits.venue_id = offers_2.venue_id AND visits.offer_id = offers_2.id
            AND visits.state = 'accepted'
    ),
    removed,
    position
FROM offers_2;

DROP TABLE offers_2;
DROP TABLE operations_2;
