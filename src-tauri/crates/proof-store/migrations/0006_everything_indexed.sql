-- The index holds everything that can be found, no longer documents alone: what of it is out of date is told by kind. `turn`
-- grows each time that an item changes while it waits, so that whoever put it in the index takes it off the queue only as it
-- was read.
DROP TABLE index_queue;
CREATE TABLE index_queue (
    kind TEXT NOT NULL CHECK (kind IN ('case', 'party', 'event', 'account', 'note', 'annotation', 'document')),
    id   TEXT NOT NULL,
    turn INTEGER NOT NULL,
    PRIMARY KEY (kind, id)
) STRICT, WITHOUT ROWID;

INSERT INTO index_queue
SELECT 'case', id, 0 FROM case_file UNION ALL
SELECT 'party', id, 0 FROM party UNION ALL
SELECT 'event', id, 0 FROM event UNION ALL
SELECT 'account', id, 0 FROM account UNION ALL
SELECT 'note', id, 0 FROM note UNION ALL
SELECT 'annotation', id, 0 FROM annotation WHERE note <> '' UNION ALL
SELECT 'document', id, 0 FROM document;
