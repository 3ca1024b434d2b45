/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Trình Ký contributors
 */

#include "config.h"

#include <string.h>

#include "trinh-import-private.h"

/* Of a hundred: above, two wordings are the same label; below, a code means another thing. */
#define SAME_LABEL 90
#define LIKELY_LABEL 50
#define OTHER_LABEL 25

guint
_trinh_import_compare (const char *a,
                       const char *b)
{
  g_auto (GStrv) first = g_strsplit (a, " ", -1);
  g_auto (GStrv) second = g_strsplit (b, " ", -1);
  const guint n_first = g_strv_length (first);
  const guint n_second = g_strv_length (second);
  guint common = 0;

  if (n_first == 0 || n_second == 0)
    return 0;
  if (g_str_equal (a, b))
    return 100;

  for (guint i = 0; i < n_first; i++)
    for (guint j = 0; j < n_second; j++)
      if (second[j][0] != '\0' && g_str_equal (first[i], second[j]))
        {
          second[j][0] = '\0';
          common++;
          break;
        }

  /* The same words in another order are not quite the same. */
  return MIN (99, 200 * common / (n_first + n_second));
}

char *
_trinh_import_dup_code (const char *text)
{
  g_autofree char *folded = trinh_language_fold (text);
  g_autoptr (GString) code = g_string_new (NULL);

  for (const char *p = folded; *p != '\0'; p = g_utf8_next_char (p))
    {
      const gunichar c = g_utf8_get_char (p);

      if (g_unichar_isalnum (c) || c == '.')
        g_string_append_unichar (code, c);
    }
  while (code->len > 0 && code->str[code->len - 1] == '.')
    g_string_truncate (code, code->len - 1);

  return g_string_free_and_steal (g_steal_pointer (&code));
}

static void
place_free (gpointer data)
{
  TrinhImportPlace *place = data;

  g_free (place->code);
  g_free (place->words);
  g_free (place);
}

static void
add_form (GPtrArray *places,
          TrinhForm *form)
{
  for (guint i = 0; i < trinh_form_get_n_rows (form); i++)
    {
      TrinhImportPlace *place = g_new0 (TrinhImportPlace, 1);

      place->form = form;
      place->row = trinh_form_get_row (form, i);
      place->code = _trinh_import_dup_code (trinh_form_row_get_plain_code (place->row));
      place->words = _trinh_import_words (trinh_form_row_get_plain_label (place->row));
      g_ptr_array_add (places, place);
    }
}

GPtrArray *
_trinh_import_make_places (TrinhRegime *regime)
{
  GPtrArray *places = g_ptr_array_new_with_free_func (place_free);
  GListModel *forms = trinh_regime_get_forms (regime);

  for (guint i = 0; i < g_list_model_get_n_items (forms); i++)
    {
      g_autoptr (TrinhForm) form = g_list_model_get_item (forms, i);

      if (!trinh_form_get_list (form))
        add_form (places, form);
    }

  return places;
}

/* How well a row of the table fits a place; 0: not at all */
static guint
weigh (const TrinhImportPlace *place,
       const char *code,
       const char *words)
{
  const gboolean same_code = code[0] != '\0' && g_str_equal (code, place->code);
  const gsize length = strlen (words);
  const gsize its_length = strlen (place->words);
  /* Labels of so different a length are not the same; most rows are told apart here, and quickly. */
  const gboolean alike = same_code || (length * 4 >= its_length * 3 && its_length * 4 >= length * 3);
  const guint likeness = alike && words[0] != '\0' ? _trinh_import_compare (words, place->words) : 0;

  if (same_code && words[0] == '\0')
    return 200;
  if (same_code && likeness >= LIKELY_LABEL)
    return 300 + likeness;
  if (likeness >= SAME_LABEL)
    return 100 + likeness + (code[0] == '\0' && place->code[0] == '\0' ? 1 : 0);

  return same_code && likeness >= OTHER_LABEL ? 50 + likeness : 0;
}

typedef struct
{
  guint most;
  guint n;   /* how many fit best */
  int first; /* of them */
  int next;  /* the first of them behind the row before */
} Best;

int
_trinh_import_match (GPtrArray *places,
                     TrinhForm *form,
                     const char *code,
                     const char *label,
                     int after)
{
  g_autofree char *plain_code = _trinh_import_dup_code (code);
  g_autofree char *words = _trinh_import_words (label);
  Best best = { 0, 0, -1, -1 };

  for (guint i = 0; i < places->len; i++)
    {
      const TrinhImportPlace *place = places->pdata[i];
      const guint weight = form == NULL || place->form == form ? weigh (place, plain_code, words) : 0;

      if (weight == 0 || weight < best.most)
        continue;
      if (weight > best.most)
        best = (Best) { weight, 0, (int) i, -1 };
      best.n++;
      if (best.next < 0 && (int) i > after)
        best.next = (int) i;
    }
  if (best.n <= 1)
    return best.first;

  /* Sub-rows without a code of their own say the same under several rows: they follow the row before. */
  return form != NULL && (plain_code[0] == '\0' || best.most > 300) ? best.next : -1;
}
