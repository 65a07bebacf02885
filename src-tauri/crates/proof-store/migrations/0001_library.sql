-- The library's first schema.
--
-- Two sorts of table. What people state (cases to locations) is tracked: every change of it is on the ledger
-- and can be undone. What was stored or is derived (original, page, quote_check, index_queue) is not: originals
-- are never taken away, and the rest can be made again from them.
--
-- Identifiers are UUIDv7 text, dates EDTF text (empty where undated), instants RFC 3339 in UTC, lists JSON.

CREATE TABLE library (
    id      TEXT NOT NULL PRIMARY KEY,
    name    TEXT NOT NULL CHECK (name <> ''),
    made_at TEXT NOT NULL
) STRICT;

CREATE TABLE case_file (
    id       TEXT NOT NULL PRIMARY KEY CHECK (length(id) = 36),
    name     TEXT NOT NULL UNIQUE CHECK (trim(name) <> ''),
    kind     TEXT NOT NULL CHECK (kind IN ('litigation', 'regulatory_action', 'government_action', 'investigation')),
    forum    TEXT NOT NULL,
    dockets  TEXT NOT NULL CHECK (json_valid(dockets)),
    status   TEXT NOT NULL,
    summary  TEXT NOT NULL,
    position INTEGER NOT NULL CHECK (position >= 0)
) STRICT;

CREATE TABLE case_relation (
    from_case TEXT NOT NULL REFERENCES case_file (id) DEFERRABLE INITIALLY DEFERRED,
    kind      TEXT NOT NULL CHECK (kind IN ('waits_on', 'follows', 'consolidated_into', 'appeals')),
    to_case   TEXT NOT NULL REFERENCES case_file (id) DEFERRABLE INITIALLY DEFERRED,
    note      TEXT NOT NULL,
    PRIMARY KEY (from_case, kind, to_case),
    CHECK (from_case <> to_case)
) STRICT;

CREATE TABLE party (
    id   TEXT NOT NULL PRIMARY KEY CHECK (length(id) = 36),
    name TEXT NOT NULL UNIQUE CHECK (trim(name) <> ''),
    kind TEXT NOT NULL CHECK (kind IN ('person', 'organisation', 'class'))
) STRICT;

CREATE TABLE role (
    id        TEXT NOT NULL PRIMARY KEY CHECK (length(id) = 36),
    party     TEXT NOT NULL REFERENCES party (id) DEFERRABLE INITIALLY DEFERRED,
    role      TEXT NOT NULL CHECK (trim(role) <> ''),
    case_file TEXT REFERENCES case_file (id) DEFERRABLE INITIALLY DEFERRED,
    edtf      TEXT NOT NULL,
    note      TEXT NOT NULL
) STRICT;
CREATE INDEX role_by_party ON role (party);

CREATE TABLE event (
    id        TEXT NOT NULL PRIMARY KEY CHECK (length(id) = 36),
    case_file TEXT NOT NULL REFERENCES case_file (id) DEFERRABLE INITIALLY DEFERRED,
    title     TEXT NOT NULL CHECK (trim(title) <> ''),
    kind      TEXT NOT NULL,
    edtf      TEXT NOT NULL,
    status    TEXT NOT NULL CHECK (status IN ('alleged', 'reported', 'confirmed', 'disputed', 'scheduled'))
) STRICT;
CREATE INDEX event_by_case ON event (case_file);

CREATE TABLE event_party (
    event TEXT NOT NULL REFERENCES event (id) DEFERRABLE INITIALLY DEFERRED,
    party TEXT NOT NULL REFERENCES party (id) DEFERRABLE INITIALLY DEFERRED,
    PRIMARY KEY (event, party)
) STRICT;
CREATE INDEX event_party_by_party ON event_party (party);

CREATE TABLE original (
    sha256     TEXT NOT NULL PRIMARY KEY CHECK (length(sha256) = 64),
    size       INTEGER NOT NULL CHECK (size >= 0),
    media_type TEXT NOT NULL,
    stored_at  TEXT NOT NULL,
    outcome    TEXT NOT NULL
               CHECK (outcome IN ('ok', 'partial', 'unsupported', 'encrypted', 'limit', 'timeout', 'crash')),
    reason     TEXT,
    metadata   TEXT NOT NULL CHECK (json_valid(metadata)),
    reader     INTEGER NOT NULL
) STRICT;

CREATE TABLE page (
    original TEXT NOT NULL REFERENCES original (sha256),
    number   INTEGER NOT NULL CHECK (number >= 1),
    label    TEXT,
    text     TEXT NOT NULL,
    PRIMARY KEY (original, number)
) STRICT;

CREATE TABLE document (
    id         TEXT NOT NULL PRIMARY KEY CHECK (length(id) = 36),
    original   TEXT NOT NULL UNIQUE REFERENCES original (sha256),
    title      TEXT NOT NULL CHECK (trim(title) <> ''),
    file_name  TEXT NOT NULL,
    source     TEXT NOT NULL,
    origin     TEXT NOT NULL,
    event_edtf TEXT NOT NULL,
    dated      TEXT NOT NULL,
    published  TEXT NOT NULL,
    captured   TEXT NOT NULL,
    parent     TEXT REFERENCES document (id) DEFERRABLE INITIALLY DEFERRED
) STRICT;
CREATE INDEX document_by_parent ON document (parent) WHERE parent IS NOT NULL;

CREATE TABLE document_case (
    document  TEXT NOT NULL REFERENCES document (id) DEFERRABLE INITIALLY DEFERRED,
    case_file TEXT NOT NULL REFERENCES case_file (id) DEFERRABLE INITIALLY DEFERRED,
    PRIMARY KEY (document, case_file)
) STRICT;
CREATE INDEX document_case_by_case ON document_case (case_file);

CREATE TABLE location (
    document    TEXT NOT NULL REFERENCES document (id) DEFERRABLE INITIALLY DEFERRED,
    path        TEXT NOT NULL,
    obtained    TEXT NOT NULL,
    imported_at TEXT NOT NULL,
    PRIMARY KEY (document, path)
) STRICT;

CREATE TABLE account (
    id          TEXT NOT NULL PRIMARY KEY CHECK (length(id) = 36),
    event       TEXT NOT NULL REFERENCES event (id) DEFERRABLE INITIALLY DEFERRED,
    asserted_by TEXT NOT NULL,
    stance      TEXT NOT NULL CHECK (stance IN ('reports', 'alleges', 'denies', 'confirms', 'rules')),
    stated      TEXT NOT NULL,
    edtf        TEXT NOT NULL,
    quantities  TEXT NOT NULL CHECK (json_valid(quantities)),
    document    TEXT REFERENCES document (id) DEFERRABLE INITIALLY DEFERRED,
    page        INTEGER CHECK (page >= 1),
    exact       TEXT,
    prefix      TEXT,
    suffix      TEXT,
    -- A citation is whole or absent.
    CHECK ((document IS NULL) = (page IS NULL) AND (document IS NULL) = (exact IS NULL)
           AND (document IS NULL) = (prefix IS NULL) AND (document IS NULL) = (suffix IS NULL))
) STRICT;
CREATE INDEX account_by_event ON account (event);
CREATE INDEX account_by_document ON account (document, page);

CREATE TABLE amount (
    account   TEXT NOT NULL REFERENCES account (id) DEFERRABLE INITIALLY DEFERRED,
    position  INTEGER NOT NULL,
    kind      TEXT NOT NULL CHECK (kind IN ('claimed', 'offered', 'settled', 'fined', 'awarded', 'paid')),
    low       TEXT,
    high      TEXT,
    currency  TEXT NOT NULL CHECK (length(currency) = 3),
    scope     TEXT NOT NULL CHECK (scope IN ('total', 'per_head')),
    as_stated TEXT NOT NULL,
    converted TEXT NOT NULL,
    PRIMARY KEY (account, position),
    CHECK ((low IS NULL) = (high IS NULL))
) STRICT;

-- Whether a quote was in its page when that was last looked up.
CREATE TABLE quote_check (
    account TEXT NOT NULL PRIMARY KEY,
    holds   INTEGER NOT NULL CHECK (holds IN (0, 1))
) STRICT;

-- Documents whose pages in the index are not yet what they are here.
CREATE TABLE index_queue (
    document TEXT NOT NULL PRIMARY KEY
) STRICT;

-- Every change, in order, each line bound to the one before it.
CREATE TABLE ledger (
    seq      INTEGER NOT NULL PRIMARY KEY CHECK (seq >= 1),
    at       TEXT NOT NULL,
    actor    TEXT NOT NULL,
    act      TEXT NOT NULL,
    changes  TEXT NOT NULL CHECK (json_valid(changes)),
    previous TEXT NOT NULL,
    hash     TEXT NOT NULL UNIQUE
) STRICT;

-- Which lines of the ledger undo takes back, and which redo does again.
CREATE TABLE undo_step (
    seq       INTEGER NOT NULL PRIMARY KEY REFERENCES ledger (seq),
    act_group TEXT NOT NULL,
    act       TEXT NOT NULL,
    undone    INTEGER NOT NULL CHECK (undone IN (0, 1))
) STRICT;
