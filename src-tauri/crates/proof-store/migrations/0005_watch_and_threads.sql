-- Folders that are watched, because somebody asked for it: what lands in one is imported. `said` is what is said of its
-- files, as JSON. A row is stated like any other: on the ledger, and undone.
CREATE TABLE watched_folder (
    path     TEXT NOT NULL PRIMARY KEY,
    said     TEXT NOT NULL CHECK (json_valid(said)),
    begun_at TEXT NOT NULL
) STRICT;

-- The files of a watched folder that were put on the queue, each as it was then: bytes of its path, size, and time of
-- change in nanoseconds since 1970. One that is another now is imported again.
CREATE TABLE watched_file (
    folder   TEXT NOT NULL REFERENCES watched_folder (path) ON DELETE CASCADE,
    path     BLOB NOT NULL,
    size     INTEGER NOT NULL,
    modified INTEGER NOT NULL,
    PRIMARY KEY (folder, path)
) STRICT, WITHOUT ROWID;

-- The identifiers that a message names (RFC 5322, 3.6.4): its own, and those of the messages that it answers. Derived from
-- what the message says of itself, so neither on the ledger nor undone. Messages of one exchange share some.
CREATE TABLE message_name (
    original TEXT NOT NULL REFERENCES original (sha256),
    name     TEXT NOT NULL,
    PRIMARY KEY (original, name)
) STRICT, WITHOUT ROWID;
CREATE INDEX message_name_by_name ON message_name (name, original);

-- As `put_original` does it for each that is read from now on.
INSERT OR IGNORE INTO message_name
SELECT o.sha256, n.value
FROM original o, json_each(o.metadata) c,
     json_each('[' || replace(json_quote(trim(json_extract(c.value, '$[1]'))), ' ', '","') || ']') n
WHERE json_extract(c.value, '$[0]') IN ('message-id', 'in-reply-to', 'references') AND n.value <> '';
