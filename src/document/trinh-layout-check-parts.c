/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Trình Ký contributors
 */

/* The parts of the report's head that must be there, and how they are written */

#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "trinh-layout-check-private.h"

static const struct
{
  const char *role;
  const char *name;
} parts[] = {
  { "motto-country", N_ ("the name of the country") },
  { "motto", N_ ("the motto") },
  { "office", N_ ("the name of the office") },
  { "number", N_ ("number and symbol") },
  { "date", N_ ("place and date") },
  { "kind", N_ ("the kind of document (“BÁO CÁO”)") },
  { "subject", N_ ("the subject") },
  { "addressees", N_ ("to whom it goes (“Kính gửi”)") },
};

/* Tables and charts alone, as tests and charts of one's own have them, are no report. */
static gboolean
is_report (TrinhLayoutCheck *self)
{
  GPtrArray *blocks = trinh_document_get_blocks (trinh_pages_get_document (self->pages));

  for (guint i = 0; i < blocks->len; i++)
    if (((const TrinhBlock *) g_ptr_array_index (blocks, i))->type == TRINH_BLOCK_TYPE_HEADER)
      return TRUE;
  return FALSE;
}

static gboolean
is_required (TrinhLayoutCheck *self,
             const TrinhLayoutRole *role)
{
  if (role == NULL || role->required == TRINH_REQUIRED_NEVER)
    return FALSE;
  return role->required == TRINH_REQUIRED_ALWAYS || (self->regime != NULL && trinh_regime_get_addressees (self->regime)[0] != NULL);
}

/* The first that has letters, (nullable) */
static const TrinhBox *
find_written (TrinhLayoutCheck *self,
              const char *role)
{
  const TrinhBox *box;
  guint position = 0;

  while ((box = _trinh_layout_check_find (self, role, position, &position)) != NULL)
    {
      g_autofree char *text = g_strstrip (g_strdup (box->text));

      if (*text != '\0')
        return box;
      position++;
    }
  return NULL;
}

/* Gaps are of spaces that do not break. */
#define NO_BREAK_SPACE "\302\240"

/* What is in braces may be anything, a gap for the pen too; the rest is as it stands. */
static gboolean
has_form (const char *text,
          const char *form)
{
  g_autoptr (GString) pattern = g_string_new ("^");
  g_autoptr (GString) letters = g_string_new (text);
  const char *c = form;

  while (*c != '\0')
    {
      const gsize length = strcspn (c, "{");
      g_autofree char *literal = g_regex_escape_string (c, (int) length);

      g_string_append (pattern, literal);
      c += length;
      if (*c == '{')
        g_string_append (pattern, ".+");
      c += strcspn (c, "}");
      c += *c == '}';
    }
  g_string_append_c (pattern, '$');
  g_string_replace (letters, NO_BREAK_SPACE, " ", 0);
  return g_regex_match_simple (pattern->str, letters->str, G_REGEX_DOTALL, G_REGEX_MATCH_DEFAULT);
}

static void
check_part (TrinhLayoutCheck *self,
            const char *name,
            const TrinhLayoutRole *role,
            const TrinhBox *box)
{
  if (box == NULL && is_required (self, role))
    _trinh_layout_check_add (self, _trinh_layout_check_get (self, 0), "layout-part", g_strdup_printf (_ ("At the head of the report is missing: %s."), name));
  else if (box != NULL && role != NULL && role->form != NULL && !has_form (box->text, role->form))
    _trinh_layout_check_add (self, box, "layout-part", g_strdup_printf (_ ("“%s” on page %u is not written as “%s”."), box->text, box->page + 1, role->form));
}

void
_trinh_layout_check_parts (TrinhLayoutCheck *self)
{
  if (self->boxes->len == 0 || !is_report (self))
    return;
  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    check_part (self, _ (parts[i].name), trinh_layout_rules_find_role (self->rules, parts[i].role), find_written (self, parts[i].role));
}
