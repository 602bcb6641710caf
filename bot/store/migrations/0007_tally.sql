-- How often something was asked: in a week (2026-W48) or on a day (2026-11-22). Never who or what
-- words; a number below ten is not written down.
CREATE TABLE tally (
    period TEXT NOT NULL,
    sort TEXT NOT NULL CHECK (sort IN ('topic', 'place', 'decision', 'level')),
    name TEXT NOT NULL,
    number INTEGER NOT NULL CHECK (number >= 10),
    PRIMARY KEY (period, sort, name)
);
