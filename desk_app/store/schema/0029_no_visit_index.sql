-- A page less to encrypt and to write with each visit: its operation has its id, and its void is found
-- in voids.
DROP INDEX ix_operations_visit_id;
