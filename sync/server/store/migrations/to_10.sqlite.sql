-- A LAN key is a certificate, which is longer than 200 characters.
CREATE TABLE new_standings (
    desk_id CHAR(32) NOT NULL,
    heard_at DATETIME NOT NULL,
    pending INTEGER NOT NULL,
    attention INTEGER NOT NULL,
    oldest_pending_at DATETIME,
    register_revision INTEGER NOT NULL,
    register_verified_at DATETIME,
    clock_ahead_ms INTEGER,
    lan_key VARCHAR(400),
    nonces INTEGER NOT NULL,
    nonce_given VARCHAR(200) NOT NULL,
    nonce_shown VARCHAR(200),
    forked_at DATETIME,
    PRIMARY KEY (desk_id),
    FOREIGN KEY(desk_id) REFERENCES desks (id)
);
INSERT INTO new_standings (
    desk_id, heard_at, pending, attention, oldest_pending_at, register_revision,
    register_verified_at, clock_ahead_ms, lan_key, nonces, nonce_given, nonce_shown, forked_at
) SELECT
    desk_id, heard_at, pending, attention, oldest_pending_at, register_revision,
    register_verified_at, clock_ahead_ms, lan_key, nonces, nonce_given, nonce_shown, forked_at
FROM standings;
DROP TABLE standings;
ALTER TABLE new_standings RENAME TO standings;
-- Desks hold what is left of a quota in shares.
CREATE TABLE shares (
    venue_id VARCHAR NOT NULL,
    offer_id CHAR(32) NOT NULL,
    desk_id CHAR(32) NOT NULL,
    granted INTEGER NOT NULL,
    used INTEGER NOT NULL,
    turn INTEGER NOT NULL,
    PRIMARY KEY (venue_id, offer_id, desk_id)
);
ALTER TABLE offers ADD COLUMN reserved INTEGER DEFAULT 0 NOT NULL;
