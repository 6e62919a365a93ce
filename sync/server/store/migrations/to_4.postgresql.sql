-- What version 1.1 of the contract needs. Cursors of before name no place any more: desks
-- read their feeds anew.
ALTER TABLE venues ADD COLUMN local_only BOOLEAN NOT NULL DEFAULT false;
CREATE TABLE feed_marks (
    venue_id VARCHAR NOT NULL,
    position BIGINT NOT NULL,
    mark VARCHAR(16) NOT NULL,
    PRIMARY KEY (venue_id, position),
    FOREIGN KEY(venue_id) REFERENCES venues (id)
);
CREATE TABLE standings (
    desk_id UUID NOT NULL,
    heard_at TIMESTAMP WITH TIME ZONE NOT NULL,
    pending BIGINT NOT NULL,
    attention BIGINT NOT NULL,
    oldest_pending_at TIMESTAMP WITH TIME ZONE,
    register_revision BIGINT NOT NULL,
    register_verified_at TIMESTAMP WITH TIME ZONE,
    clock_ahead_ms BIGINT,
    lan_key VARCHAR(200),
    nonces BIGINT NOT NULL,
    nonce_given VARCHAR(200) NOT NULL,
    nonce_shown VARCHAR(200),
    forked_at TIMESTAMP WITH TIME ZONE,
    PRIMARY KEY (desk_id),
    FOREIGN KEY(desk_id) REFERENCES desks (id)
);
CREATE TABLE lookups (
    desk_id UUID NOT NULL,
    minute_began_at TIMESTAMP WITH TIME ZONE NOT NULL,
    minute_count INTEGER NOT NULL,
    day_began_at TIMESTAMP WITH TIME ZONE NOT NULL,
    day_count INTEGER NOT NULL,
    PRIMARY KEY (desk_id),
    FOREIGN KEY(desk_id) REFERENCES desks (id)
);
CREATE TABLE notes (
    venue_id VARCHAR NOT NULL,
    id UUID NOT NULL,
    desk_id UUID NOT NULL,
    received_at TIMESTAMP WITH TIME ZONE NOT NULL,
    recorded_at TIMESTAMP WITH TIME ZONE NOT NULL,
    about UUID NOT NULL,
    code VARCHAR(200),
    text TEXT NOT NULL,
    operator VARCHAR,
    PRIMARY KEY (venue_id, id)
);
CREATE INDEX notes_by_receipt ON notes (received_at);
INSERT INTO feed_marks (venue_id, position, mark)
SELECT id, position, substr(md5(random()::text || id), 1, 16) FROM venues WHERE position > 0;
