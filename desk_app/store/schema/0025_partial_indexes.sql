-- A visit has neither when it is recorded: two pages less to encrypt and to write each time.
DROP INDEX ix_visits_card_mark;
CREATE INDEX ix_visits_card_mark ON visits (card_mark) WHERE card_mark IS NOT NULL;
DROP INDEX ix_operations_settled_at;
CREATE INDEX ix_operations_settled_at ON operations (settled_at) WHERE settled_at IS NOT NULL;
