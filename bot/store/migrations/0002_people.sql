-- Chats that something is kept for: what they follow, or a coordinator's role. No names, no texts.

-- `chat` is ciphertext, `chat_hash` a keyed hash to find it by, `key_name` the key of both. Without
-- the key, which is kept elsewhere, a row tells no more than that there is one.
CREATE TABLE person (
    id TEXT PRIMARY KEY,
    chat_hash TEXT NOT NULL UNIQUE,
    chat TEXT NOT NULL,
    key_name TEXT NOT NULL
);
