-- A card that the program cannot read is kept for count and checksum: its fields may be anything.
-- Pages go on by a text of the register's own, so the last number of the whole pages is kept beside.

CREATE TABLE cards_a_next (
    number VARCHAR NOT NULL,
    kind VARCHAR,
    status VARCHAR,
    valid_from DATE,
    valid_until DATE,
    minors INTEGER,
    area VARCHAR,
    local_only BOOLEAN,
    PRIMARY KEY (number)
) WITHOUT ROWID;

INSERT INTO cards_a_next SELECT * FROM cards_a;

DROP TABLE cards_a;

ALTER TABLE cards_a_next RENAME TO cards_a;

CREATE TABLE cards_b_next (
    number VARCHAR NOT NULL,
    kind VARCHAR,
    status VARCHAR,
    valid_from DATE,
    valid_until DATE,
    minors INTEGER,
    area VARCHAR,
    local_only BOOLEAN,
    PRIMARY KEY (number)
) WITHOUT ROWID;

INSERT INTO cards_b_next SELECT * FROM cards_b;

DROP TABLE cards_b;

ALTER TABLE cards_b_next RENAME TO cards_b;

CREATE TABLE card_changes_next (
    number VARCHAR NOT NULL,
    kind VARCHAR,
    status VARCHAR,
    valid_from DATE,
    valid_until DATE,
    minors INTEGER,
    area VARCHAR,
    local_only BOOLEAN,
    PRIMARY KEY (number)
) WITHOUT ROWID;

INSERT INTO card_changes_next SELECT * FROM card_changes;

DROP TABLE card_changes;

ALTER TABLE card_changes_next RENAME TO card_changes;

ALTER TABLE register_state ADD COLUMN up_to VARCHAR DEFAULT '' NOT NULL;

-- Until now a load went on after a card's number.
UPDATE register_state SET up_to = "after" WHERE "after" IS NOT NULL;

ALTER TABLE desks ADD COLUMN venue_local_only BOOLEAN DEFAULT 0 NOT NULL;

-- A day of a year that nobody means stops whatever reckons with it.
DELETE FROM offers WHERE starts_at NOT BETWEEN '2000' AND '2199~' OR ends_at NOT BETWEEN '2000' AND '9999~';

DELETE FROM activity WHERE local_date NOT BETWEEN '2000' AND '2199~';
