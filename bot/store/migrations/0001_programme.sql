-- The programme: what is regular, by source, and the changes to it.

-- Where records come from: the knowledge folder, or a feed.
CREATE TABLE source (
    id TEXT PRIMARY KEY,
    synced_at TEXT NOT NULL
);

-- Organisations, locations and activities. A record that its source no longer has keeps its row for
-- a year, with the day it went.
CREATE TABLE record (
    sort TEXT NOT NULL CHECK (sort IN ('organisation', 'location', 'activity')),
    id TEXT NOT NULL,
    source TEXT NOT NULL REFERENCES source (id),
    hash TEXT NOT NULL,
    body TEXT NOT NULL,
    changed_at TEXT NOT NULL,
    gone_on TEXT,
    PRIMARY KEY (sort, id)
);

CREATE INDEX record_by_source ON record (source, sort);

-- What differs from the regular programme. Days are YYYY-MM-DD, times HH:MM on the wall.
CREATE TABLE change (
    id TEXT PRIMARY KEY,
    what TEXT NOT NULL CHECK (what IN
        ('cancelled', 'moved', 'other_time', 'extra', 'closed_period', 'note', 'resumed')),
    scope TEXT NOT NULL,
    subject TEXT NOT NULL,
    first_day TEXT NOT NULL,
    last_day TEXT CHECK (last_day IS NULL OR last_day >= first_day),
    effective_on TEXT NOT NULL,
    entered_at TEXT NOT NULL,
    author TEXT NOT NULL CHECK (author IN ('editor', 'coordinator', 'feed')),
    meeting_at TEXT,
    opens_at TEXT,
    closes_at TEXT,
    regular_time TEXT NOT NULL DEFAULT '',
    place TEXT NOT NULL DEFAULT '',
    reason TEXT NOT NULL DEFAULT '',
    note TEXT NOT NULL DEFAULT '',
    FOREIGN KEY (scope, subject) REFERENCES record (sort, id)
);

CREATE INDEX change_by_subject ON change (scope, subject, first_day);

CREATE INDEX change_by_last_day ON change (last_day);

-- Goes up with every change to the tables above, so that a running bot sees that there is news.
CREATE TABLE revision (
    number INTEGER NOT NULL
);

INSERT INTO revision (number) VALUES (0);
