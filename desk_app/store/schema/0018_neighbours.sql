-- The venue's other desks, as the register makes them known: only they are talked to.
CREATE TABLE neighbours (
	desk_id CHAR(32) NOT NULL,
	desk_name VARCHAR NOT NULL,
	lan_key VARCHAR NOT NULL,
	CONSTRAINT pk_neighbours PRIMARY KEY (desk_id)
);

-- What neighbours are told, each thing at its latest change. Nothing is noted while it is off.
CREATE TABLE news (
	seq INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
	kind VARCHAR(9) NOT NULL,
	id CHAR(32) NOT NULL,
	CONSTRAINT uq_news UNIQUE (kind, id),
	CONSTRAINT ck_news_kind CHECK (kind IN ('operation', 'visit'))
);

CREATE TABLE news_noted (
	id INTEGER NOT NULL,
	CONSTRAINT pk_news_noted PRIMARY KEY (id),
	CONSTRAINT ck_news_noted_one_row CHECK (id = 1)
);

CREATE TRIGGER news_of_operation AFTER INSERT ON operations
WHEN EXISTS (SELECT 1 FROM news_noted) AND NOT new.from_feed
BEGIN
	INSERT INTO news (kind, id) VALUES ('operation', new.id);
END;

CREATE TRIGGER news_of_result AFTER UPDATE OF state ON operations
WHEN EXISTS (SELECT 1 FROM news_noted) AND NOT new.from_feed
	AND new.state <> old.state AND new.state IN ('accepted', 'rejected', 'withdrawn')
BEGIN
	DELETE FROM news WHERE kind = 'operation' AND id = new.id;
	INSERT INTO news (kind, id) VALUES ('operation', new.id);
END;

CREATE TRIGGER news_of_visit AFTER INSERT ON activity
WHEN EXISTS (SELECT 1 FROM news_noted)
BEGIN
	DELETE FROM news WHERE kind = 'visit' AND id = new.id;
	INSERT INTO news (kind, id) VALUES ('visit', new.id);
END;

CREATE TRIGGER news_of_void AFTER UPDATE OF state ON activity
WHEN EXISTS (SELECT 1 FROM news_noted) AND new.state <> old.state
BEGIN
	DELETE FROM news WHERE kind = 'visit' AND id = new.id;
	INSERT INTO news (kind, id) VALUES ('visit', new.id);
END;

-- This desk's share of each offer's quota, and what was moved to and from other desks.
CREATE TABLE quota_shares (
	offer_id CHAR(32) NOT NULL,
	granted INTEGER NOT NULL,
	turn INTEGER NOT NULL,
	moved_out JSON NOT NULL,
	moved_in JSON NOT NULL,
	CONSTRAINT pk_quota_shares PRIMARY KEY (offer_id)
);
