-- When a change was taken back; from then on it counts no longer.
ALTER TABLE change ADD COLUMN withdrawn_at TEXT;
