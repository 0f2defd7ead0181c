-- The tables are described in ../README.md. A title may be longer than an index
-- takes, so its hash is in the index.

-- +goose Up
ALTER TABLE documents ADD COLUMN edition BIGINT NOT NULL DEFAULT 0;
CREATE INDEX documents_title ON documents USING hash (title);

-- +goose Down
DROP INDEX documents_title;
ALTER TABLE documents DROP COLUMN edition;
