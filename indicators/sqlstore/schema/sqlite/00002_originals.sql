-- The tables are described in ../README.md.

-- +goose Up
ALTER TABLE documents ADD COLUMN fingerprint TEXT NOT NULL DEFAULT '';
CREATE INDEX documents_fingerprint ON documents (fingerprint, published DESC, id);

CREATE TABLE originals (
	hash     TEXT    NOT NULL,
	part     INTEGER NOT NULL,
	parts    INTEGER NOT NULL,
	document INTEGER NOT NULL REFERENCES documents (number),
	name     TEXT    NOT NULL,
	place    TEXT    NOT NULL,
	format   TEXT    NOT NULL,
	PRIMARY KEY (hash, part)
) WITHOUT ROWID;
CREATE INDEX originals_document ON originals (document, hash, part);

-- +goose Down
DROP TABLE originals;
DROP INDEX documents_fingerprint;
ALTER TABLE documents DROP COLUMN fingerprint;
