-- What a timeline needs beside its events: tags, stars, an order by hand, notes, saved views; and a line for each event.
--
-- Tracked, as all that people state: event_tag, event_star, event_rank, event_follows, event_key, note, saved_view.
-- Derived, and made again where its version is another: event_line.

CREATE TABLE event_tag (
    event TEXT NOT NULL REFERENCES event (id) DEFERRABLE INITIALLY DEFERRED,
    tag   TEXT NOT NULL CHECK (trim(tag) = tag AND tag <> ''),
    PRIMARY KEY (event, tag)
) STRICT;
CREATE INDEX event_tag_by_tag ON event_tag (tag);

CREATE TABLE event_star (
    event TEXT NOT NULL PRIMARY KEY REFERENCES event (id) DEFERRABLE INITIALLY DEFERRED
) STRICT;

-- Its place among the events of its case that bear the same date, where that was set by hand.
CREATE TABLE event_rank (
    event TEXT NOT NULL PRIMARY KEY REFERENCES event (id) DEFERRABLE INITIALLY DEFERRED,
    place INTEGER NOT NULL CHECK (place >= 1)
) STRICT;

-- The account that an event's date follows.
CREATE TABLE event_follows (
    event   TEXT NOT NULL PRIMARY KEY REFERENCES event (id) DEFERRABLE INITIALLY DEFERRED,
    account TEXT NOT NULL REFERENCES account (id) DEFERRABLE INITIALLY DEFERRED,
    reason  TEXT NOT NULL
) STRICT;
CREATE INDEX event_follows_by_account ON event_follows (account);

-- What a table that was taken in calls an event: by this its rows find it again. One that was merged has several.
CREATE TABLE event_key (
    own_key TEXT NOT NULL PRIMARY KEY CHECK (trim(own_key) = own_key AND own_key <> ''),
    event   TEXT NOT NULL REFERENCES event (id) DEFERRABLE INITIALLY DEFERRED
) STRICT;
CREATE INDEX event_key_by_event ON event_key (event);

-- Markdown, on exactly one case, event or party.
CREATE TABLE note (
    id         TEXT NOT NULL PRIMARY KEY CHECK (length(id) = 36),
    case_file  TEXT REFERENCES case_file (id) DEFERRABLE INITIALLY DEFERRED,
    event      TEXT REFERENCES event (id) DEFERRABLE INITIALLY DEFERRED,
    party      TEXT REFERENCES party (id) DEFERRABLE INITIALLY DEFERRED,
    body       TEXT NOT NULL CHECK (trim(body) <> ''),
    changed_at TEXT NOT NULL,
    CHECK ((case_file IS NOT NULL) + (event IS NOT NULL) + (party IS NOT NULL) = 1)
) STRICT;
CREATE INDEX note_by_case ON note (case_file) WHERE case_file IS NOT NULL;
CREATE INDEX note_by_event ON note (event) WHERE event IS NOT NULL;
CREATE INDEX note_by_party ON note (party) WHERE party IS NOT NULL;

CREATE TABLE saved_view (
    name   TEXT NOT NULL PRIMARY KEY CHECK (trim(name) = name AND name <> ''),
    filter TEXT NOT NULL CHECK (json_valid(filter))
) STRICT;

-- An event as a timeline shows it. Days are counted from the first of January of the year 1, null where open or
-- unknown; lists are JSON; `folded` is what a filter by words looks at, in small letters.
CREATE TABLE event_line (
    event     TEXT NOT NULL PRIMARY KEY,
    case_file TEXT NOT NULL,
    sort_key  BLOB NOT NULL,
    place     INTEGER NOT NULL,
    first_day INTEGER,
    last_day  INTEGER,
    earliest  TEXT,
    latest    TEXT,
    shown     TEXT NOT NULL,
    extent    INTEGER NOT NULL CHECK (extent BETWEEN 0 AND 3),
    qualified INTEGER NOT NULL CHECK (qualified IN (0, 1)),
    parties   TEXT NOT NULL CHECK (json_valid(parties)),
    tags      TEXT NOT NULL CHECK (json_valid(tags)),
    starred   INTEGER NOT NULL CHECK (starred IN (0, 1)),
    sources   INTEGER NOT NULL,
    origins   INTEGER NOT NULL,
    strength  INTEGER NOT NULL CHECK (strength BETWEEN 0 AND 3),
    conflicts INTEGER NOT NULL,
    folded    TEXT NOT NULL
) STRICT;
CREATE INDEX event_line_unsupported ON event_line (event) WHERE strength < 2;
CREATE INDEX event_line_in_order ON event_line (sort_key, place, event);

-- Which version of what is derived stands in its table.
CREATE TABLE derived (
    name    TEXT NOT NULL PRIMARY KEY,
    version INTEGER NOT NULL
) STRICT;

CREATE INDEX quote_check_broken ON quote_check (account) WHERE holds = 0;
CREATE INDEX original_unread ON original (sha256) WHERE outcome NOT IN ('ok', 'partial');
CREATE INDEX event_by_title ON event (title);
CREATE INDEX event_by_status ON event (status);
CREATE INDEX account_by_asserter ON account (asserted_by);
