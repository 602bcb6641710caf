-- When whoever sent a message for many hears next how it goes; nothing where they know the end.
ALTER TABLE announcement ADD COLUMN report_at TEXT;

CREATE INDEX announcement_to_report ON announcement (report_at) WHERE report_at IS NOT NULL;
