-- What version 1.1 of the contract needs. Cursors of before name no place any more: desks
-- read their feeds anew.
ALTER TABLE venues ADD COLUMN local_only BOOLEAN NOT NULL DEFAULT false;
CREATE TABLE feed_marks (
    venue_id VARCHAR NOT NULL,
    position INTEGER NOT NULL,
    mark VARCHAR(16) NOT NULL,
    PRIMARY KEY (venue_id, position),
    FOREIGN KEY(venue_id) REFERENCES venues (id)
);
CREATE TABLE standings (
    desk_id CHAR(32) NOT NULL,
    heard_at DATETIME NOT NULL,
    pending INTEGER NOT NULL,
    attention INTEGER NOT NULL,
    oldest_pending_at DATETIME,
    register_revision INTEGER NOT NULL,
    register_verified_at DATETIME,
    clock_ahead_ms INTEGER,
    lan_key VARCHAR(200),
    nonces INTEGER NOT NULL,
    nonce_given VARCHAR(200) NOT NULL,
    nonce_shown VARCHAR(200),
    forked_at DATETIME,
    PRIMARY KEY (desk_id),
    FOREIGN KEY(desk_id) REFERENCES desks (id)
);
CREATE TABLE lookups (
    desk_id CHAR(32) NOT NULL,
    minute_began_at DATETIME NOT NULL,
    minute_count INTEGER NOT NULL,
    day_began_at DATETIME NOT NULL,
    day_count INTEGER NOT NULL,
    PRIMARY KEY (desk_id),
    FOREIGN KEY(desk_id) REFERENCES desks (id)
);
CREATE TABLE notes (
    venue_id VARCHAR NOT NULL,
    id CHAR(32) NOT NULL,
    desk_id CHAR(32) NOT NULL,
    received_at DATETIME NOT NULL,
    recorded_at DATETIME NOT NULL,
    about CHAR(32) NOT NULL,
    code VARCHAR(200),
    text TEXT NOT NULL,
    operator VARCHAR,
    PRIMARY KEY (venue_id, id)
);
CREATE INDEX notes_by_receipt ON notes (received_at);
INSERT INTO feed_marks (venue_id, position, mark)
SELECT id, position, lower(hex(randomblob(8))) FROM venues WHERE position > 0;
