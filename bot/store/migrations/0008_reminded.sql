-- When somebody was last told which help lines have to be checked again.
ALTER TABLE role ADD COLUMN reminded_on TEXT NOT NULL DEFAULT '';
