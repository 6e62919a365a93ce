-- Up to when the offers were known when a visit was heard of: what they say later counts it.
ALTER TABLE activity ADD COLUMN offers_at VARCHAR;
UPDATE activity SET offers_at = (SELECT complete_at FROM feeds WHERE name = 'offers');
