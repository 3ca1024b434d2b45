/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Trình Ký contributors
 */

/* The library that reads old spreadsheets takes a cell with a formula for an empty one. [MS-XLS] 2.4.127 Formula,
 * 2.4.268 String, 2.5.133 FormulaValue. */

#include "config.h"

#include <string.h>

#include "trinh-xls-formulas-private.h"

#define HEAD 20 /* bytes before the formula itself */

enum
{
  RESULT_TEXT,
  RESULT_BOOLEAN,
  RESULT_ERROR,
  RESULT_NOTHING,
};

struct _TrinhXlsFormulas
{
  /* Owned References */
  GArray *formats; /* TrinhSheetKind of each cell format */

  /* Borrowed References */
  TrinhXlsRecords *records;
  TrinhXlsHidden *hidden;

  gsize left;
  gboolean since_1904;
  gboolean old;
};

typedef struct
{
  TrinhXlsFormulas *formulas;
  TrinhSheet *sheet;
  guint position;
  guint row;
  guint column;
  gboolean waiting; /* for the text that the cell's formula came to */
} Reading;

/* Letters of one byte or two each, as many as are wanted and there */
static void
add_letters (GArray *letters,
             guint n_wanted,
             const guint8 *data,
             guint length,
             gboolean wide)
{
  const guint n = MIN (n_wanted - letters->len, wide ? length / 2 : length);

  for (guint i = 0; i < n; i++)
    {
      const gunichar2 letter = (gunichar2) (wide ? _trinh_xls_get_16 (data + 2 * i) : data[i]);

      g_array_append_val (letters, letter);
    }
}

/* (transfer full) (nullable): a text, the head of which says its length and, behind that, the width of its letters; those
 * that found no room stand in the records behind, each with a width of its own. %NULL: cut */
static char *
read_text (TrinhXlsFormulas *self,
           TrinhXlsRecord record,
           guint skip)
{
  g_autoptr (GArray) letters = g_array_new (FALSE, FALSE, sizeof (gunichar2));
  gsize left = self->left;
  guint n_wanted;

  if (record.length < skip + 3)
    return NULL;
  n_wanted = _trinh_xls_get_16 (record.data + skip);
  add_letters (letters, n_wanted, record.data + skip + 3, record.length - skip - 3, (record.data[skip + 2] & 1) != 0);
  while (letters->len < n_wanted)
    {
      if (!_trinh_xls_records_next (self->records, &record, &left) || record.kind != TRINH_XLS_CONTINUED || record.length < 1)
        return NULL;
      add_letters (letters, n_wanted, record.data + 1, record.length - 1, (record.data[0] & 1) != 0);
    }

  return n_wanted > 0 ? g_utf16_to_utf8 ((const gunichar2 *) letters->data, n_wanted, NULL, NULL, NULL) : g_strdup ("");
}

static void
read_number_format (TrinhXlsFormulas *self,
                    const TrinhXlsRecord *record,
                    GHashTable *codes)
{
  g_autofree char *code = read_text (self, *record, 2);

  if (code != NULL)
    g_hash_table_insert (codes, GUINT_TO_POINTER (_trinh_xls_get_16 (record->data)), GUINT_TO_POINTER (_trinh_sheet_kind_from_code (code)));
}

static void
add_cell_format (TrinhXlsFormulas *self,
                 guint id,
                 GHashTable *codes)
{
  TrinhSheetKind kind = _trinh_sheet_kind_from_format (id);
  gpointer known;

  if (g_hash_table_lookup_extended (codes, GUINT_TO_POINTER (id), NULL, &known))
    kind = GPOINTER_TO_UINT (known);
  g_array_append_val (self->formats, kind);
}

TrinhXlsFormulas *
_trinh_xls_formulas_new (TrinhXlsRecords *records,
                         TrinhXlsHidden *hidden)
{
  TrinhXlsFormulas *self = g_new0 (TrinhXlsFormulas, 1);
  g_autoptr (GHashTable) codes = g_hash_table_new (NULL, NULL);
  TrinhXlsRecord record = { 0 };
  gsize left;

  self->records = records;
  self->hidden = hidden;
  self->formats = g_array_new (FALSE, FALSE, sizeof (TrinhSheetKind));
  self->left = left = _trinh_xls_records_get_size (records);
  while (_trinh_xls_records_next (records, &record, &left))
    {
      if (record.kind == TRINH_XLS_BEGIN && record.length >= 2)
        self->old = _trinh_xls_get_16 (record.data) != TRINH_XLS_VERSION;
      else if (record.kind == TRINH_XLS_SINCE_1904 && record.length >= 2)
        self->since_1904 = _trinh_xls_get_16 (record.data) == 1;
      else if (record.kind == TRINH_XLS_NUMBER_FORMAT)
        read_number_format (self, &record, codes);
      else if (record.kind == TRINH_XLS_CELL_FORMAT && record.length >= 4)
        add_cell_format (self, _trinh_xls_get_16 (record.data + 2), codes);
    }

  return self;
}

void
_trinh_xls_formulas_free (TrinhXlsFormulas *self)
{
  g_array_unref (self->formats);
  g_free (self);
}

static gboolean
set_result (Reading *self,
            TrinhSheetKind kind,
            const char *text,
            GError **error)
{
  self->waiting = FALSE;
  /* Only what the person sees comes in. */
  if (_trinh_xls_hidden_has_cell (self->formulas->hidden, self->position, self->row, self->column))
    return TRUE;

  return _trinh_sheet_set (self->sheet, self->row, self->column, text != NULL ? kind : TRINH_SHEET_FORMULA, text != NULL ? text : "=", error);
}

static gboolean
set_number (Reading *self,
            const guint8 *data,
            guint format,
            GError **error)
{
  const TrinhXlsFormulas *formulas = self->formulas;
  const guint64 bits = _trinh_xls_get_32 (data) | (guint64) _trinh_xls_get_32 (data + 4) << 32;
  TrinhSheetKind kind = format < formulas->formats->len ? g_array_index (formulas->formats, TrinhSheetKind, format) : TRINH_SHEET_BARE_NUMBER;
  char digits[G_ASCII_DTOSTR_BUF_SIZE];
  g_autofree char *text = NULL;
  double value;

  /* No number, or one without end */
  if ((bits >> 52 & 0x7ff) == 0x7ff)
    return set_result (self, TRINH_SHEET_FORMULA, NULL, error);

  memcpy (&value, &bits, sizeof value);
  g_ascii_dtostr (digits, sizeof digits, value);
  if (kind == TRINH_SHEET_DATE)
    text = _trinh_date_from_serial (digits, formulas->since_1904);
  if (text == NULL)
    text = _trinh_number_from_digits (digits, kind == TRINH_SHEET_PERCENT ? 2 : 0);

  /* What is too large for any value stays readable, to be refused with its reason. */
  return set_result (self, text != NULL ? kind : TRINH_SHEET_TEXT, text != NULL ? text : digits, error);
}

/* (nullable): as the sheet shows it */
static const char *
find_error (guint8 code)
{
  static const struct
  {
    guint8 code;
    const char *text;
  } errors[] = { { 0x00, "#NULL!" }, { 0x07, "#DIV/0!" }, { 0x0f, "#VALUE!" }, { 0x17, "#REF!" }, { 0x1d, "#NAME?" }, { 0x24, "#NUM!" }, { 0x2a, "#N/A" } };

  for (guint i = 0; i < G_N_ELEMENTS (errors); i++)
    if (errors[i].code == code)
      return errors[i].text;

  return NULL;
}

/* LibreOffice writes a nought for the empty text of IF(…;"";…) in a cell that has the format of a number: which of the two it
 * was, the file does not say. Excel leaves its mark behind the result, and tells them apart. */
static gboolean
may_be_empty (const TrinhXlsRecord *record)
{
  static const guint8 none[8] = { 0 };
  static const guint8 empty_text[] = { 0x17, 0, 0 };

  return record->length > HEAD && memcmp (record->data + 6, none, 8) == 0 && _trinh_xls_get_32 (record->data + 16) == 0 &&
         memmem (record->data + HEAD, record->length - HEAD, empty_text, sizeof empty_text) != NULL;
}

/* Eight bytes are a number, unless the last two say that they are something else. */
static gboolean
read_result (Reading *self,
             const TrinhXlsRecord *record,
             GError **error)
{
  const guint8 *data = record->data + 6;

  if (self->formulas->old || may_be_empty (record))
    return set_result (self, TRINH_SHEET_FORMULA, NULL, error);
  if (_trinh_xls_get_16 (data + 6) != 0xffff)
    return set_number (self, data, _trinh_xls_get_16 (record->data + 4), error);

  switch (data[0])
    {
    case RESULT_TEXT:
      self->waiting = TRUE;
      return TRUE;
    case RESULT_BOOLEAN:
      return set_result (self, TRINH_SHEET_NUMBER, data[2] != 0 ? "1" : "0", error);
    case RESULT_ERROR:
      return set_result (self, TRINH_SHEET_TEXT, find_error (data[2]), error);
    case RESULT_NOTHING:
      return TRUE;
    default:
      return set_result (self, TRINH_SHEET_FORMULA, NULL, error);
    }
}

static gboolean
read_record (Reading *self,
             const TrinhXlsRecord *record,
             GError **error)
{
  g_autofree char *text = NULL;

  /* How a formula is shared stands between it and its text. */
  if (record->kind == TRINH_XLS_SHARED || record->kind == TRINH_XLS_ARRAY || record->kind == TRINH_XLS_TABLE)
    return TRUE;
  if (self->waiting)
    {
      if (record->kind == TRINH_XLS_TEXT)
        text = read_text (self->formulas, *record, 0);
      if (!set_result (self, TRINH_SHEET_TEXT, text, error))
        return FALSE;
    }
  if (record->kind != TRINH_XLS_FORMULA || record->length < 14)
    return TRUE;

  self->row = _trinh_xls_get_16 (record->data);
  self->column = _trinh_xls_get_16 (record->data + 2);

  return read_result (self, record, error);
}

gboolean
_trinh_xls_formulas_read (TrinhXlsFormulas *self,
                          guint position,
                          TrinhSheet *sheet,
                          GError **error)
{
  Reading reading = { .formulas = self, .sheet = sheet, .position = position };
  TrinhXlsRecord record = { 0 };

  if (position >= _trinh_xls_records_get_n_sheets (self->records))
    return TRUE;

  record.at = _trinh_xls_records_get_sheet (self->records, position);
  while (_trinh_xls_records_next (self->records, &record, &self->left))
    if (!read_record (&reading, &record, error))
      return FALSE;

  return !reading.waiting || set_result (&reading, TRINH_SHEET_TEXT, NULL, error);
}
