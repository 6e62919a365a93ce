-- The register's signature over its state with the time, so that a desk can hand the register on.
ALTER TABLE register_state ADD COLUMN signed_at VARCHAR;

ALTER TABLE register_state ADD COLUMN signature_at VARCHAR;
