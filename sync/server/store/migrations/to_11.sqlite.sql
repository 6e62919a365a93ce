-- The figures of closed years, and what is left of a holder's details when they have gone.
CREATE TABLE closed_years (
    year INTEGER NOT NULL,
    closed_at DATETIME NOT NULL,
    PRIMARY KEY (year)
);
CREATE TABLE closed_figures (
    year INTEGER NOT NULL,
    area VARCHAR NOT NULL,
    sector VARCHAR(40) NOT NULL,
    month VARCHAR(2) NOT NULL,
    adults INTEGER NOT NULL,
    minors INTEGER NOT NULL,
    assistants INTEGER NOT NULL,
    PRIMARY KEY (year, area, sector, month),
    FOREIGN KEY(year) REFERENCES closed_years (year)
);
ALTER TABLE registered_cards ADD COLUMN birth_decade INTEGER;
ALTER TABLE registered_cards ADD COLUMN postcode_area VARCHAR(2);
