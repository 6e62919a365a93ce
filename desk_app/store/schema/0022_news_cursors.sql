-- Each run of this desk among its neighbours: a cursor names its run, and the place up to which that
-- run surely told. After an older file was put back, what it told beyond that is told anew.
CREATE TABLE news_runs (
	seq INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
	id VARCHAR NOT NULL,
	told INTEGER NOT NULL,
	CONSTRAINT uq_news_runs UNIQUE (id)
);

-- How far the news of each neighbour was taken in. A version that can read more of it than this one
-- empties this table.
CREATE TABLE news_cursors (
	desk_id CHAR(32) NOT NULL,
	cursor VARCHAR NOT NULL,
	CONSTRAINT pk_news_cursors PRIMARY KEY (desk_id)
);
