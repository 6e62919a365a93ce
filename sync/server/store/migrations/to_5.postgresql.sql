-- Who asks what was told last of an offer reads no more than its rows.
CREATE INDEX own_offers_by_offer ON own_offers (venue_id, offer_id);
