-- From version 2, which kept operations and offers as JSON texts, to plain columns.
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
    id UUID NOT NULL,
    kind VARCHAR(20) NOT NULL,
    sector VARCHAR(20) NOT NULL,
    name_fi VARCHAR NOT NULL,
    name_sv VARCHAR,
    name_en VARCHAR,
    place VARCHAR,
    starts_at TIMESTAMP WITH TIME ZONE,
    ends_at TIMESTAMP WITH TIME ZONE,
    status VARCHAR(20) NOT NULL,
    quota_total BIGINT,
    quota_used BIGINT,
    limit_count BIGINT,
    limit_period VARCHAR(20),
    limit_days INTEGER,
    value_cents BIGINT,
    ceiling_cents BIGINT,
    minors_allowed BOOLEAN NOT NULL,
    limit_months INTEGER,
    course_count BIGINT,
    course_period VARCHAR(20),
    course_days INTEGER,
    course_months INTEGER,
    value_asked BOOLEAN,
    used BIGINT NOT NULL,
    removed BOOLEAN NOT NULL,
    position BIGINT NOT NULL,
    PRIMARY KEY (venue_id, id),
    FOREIGN KEY(venue_id) REFERENCES venues (id)
);
CREATE INDEX offers_by_position ON offers (venue_id, position);
CREATE TABLE visits (
    venue_id VARCHAR NOT NULL,
    id UUID NOT NULL,
    desk_id UUID NOT NULL,
    received_at TIMESTAMP WITH TIME ZONE NOT NULL,
    recorded_at TIMESTAMP WITH TIME ZONE NOT NULL,
    local_date DATE NOT NULL,
    card_number VARCHAR COLLATE "C" NOT NULL,
    offer_id UUID NOT NULL,
    holder INTEGER NOT NULL,
    children INTEGER NOT NULL,
    grandchildren INTEGER NOT NULL,
    assistants INTEGER NOT NULL,
    worker INTEGER NOT NULL,
    community_minors INTEGER NOT NULL,
    entry VARCHAR(20) NOT NULL,
    register_revision BIGINT NOT NULL,
    verdict VARCHAR(40) NOT NULL,
    provisional BOOLEAN NOT NULL,
    printed_valid_until DATE,
    clock_trusted BOOLEAN NOT NULL,
    operator VARCHAR,
    replaces UUID,
    value_cents BIGINT,
    state VARCHAR(20) NOT NULL,
    position BIGINT NOT NULL,
    PRIMARY KEY (venue_id, id)
);
CREATE INDEX visits_by_card ON visits (venue_id, card_number);
CREATE INDEX visits_by_position ON visits (venue_id, position);
CREATE INDEX visits_by_receipt ON visits (received_at, venue_id, position);
CREATE TABLE voids (
    venue_id VARCHAR NOT NULL,
    id UUID NOT NULL,
    desk_id UUID NOT NULL,
    received_at TIMESTAMP WITH TIME ZONE NOT NULL,
    recorded_at TIMESTAMP WITH TIME ZONE NOT NULL,
    visit_id UUID NOT NULL,
    reason VARCHAR(20) NOT NULL,
    operator VARCHAR,
    PRIMARY KEY (venue_id, id)
);
CREATE INDEX voids_by_visit ON voids (venue_id, visit_id);
CREATE TABLE own_offers (
    venue_id VARCHAR NOT NULL,
    id UUID NOT NULL,
    desk_id UUID NOT NULL,
    received_at TIMESTAMP WITH TIME ZONE NOT NULL,
    recorded_at TIMESTAMP WITH TIME ZONE NOT NULL,
    offer_id UUID NOT NULL,
    kind VARCHAR(20) NOT NULL,
    sector VARCHAR(20) NOT NULL,
    name_fi VARCHAR NOT NULL,
    name_sv VARCHAR,
    name_en VARCHAR,
    place VARCHAR,
    starts_at TIMESTAMP WITH TIME ZONE,
    ends_at TIMESTAMP WITH TIME ZONE,
    status VARCHAR(20) NOT NULL,
    quota_total BIGINT,
    quota_used BIGINT,
    limit_count BIGINT,
    limit_period VARCHAR(20),
    limit_days INTEGER,
    value_cents BIGINT,
    ceiling_cents BIGINT,
    minors_allowed BOOLEAN NOT NULL,
    limit_months INTEGER,
    course_count BIGINT,
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
    (document::json #>> '{recorded_at}')::timestamptz,
    (document::json #>> '{local_date}')::date,
    document::json #>> '{card_number}',
    (document::json #>> '{offer_id}')::uuid,
    coalesce((document::json #>> '{tickets,holder}')::integer, 0),
    coalesce((document::json #>> '{tickets,children}')::integer, 0),
    coalesce((document::json #>> '{tickets,grandchildren}')::integer, 0),
    coalesce((document::json #>> '{tickets,assistants}')::integer, 0),
    coalesce((document::json #>> '{tickets,worker}')::integer, 0),
    coalesce((document::json #>> '{tickets,community_minors}')::integer, 0),
    document::json #>> '{entry}',
    (document::json #>> '{register_revision}')::bigint,
    document::json #>> '{verdict}',
    (document::json #>> '{provisional}')::boolean,
    (document::json #>> '{printed_valid_until}')::date,
    (document::json #>> '{clock_trusted}')::boolean,
    document::json #>> '{operator}',
    (document::json #>> '{replaces}')::uuid,
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
    (document::json #>> '{recorded_at}')::timestamptz,
    (document::json #>> '{visit_id}')::uuid,
    document::json #>> '{reason}',
    document::json #>> '{operator}'
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
    (document::json #>> '{recorded_at}')::timestamptz,
    (document::json #>> '{offer,id}')::uuid,
    document::json #>> '{offer,kind}',
    document::json #>> '{offer,sector}',
    document::json #>> '{offer,name,fi}',
    document::json #>> '{offer,name,sv}',
    document::json #>> '{offer,name,en}',
    document::json #>> '{offer,place}',
    (document::json #>> '{offer,starts_at}')::timestamptz,
    (document::json #>> '{offer,ends_at}')::timestamptz,
    document::json #>> '{offer,status}',
    (document::json #>> '{offer,quota,total}')::bigint,
    (document::json #>> '{offer,quota,used}')::bigint,
    (document::json #>> '{offer,card_limit,count}')::bigint,
    document::json #>> '{offer,card_limit,period}',
    (document::json #>> '{offer,card_limit,days}')::integer,
    (document::json #>> '{offer,value_cents}')::bigint,
    (document::json #>> '{offer,ceiling_cents}')::bigint,
    (document::json #>> '{offer,minors_allowed}')::boolean
FROM operations_2 WHERE kind = 'offer';

INSERT INTO offers (
    venue_id, id, kind, sector, name_fi, name_sv, name_en, place, starts_at, ends_at, status,
    quota_total, quota_used, limit_count, limit_period, limit_days, value_cents, ceiling_cents,
    minors_allowed, used, removed, position
)
SELECT
    venue_id,
    id,
    document::json #>> '{kind}',
    document::json #>> '{sector}',
    document::json #>> '{name,fi}',
    document::json #>> '{name,sv}',
    document::json #>> '{name,en}',
    document::json #>> '{place}',
    (document::json #>> '{starts_at}')::timestamptz,
    (document::json #>> '{ends_at}')::timestamptz,
    document::json #>> '{status}',
    (document::json #>> '{quota,total}')::bigint,
    (document::json #>> '{quota,used}')::bigint,
    (document::json #>> '{card_limit,count}')::bigint,
    document::json #>> '{card_limit,period}',
    (document::json #>> '{card_limit,days}')::integer,
    (document::json #>> '{value_cents}')::bigint,
    (document::json #>> '{ceiling_cents}')::bigint,
    (document::json #>> '{minors_allowed}')::boolean,
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
