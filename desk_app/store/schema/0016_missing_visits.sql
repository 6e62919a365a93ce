-- Visits that waited here once, by the beginning of their ids, and are here no more: an old copy of
-- database and operation log was put back, or both are gone.
CREATE TABLE missing_visits (
    id_prefix CHAR(16) NOT NULL,
    noticed_at VARCHAR NOT NULL,
    sought BOOLEAN DEFAULT 0 NOT NULL,
    PRIMARY KEY (id_prefix)
);
