-- Figures of a year, and the cards that were registered last, without reading all there are.
DROP INDEX visits_by_day;
CREATE INDEX visits_by_day ON visits (
    local_date, state, venue_id, offer_id, holder, children, grandchildren, assistants, worker, community_minors
);
CREATE INDEX cards_by_area ON cards (area, status, valid_until, valid_from);
CREATE INDEX registered_cards_by_time ON registered_cards (registered_at DESC, number);
