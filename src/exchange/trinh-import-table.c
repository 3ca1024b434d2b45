/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Trình Ký contributors
 */

#include "config.h"

#include <string.h>

#include "trinh-import-private.h"

void
_trinh_import_table_free (TrinhImportTable *table)
{
  g_free (table->title);
  g_strfreev (table->heads);
  g_strfreev (table->leaves);
  g_strfreev (table->roles);
  g_free (table->named);
  g_free (table->form);
  g_free (table->fingerprint);
  g_free (table);
}

int
_trinh_import_table_find (const TrinhImportTable *table,
                          const char *role)
{
  for (guint column = 0; column < table->n_columns; column++)
    if (g_str_equal (table->roles[column], role))
      return (int) column;

  return -1;
}

gboolean
_trinh_import_table_is_own (const TrinhImportTable *table)
{
  return _trinh_import_table_find (table, "form") >= 0 && _trinh_import_table_find (table, "key") >= 0;
}

const char *
_trinh_import_table_get (const TrinhImportTable *table,
                         guint row,
                         const char *role)
{
  const int column = _trinh_import_table_find (table, role);

  return column >= 0 ? trinh_sheet_get_text (table->sheet, row, (guint) column) : "";
}

void
_trinh_import_table_set_role (TrinhImportTable *table,
                              guint column,
                              const char *role)
{
  const int before = role[0] != '\0' ? _trinh_import_table_find (table, role) : -1;

  if (before >= 0)
    g_set_str (&table->roles[before], "");
  g_set_str (&table->roles[column], role);
}

/* The heads over a column as the form has them: its groups, then its title */
static char *
dup_column_words (TrinhForm *form,
                  TrinhFormColumn *column,
                  gboolean with_groups)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; with_groups && i < trinh_form_get_n_groups (form); i++)
    {
      const TrinhFormGroup *group = trinh_form_get_group (form, i);

      if (g_strv_contains ((const char *const *) group->columns, trinh_form_column_get_id (column)))
        g_string_append_printf (text, "%s ", group->title);
    }
  g_string_append (text, trinh_form_column_get_title (column));

  g_autofree char *plain = trinh_markup_strip (text->str);

  return _trinh_import_words (plain);
}

static guint
weigh_column (const TrinhImportTable *table,
              guint column,
              TrinhForm *form,
              TrinhFormColumn *wanted)
{
  g_autofree char *leaf = _trinh_import_words (table->leaves[column]);
  g_autofree char *head = _trinh_import_words (table->heads[column]);
  g_autofree char *title = dup_column_words (form, wanted, FALSE);
  g_autofree char *titles = dup_column_words (form, wanted, TRUE);

  if (g_str_equal (table->leaves[column], trinh_form_column_get_id (wanted)))
    return 300;
  if (leaf[0] == '\0' || title[0] == '\0')
    return 0;
  if (g_str_equal (head, titles))
    return 290;

  return g_str_equal (leaf, title) ? 150 + _trinh_import_compare (head, titles) : _trinh_import_compare (head, titles);
}

static void
match_column (TrinhImportTable *table,
              TrinhForm *form,
              TrinhFormColumn *wanted)
{
  guint most = 79;
  int best = -1;

  if (_trinh_import_table_find (table, trinh_form_column_get_id (wanted)) >= 0)
    return;

  for (guint column = 0; column < table->n_columns; column++)
    {
      const guint weight = table->roles[column][0] == '\0' || g_str_equal (table->roles[column], "value") ? weigh_column (table, column, form, wanted) : 0;

      if (weight < most)
        continue;
      best = weight == most ? -1 : (int) column;
      most = weight;
    }
  if (best >= 0)
    _trinh_import_table_set_role (table, (guint) best, trinh_form_column_get_main (wanted) ? "value" : trinh_form_column_get_id (wanted));
}

void
_trinh_import_table_match_columns (TrinhImportTable *table,
                                   TrinhForm *form)
{
  GListModel *columns = trinh_form_get_columns (form);
  const guint n = g_list_model_get_n_items (columns);

  if (table->chosen)
    return;

  for (guint i = 0; i < n; i++)
    {
      g_autoptr (TrinhFormColumn) column = g_list_model_get_item (columns, i);

      if (n > 1 || _trinh_import_table_find (table, "value") < 0)
        match_column (table, form, column);
    }
}

/* Our own tables name the columns by their ids, and may have the rows of several forms. */
void
_trinh_import_table_match_ids (TrinhImportTable *table,
                               TrinhRegime *regime)
{
  GListModel *forms = trinh_regime_get_forms (regime);

  for (guint column = 0; column < table->n_columns; column++)
    for (guint i = 0; table->roles[column][0] == '\0' && i < g_list_model_get_n_items (forms); i++)
      {
        g_autoptr (TrinhForm) form = g_list_model_get_item (forms, i);

        if (table->leaves[column][0] != '\0' && trinh_form_find_column (form, table->leaves[column]) != NULL)
          _trinh_import_table_set_role (table, column, table->leaves[column]);
      }
}

static gboolean
has_words (const char *text,
           const char *words)
{
  g_autofree char *bounded = g_strdup_printf (" %s ", text);
  g_autofree char *wanted = g_strdup_printf (" %s ", words);

  return words[0] != '\0' && strstr (bounded, wanted) != NULL;
}

/* The words of a title as far as they are the same for every office and period */
static char *
dup_title_words (TrinhForm *form)
{
  const char *title = trinh_form_get_title (form);
  g_autofree char *fixed = g_strndup (title, strcspn (title, "{"));
  g_autofree char *plain = trinh_markup_strip (fixed);

  return _trinh_import_words (plain);
}

static gsize
weigh_name (TrinhForm *form,
            const char *words,
            gboolean titles)
{
  g_autofree char *id = _trinh_import_words (trinh_form_get_id (form));
  g_autofree char *label = _trinh_import_words (trinh_form_get_label (form));
  g_autofree char *title = dup_title_words (form);

  if (g_str_equal (words, id))
    return 1000;
  if (has_words (words, label))
    return 500 + strlen (label);
  if (titles && g_utf8_strlen (title, -1) >= 12 && has_words (words, title))
    return strlen (title);

  return 0;
}

TrinhForm *
_trinh_import_find_form (TrinhRegime *regime,
                         const char *text,
                         gboolean titles)
{
  GListModel *forms = regime != NULL ? trinh_regime_get_forms (regime) : NULL;
  g_autofree char *words = NULL;
  TrinhForm *best = NULL;
  gsize most = 0;

  if (forms == NULL || text[0] == '\0' || g_utf8_strlen (text, -1) > 300)
    return NULL;

  words = _trinh_import_words (text);
  for (guint i = 0; i < g_list_model_get_n_items (forms); i++)
    {
      g_autoptr (TrinhForm) form = g_list_model_get_item (forms, i);
      const gsize weight = weigh_name (form, words, titles);

      if (weight == 0 || weight < most)
        continue;
      best = weight == most ? NULL : form;
      most = weight;
    }

  return best;
}
