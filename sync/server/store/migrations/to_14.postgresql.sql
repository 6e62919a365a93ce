-- Sums of visits by month, which the server makes out of the visits: at its next start for all of them.
CREATE TABLE visit_sums (
    month DATE NOT NULL,
    venue_id VARCHAR NOT NULL,
    offer_id UUID NOT NULL,
    adults BIGINT NOT NULL,
    minors BIGINT NOT NULL,
    assistants BIGINT NOT NULL,
    PRIMARY KEY (month, venue_id, offer_id)
);
CREATE TABLE summed_venues (
    venue_id VARCHAR NOT NULL,
    position BIGINT NOT NULL,
    PRIMARY KEY (venue_id)
);
