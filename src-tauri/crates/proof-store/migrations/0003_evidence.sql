-- What makes documents evidence: marks on them and on their passages, exhibits, Bates numbers, provenance, custody.
--
-- Tracked, as all that people state: document_tag, document_mark, annotation, colour_name, acquisition, date_basis,
-- exhibit_scheme, exhibit, production, production_document, custody, verification.
-- Derived, and made again where its version is another: document_line from the rows of documents; numbered and
-- ledger_document from the ledger, so that they know what stood there once.

CREATE TABLE document_tag (
    document TEXT NOT NULL REFERENCES document (id) DEFERRABLE INITIALLY DEFERRED,
    kind     TEXT NOT NULL CHECK (kind IN ('tag', 'issue')),
    tag      TEXT NOT NULL CHECK (trim(tag) = tag AND tag <> ''),
    PRIMARY KEY (document, kind, tag)
) STRICT;
CREATE INDEX document_tag_by_tag ON document_tag (kind, tag);

-- `detail` is the basis of a privilege, or the word for how relevant it is.
CREATE TABLE document_mark (
    document TEXT NOT NULL REFERENCES document (id) DEFERRABLE INITIALLY DEFERRED,
    mark     TEXT NOT NULL CHECK (mark IN ('reviewed', 'starred', 'confidential', 'privileged', 'relevance')),
    detail   TEXT NOT NULL,
    PRIMARY KEY (document, mark),
    CHECK (mark <> 'privileged' OR trim(detail) <> ''),
    CHECK (mark <> 'relevance' OR detail IN ('key', 'relevant', 'not_relevant'))
) STRICT;

-- A passage that somebody highlighted or wrote a note on. No event rests on it.
CREATE TABLE annotation (
    id       TEXT NOT NULL PRIMARY KEY CHECK (length(id) = 36),
    document TEXT NOT NULL REFERENCES document (id) DEFERRABLE INITIALLY DEFERRED,
    page     INTEGER NOT NULL CHECK (page >= 1),
    exact    TEXT NOT NULL CHECK (exact <> ''),
    prefix   TEXT NOT NULL,
    suffix   TEXT NOT NULL,
    colour   TEXT NOT NULL CHECK (colour IN ('yellow', 'green', 'blue', 'pink', 'orange')),
    note     TEXT NOT NULL,
    made_at  TEXT NOT NULL
) STRICT;
CREATE INDEX annotation_by_document ON annotation (document, page);

-- What a colour stands for in this library.
CREATE TABLE colour_name (
    colour TEXT NOT NULL PRIMARY KEY CHECK (colour IN ('yellow', 'green', 'blue', 'pink', 'orange')),
    name   TEXT NOT NULL CHECK (trim(name) = name AND name <> '')
) STRICT;

-- How the bytes at a location were obtained, beside `location.obtained`, which says it in words.
CREATE TABLE acquisition (
    document      TEXT NOT NULL REFERENCES document (id) DEFERRABLE INITIALLY DEFERRED,
    path          TEXT NOT NULL,
    obtained_by   TEXT NOT NULL,
    obtained_from TEXT NOT NULL,
    obtained_on   TEXT NOT NULL,
    account       TEXT NOT NULL,
    PRIMARY KEY (document, path),
    FOREIGN KEY (document, path) REFERENCES location (document, path) DEFERRABLE INITIALLY DEFERRED
) STRICT;

-- Where one of a document's four dates was read from.
CREATE TABLE date_basis (
    document  TEXT NOT NULL REFERENCES document (id) DEFERRABLE INITIALLY DEFERRED,
    date      TEXT NOT NULL CHECK (date IN ('event', 'dated', 'published', 'captured')),
    read_from TEXT NOT NULL CHECK (read_from IN ('file', 'header', 'text', 'person')),
    detail    TEXT NOT NULL,
    PRIMARY KEY (document, date)
) STRICT;

-- How the marks of some exhibits of a case are written: a prefix, and numbers of at least so many digits.
CREATE TABLE exhibit_scheme (
    id        TEXT NOT NULL PRIMARY KEY CHECK (length(id) = 36),
    case_file TEXT NOT NULL REFERENCES case_file (id) DEFERRABLE INITIALLY DEFERRED,
    prefix    TEXT NOT NULL CHECK (trim(prefix) <> ''),
    digits    INTEGER NOT NULL CHECK (digits BETWEEN 1 AND 9),
    first     INTEGER NOT NULL CHECK (first >= 0),
    whose     TEXT NOT NULL,
    UNIQUE (case_file, prefix)
) STRICT;

-- A document's mark. `shown` is the mark as it is written: "PX-012A".
CREATE TABLE exhibit (
    scheme   TEXT NOT NULL REFERENCES exhibit_scheme (id) DEFERRABLE INITIALLY DEFERRED,
    document TEXT NOT NULL REFERENCES document (id) DEFERRABLE INITIALLY DEFERRED,
    number   INTEGER NOT NULL CHECK (number >= 0),
    letter   TEXT NOT NULL CHECK (letter = '' OR letter GLOB '[A-Z]'),
    shown    TEXT NOT NULL,
    PRIMARY KEY (scheme, document),
    UNIQUE (scheme, number, letter)
) STRICT;
CREATE INDEX exhibit_by_document ON exhibit (document);

-- Documents whose pages were numbered through, as they were given to the other side.
CREATE TABLE production (
    id        TEXT NOT NULL PRIMARY KEY CHECK (length(id) = 36),
    case_file TEXT NOT NULL REFERENCES case_file (id) DEFERRABLE INITIALLY DEFERRED,
    name      TEXT NOT NULL CHECK (trim(name) <> ''),
    prefix    TEXT NOT NULL CHECK (trim(prefix) <> ''),
    digits    INTEGER NOT NULL CHECK (digits BETWEEN 1 AND 12),
    made_at   TEXT NOT NULL,
    UNIQUE (case_file, name)
) STRICT;

-- The Bates numbers of a document's pages in a production: from `first` on, one a page. `shown` is the first, as written.
CREATE TABLE production_document (
    production TEXT NOT NULL REFERENCES production (id) DEFERRABLE INITIALLY DEFERRED,
    document   TEXT NOT NULL REFERENCES document (id) DEFERRABLE INITIALLY DEFERRED,
    first      INTEGER NOT NULL CHECK (first >= 0),
    pages      INTEGER NOT NULL CHECK (pages >= 1),
    shown      TEXT NOT NULL,
    PRIMARY KEY (production, document),
    UNIQUE (production, first)
) STRICT;
CREATE INDEX production_document_by_document ON production_document (document);

-- What was done with a document outside the library.
CREATE TABLE custody (
    id       TEXT NOT NULL PRIMARY KEY CHECK (length(id) = 36),
    document TEXT NOT NULL REFERENCES document (id) DEFERRABLE INITIALLY DEFERRED,
    act      TEXT NOT NULL CHECK (act IN ('viewed_outside', 'exported')),
    detail   TEXT NOT NULL,
    at       TEXT NOT NULL
) STRICT;

-- A walk through all originals. `failed` lists the SHA-256 of those that were not what was imported.
CREATE TABLE verification (
    id        TEXT NOT NULL PRIMARY KEY CHECK (length(id) = 36),
    at        TEXT NOT NULL,
    originals INTEGER NOT NULL,
    problems  INTEGER NOT NULL,
    failed    TEXT NOT NULL CHECK (json_valid(failed)),
    head      TEXT NOT NULL
) STRICT;

-- A document as a register shows it. Lists are JSON; `folded` is what a filter by words looks at, in small letters.
CREATE TABLE document_line (
    document       TEXT NOT NULL PRIMARY KEY,
    title          TEXT NOT NULL,
    title_key      TEXT NOT NULL,
    kind           TEXT NOT NULL,
    media_type     TEXT NOT NULL,
    outcome        TEXT NOT NULL,
    source         TEXT NOT NULL,
    pages          INTEGER NOT NULL,
    size           INTEGER NOT NULL,
    dated          TEXT NOT NULL,
    dated_key      BLOB NOT NULL,
    dated_first    INTEGER,
    dated_last     INTEGER,
    year           INTEGER,
    published      TEXT NOT NULL,
    published_key  BLOB NOT NULL,
    cases          TEXT NOT NULL CHECK (json_valid(cases)),
    tags           TEXT NOT NULL CHECK (json_valid(tags)),
    issues         TEXT NOT NULL CHECK (json_valid(issues)),
    reviewed       INTEGER NOT NULL CHECK (reviewed IN (0, 1)),
    starred        INTEGER NOT NULL CHECK (starred IN (0, 1)),
    confidential   INTEGER NOT NULL CHECK (confidential IN (0, 1)),
    privilege      TEXT NOT NULL,
    relevance      TEXT NOT NULL,
    cited          INTEGER NOT NULL,
    annotated      INTEGER NOT NULL,
    parent         TEXT,
    attachments    INTEGER NOT NULL,
    locations      INTEGER NOT NULL,
    added_at       TEXT NOT NULL,
    sha256         TEXT NOT NULL,
    folded         TEXT NOT NULL
) STRICT;
-- The orders of a register that are asked for most, each walked instead of sorted, and what it is filtered by.
CREATE INDEX document_line_by_title ON document_line (title_key, document);
CREATE INDEX document_line_by_dated ON document_line (dated = '', dated_key, document);
CREATE INDEX document_line_by_published ON document_line (published = '', published_key, document);
CREATE INDEX document_line_by_kind ON document_line (kind, document);
CREATE INDEX document_line_by_source ON document_line (source = '', source, document);
CREATE INDEX document_line_reviewed ON document_line (document) WHERE reviewed = 1;

-- Every exhibit mark and every run of Bates numbers that a document bears or ever bore: from which line of the ledger
-- on, and up to which. `folded` is the prefix as it is compared: letters and digits alone, in capitals.
CREATE TABLE numbered (
    kind      TEXT NOT NULL CHECK (kind IN ('exhibit', 'bates')),
    series    TEXT NOT NULL,
    case_file TEXT NOT NULL,
    document  TEXT NOT NULL,
    folded    TEXT NOT NULL,
    number    INTEGER NOT NULL,
    letter    TEXT NOT NULL,
    pages     INTEGER NOT NULL,
    shown     TEXT NOT NULL,
    since     INTEGER NOT NULL,
    until     INTEGER
) STRICT;
CREATE INDEX numbered_by_document ON numbered (document, kind);
CREATE INDEX numbered_by_number ON numbered (folded, number);
CREATE INDEX numbered_now ON numbered (series, document) WHERE until IS NULL;

-- Which lines of the ledger tell of which document.
CREATE TABLE ledger_document (
    document TEXT NOT NULL,
    seq      INTEGER NOT NULL,
    PRIMARY KEY (document, seq)
) STRICT, WITHOUT ROWID;
