-- A LAN key is a certificate, which is longer than 200 characters.
ALTER TABLE standings ALTER COLUMN lan_key TYPE VARCHAR(400);
-- Desks hold what is left of a quota in shares.
CREATE TABLE shares (
    venue_id VARCHAR NOT NULL,
    offer_id UUID NOT NULL,
    desk_id UUID NOT NULL,
    granted BIGINT NOT NULL,
    used BIGINT NOT NULL,
    turn BIGINT NOT NULL,
    PRIMARY KEY (venue_id, offer_id, desk_id)
);
ALTER TABLE offers ADD COLUMN reserved BIGINT DEFAULT 0 NOT NULL;
