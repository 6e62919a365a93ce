-- Sums of visits by month, which the server makes out of the visits: at its next start for all of them.
CREATE TABLE visit_sums (
    month DATE NOT NULL,
    venue_id VARCHAR NOT NULL,
    offer_id CHAR(32) NOT NULL,
    adults INTEGER NOT NULL,
    minors INTEGER NOT NULL,
    assistants INTEGER NOT NULL,
    PRIMARY KEY (month, venue_id, offer_id)
);
CREATE TABLE summed_venues (
    venue_id VARCHAR NOT NULL,
    position INTEGER NOT NULL,
    PRIMARY KEY (venue_id)
);
