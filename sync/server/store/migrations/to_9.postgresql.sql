-- The console's workplaces and accounts, what issuers know of cards, commitments and answers.
CREATE TABLE workplaces (
    id UUID NOT NULL,
    role VARCHAR(20) NOT NULL,
    name VARCHAR NOT NULL,
    area VARCHAR NOT NULL,
    venue_id VARCHAR,
    made_at TIMESTAMP WITH TIME ZONE NOT NULL,
    closed_at TIMESTAMP WITH TIME ZONE,
    PRIMARY KEY (id),
    FOREIGN KEY(venue_id) REFERENCES venues (id)
);
CREATE TABLE accounts (
    id UUID NOT NULL,
    workplace_id UUID NOT NULL,
    login VARCHAR NOT NULL,
    made_at TIMESTAMP WITH TIME ZONE NOT NULL,
    closed_at TIMESTAMP WITH TIME ZONE,
    password_hash VARCHAR,
    totp_key BYTEA,
    totp_step BIGINT,
    signed_in_at TIMESTAMP WITH TIME ZONE,
    oidc_issuer VARCHAR,
    oidc_subject VARCHAR,
    PRIMARY KEY (id),
    FOREIGN KEY(workplace_id) REFERENCES workplaces (id),
    UNIQUE (login)
);
CREATE UNIQUE INDEX accounts_by_identity ON accounts (oidc_issuer, oidc_subject);
CREATE INDEX accounts_by_workplace ON accounts (workplace_id);
CREATE TABLE console_sessions (
    token_hash BYTEA NOT NULL,
    account_id UUID NOT NULL,
    made_at TIMESTAMP WITH TIME ZONE NOT NULL,
    used_at TIMESTAMP WITH TIME ZONE NOT NULL,
    ends_at TIMESTAMP WITH TIME ZONE NOT NULL,
    PRIMARY KEY (token_hash),
    FOREIGN KEY(account_id) REFERENCES accounts (id)
);
CREATE INDEX console_sessions_by_account ON console_sessions (account_id);
CREATE INDEX console_sessions_by_end ON console_sessions (ends_at);
CREATE TABLE invitations (
    token_hash BYTEA NOT NULL,
    account_id UUID NOT NULL,
    made_at TIMESTAMP WITH TIME ZONE NOT NULL,
    ends_at TIMESTAMP WITH TIME ZONE NOT NULL,
    used_at TIMESTAMP WITH TIME ZONE,
    PRIMARY KEY (token_hash),
    FOREIGN KEY(account_id) REFERENCES accounts (id)
);
CREATE INDEX invitations_by_account ON invitations (account_id);
CREATE TABLE failed_sign_ins (
    number BIGSERIAL NOT NULL,
    caller VARCHAR NOT NULL,
    login_hash BYTEA NOT NULL,
    at TIMESTAMP WITH TIME ZONE NOT NULL,
    PRIMARY KEY (number)
);
CREATE INDEX failed_sign_ins_by_caller ON failed_sign_ins (caller, at);
CREATE INDEX failed_sign_ins_by_login ON failed_sign_ins (login_hash, at);
CREATE INDEX failed_sign_ins_by_time ON failed_sign_ins (at);
CREATE TABLE console_audit (
    number BIGSERIAL NOT NULL,
    at TIMESTAMP WITH TIME ZONE NOT NULL,
    account_id UUID,
    login VARCHAR NOT NULL,
    workplace_id UUID,
    area VARCHAR NOT NULL,
    action VARCHAR(40) NOT NULL,
    subject VARCHAR(200) NOT NULL,
    mark BYTEA,
    detail TEXT,
    PRIMARY KEY (number)
);
CREATE INDEX console_audit_by_mark ON console_audit (mark);
CREATE INDEX console_audit_by_time ON console_audit (at);
CREATE TABLE registered_cards (
    id UUID NOT NULL,
    number VARCHAR COLLATE "C" NOT NULL,
    workplace_id UUID,
    area VARCHAR NOT NULL,
    birth_year INTEGER,
    postcode VARCHAR(5),
    registered_at TIMESTAMP WITH TIME ZONE NOT NULL,
    replaces UUID,
    PRIMARY KEY (id),
    UNIQUE (number),
    FOREIGN KEY(workplace_id) REFERENCES workplaces (id)
);
CREATE INDEX registered_cards_by_workplace ON registered_cards (workplace_id, registered_at);
CREATE TABLE card_links (
    token_hash BYTEA NOT NULL,
    card_id UUID NOT NULL,
    made_at TIMESTAMP WITH TIME ZONE NOT NULL,
    revoked_at TIMESTAMP WITH TIME ZONE,
    PRIMARY KEY (token_hash),
    FOREIGN KEY(card_id) REFERENCES registered_cards (id)
);
CREATE INDEX card_links_by_card ON card_links (card_id);
CREATE TABLE commitments (
    id UUID NOT NULL,
    venue_id VARCHAR NOT NULL,
    starts DATE NOT NULL,
    ends DATE,
    text TEXT NOT NULL,
    made_at TIMESTAMP WITH TIME ZONE NOT NULL,
    PRIMARY KEY (id),
    FOREIGN KEY(venue_id) REFERENCES venues (id)
);
CREATE INDEX commitments_by_venue ON commitments (venue_id, starts);
CREATE TABLE note_answers (
    venue_id VARCHAR NOT NULL,
    note_id UUID NOT NULL,
    at TIMESTAMP WITH TIME ZONE NOT NULL,
    account_id UUID NOT NULL,
    text TEXT NOT NULL,
    PRIMARY KEY (venue_id, note_id),
    FOREIGN KEY(account_id) REFERENCES accounts (id)
);
