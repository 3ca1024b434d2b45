-- SPDX-License-Identifier: GPL-3.0-or-later
-- SPDX-FileCopyrightText: Trình Ký contributors

-- What the start page shows; every column but the last three and the deadline
-- repeats a member of the report, so that the list needs no other table.
CREATE TABLE report (
  id             TEXT    NOT NULL PRIMARY KEY,
  regime         TEXT    NOT NULL,
  regime_version TEXT    NOT NULL,
  period         TEXT    NOT NULL,
  office_code    TEXT    NOT NULL,
  office_name    TEXT    NOT NULL,
  subject        TEXT    NOT NULL,
  state          TEXT    NOT NULL,
  deadline       TEXT,
  revision       INTEGER NOT NULL CHECK (revision >= 0),
  modified       INTEGER NOT NULL,
  content_sha256 TEXT    NOT NULL,
  journal_id     INTEGER NOT NULL
) STRICT;

-- The parts of a report that change one by one: values by address, sections by
-- id, rows of a list form by form, all other members of the report file by name.
CREATE TABLE content (
  report_id TEXT    NOT NULL REFERENCES report (id) ON DELETE CASCADE,
  kind      TEXT    NOT NULL CHECK (kind IN ('member', 'rows', 'section', 'value')),
  target    TEXT    NOT NULL,
  position  INTEGER NOT NULL,
  json      TEXT    NOT NULL CHECK (json_valid (json)),
  PRIMARY KEY (report_id, kind, target)
) STRICT, WITHOUT ROWID;

-- Outlives the reports: what was removed stays on record.
CREATE TABLE journal (
  id            INTEGER NOT NULL PRIMARY KEY,
  report_id     TEXT    NOT NULL,
  revision      INTEGER NOT NULL,
  at            TEXT    NOT NULL,
  author        TEXT    NOT NULL,
  label         TEXT    NOT NULL,
  kind          TEXT    NOT NULL,
  target        TEXT    NOT NULL,
  old           TEXT,
  new           TEXT,
  previous_hash TEXT    NOT NULL,
  hash          TEXT    NOT NULL
) STRICT;

CREATE TRIGGER journal_keeps_rows BEFORE DELETE ON journal
BEGIN
  SELECT RAISE (ABORT, 'rows of the journal are never removed');
END;

CREATE TRIGGER journal_keeps_words BEFORE UPDATE ON journal
BEGIN
  SELECT RAISE (ABORT, 'rows of the journal are never changed');
END;

CREATE TABLE setting (
  name  TEXT NOT NULL PRIMARY KEY,
  value TEXT NOT NULL CHECK (json_valid (value))
) STRICT, WITHOUT ROWID;
