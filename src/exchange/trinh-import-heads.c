/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Trình Ký contributors
 */

#include "config.h"

#include <string.h>

#include "trinh-import-private.h"

#define HEAD_MAX_CHARACTERS 160

typedef struct
{
  const char *words;
  const char *role;
} Head;

/* What stands over the columns of tables, without marks; a head that goes on behind these words counts too. */
static const Head known_heads[] = {
  { "stt", "code" },
  { "tt", "code" },
  { "so tt", "code" },
  { "so thu tu", "code" },
  { "ma", "code" },
  { "ma so", "code" },
  { "ma chi tieu", "code" },
  { "code", "code" },
  { "chi tieu", "label" },
  { "ten chi tieu", "label" },
  { "tieu chi", "label" },
  { "noi dung", "label" },
  { "label", "label" },
  { "don vi tinh", "unit" },
  { "don vi", "unit" },
  { "dvt", "unit" },
  { "unit", "unit" },
  { "ket qua", "value" },
  { "so lieu", "value" },
  { "so luong", "value" },
  { "gia tri", "value" },
  { "thuc hien", "value" },
  { "value", "value" },
  { "ghi chu", "note" },
  { "note", "note" },
  { "form", "form" },
  { "bieu mau", "form" },
  { "key", "key" },
};

char *
_trinh_import_words (const char *text)
{
  g_autofree char *folded = trinh_language_fold (text);
  g_autoptr (GString) words = g_string_new (NULL);
  gboolean gap = FALSE;

  for (const char *p = folded; *p != '\0'; p = g_utf8_next_char (p))
    {
      const gunichar c = g_utf8_get_char (p);

      if (!g_unichar_isalnum (c) && c != '%')
        {
          gap = words->len > 0;
          continue;
        }
      if (gap)
        g_string_append_c (words, ' ');
      g_string_append_unichar (words, c);
      gap = FALSE;
    }

  return g_string_free_and_steal (g_steal_pointer (&words));
}

static gboolean
takes_prefix (const char *words)
{
  return strchr (words, ' ') != NULL;
}

const char *
_trinh_import_head_role (const char *head,
                         guint *weight)
{
  g_autofree char *words = _trinh_import_words (head);
  const char *role = NULL;

  *weight = 0;
  for (guint i = 0; i < G_N_ELEMENTS (known_heads); i++)
    {
      const gsize length = strlen (known_heads[i].words);
      const gboolean whole = g_str_equal (words, known_heads[i].words);
      const gboolean begins = takes_prefix (known_heads[i].words) && g_str_has_prefix (words, known_heads[i].words) && words[length] == ' ';
      const guint its_weight = whole ? 1000 : begins ? (guint) length
                                                     : 0;

      if (its_weight > *weight)
        {
          *weight = its_weight;
          role = known_heads[i].role;
        }
    }

  return role;
}

static gboolean
is_title_in (TrinhForm *form,
             const char *text,
             const char *words)
{
  GListModel *columns = trinh_form_get_columns (form);

  for (guint i = 0; i < g_list_model_get_n_items (columns); i++)
    {
      g_autoptr (TrinhFormColumn) column = g_list_model_get_item (columns, i);
      g_autofree char *plain = trinh_markup_strip (trinh_form_column_get_title (column));
      g_autofree char *title = _trinh_import_words (plain);

      if (title[0] != '\0' && (g_str_equal (title, words) || g_str_equal (trinh_form_column_get_id (column), text)))
        return TRUE;
    }

  return FALSE;
}

static gboolean
is_column_title (TrinhRegime *regime,
                 const char *text)
{
  GListModel *forms = regime != NULL ? trinh_regime_get_forms (regime) : NULL;
  g_autofree char *words = _trinh_import_words (text);

  for (guint i = 0; forms != NULL && words[0] != '\0' && i < g_list_model_get_n_items (forms); i++)
    {
      g_autoptr (TrinhForm) form = g_list_model_get_item (forms, i);

      if (is_title_in (form, text, words))
        return TRUE;
    }

  return FALSE;
}

/* Two columns at least must have heads that are known, and one must say which row it is. A row with figures is none. */
static gboolean
is_head_row (TrinhRegime *regime,
             TrinhSheet *sheet,
             guint row)
{
  g_autoptr (GHashTable) roles = g_hash_table_new (g_str_hash, g_str_equal);
  guint n_titles = 0;

  for (guint column = 0; column < trinh_sheet_get_n_columns (sheet); column++)
    {
      const char *text = trinh_sheet_get_text (sheet, row, column);
      const char *role;
      guint weight;

      if (text[0] == '\0' || g_utf8_strlen (text, -1) > HEAD_MAX_CHARACTERS)
        continue;
      if (trinh_sheet_get_kind (sheet, row, column) != TRINH_SHEET_TEXT || g_ascii_isdigit (text[0]))
        return FALSE;
      role = _trinh_import_head_role (text, &weight);
      if (role != NULL)
        g_hash_table_add (roles, (gpointer) role);
      else if (is_column_title (regime, text))
        n_titles++;
    }

  return g_hash_table_size (roles) + n_titles >= 2 &&
         (g_hash_table_contains (roles, "label") || g_hash_table_contains (roles, "code") || g_hash_table_contains (roles, "key"));
}

/* "(1) (2) (3)" or "A B 1 2" under the heads: single letters, then numbers that count on; "(5)=(3)+(4)" is one too */
static gboolean
is_numbering (TrinhSheet *sheet,
              guint row)
{
  guint64 last = 0;
  guint n = 0;

  for (guint column = 0; column < trinh_sheet_get_n_columns (sheet); column++)
    {
      g_autofree char *words = _trinh_import_words (trinh_sheet_get_text (sheet, row, column));
      const guint64 number = g_ascii_strtoull (words, NULL, 10);
      const gboolean letter = g_ascii_isalpha (words[0]) && words[1] == '\0';

      if (words[0] == '\0')
        continue;
      if (!letter && (number == 0 || (last != 0 && number != last + 1)))
        return FALSE;
      last = letter ? last : number;
      n++;
    }

  return n >= 3;
}

/* A second row of heads: nothing new where the code or the label stands, no figures. */
static gboolean
continues_heads (const TrinhImportTable *table,
                 guint row)
{
  guint n = 0;

  for (guint column = 0; column < table->n_columns; column++)
    {
      const char *text = trinh_sheet_get_text (table->sheet, row, column);
      const char *above = trinh_sheet_get_text (table->sheet, table->head, column);
      guint weight;
      const char *role = _trinh_import_head_role (above, &weight);
      const gboolean names_row = g_strcmp0 (role, "code") == 0 || g_strcmp0 (role, "label") == 0 || g_strcmp0 (role, "key") == 0;

      if (text[0] == '\0')
        continue;
      if (names_row || trinh_sheet_get_kind (table->sheet, row, column) != TRINH_SHEET_TEXT || g_ascii_isdigit (text[0]))
        return FALSE;
      n++;
    }

  return n > 0;
}

static void
read_head_cell (TrinhImportTable *table,
                guint column)
{
  g_autoptr (GString) head = g_string_new (NULL);
  const char *leaf = "";

  for (guint row = table->head; row < table->first; row++)
    {
      const char *text = trinh_sheet_get_covering_text (table->sheet, row, column);

      if (text[0] == '\0' || is_numbering (table->sheet, row) || g_str_equal (text, leaf))
        continue;
      g_string_append_printf (head, "%s%s", head->len > 0 ? " – " : "", text);
      leaf = text;
    }
  table->leaves[column] = g_strdup (leaf);
  table->heads[column] = head->len > 0 ? g_strdup (head->str) : NULL;
  if (table->heads[column] == NULL)
    {
      g_autofree char *place = trinh_sheet_dup_place (0, column);

      place[strlen (place) - 1] = '\0';
      table->heads[column] = g_steal_pointer (&place);
    }
}

static void
read_heads (TrinhImportTable *table)
{
  g_autofree char *words = NULL;
  g_autofree char *joined = NULL;

  table->heads = g_new0 (char *, table->n_columns + 1);
  table->leaves = g_new0 (char *, table->n_columns + 1);
  table->roles = g_new0 (char *, table->n_columns + 1);
  for (guint column = 0; column < table->n_columns; column++)
    {
      read_head_cell (table, column);
      table->roles[column] = g_strdup ("");
    }

  joined = g_strjoinv ("\t", table->heads);
  words = trinh_language_fold (joined);
  table->fingerprint = g_compute_checksum_for_string (G_CHECKSUM_SHA256, words, -1);
}

/* The column that has it most surely; two that have it equally are for the person to choose from. */
static void
assign_role (TrinhImportTable *table,
             const char *role)
{
  guint most = 0;
  int best = -1;

  for (guint column = 0; column < table->n_columns; column++)
    {
      guint weight;
      const char *its_role = _trinh_import_head_role (table->leaves[column], &weight);

      if (its_role == NULL)
        its_role = _trinh_import_head_role (table->heads[column], &weight);
      if (g_strcmp0 (its_role, role) != 0 || weight < most)
        continue;
      best = weight == most ? -1 : (int) column;
      most = weight;
    }
  if (best >= 0)
    _trinh_import_table_set_role (table, (guint) best, role);
}

static TrinhImportTable *
make_table (TrinhSheet *sheet,
            guint head,
            guint end)
{
  static const char *const roles[] = { "form", "key", "code", "label", "unit", "value", "note" };
  TrinhImportTable *table = g_new0 (TrinhImportTable, 1);

  table->sheet = sheet;
  table->head = head;
  table->first = head + 1;
  table->end = end;
  table->n_columns = trinh_sheet_get_n_columns (sheet);
  while (table->first < end && table->first < head + 4 && (continues_heads (table, table->first) || is_numbering (sheet, table->first)))
    table->first++;
  read_heads (table);
  for (guint i = 0; i < G_N_ELEMENTS (roles); i++)
    assign_role (table, roles[i]);

  return table;
}

/* No heads: the columns are for the rows to tell, or for the person. */
static TrinhImportTable *
make_bare_table (TrinhSheet *sheet)
{
  TrinhImportTable *table = g_new0 (TrinhImportTable, 1);

  table->sheet = sheet;
  table->end = trinh_sheet_get_n_rows (sheet);
  table->n_columns = trinh_sheet_get_n_columns (sheet);
  read_heads (table);

  return table;
}

/* The lines between the table above and this one may say whose it is; the nearest counts. */
static void
find_name (TrinhRegime *regime,
           TrinhImportTable *table,
           guint from)
{
  TrinhForm *form = NULL;

  for (guint row = table->head; form == NULL && row > from; row--)
    for (guint column = 0; form == NULL && column < table->n_columns; column++)
      form = _trinh_import_find_form (regime, trinh_sheet_get_text (table->sheet, row - 1, column), TRUE);
  if (form == NULL)
    form = _trinh_import_find_form (regime, trinh_sheet_get_name (table->sheet), TRUE);
  table->named = form != NULL ? g_strdup (trinh_form_get_id (form)) : NULL;
  table->form = g_strdup (table->named);
}

static void
find_in_sheet (TrinhRegime *regime,
               TrinhSheet *sheet,
               GPtrArray *tables)
{
  const guint n_rows = trinh_sheet_get_n_rows (sheet);
  TrinhImportTable *last = NULL;

  for (guint row = 0; row < n_rows; row++)
    {
      TrinhImportTable *table;

      if (!is_head_row (regime, sheet, row))
        continue;
      if (last != NULL)
        last->end = row;
      table = make_table (sheet, row, n_rows);
      find_name (regime, table, last != NULL ? last->first : 0);
      g_ptr_array_add (tables, table);
      last = table;
      row = table->first - 1;
    }
  if (last == NULL && n_rows > 0)
    {
      last = make_bare_table (sheet);
      find_name (regime, last, 0);
      g_ptr_array_add (tables, last);
    }
}

/* Our own workbook says of each of its forms' tables what it is; the other sheets explain and compare. */
static void
drop_others (GPtrArray *tables)
{
  gboolean own = FALSE;

  for (guint i = 0; i < tables->len; i++)
    own |= _trinh_import_table_is_own (tables->pdata[i]);
  for (guint i = tables->len; own && i > 0; i--)
    if (!_trinh_import_table_is_own (tables->pdata[i - 1]))
      g_ptr_array_remove_index (tables, i - 1);
}

GPtrArray *
_trinh_import_find_tables (TrinhRegime *regime,
                           TrinhWorkbook *workbook)
{
  GPtrArray *tables = g_ptr_array_new_with_free_func ((GDestroyNotify) _trinh_import_table_free);

  for (guint i = 0; i < trinh_workbook_get_n_sheets (workbook); i++)
    find_in_sheet (regime, trinh_workbook_get_sheet (workbook, i), tables);
  drop_others (tables);

  return tables;
}
