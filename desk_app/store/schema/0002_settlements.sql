CREATE TABLE settlements (
    seq INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    operation_id CHAR(32) NOT NULL,
    code VARCHAR,
    detail VARCHAR,
    remedy VARCHAR(32) NOT NULL,
    at VARCHAR NOT NULL,
    note VARCHAR,
    operator VARCHAR,
    FOREIGN KEY(operation_id) REFERENCES operations (id),
    CONSTRAINT ck_settlements_remedy CHECK (remedy IN ('correct', 'again', 'withdraw', 'note'))
);

CREATE INDEX ix_settlements_operation_id ON settlements (operation_id);
