-- A person can confirm having read what is missing; then it is told no more.
ALTER TABLE missing_visits ADD COLUMN acknowledged_at VARCHAR;
