-- The tables are described in ../README.md.

-- +goose Up
ALTER TABLE texts ADD COLUMN pages TEXT COLLATE "C" NOT NULL DEFAULT '';

-- +goose Down
ALTER TABLE texts DROP COLUMN pages;
