-- For several replicas: which updates were handled, and the little that is remembered of a chat.

CREATE TABLE claim (
    update_id BIGINT PRIMARY KEY,
    claimed_at TEXT NOT NULL
);

CREATE INDEX claim_by_time ON claim (claimed_at);

-- `chat_hash` is keyed, `cipher` holds what was asked last, never a level of safety. Gone after half
-- an hour.
CREATE TABLE session (
    chat_hash TEXT PRIMARY KEY,
    cipher TEXT NOT NULL,
    version INTEGER NOT NULL,
    touched_at TEXT NOT NULL
);
