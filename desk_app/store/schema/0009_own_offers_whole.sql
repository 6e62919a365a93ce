-- Limits over calendar months and terms, and over all courses beside one's own; a fee that is told at
-- the counter; offers of one's own that are changed and withdrawn; a desk of several venues.

CREATE TABLE offers_next (
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
    venue_id VARCHAR,
    PRIMARY KEY (id),
    CONSTRAINT ck_offers_offerkind CHECK (kind IN ('event', 'course', 'standing')),
    CONSTRAINT ck_offers_sector CHECK (sector IN ('culture', 'education', 'science', 'sport')),
    CONSTRAINT ck_offers_offerstatus CHECK (status IN ('on_sale', 'sold_out', 'cancelled')),
    CONSTRAINT ck_offers_limitperiod CHECK (limit_period IN ('offer', 'day', 'calendar_year', 'school_year', 'days', 'months', 'term')),
    CONSTRAINT ck_offers_courseperiod CHECK (course_period IN ('offer', 'day', 'calendar_year', 'school_year', 'days', 'months', 'term'))
);

INSERT INTO offers_next (id, own, removed, kind, sector, name_fi, name_sv, name_en, place, starts_at, ends_at, status, quota_total,
    quota_used, limit_count, limit_period, limit_days, value_cents, ceiling_cents, minors_allowed)
SELECT id, own, removed, kind, sector, name_fi, name_sv, name_en, place, starts_at, ends_at, status, quota_total,
    quota_used, limit_count, limit_period, limit_days, value_cents, ceiling_cents, minors_allowed FROM offers;

DROP TABLE offers;

ALTER TABLE offers_next RENAME TO offers;

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
    FOREIGN KEY(id) REFERENCES operations (id),
    CONSTRAINT ck_own_offers_offerkind CHECK (kind IN ('event', 'course', 'standing')),
    CONSTRAINT ck_own_offers_sector CHECK (sector IN ('culture', 'education', 'science', 'sport')),
    CONSTRAINT ck_own_offers_offerstatus CHECK (status IN ('on_sale', 'sold_out', 'cancelled')),
    CONSTRAINT ck_own_offers_limitperiod CHECK (limit_period IN ('offer', 'day', 'calendar_year', 'school_year', 'days', 'months', 'term')),
    CONSTRAINT ck_own_offers_courseperiod CHECK (course_period IN ('offer', 'day', 'calendar_year', 'school_year', 'days', 'months', 'term'))
);

INSERT INTO own_offers_next (id, recorded_at, offer_id, kind, sector, name_fi, name_sv, name_en, place, starts_at, ends_at, status, quota_total,
    quota_used, limit_count, limit_period, limit_days, value_cents, ceiling_cents, minors_allowed)
SELECT id, recorded_at, offer_id, kind, sector, name_fi, name_sv, name_en, place, starts_at, ends_at, status, quota_total,
    quota_used, limit_count, limit_period, limit_days, value_cents, ceiling_cents, minors_allowed FROM own_offers;

DROP TABLE own_offers;

ALTER TABLE own_offers_next RENAME TO own_offers;

ALTER TABLE visits ADD COLUMN value_cents INTEGER;

ALTER TABLE desks ADD COLUMN venues JSON;
