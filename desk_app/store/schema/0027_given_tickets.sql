-- The tickets of each share that were handed out, kept up by triggers: to add them up at every visit
-- takes longer the more visits there are.
ALTER TABLE quota_shares ADD COLUMN given INTEGER NOT NULL DEFAULT 0;

-- The tickets of each visit that count in a quota. A new kind of ticket is to be added here.
CREATE VIEW counted_tickets AS
SELECT id, offer_id, holder + children + grandchildren + worker + community_minors AS tickets
FROM visits;

-- Those of this desk's visits; refused ones were handed out too.
CREATE VIEW own_tickets AS
SELECT counted_tickets.id, counted_tickets.offer_id, counted_tickets.tickets
FROM counted_tickets
JOIN operations ON operations.id = counted_tickets.id
WHERE operations.carried_from IS NULL AND operations.state <> 'withdrawn';

UPDATE quota_shares SET given = (
	SELECT coalesce(sum(tickets), 0) FROM own_tickets
	WHERE own_tickets.offer_id = quota_shares.offer_id
	AND NOT EXISTS (SELECT 1 FROM voids WHERE voids.visit_id = own_tickets.id)
);

CREATE TRIGGER given_of_share AFTER INSERT ON quota_shares
BEGIN
	UPDATE quota_shares SET given = (
		SELECT coalesce(sum(tickets), 0) FROM own_tickets
		WHERE own_tickets.offer_id = new.offer_id
		AND NOT EXISTS (SELECT 1 FROM voids WHERE voids.visit_id = own_tickets.id)
	)
	WHERE offer_id = new.offer_id;
END;

CREATE TRIGGER given_by_visit AFTER INSERT ON operations
WHEN new.kind = 'visit' AND new.carried_from IS NULL AND new.state <> 'withdrawn'
	AND NOT EXISTS (SELECT 1 FROM voids WHERE visit_id = new.id)
BEGIN
	UPDATE quota_shares SET given = given + (
		SELECT tickets FROM counted_tickets WHERE id = new.id
	)
	WHERE offer_id = (SELECT offer_id FROM visits WHERE id = new.id);
END;

CREATE TRIGGER given_less_void AFTER INSERT ON voids
WHEN EXISTS (SELECT 1 FROM own_tickets WHERE id = new.visit_id)
BEGIN
	UPDATE quota_shares SET given = given - (
		SELECT tickets FROM counted_tickets WHERE id = new.visit_id
	)
	WHERE offer_id = (SELECT offer_id FROM visits WHERE id = new.visit_id);
END;

CREATE TRIGGER given_less_withdrawn AFTER UPDATE OF state, carried_from ON operations
WHEN new.kind = 'visit'
	AND (old.carried_from IS NULL AND old.state <> 'withdrawn')
	<> (new.carried_from IS NULL AND new.state <> 'withdrawn')
	AND NOT EXISTS (SELECT 1 FROM voids WHERE visit_id = new.id)
BEGIN
	UPDATE quota_shares SET given = given + (
		SELECT CASE WHEN new.carried_from IS NULL AND new.state <> 'withdrawn'
			THEN tickets ELSE -tickets END
		FROM counted_tickets WHERE id = new.id
	)
	WHERE offer_id = (SELECT offer_id FROM visits WHERE id = new.id);
END;

CREATE TRIGGER given_anew AFTER UPDATE OF offer_id ON visits
BEGIN
	UPDATE quota_shares SET given = (
		SELECT coalesce(sum(tickets), 0) FROM own_tickets
		WHERE own_tickets.offer_id = quota_shares.offer_id
		AND NOT EXISTS (SELECT 1 FROM voids WHERE voids.visit_id = own_tickets.id)
	)
	WHERE offer_id IN (old.offer_id, new.offer_id);
END;
