-- When the last record of the operation log was written, and between which times is what is lost.
ALTER TABLE operation_log ADD COLUMN at VARCHAR;
ALTER TABLE recoveries ADD COLUMN lost_since VARCHAR;
ALTER TABLE recoveries ADD COLUMN lost_until VARCHAR;
