-- The tables are described in ../README.md.

-- +goose Up
ALTER TABLE documents ADD COLUMN fingerprint TEXT COLLATE "C" NOT NULL DEFAULT '';
CREATE INDEX documents_fingerprint ON documents (fingerprint, published DESC, id);

CREATE TABLE originals (
	hash     TEXT COLLATE "C" NOT NULL,
	part     BIGINT NOT NULL,
	parts    BIGINT NOT NULL,
	document BIGINT NOT NULL REFERENCES documents (number),
	name     TEXT COLLATE "C" NOT NULL,
	place    TEXT COLLATE "C" NOT NULL,
	format   TEXT COLLATE "C" NOT NULL,
	PRIMARY KEY (hash, part)
);
CREATE INDEX originals_document ON originals (document, hash, part);

-- +goose Down
DROP TABLE originals;
DROP INDEX documents_fingerprint;
ALTER TABLE documents DROP COLUMN fingerprint;
