-- The fee as it stands on the paper form, where the offer has it asked for.
ALTER TABLE paper_rows ADD COLUMN value_cents INTEGER;
