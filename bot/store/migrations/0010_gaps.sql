-- What residents asked and the bot did not know, after their yes: scrubbed words and the day, nothing
-- of who asked. Gone after 90 days.
CREATE TABLE gap (
    id TEXT PRIMARY KEY,
    words TEXT NOT NULL,
    asked_on TEXT NOT NULL
);
