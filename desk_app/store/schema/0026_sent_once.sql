-- That a visit was recorded without knowing of another one is of use only where the other desk did
-- not know of this one either. Of most pairs it did: it recorded the later visit after it had heard
-- of the earlier one. So the desk of the visit with the higher id, which is the later one as a
-- rule, sends it first; the other sends what it noted once it has that.
DROP TRIGGER news_of_unaware_visit;

CREATE TRIGGER news_of_unaware_visit AFTER INSERT ON unaware_visits
WHEN EXISTS (SELECT 1 FROM news_noted)
	AND EXISTS (SELECT 1 FROM operations WHERE id = new.visit_id AND NOT from_feed)
	AND (
		new.visit_id > new.other_id
		OR EXISTS (
			SELECT 1 FROM unaware_visits AS back
			WHERE back.visit_id = new.other_id AND back.other_id = new.visit_id
		)
	)
BEGIN
	DELETE FROM news WHERE kind = 'operation' AND id = new.visit_id;
	INSERT INTO news (kind, id) VALUES ('operation', new.visit_id);
END;

CREATE TRIGGER news_of_unaware_answer AFTER INSERT ON unaware_visits
WHEN EXISTS (SELECT 1 FROM news_noted)
	AND EXISTS (SELECT 1 FROM operations WHERE id = new.other_id AND NOT from_feed)
	AND new.visit_id > new.other_id
	AND EXISTS (
		SELECT 1 FROM unaware_visits AS back
		WHERE back.visit_id = new.other_id AND back.other_id = new.visit_id
	)
BEGIN
	DELETE FROM news WHERE kind = 'operation' AND id = new.other_id;
	INSERT INTO news (kind, id) VALUES ('operation', new.other_id);
END;

-- A visit that neighbours are sent as an operation, with what became of it, is sent as that alone;
-- unless it was voided, of which the void may be unknown here.
DROP TRIGGER news_of_visit;

CREATE TRIGGER news_of_visit AFTER INSERT ON activity
WHEN EXISTS (SELECT 1 FROM news_noted)
	AND (
		new.state <> 'accepted'
		OR NOT EXISTS (SELECT 1 FROM operations WHERE id = new.id AND NOT from_feed)
	)
BEGIN
	DELETE FROM news WHERE kind = 'visit' AND id = new.id;
	INSERT INTO news (kind, id) VALUES ('visit', new.id);
END;
