CREATE TABLE seen_cards (
    number VARCHAR NOT NULL PRIMARY KEY,
    kind VARCHAR(32) NOT NULL,
    status VARCHAR(32) NOT NULL,
    valid_from DATE NOT NULL,
    valid_until DATE NOT NULL,
    minors INTEGER NOT NULL,
    area VARCHAR NOT NULL,
    local_only BOOLEAN NOT NULL,
    revision BIGINT NOT NULL,
    seen_at VARCHAR NOT NULL,
    CONSTRAINT ck_seen_cards_cardkind CHECK (kind IN ('personal', 'community')),
    CONSTRAINT ck_seen_cards_cardstatus CHECK (status IN ('active', 'suspended', 'revoked'))
) WITHOUT ROWID;
