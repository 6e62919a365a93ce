-- Paper forms being keyed in. A row leaves as its visit comes, under the same id.
CREATE TABLE paper_rows (
    id CHAR(32) NOT NULL,
    offer_id CHAR(32) NOT NULL,
    day DATE NOT NULL,
    number VARCHAR NOT NULL,
    printed DATE,
    holder INTEGER,
    children INTEGER,
    grandchildren INTEGER,
    assistants INTEGER,
    worker INTEGER,
    community_minors INTEGER,
    PRIMARY KEY (id)
);
