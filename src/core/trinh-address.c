/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Trình Ký contributors
 */

#include "config.h"

#include <string.h>

#include "trinh-address-private.h"
#include "trinh-form.h"

static gboolean
is_word (const char *text,
         gsize length,
         gboolean letter_first)
{
  if (length == 0 || text[0] == '-' || (letter_first && !g_ascii_islower (text[0])))
    return FALSE;
  for (gsize i = 0; i < length; i++)
    if (!g_ascii_islower (text[i]) && !g_ascii_isdigit (text[i]) && text[i] != '-')
      return FALSE;
  return TRUE;
}

gboolean
trinh_address_is_id (const char *text)
{
  g_return_val_if_fail (text != NULL, FALSE);

  return strlen (text) <= TRINH_KEY_MAX_CHARACTERS && is_word (text, strlen (text), FALSE);
}

gboolean
trinh_address_is_column (const char *text)
{
  g_return_val_if_fail (text != NULL, FALSE);

  return strlen (text) <= TRINH_KEY_MAX_CHARACTERS && is_word (text, strlen (text), TRUE);
}

gboolean
trinh_address_is_concept (const char *text)
{
  const char *dot;
  gboolean first = TRUE;

  g_return_val_if_fail (text != NULL, FALSE);

  for (; (dot = strchr (text, '.')) != NULL; text = dot + 1, first = FALSE)
    if (!is_word (text, (gsize) (dot - text), first))
      return FALSE;

  return !first && is_word (text, strlen (text), FALSE);
}

gboolean
trinh_address_is_key (const char *text)
{
  gboolean after_dot = TRUE;

  g_return_val_if_fail (text != NULL, FALSE);

  if (!g_utf8_validate (text, -1, NULL) || g_utf8_strlen (text, -1) > TRINH_KEY_MAX_CHARACTERS)
    return FALSE;

  for (const char *at = text; *at != '\0'; at = g_utf8_next_char (at))
    {
      gboolean dot = *at == '.';

      if (dot ? after_dot : !g_unichar_isalnum (g_utf8_get_char (at)))
        return FALSE;
      after_dot = dot;
    }
  return !after_dot && !trinh_address_is_concept (text);
}

gboolean
trinh_address_is_list_key (const char *text)
{
  g_return_val_if_fail (text != NULL, FALSE);

  if (text[0] != 'r' || text[1] < '1' || text[1] > '9' || strlen (text) > 7)
    return FALSE;
  return strspn (text + 1, "0123456789") == strlen (text + 1);
}

gboolean
trinh_address_split_own (const char *name,
                         char **form,
                         const char **column)
{
  g_autofree char *form_part = NULL;
  const char *colon;

  g_return_val_if_fail (name != NULL, FALSE);

  colon = strchr (name, ':');
  if (colon == NULL || colon[1] != '@' || !trinh_address_is_column (colon + 2))
    return FALSE;
  form_part = g_strndup (name, (gsize) (colon - name));
  if (!trinh_address_is_id (form_part))
    return FALSE;

  if (form != NULL)
    *form = g_steal_pointer (&form_part);
  if (column != NULL)
    *column = colon + 2;
  return TRUE;
}

const char *
trinh_address_build (const char *form,
                     const char *row,
                     const char *column)
{
  g_autofree char *address = NULL;

  g_return_val_if_fail (form != NULL, NULL);
  g_return_val_if_fail (row != NULL, NULL);

  address = column != NULL
              ? g_strconcat (form, ":", row, "@", column, NULL)
              : g_strconcat (form, ":", row, NULL);
  return g_intern_string (address);
}

gboolean
trinh_address_split (const char *address,
                     char **form,
                     char **row,
                     char **column)
{
  g_autofree char *form_part = NULL;
  g_autofree char *row_part = NULL;
  const char *colon, *at;

  g_return_val_if_fail (address != NULL, FALSE);

  colon = strchr (address, ':');
  if (colon == NULL)
    return FALSE;
  at = strchr (colon, '@');
  form_part = g_strndup (address, (gsize) (colon - address));
  row_part = at != NULL ? g_strndup (colon + 1, (gsize) (at - colon - 1)) : g_strdup (colon + 1);
  if (!trinh_address_is_id (form_part) || !trinh_address_is_key (row_part))
    return FALSE;
  if (at != NULL && !trinh_address_is_column (at + 1))
    return FALSE;

  if (column != NULL)
    *column = at != NULL ? g_strdup (at + 1) : NULL;
  if (form != NULL)
    *form = g_steal_pointer (&form_part);
  if (row != NULL)
    *row = g_steal_pointer (&row_part);
  return TRUE;
}
