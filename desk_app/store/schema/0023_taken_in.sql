-- How many of this desk's own visits, unknown to its journal, the register does not know to be so.
ALTER TABLE dialogue ADD COLUMN taken_in INTEGER DEFAULT 0 NOT NULL;
