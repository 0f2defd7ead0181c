-- The tables are described in ../README.md.

-- +goose Up
CREATE TABLE documents (
	number       INTEGER PRIMARY KEY,
	id           TEXT    NOT NULL UNIQUE,
	title        TEXT    NOT NULL,
	publisher    TEXT    NOT NULL,
	url          TEXT    NOT NULL,
	kind         TEXT    NOT NULL,
	region       TEXT    NOT NULL,
	published    TEXT    NOT NULL,
	excerpt      INTEGER NOT NULL,
	length       INTEGER NOT NULL,
	observations INTEGER NOT NULL,
	rejects      INTEGER NOT NULL,
	catalogue    TEXT    NOT NULL
);
CREATE INDEX documents_published ON documents (published DESC, id);

CREATE TABLE texts (
	document INTEGER PRIMARY KEY REFERENCES documents (number),
	text     TEXT    NOT NULL
);

CREATE TABLE series (
	id        INTEGER PRIMARY KEY,
	indicator TEXT    NOT NULL,
	region    TEXT    NOT NULL,
	measure   INTEGER NOT NULL,
	basis     INTEGER NOT NULL,
	status    INTEGER NOT NULL,
	unit      TEXT    NOT NULL,
	frequency TEXT    NOT NULL,
	points    INTEGER NOT NULL,
	vintages  INTEGER NOT NULL,
	serial    INTEGER NOT NULL,
	UNIQUE (indicator, region, measure, basis, status, unit, frequency)
);
CREATE INDEX series_region ON series (region);

CREATE TABLE observations (
	id        INTEGER PRIMARY KEY,
	series    INTEGER NOT NULL REFERENCES series (id),
	document  INTEGER NOT NULL REFERENCES documents (number),
	period    TEXT    NOT NULL,
	published TEXT    NOT NULL,
	value     TEXT    NOT NULL,
	reading   TEXT    NOT NULL
);
CREATE INDEX observations_series ON observations (series, period, published);
CREATE INDEX observations_document ON observations (document);

CREATE TABLE rejects (
	document   INTEGER NOT NULL REFERENCES documents (number),
	ordinal    INTEGER NOT NULL,
	span_start INTEGER NOT NULL,
	span_end   INTEGER NOT NULL,
	quote      TEXT    NOT NULL,
	reason     TEXT    NOT NULL,
	PRIMARY KEY (document, ordinal)
);

-- +goose Down
DROP TABLE rejects;
DROP TABLE observations;
DROP TABLE series;
DROP TABLE texts;
DROP TABLE documents;
