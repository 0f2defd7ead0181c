-- The tables are described in ../README.md.

-- +goose Up
ALTER TABLE documents ADD COLUMN edition INTEGER NOT NULL DEFAULT 0;
CREATE INDEX documents_title ON documents (title, published DESC, id);

-- +goose Down
DROP INDEX documents_title;
ALTER TABLE documents DROP COLUMN edition;
