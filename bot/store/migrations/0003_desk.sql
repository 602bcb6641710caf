-- The coordinators' desk: who may do what, invitations, what was done, and messages not sent yet.

-- Separate days ("3, 10 en 17 december") and the new day of what was on another, of a change.
ALTER TABLE change ADD COLUMN days TEXT NOT NULL DEFAULT '';

ALTER TABLE change ADD COLUMN new_day TEXT;

-- What a person may do. A scope is 'organisation' with its id, 'region' with a name, or 'all'.
CREATE TABLE role (
    id TEXT PRIMARY KEY,
    person TEXT NOT NULL REFERENCES person (id) ON DELETE CASCADE,
    name TEXT NOT NULL CHECK (name IN ('administrator', 'coordinator')),
    scope TEXT NOT NULL CHECK (scope IN ('all', 'organisation', 'region')),
    subject TEXT NOT NULL DEFAULT '',
    pseudonym TEXT NOT NULL,
    given_at TEXT NOT NULL,
    given_by TEXT NOT NULL
);

CREATE UNIQUE INDEX role_once ON role (person, name, scope, subject);

-- One-time links; only the hash of the token is kept.
CREATE TABLE invitation (
    hash TEXT PRIMARY KEY,
    role TEXT NOT NULL CHECK (role IN ('administrator', 'coordinator')),
    scope TEXT NOT NULL CHECK (scope IN ('all', 'organisation', 'region')),
    subject TEXT NOT NULL DEFAULT '',
    invited_by TEXT NOT NULL,
    made_at TEXT NOT NULL,
    expires_at TEXT NOT NULL,
    used_at TEXT
);

-- Every act, by role and pseudonym; never a name, a chat or what was written.
CREATE TABLE audit (
    number INTEGER PRIMARY KEY,
    done_at TEXT NOT NULL,
    role TEXT NOT NULL,
    pseudonym TEXT NOT NULL,
    act TEXT NOT NULL,
    subject TEXT NOT NULL DEFAULT '',
    change TEXT NOT NULL DEFAULT ''
);

CREATE INDEX audit_by_time ON audit (done_at);

-- A message that is being made, as ciphertext; one for each person, gone after a day.
CREATE TABLE draft (
    id TEXT PRIMARY KEY,
    person TEXT NOT NULL UNIQUE REFERENCES person (id) ON DELETE CASCADE,
    cipher TEXT NOT NULL,
    touched_at TEXT NOT NULL
);

-- Switches that outlive a restart, such as answering with the help lines alone.
CREATE TABLE switch (
    name TEXT PRIMARY KEY,
    value TEXT NOT NULL
);
