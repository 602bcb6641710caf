-- What people follow, and the messages that go out because of it.

ALTER TABLE person ADD COLUMN language TEXT NOT NULL DEFAULT 'nl';

-- One row for each thing that somebody follows. `hash` is keyed, `cipher` says what it is: without
-- the key nobody can tell what is followed, nor whether a thing they know of is.
CREATE TABLE interest (
    hash TEXT PRIMARY KEY,
    cipher TEXT NOT NULL,
    key_name TEXT NOT NULL
);

CREATE TABLE follow (
    interest TEXT NOT NULL REFERENCES interest (hash) ON UPDATE CASCADE ON DELETE CASCADE,
    person TEXT NOT NULL REFERENCES person (id) ON DELETE CASCADE,
    PRIMARY KEY (interest, person)
);

CREATE INDEX follow_by_person ON follow (person);

-- One message for many. `body` holds the text by language as residents read it, `version` goes up
-- with each correction. The counts are filled in when its deliveries are erased.
CREATE TABLE announcement (
    id TEXT PRIMARY KEY,
    purpose TEXT NOT NULL CHECK (purpose IN ('change', 'reminder', 'weekly')),
    state TEXT NOT NULL CHECK (state IN ('held', 'planned', 'going', 'stopped', 'withdrawn')),
    body TEXT NOT NULL,
    changes TEXT NOT NULL DEFAULT '',
    version INTEGER NOT NULL DEFAULT 1,
    silent INTEGER NOT NULL DEFAULT 0,
    made_at TEXT NOT NULL,
    due_at TEXT NOT NULL,
    expires_at TEXT,
    reporter TEXT REFERENCES person (id) ON DELETE SET NULL,
    report_message INTEGER,
    report_text TEXT NOT NULL DEFAULT '',
    sent INTEGER NOT NULL DEFAULT 0,
    unreachable INTEGER NOT NULL DEFAULT 0,
    refused INTEGER NOT NULL DEFAULT 0
);

CREATE INDEX announcement_by_reporter ON announcement (reporter) WHERE reporter IS NOT NULL;

-- That message to one chat. While `courier` names a sender it is in hand until `due_at`; whoever
-- finds it after that takes it over. `version` is the one that arrived.
CREATE TABLE delivery (
    announcement TEXT NOT NULL REFERENCES announcement (id) ON DELETE CASCADE,
    person TEXT NOT NULL REFERENCES person (id) ON DELETE CASCADE,
    state TEXT NOT NULL DEFAULT 'due' CHECK (state IN
        ('due', 'sent', 'unreachable', 'refused', 'stopped', 'expired')),
    rank INTEGER NOT NULL,
    due_at TEXT NOT NULL,
    tries INTEGER NOT NULL DEFAULT 0,
    courier TEXT,
    message INTEGER,
    version INTEGER NOT NULL DEFAULT 0,
    ended_at TEXT,
    PRIMARY KEY (announcement, person)
);

CREATE INDEX delivery_due ON delivery (rank, due_at) WHERE state = 'due';

CREATE INDEX delivery_by_person ON delivery (person);

-- Who sends, so that there is one at a time.
CREATE TABLE courier (
    lane INTEGER PRIMARY KEY,
    name TEXT NOT NULL,
    until TEXT NOT NULL
);
