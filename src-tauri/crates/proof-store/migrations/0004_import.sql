-- What is to be imported, and what became of it. Nobody states any of this, so it is neither on the ledger nor undone:
-- it is a queue that outlives the program.

-- An import: `id` is also the group that undo takes back, `said` what is said of its files, as JSON.
CREATE TABLE import_batch (
    id       TEXT NOT NULL PRIMARY KEY CHECK (length(id) = 36),
    name     TEXT NOT NULL,
    said     TEXT NOT NULL CHECK (json_valid(said)),
    begun_at TEXT NOT NULL,
    state    TEXT NOT NULL CHECK (state IN ('running', 'paused', 'cancelled', 'done'))
) STRICT;

-- A file of an import. One that lies inside another is stored before it stands here, and names the document that it lies
-- in; for any other, `path` holds the bytes of the path that it is read from. `rank`: the larger, the sooner.
CREATE TABLE import_item (
    id       INTEGER NOT NULL PRIMARY KEY,
    batch    TEXT NOT NULL REFERENCES import_batch (id) ON DELETE CASCADE,
    within   TEXT,
    depth    INTEGER NOT NULL CHECK (depth >= 0),
    path     BLOB NOT NULL,
    place    TEXT NOT NULL,
    name     TEXT NOT NULL,
    sha256   TEXT,
    size     INTEGER,
    rank     INTEGER NOT NULL,
    state    TEXT NOT NULL CHECK (state IN ('waiting', 'done')),
    outcome  TEXT,
    reason   TEXT,
    document TEXT,
    pages    INTEGER,
    CHECK ((within IS NULL) = (sha256 IS NULL) AND (sha256 IS NULL) = (size IS NULL)),
    CHECK ((state = 'done') = (outcome IS NOT NULL))
) STRICT;
CREATE INDEX import_item_next ON import_item (rank DESC, depth DESC, id) WHERE state = 'waiting';
CREATE INDEX import_item_by_batch ON import_item (batch, state, outcome);
CREATE INDEX import_item_within ON import_item (within) WHERE state = 'waiting';

-- Pages that are pictures: what a machine read on them, `words` as the library writes them in JSON, or why none did.
CREATE TABLE page_scan (
    original   TEXT NOT NULL REFERENCES original (sha256),
    page       INTEGER NOT NULL CHECK (page >= 1),
    program    TEXT,
    confidence INTEGER CHECK (confidence BETWEEN 0 AND 100),
    words      TEXT CHECK (words IS NULL OR json_valid(words)),
    unread     TEXT,
    PRIMARY KEY (original, page),
    CHECK ((program IS NULL) = (confidence IS NULL) AND (program IS NULL) = (words IS NULL)),
    CHECK ((program IS NULL) <> (unread IS NULL))
) STRICT;

-- What near-duplicates are looked up by, made from the pages: derived, so neither on the ledger nor undone. One line an
-- original that was looked at; no sketch where its text is too short to tell of a copy. An original that is signed again
-- gets a new number, and what the old one was looked up by means nothing from then on: hence AUTOINCREMENT.
CREATE TABLE signature (
    id       INTEGER PRIMARY KEY AUTOINCREMENT,
    original TEXT NOT NULL UNIQUE REFERENCES original (sha256),
    version  INTEGER NOT NULL,
    sketch   BLOB
) STRICT;

-- The bands of the sketch, which near-copies share.
CREATE TABLE signature_band (
    band      INTEGER NOT NULL,
    signature INTEGER NOT NULL,
    PRIMARY KEY (band, signature)
) STRICT, WITHOUT ROWID;

-- The fingerprints, which a text shares with another that quotes it.
CREATE TABLE signature_print (
    print     INTEGER NOT NULL,
    signature INTEGER NOT NULL,
    PRIMARY KEY (print, signature)
) STRICT, WITHOUT ROWID;
