-- Searches that were kept under a name: `search` is the query, its case and what was chosen from facets, as JSON. A row
-- is stated like any other: on the ledger, and undone.
CREATE TABLE saved_search (
    name   TEXT NOT NULL PRIMARY KEY CHECK (trim(name) = name AND name <> ''),
    search TEXT NOT NULL CHECK (json_valid(search))
) STRICT;

-- When each was last looked at, RFC 3339 in UTC: what came later is new. Nobody states it, so it is neither on the ledger
-- nor undone. A row stays when its search goes, for undo brings that back.
CREATE TABLE search_look (
    name      TEXT NOT NULL PRIMARY KEY,
    looked_at TEXT NOT NULL
) STRICT, WITHOUT ROWID;
