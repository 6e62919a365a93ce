-- Changes to the register in use: written down beside it first, and put in use as a whole.

CREATE TABLE card_changes (
    number VARCHAR NOT NULL,
    kind VARCHAR(32),
    status VARCHAR(32),
    valid_from DATE,
    valid_until DATE,
    minors INTEGER,
    area VARCHAR,
    local_only BOOLEAN,
    PRIMARY KEY (number),
    CONSTRAINT ck_card_changes_cardkind CHECK (kind IN ('personal', 'community')),
    CONSTRAINT ck_card_changes_cardstatus CHECK (status IN ('active', 'suspended', 'revoked'))
) WITHOUT ROWID;

ALTER TABLE register_state ADD COLUMN changed BOOLEAN DEFAULT 0 NOT NULL;
