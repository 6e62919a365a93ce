-- The console's workplaces and accounts, what issuers know of cards, commitments and answers.
CREATE TABLE workplaces (
    id CHAR(32) NOT NULL,
    role VARCHAR(20) NOT NULL,
    name VARCHAR NOT NULL,
    area VARCHAR NOT NULL,
    venue_id VARCHAR,
    made_at DATETIME NOT NULL,
    closed_at DATETIME,
    PRIMARY KEY (id),
    FOREIGN KEY(venue_id) REFERENCES venues (id)
);
CREATE TABLE accounts (
    id CHAR(32) NOT NULL,
    workplace_id CHAR(32) NOT NULL,
    login VARCHAR NOT NULL,
    made_at DATETIME NOT NULL,
    closed_at DATETIME,
    password_hash VARCHAR,
    totp_key BLOB,
    totp_step INTEGER,
    signed_in_at DATETIME,
    oidc_issuer VARCHAR,
    oidc_subject VARCHAR,
    PRIMARY KEY (id),
    FOREIGN KEY(workplace_id) REFERENCES workplaces (id),
    UNIQUE (login)
);
CREATE UNIQUE INDEX accounts_by_identity ON accounts (oidc_issuer, oidc_subject);
CREATE INDEX accounts_by_workplace ON accounts (workplace_id);
CREATE TABLE console_sessions (
    token_hash BLOB NOT NULL,
    account_id CHAR(32) NOT NULL,
    made_at DATETIME NOT NULL,
    used_at DATETIME NOT NULL,
    ends_at DATETIME NOT NULL,
    PRIMARY KEY (token_hash),
    FOREIGN KEY(account_id) REFERENCES accounts (id)
);
CREATE INDEX console_sessions_by_account ON console_sessions (account_id);
CREATE INDEX console_sessions_by_end ON console_sessions (ends_at);
CREATE TABLE invitations (
    token_hash BLOB NOT NULL,
    account_id CHAR(32) NOT NULL,
    made_at DATETIME NOT NULL,
    ends_at DATETIME NOT NULL,
    used_at DATETIME,
    PRIMARY KEY (token_hash),
    FOREIGN KEY(account_id) REFERENCES accounts (id)
);
CREATE INDEX invitations_by_account ON invitations (account_id);
CREATE TABLE failed_sign_ins (
    number INTEGER NOT NULL,
    caller VARCHAR NOT NULL,
    login_hash BLOB NOT NULL,
    at DATETIME NOT NULL,
    PRIMARY KEY (number)
);
CREATE INDEX failed_sign_ins_by_caller ON failed_sign_ins (caller, at);
CREATE INDEX failed_sign_ins_by_login ON failed_sign_ins (login_hash, at);
CREATE INDEX failed_sign_ins_by_time ON failed_sign_ins (at);
CREATE TABLE console_audit (
    number INTEGER NOT NULL,
    at DATETIME NOT NULL,
    account_id CHAR(32),
    login VARCHAR NOT NULL,
    workplace_id CHAR(32),
    area VARCHAR NOT NULL,
    action VARCHAR(40) NOT NULL,
    subject VARCHAR(200) NOT NULL,
    mark BLOB,
    detail TEXT,
    PRIMARY KEY (number)
);
CREATE INDEX console_audit_by_mark ON console_audit (mark);
CREATE INDEX console_audit_by_time ON console_audit (at);
CREATE TABLE registered_cards (
    id CHAR(32) NOT NULL,
    number VARCHAR NOT NULL,
    workplace_id CHAR(32),
    area VARCHAR NOT NULL,
    birth_year INTEGER,
    postcode VARCHAR(5),
    registered_at DATETIME NOT NULL,
    replaces CHAR(32),
    PRIMARY KEY (id),
    UNIQUE (number),
    FOREIGN KEY(workplace_id) REFERENCES workplaces (id)
);
CREATE INDEX registered_cards_by_workplace ON registered_cards (workplace_id, registered_at);
CREATE TABLE card_links (
    token_hash BLOB NOT NULL,
    card_id CHAR(32) NOT NULL,
    made_at DATETIME NOT NULL,
    revoked_at DATETIME,
    PRIMARY KEY (token_hash),
    FOREIGN KEY(card_id) REFERENCES registered_cards (id)
);
CREATE INDEX card_links_by_card ON card_links (card_id);
CREATE TABLE commitments (
    id CHAR(32) NOT NULL,
    venue_id VARCHAR NOT NULL,
    starts DATE NOT NULL,
    ends DATE,
    text TEXT NOT NULL,
    made_at DATETIME NOT NULL,
    PRIMARY KEY (id),
    FOREIGN KEY(venue_id) REFERENCES venues (id)
);
CREATE INDEX commitments_by_venue ON commitments (venue_id, starts);
CREATE TABLE note_answers (
    venue_id VARCHAR NOT NULL,
    note_id CHAR(32) NOT NULL,
    at DATETIME NOT NULL,
    account_id CHAR(32) NOT NULL,
    text TEXT NOT NULL,
    PRIMARY KEY (venue_id, note_id),
    FOREIGN KEY(account_id) REFERENCES accounts (id)
);
