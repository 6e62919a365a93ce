-- A ticket agent's desk records for several venues. One row for each of them, in their order; a desk
-- of one venue, and a code for one, has none.
CREATE TABLE activation_venues (
    code_hash BYTEA NOT NULL,
    place INTEGER NOT NULL,
    venue_id VARCHAR NOT NULL,
    PRIMARY KEY (code_hash, place),
    FOREIGN KEY(code_hash) REFERENCES activations (code_hash),
    FOREIGN KEY(venue_id) REFERENCES venues (id)
);
CREATE TABLE desk_venues (
    desk_id UUID NOT NULL,
    place INTEGER NOT NULL,
    venue_id VARCHAR NOT NULL,
    PRIMARY KEY (desk_id, place),
    FOREIGN KEY(desk_id) REFERENCES desks (id),
    FOREIGN KEY(venue_id) REFERENCES venues (id)
);
CREATE INDEX desk_venues_by_venue ON desk_venues (venue_id, desk_id);
DROP INDEX voids_by_visit;
CREATE INDEX voids_by_visit ON voids (visit_id);
