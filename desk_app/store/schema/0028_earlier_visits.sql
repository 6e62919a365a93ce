-- A card's earlier visits are read at every check: out of an index, with a page for all of them.
DROP INDEX ix_visits_card_number;
CREATE INDEX ix_visits_card_number ON visits (
    card_number, id, offer_id, local_date, recorded_at,
    holder, children, grandchildren, assistants, worker, community_minors
);
DROP INDEX ix_visits_card_mark;
CREATE INDEX ix_visits_card_mark ON visits (
    card_mark, card_number, id, offer_id, local_date, recorded_at,
    holder, children, grandchildren, assistants, worker, community_minors
) WHERE card_mark IS NOT NULL;
DROP INDEX ix_activity_card_number;
CREATE INDEX ix_activity_card_number ON activity (card_number, desk_id);
DROP INDEX ix_activity_card_mark;
CREATE INDEX ix_activity_card_mark ON activity (card_mark, desk_id) WHERE card_mark IS NOT NULL;
CREATE INDEX ix_operations_not_given ON operations (id) WHERE state IN ('rejected', 'withdrawn');
