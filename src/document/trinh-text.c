/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Trình Ký contributors
 */

#include "config.h"

#include <string.h>

#include "trinh-text.h"

struct _TrinhText
{
  GPtrArray *runs;
};

static void
run_free (gpointer data)
{
  TrinhRun *run = data;

  g_free (run->text);
  g_free (run->place);
  g_free (run);
}

static gboolean
run_matches (const TrinhRun *run,
             gboolean bold,
             gboolean italic,
             const char *place)
{
  /* A bound value is a run of its own, so that a click on it finds its cell. */
  return run->bold == bold && run->italic == italic && run->place == NULL && place == NULL;
}

TrinhText *
trinh_text_new (void)
{
  TrinhText *self = g_new0 (TrinhText, 1);

  self->runs = g_ptr_array_new_with_free_func (run_free);
  return self;
}

TrinhText *
trinh_text_new_plain (const char *text,
                      gboolean bold,
                      gboolean italic)
{
  TrinhText *self = trinh_text_new ();

  if (text != NULL)
    trinh_text_add (self, text, bold, italic, NULL);
  return self;
}

void
trinh_text_free (TrinhText *self)
{
  if (self == NULL)
    return;
  g_ptr_array_unref (self->runs);
  g_free (self);
}

void
trinh_text_add (TrinhText *self,
                const char *text,
                gboolean bold,
                gboolean italic,
                const char *place)
{
  TrinhRun *run = NULL;

  g_return_if_fail (self != NULL);
  g_return_if_fail (text != NULL);

  if (*text == '\0')
    return;
  if (self->runs->len > 0)
    run = g_ptr_array_index (self->runs, self->runs->len - 1);
  if (run != NULL && run_matches (run, bold, italic, place))
    {
      g_autofree char *before = g_steal_pointer (&run->text);

      run->text = g_strconcat (before, text, NULL);
      return;
    }
  run = g_new0 (TrinhRun, 1);
  run->text = g_strdup (text);
  run->bold = bold;
  run->italic = italic;
  run->place = g_strdup (place);
  g_ptr_array_add (self->runs, run);
}

guint
trinh_text_get_n_runs (const TrinhText *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->runs->len;
}

const TrinhRun *
trinh_text_get_run (const TrinhText *self,
                    guint position)
{
  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (position < self->runs->len, NULL);

  return g_ptr_array_index (self->runs, position);
}

gboolean
trinh_text_is_empty (const TrinhText *self)
{
  return self == NULL || self->runs->len == 0;
}

gboolean
trinh_text_equal (const TrinhText *a,
                  const TrinhText *b)
{
  if (a == NULL || b == NULL)
    return a == b;
  if (a->runs->len != b->runs->len)
    return FALSE;
  for (guint i = 0; i < a->runs->len; i++)
    {
      const TrinhRun *run = g_ptr_array_index (a->runs, i);
      const TrinhRun *other = g_ptr_array_index (b->runs, i);

      if (run->bold != other->bold || run->italic != other->italic || !g_str_equal (run->text, other->text) ||
          g_strcmp0 (run->place, other->place) != 0)
        return FALSE;
    }
  return TRUE;
}

char *
trinh_text_dup_plain (const TrinhText *self)
{
  GString *plain = g_string_new (NULL);

  g_return_val_if_fail (self != NULL, g_string_free (plain, FALSE));

  for (guint i = 0; i < self->runs->len; i++)
    g_string_append (plain, trinh_text_get_run (self, i)->text);
  return g_string_free (plain, FALSE);
}

void
trinh_text_trim_end (TrinhText *self,
                     const char *signs)
{
  g_return_if_fail (self != NULL);
  g_return_if_fail (signs != NULL);

  while (self->runs->len > 0)
    {
      TrinhRun *run = g_ptr_array_index (self->runs, self->runs->len - 1);
      gsize length = strlen (run->text);

      while (length > 0 && (g_ascii_isspace (run->text[length - 1]) || strchr (signs, run->text[length - 1]) != NULL))
        length--;
      run->text[length] = '\0';
      if (length > 0)
        return;
      g_ptr_array_remove_index (self->runs, self->runs->len - 1);
    }
}
