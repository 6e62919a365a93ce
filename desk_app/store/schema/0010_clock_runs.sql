-- A run of the machine's clock: from a start of the machine on, while its steady clock goes on.
-- What is lost of it comes again: a new run is begun.
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

ALTER TABLE clock ADD COLUMN heard_at VARCHAR;

ALTER TABLE visits ADD COLUMN steady_ms BIGINT;

ALTER TABLE visits ADD COLUMN floor_at VARCHAR;

ALTER TABLE visits ADD COLUMN first_dated_at VARCHAR;
