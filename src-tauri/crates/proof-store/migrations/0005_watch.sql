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
