-- Desks list what waits, and hear of it where they have lost it.
ALTER TABLE standings ADD COLUMN waiting TEXT;
