-- When a change was taken back; from then on it counts no longer.
ALTER TABLE change ADD COLUMN withdrawn_at TEXT;

-- The change that this one takes the place of, and whose announcement it takes over.
ALTER TABLE change ADD COLUMN corrects TEXT NOT NULL DEFAULT '';
