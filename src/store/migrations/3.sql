-- SPDX-License-Identifier: GPL-3.0-or-later
-- SPDX-FileCopyrightText: Trình Ký contributors

-- Files that belong to reports (documents cited, bases of merges, signed PDFs),
-- by their content: what points at one names its hash, and it never changes.
CREATE TABLE file (
  sha256     TEXT    NOT NULL PRIMARY KEY CHECK (length (sha256) = 64),
  name       TEXT    NOT NULL,
  media_type TEXT    NOT NULL,
  added      INTEGER NOT NULL,
  bytes      BLOB    NOT NULL
) STRICT;

CREATE TRIGGER file_keeps_bytes BEFORE UPDATE ON file
BEGIN
  SELECT RAISE (ABORT, 'kept files are never changed');
END;
