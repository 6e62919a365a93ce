-- How far the operation log beside this file reaches, as of the last transaction in it; and
-- whether there is still something to be erased elsewhere that was forgotten here.
CREATE TABLE operation_log (
    id INTEGER NOT NULL PRIMARY KEY,
    number BIGINT NOT NULL,
    unerased BOOLEAN NOT NULL,
    CONSTRAINT ck_operation_log_one_row CHECK (id = 1)
);
INSERT INTO operation_log VALUES (1, 0, 1);
-- What was mended, and when; only ever added to.
CREATE TABLE recoveries (
    seq INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    at VARCHAR NOT NULL,
    rebuilt BOOLEAN NOT NULL,
    visits INTEGER NOT NULL,
    taken_in INTEGER NOT NULL,
    log_renewed BOOLEAN NOT NULL,
    lost INTEGER NOT NULL,
    knows_all BOOLEAN NOT NULL,
    aside VARCHAR
);
