-- A visit, and another one of the same card at another desk that was not known when it was recorded.
CREATE TABLE unaware_visits (
	visit_id CHAR(32) NOT NULL,
	other_id CHAR(32) NOT NULL,
	limit_passed BOOLEAN DEFAULT 0 NOT NULL,
	seen BOOLEAN DEFAULT 0 NOT NULL,
	CONSTRAINT pk_unaware_visits PRIMARY KEY (visit_id, other_id)
);

CREATE TRIGGER news_of_unaware_visit AFTER INSERT ON unaware_visits
WHEN EXISTS (SELECT 1 FROM news_noted)
	AND EXISTS (SELECT 1 FROM operations WHERE id = new.visit_id AND NOT from_feed)
BEGIN
	DELETE FROM news WHERE kind = 'operation' AND id = new.visit_id;
	INSERT INTO news (kind, id) VALUES ('operation', new.visit_id);
END;

-- Of another desk's work: that desk, which is a neighbour, asks its people what becomes of it.
ALTER TABLE operations ADD COLUMN recorder_asks BOOLEAN DEFAULT 0 NOT NULL;

-- Somebody has seen what is said of a visit.
CREATE TABLE settlements_next (
    seq INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    operation_id CHAR(32) NOT NULL,
    code VARCHAR,
    detail VARCHAR,
    remedy VARCHAR(32) NOT NULL,
    at VARCHAR NOT NULL,
    note VARCHAR,
    operator VARCHAR,
    FOREIGN KEY(operation_id) REFERENCES operations (id),
    CONSTRAINT ck_settlements_remedy CHECK (remedy IN ('correct', 'again', 'withdraw', 'note', 'seen'))
);
INSERT INTO settlements_next SELECT seq, operation_id, code, detail, remedy, at, note, operator FROM settlements;
DROP TABLE settlements;
ALTER TABLE settlements_next RENAME TO settlements;
CREATE INDEX ix_settlements_operation_id ON settlements (operation_id);
