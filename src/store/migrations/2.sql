-- SPDX-License-Identifier: GPL-3.0-or-later
-- SPDX-FileCopyrightText: Trình Ký contributors

-- Which report precedes another is asked for without loading either.
ALTER TABLE report ADD COLUMN data_from TEXT;
ALTER TABLE report ADD COLUMN data_to TEXT;

UPDATE report SET
  data_from = (SELECT json_extract (json, '$') FROM content
               WHERE report_id = report.id AND kind = 'member' AND target = 'data_from'),
  data_to = (SELECT json_extract (json, '$') FROM content
             WHERE report_id = report.id AND kind = 'member' AND target = 'data_to');

-- The history of one cell is asked for while its popover opens.
CREATE INDEX journal_of_target ON journal (report_id, target);
